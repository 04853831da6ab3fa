"""Writes what docs/checks takes from the registry: the name and rule of each page, and the index of README.md."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from tiendo.verification import CHECKS, Check

PAGES = Path(__file__).resolve().parent.parent / "docs" / "checks"
INDEX = PAGES / "README.md"
RULE = "<!-- rule -->", "<!-- rule end -->"
LIST = "<!-- index -->", "<!-- index end -->"


def rule_of(check: Check) -> str:
    """The head of a page: the name of its check in both languages, and the two sentences of its rule."""
    return f"# {check.name.vi} · {check.name.en}\n\n`{check.id}`\n\n> {check.rule.vi}\n\n> {check.rule.en}"


def index_of(checks: Iterable[Check]) -> str:
    """The table of all checks, in the order of the registry."""
    rows = [f"| [`{check.id}`]({check.id}.md) | {check.name.vi} | {check.name.en} |" for check in checks]
    return "\n".join(["| id | tên | name |", "| --- | --- | --- |", *rows])


def between(page: str, marks: tuple[str, str]) -> str:
    """What stands between two marks; raises `ValueError` where the page does not have each of them once, in order."""
    start, end = marks
    if page.count(start) != 1 or page.count(end) != 1 or page.index(start) > page.index(end):
        raise ValueError(f"the page needs {start} and behind it {end}, each once")
    return page[page.index(start) + len(start) : page.index(end)].strip("\n")


def with_text(page: str, marks: tuple[str, str], text: str) -> str:
    """The page with the text between two marks; a page without marks gets them on top."""
    if marks[0] not in page:
        page = f"{marks[0]}\n{marks[1]}\n\n{page}"
    between(page, marks)
    start, end = page.index(marks[0]) + len(marks[0]), page.index(marks[1])
    return f"{page[:start]}\n{text}\n{page[end:]}"


def _write(path: Path, marks: tuple[str, str], text: str) -> None:
    page = path.read_text(encoding="utf-8") if path.exists() else ""
    path.write_text(with_text(page, marks, text), encoding="utf-8")


if __name__ == "__main__":
    PAGES.mkdir(exist_ok=True)
    for one in CHECKS:
        _write(PAGES / f"{one.id}.md", RULE, rule_of(one))
    _write(INDEX, LIST, index_of(CHECKS))
