from __future__ import annotations

import ast

import pytest

from tests.project.repository import ROOT, name_of, python_files

# A file longer than this has more than one idea.
LONGEST_FILE = 400

PACKAGE = ROOT / "src" / "tiendo"
ROOMS = sorted(path.name for path in PACKAGE.iterdir() if (path / "__init__.py").is_file())
# The rooms' doorways: they may name what outsiders use, and do nothing.
DOORWAY_STATEMENTS = (ast.Import, ast.ImportFrom, ast.Assign, ast.AnnAssign, ast.Expr)


@pytest.mark.parametrize("path", python_files(), ids=name_of)
def test_a_python_file_stays_short(path):
    lines = len(path.read_text(encoding="utf-8").splitlines())
    assert lines <= LONGEST_FILE, f"{name_of(path)} has {lines} lines: give one of its ideas a file of its own"


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.py")), ids=name_of)
def test_a_module_says_what_it_is_for(path):
    sentence = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    assert sentence, f"{name_of(path)} needs one sentence at its top"


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
