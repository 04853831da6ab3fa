from __future__ import annotations

import importlib
import re
from inspect import getmembers, isclass

import pytest

from tests.project.repository import ROOT, name_of, text_files

VOCABULARY = ("facts.records", "facts.quantity", "facts.period", "facts.decisions", "documents.model")

DECISIONS = sorted((ROOT / "docs" / "decisions").glob("*.md"))
PAGES = [
    path for path in sorted(ROOT.glob("*.md")) + sorted((ROOT / "docs").rglob("*.md")) if path.name != "CHANGELOG.md"
]

# Addresses of package registries and paths of somebody's machine: neither helps a reader, both go stale.
# They are put together here so that this file does not trip over itself.
FOREIGN = re.compile(
    "|".join(
        [
            "pypi" + r"\.org",
            "python" + "hosted",
            "registry" + r"\.npmjs",
            "(?<!--no-emit-)index" + "-url",
            "(?<!--no-emit-)find" + "-links",
            r"(?<![\w.~$}-])/(?:" + "|".join(["ro" + "ot", "ho" + "me", "wo" + "rk", "Us" + "ers"]) + r")/\w",
        ]
    )
)


def test_no_file_names_a_registry_or_a_machine():
    found = {name_of(path): FOREIGN.search(path.read_text(encoding="utf-8")) for path in text_files()}
    assert len(found) > 100
    assert {name: match.group() for name, match in found.items() if match} == {}


@pytest.mark.parametrize("lock", sorted(path.name for path in ROOT.glob("requirements*.lock")))
def test_a_lock_file_holds_pinned_packages_with_hashes_and_who_needs_them(lock):
    needed_by = re.compile(r"    # +\S.*")
    pinned = re.compile(r"[\w.-]+==\S+( ; .+)? \\")
    hashed = re.compile(r"    --hash=sha256:[0-9a-f]{64}( \\)?")
    lines = (ROOT / lock).read_text(encoding="utf-8").splitlines()
    assert lines
    kinds = (pinned, hashed, needed_by)
    assert [line for line in lines if not any(kind.fullmatch(line) for kind in kinds)] == []


def test_what_tests_need_includes_exactly_what_the_product_needs():
    def pins(lock):
        return set(re.findall(r"^[\w.-]+==\S+", (ROOT / lock).read_text(encoding="utf-8"), re.MULTILINE))

    assert pins("requirements.lock") - pins("requirements-dev.lock") == set()


def public_types():
    for module in VOCABULARY:
        room = importlib.import_module(f"tiendo.{module}")
        yield from (name for name, value in getmembers(room, isclass) if value.__module__ == room.__name__)


@pytest.mark.parametrize("name", sorted(name for name in set(public_types()) if not name.startswith("_")))
def test_the_glossary_knows_every_type_of_the_vocabulary(name):
    assert f"`{name}`" in (ROOT / "GLOSSARY.md").read_text(encoding="utf-8")


def test_the_glossary_is_worth_the_walk():
    rows = re.findall(r"^\| [^|]+ \| `[^|]+ \|", (ROOT / "GLOSSARY.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert len(rows) >= 50


@pytest.mark.parametrize("path", DECISIONS, ids=name_of)
def test_a_decision_is_dated_and_says_context_decision_and_consequences(path):
    text = path.read_text(encoding="utf-8")
    assert re.fullmatch(r"\d{4}-\d\d-\d\d-[a-z0-9-]+\.md", path.name)
    assert re.findall(r"^## (.+)$", text, re.MULTILINE) == ["Context", "Decision", "Consequences"]
    assert len(text.splitlines()) <= 40


@pytest.mark.parametrize("path", PAGES, ids=name_of)
def test_a_make_command_that_a_page_names_exists(path):
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    named = set(re.findall(r"`make ([a-z]+)`|^ *make ([a-z]+)", path.read_text(encoding="utf-8"), re.MULTILINE))
    assert {first or second for first, second in named} - targets == set()


@pytest.mark.parametrize("path", PAGES, ids=name_of)
def test_a_link_to_a_file_of_the_project_leads_somewhere(path):
    links = re.findall(r"\]\((?!https?:|#)([^)#]+)", path.read_text(encoding="utf-8"))
    assert [link for link in links if not (path.parent / link).exists()] == []


COMMAND = re.compile(r"^(?:make|\.venv/bin/tiendo) .+?(?= {2,}#|$)", re.MULTILINE)


def test_both_readmes_show_the_same_commands():
    english = COMMAND.findall((ROOT / "README.md").read_text(encoding="utf-8"))
    vietnamese = COMMAND.findall((ROOT / "README.vi.md").read_text(encoding="utf-8"))
    assert english
    assert english == vietnamese
