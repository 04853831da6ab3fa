"""Which element of the standard a provision is, and its address in the document: `art_1__sec_I__para_2`."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from tiendo.documents.model import Block, BlockKind
from tiendo.facts.wording import Wording

PROVISIONS = Wording(
    "Phần là part, Chương là chapter, Mục và mục La Mã là section, Tiểu mục là subsection, Điều là article, khoản là "
    "paragraph, 1.1 là subparagraph, điểm là point, (1) là subclause, gạch đầu dòng là indent; tiêu đề không đánh số "
    "là level, đoạn không đánh số là alinea.",
    "Phần is a part, Chương a chapter, Mục and a Roman number a section, Tiểu mục a subsection, Điều an article, khoản "
    "a paragraph, 1.1 a subparagraph, điểm a point, (1) a subclause, a bullet an indent; a heading without a number is "
    "a level, a paragraph without one an alinea.",
)

# The naming convention, 5.2: short forms of the names of elements.
_SHORT = {
    "alinea": "al", "article": "art", "attachment": "att", "chapter": "chp", "citation": "cit", "citations": "cits",
    "division": "dvs", "level": "lvl", "paragraph": "para", "recital": "rec", "recitals": "recs", "section": "sec",
    "subclause": "subcl", "subparagraph": "subpara", "subsection": "subsec",
}  # fmt: skip
_NAMED = {"phần": "part", "chương": "chapter", "mục": "section", "tiểu mục": "subsection", "điều": "article"}
_SHAPES = (
    (re.compile(r"[ABCDĐEGH]\s*[.)]"), "division"),
    (re.compile(r"[IVX]{1,6}\W*"), "section"),
    (re.compile(r"\d{1,2}(?:\.\d{1,2})+\W*"), "subparagraph"),
    (re.compile(r"\d{1,3}\W*"), "paragraph"),
    (re.compile(r"[a-zđ]\s*[.)]"), "point"),
    (re.compile(r"\(\d{1,2}\)"), "subclause"),
)
_NAME_OF_MARKER = re.compile(r"(phần|chương|tiểu mục|mục|điều)\s+(?:thứ\s+)?(\w{1,20})", re.IGNORECASE)
_NOT_IN_NUMBER = re.compile(r"[^\w]+")
_LONGEST_NUMBER = 20  # characters; a number from elsewhere may be anything
_WHOLE_DOCUMENT = frozenset(("article",))
"""Elements that are numbered through the whole document, so that their addresses need no prefix."""


def element_of(block: Block) -> str:
    """The name of the element that a block is."""
    marker = " ".join(block.marker.split())
    if not marker:
        return "level" if block.kind is BlockKind.HEADING else "alinea"
    named = _NAME_OF_MARKER.match(marker)
    if named:
        return _NAMED[named[1].casefold()]
    return next((name for shape, name in _SHAPES if shape.fullmatch(marker)), "indent")


def number_of(marker: str) -> str:
    """The number in a marker as addresses write it: `II`, `2-1`, `đ`; empty for a bullet."""
    named = _NAME_OF_MARKER.match(" ".join(marker.split()))
    written = named[2] if named else marker
    return _NOT_IN_NUMBER.sub("-", written).strip("-_")[:_LONGEST_NUMBER]


@dataclass
class Addresses:
    """Gives each element of a document an address of its own."""

    _counts: dict[str, int] = field(default_factory=dict)
    _given: set[str] = field(default_factory=set)

    def address(self, name: str, above: str, number: str = "", component: str = "") -> str:
        """The address of an element below the one with the address `above`.

        Without a number its place among its like is the number. An article stands for itself in its `component`.
        """
        prefix = component if name in _WHOLE_DOCUMENT and number else above
        base = f"{f'{prefix}__' if prefix else ''}{_SHORT.get(name, name)}_"
        wanted = base + number
        if not number or wanted in self._given:
            wanted = self._next(f"{wanted}_", 2) if number else self._next(base, 1)
        self._given.add(wanted)
        return wanted

    def _next(self, beginning: str, first: int) -> str:
        """The next number that is free; a number that stands twice gets `_2`."""
        count = self._counts.get(beginning, first)
        while f"{beginning}{count}" in self._given:
            count += 1
        self._counts[beginning] = count + 1
        return f"{beginning}{count}"
