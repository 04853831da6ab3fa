"""Works out the numbers that Word prints before paragraphs but does not store in their text: `Điều 1.`, `a)`, `-`."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from tiendo.documents.readers.counters import spelt
from tiendo.documents.readers.docx_package import Package, beside

if TYPE_CHECKING:
    from lxml.etree import _Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
VAL = W + "val"
_NUMBERED = W + "numPr"

_PLACEHOLDER = re.compile(r"%([1-9])")
# More digits than this are damage.
_LONGEST_NUMBER = 8
# Plain marks stay as they are; signs of a symbol font are letters or private-use characters in the file.
_PLAIN_BULLETS = frozenset("-–—+*•")
_STANDARD_BULLET = "•"


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: the format of its counter, its pattern (`%1.%2.`), and where it starts.

    `arabic` prints the counters of all levels as Arabic numbers, whatever their own format.
    """

    style: str = "decimal"
    pattern: str = ""
    start: int = 1
    arabic: bool = False


@dataclass(slots=True)
class _List:
    """The levels of one list (`w:num`) and the running counters, shared by lists of one abstract definition."""

    levels: dict[int, Level]
    counters: dict[int, int]


@dataclass(slots=True)
class Numbering:
    """The lists of a document and the list that a paragraph style belongs to; counts as paragraphs pass."""

    lists: dict[str, _List] = field(default_factory=dict)
    styles: dict[str, tuple[str | None, int, str | None]] = field(default_factory=dict)  # list, level, parent style

    def label(self, properties: _Element | None) -> str:
        """The printed number of the next paragraph, `""` for one outside any list."""
        number, depth = self._membership(properties)
        numbered = self.lists.get(number or "")
        if numbered is None or depth not in numbered.levels:
            return ""
        counters, levels = numbered.counters, numbered.levels
        counters[depth] = counters.get(depth, levels[depth].start - 1) + 1
        for deeper in [level for level in counters if level > depth]:
            del counters[deeper]
        return _render(levels, counters, depth)

    def _membership(self, properties: _Element | None) -> tuple[str | None, int]:
        """The list and level of a paragraph: its own, else that of its style or the style's parents."""
        if properties is None:
            return None, 0
        number, depth = _numbering_of(properties)
        style = _value(properties.find(W + "pStyle"))
        seen: set[str] = set()
        while number is None and style in self.styles and style not in seen:
            seen.add(style)
            number, style_depth, style = self.styles[style]
            depth = max(depth, style_depth)
        return number, depth


def read_numbering(package: Package, main_part: str) -> Numbering:
    """The numbering of a Word file; without `numbering.xml` there is none."""
    abstract: dict[str, dict[int, Level]] = {}
    counters: dict[str, dict[int, int]] = {}
    numbering = Numbering()
    for element in package.elements(beside(main_part, "numbering.xml"), W + "abstractNum", W + "num"):
        if element.tag == W + "abstractNum":
            abstract[element.get(W + "abstractNumId", "")] = _levels(element)
            continue
        identity = _value(element.find(W + "abstractNumId")) or ""
        overrides = _overrides(element, abstract.get(identity, {}))
        levels = abstract.get(identity, {}) | overrides
        shared = {} if overrides else counters.setdefault(identity, {})
        numbering.lists[element.get(W + "numId", "")] = _List(levels, shared)
    for style in package.elements(beside(main_part, "styles.xml"), W + "style"):
        properties = style.find(W + "pPr")
        number, depth = (None, 0) if properties is None else _numbering_of(properties)
        numbering.styles[style.get(W + "styleId", "")] = number, depth, _value(style.find(W + "basedOn"))
    return numbering


def _numbering_of(properties: _Element) -> tuple[str | None, int]:
    numbered = properties.find(_NUMBERED)
    if numbered is None:
        return None, 0
    return _value(numbered.find(W + "numId")), _whole(_value(numbered.find(W + "ilvl")), 0)


def _levels(element: _Element) -> dict[int, Level]:
    return {_whole(level.get(W + "ilvl"), 0): _level(level) for level in element.iterfind(W + "lvl")}


def _level(element: _Element) -> Level:
    return Level(
        style=_value(element.find(W + "numFmt")) or "decimal",
        pattern=_value(element.find(W + "lvlText")) or "",
        start=_whole(_value(element.find(W + "start")), 1),
        arabic=element.find(W + "isLgl") is not None,
    )


def _overrides(element: _Element, levels: dict[int, Level]) -> dict[int, Level]:
    """The levels that a list changes against its abstract definition."""
    changed: dict[int, Level] = {}
    for override in element.iterfind(W + "lvlOverride"):
        depth = _whole(override.get(W + "ilvl"), 0)
        own = override.find(W + "lvl")
        level = levels.get(depth, Level()) if own is None else _level(own)
        start = _whole(_value(override.find(W + "startOverride")), level.start)
        changed[depth] = replace(level, start=start)
    return changed


def _render(levels: dict[int, Level], counters: dict[int, int], depth: int) -> str:
    level = levels[depth]
    if level.style == "bullet":
        return level.pattern if level.pattern in _PLAIN_BULLETS else _STANDARD_BULLET
    if level.style == "none":
        return ""

    def counted(found: re.Match[str]) -> str:
        shown = int(found.group(1)) - 1
        at = levels.get(shown, Level())
        return spelt(counters.get(shown, at.start), "decimal" if level.arabic else at.style)

    return _PLACEHOLDER.sub(counted, level.pattern)


def _value(element: _Element | None) -> str | None:
    return None if element is None else element.get(VAL)


def _whole(text: str | None, otherwise: int) -> int:
    """A small whole number as Word writes it; what is none is read as `otherwise`."""
    text = text or ""
    return int(text) if text.isascii() and text.isdigit() and len(text) <= _LONGEST_NUMBER else otherwise
