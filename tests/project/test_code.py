from __future__ import annotations

import ast
import re

import pytest

from tests.project.repository import ROOT, name_of, python_files

# A file longer than this has more than one idea.
LONGEST_FILE = 400

PACKAGE = ROOT / "src" / "tiendo"
ROOMS = sorted(path.name for path in PACKAGE.iterdir() if (path / "__init__.py").is_file())
# The rooms' doorways: they may name what outsiders use, and do nothing.
DOORWAY_STATEMENTS = (ast.Import, ast.ImportFrom, ast.Assign, ast.AnnAssign, ast.Expr)


def test_python_files_stay_short():
    written = [path for path in python_files() if path.parent.name != "migrations"]  # those Django writes
    lengths = {name_of(path): len(path.read_text(encoding="utf-8").splitlines()) for path in written}
    too_long = {name: length for name, length in lengths.items() if length > LONGEST_FILE}
    assert too_long == {}, "give one of the ideas in such a file a file of its own"


def test_every_module_says_what_it_is_for():
    modules = [path for path in sorted(PACKAGE.rglob("*.py")) if not re.match(r"\d{4}_", path.name)]
    assert [name_of(path) for path in modules if not ast.get_docstring(ast.parse(path.read_text("utf-8")))] == []


@pytest.mark.parametrize("room", ROOMS)
def test_a_doorway_holds_no_logic(room):
    doorway = PACKAGE / room / "__init__.py"
    strange = [
        type(node).__name__
        for node in ast.parse(doorway.read_text(encoding="utf-8")).body
        if not isinstance(node, DOORWAY_STATEMENTS)
    ]
    assert strange == []


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_has_tests_and_a_line_in_the_map(room):
    assert any((ROOT / "tests" / "unit" / room).glob("test_*.py")), f"tests/unit/{room} is empty"
    assert f"`{room}/`" in (ROOT / "DEVELOPERS.md").read_text(encoding="utf-8")
