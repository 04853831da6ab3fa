"""The territories of a province as a map: tiles of our own grid, or the shapes of an official boundary file.

Values in, SVG text out. Colours come from classes (`tile step-3`, `tile missing`): the page's stylesheet decides them
for light, dark and print.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from html import escape
from itertools import pairwise

from tiendo.facts.printing import number, with_unit
from tiendo.facts.wording import Wording
from tiendo.publishing.class_bounds import class_bounds, class_of
from tiendo.publishing.tile_labels import fits, label_lines, told_apart

NO_DATA = Wording("chưa có số liệu", "no data")
_BELOW = Wording("dưới {upto}", "below {upto}")
_BETWEEN = Wording("từ {over} đến dưới {upto}", "{over} to below {upto}")
_ABOVE = Wording("từ {over} trở lên", "{over} and above")
_ALL = Wording("có số liệu", "with data")

_HATCH = "no-data-hatch"  # the id of the pattern in the drawing


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A unit to draw: where it lies on the grid (from 1), what it is called and where its link leads.

    `value` is what it is coloured by, in the unit of the map; `None` is no data. `printed` is that number as people
    read it, without its unit.
    """

    code: str
    name: str
    column: int
    row: int
    address: str
    value: Decimal | None = None
    printed: str = ""


@dataclass(frozen=True, slots=True)
class Shapes:
    """Outlines by code as SVG path data, within a drawing of this width and height."""

    width: int
    height: int
    paths: Mapping[str, str]

    def cover(self, places: Sequence[Place]) -> bool:
        """Whether every one of the units has an outline: half a map would hide the others."""
        return all(place.code in self.paths for place in places)


@dataclass(frozen=True, slots=True)
class LegendEntry:
    """A line of the legend: the class of its swatch, its words, and how many units it has."""

    style: str
    words: str
    count: int


@dataclass(frozen=True, slots=True)
class TileMap:
    """A finished map: the drawing, and the legend that belongs beside it."""

    svg: str
    legend: tuple[LegendEntry, ...]
    has_shapes: bool


@dataclass(frozen=True, slots=True)
class _Measures:
    """Sizes of a tile and of the letters on it, in the units of the drawing."""

    width: int
    height: int
    letters: int
    short_letters: int


_GAP = 2
# Up to six columns fill the width of a page with wide tiles; more need narrow ones.
_FEW_COLUMNS = 6
_WIDE = _Measures(width=150, height=96, letters=17, short_letters=34)
_NARROW = _Measures(width=72, height=62, letters=13, short_letters=24)
_LINE_HEIGHT = 1.2
_VALUE_LETTERS = 0.92  # of the letters of the name
_WIDTH_OF_SHORT = 0.7  # of a capital in parts of its size


@dataclass(frozen=True, slots=True)
class _Scale:
    """What all units of a map share."""

    bounds: tuple[Decimal, ...]
    unit: str
    language: str


def tile_map(places: Sequence[Place], *, label: str, unit: str, language: str, shapes: Shapes | None = None) -> TileMap:
    """The map of these units; `label` says to screen readers what it shows, `unit` is that of all values.

    Outlines are drawn only where every unit has one.
    """
    values = [place.value for place in places if place.value is not None]
    scale = _Scale(class_bounds(values), unit, language)
    shown = shapes if shapes is not None and shapes.cover(places) else None
    ordered = sorted(places, key=lambda one: (one.row, one.column))
    if shown:
        svg = _document(_with_shapes(ordered, scale, shown), shown.width, shown.height, label, "shapes")
    else:
        kind = "tiles few" if _measures(places) is _WIDE else "tiles many"
        svg = _document(_with_tiles(ordered, scale), *_size(places), label, kind)
    entries = legend(values, scale.bounds, len(places) - len(values), language)
    return TileMap("".join(svg), entries, shown is not None)


def legend(
    values: Sequence[Decimal], bounds: Sequence[Decimal], missing: int, language: str
) -> tuple[LegendEntry, ...]:
    """The classes from the lowest to the highest with their counts, then the units without data."""
    counts = [0] * (len(bounds) + 1)
    for value in values:
        counts[class_of(value, bounds) - 1] += 1
    steps = [
        LegendEntry(step_style(step, len(counts)), words, count)
        for step, (words, count) in enumerate(zip(_class_words(bounds, language), counts, strict=True), start=1)
        if values
    ]
    absent = [LegendEntry("missing", NO_DATA.sentence(language), missing)] if missing else []
    return (*steps, *absent)


# Which of the five shades a map with fewer classes uses: those that lie farthest apart, and for one class a middle one.
_SHADES = {1: (3,), 2: (2, 4), 3: (1, 3, 5), 4: (1, 2, 4, 5), 5: (1, 2, 3, 4, 5)}


def step_style(step: int, classes: int) -> str:
    """The class of the stylesheet for a class of the map, from `step-1` (lowest) to `step-5`."""
    return f"step-{_SHADES[classes][step - 1]}"


def _class_words(bounds: Sequence[Decimal], language: str) -> list[str]:
    printed = [number(bound, language) for bound in bounds]
    if not printed:
        return [_ALL.sentence(language)]
    between = [_BETWEEN.sentence(language).format(over=over, upto=upto) for over, upto in pairwise(printed)]
    below = _BELOW.sentence(language).format(upto=printed[0])
    return [below, *between, _ABOVE.sentence(language).format(over=printed[-1])]


def _document(drawn: Iterator[str], width: int, height: int, label: str, kind: str) -> Iterator[str]:
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="tile-map {kind}" viewBox="0 0 {width} {height}" '
        f'role="group" aria-label="{escape(label)}">'
        f'<defs><pattern id="{_HATCH}" width="7" height="7" patternUnits="userSpaceOnUse" '
        'patternTransform="rotate(45)"><line class="hatch" x1="0" y1="0" x2="0" y2="7"/></pattern></defs>'
    )
    yield from drawn
    yield "</svg>"


def _with_tiles(places: Sequence[Place], scale: _Scale) -> Iterator[str]:
    measures = _measures(places)
    short = told_apart({place.code: place.name for place in places})
    for place in places:
        x = (place.column - 1) * (measures.width + _GAP) + _GAP // 2
        y = (place.row - 1) * (measures.height + _GAP) + _GAP // 2
        box = f'x="{x}" y="{y}" width="{measures.width}" height="{measures.height}"'
        yield _opening(place, scale)
        yield f'<rect class="face" {box}/>'
        if place.value is None:
            yield f'<rect class="absent" {box} fill="url(#{_HATCH})"/>'
        yield from _words_on(place, short[place.code], measures, x + measures.width / 2, y + measures.height / 2)
        yield "</a>"


def _with_shapes(places: Sequence[Place], scale: _Scale, shapes: Shapes) -> Iterator[str]:
    for place in places:
        path = escape(shapes.paths[place.code])
        yield _opening(place, scale)
        yield f'<path class="face" fill-rule="evenodd" d="{path}"/>'
        if place.value is None:
            yield f'<path class="absent" fill-rule="evenodd" fill="url(#{_HATCH})" d="{path}"/>'
        yield "</a>"


def _opening(place: Place, scale: _Scale) -> str:
    if place.value is None:
        style, value = "missing", NO_DATA.sentence(scale.language)
    else:
        style = step_style(class_of(place.value, scale.bounds), len(scale.bounds) + 1)
        value = with_unit(place.printed, scale.unit)
    says = escape(f"{place.name}: {value}")
    return f'<a class="tile {style}" href="{escape(place.address)}" aria-label="{says}"><title>{says}</title>'


def _words_on(place: Place, short: str, measures: _Measures, x: float, y: float) -> Iterator[str]:
    """The name and the value in the middle of a tile, and the initials that a narrow page shows instead."""
    room = measures.width - 2 * _GAP
    lines = label_lines(place.name, room, measures.letters)
    value = place.printed if fits(place.printed, room, measures.letters * _VALUE_LETTERS) else ""
    step = measures.letters * _LINE_HEIGHT
    count = len(lines) + (1 if value else 0)
    first = y - (count - 1) * step / 2
    for position, line in enumerate(lines):
        yield _text("name", x, first + position * step, measures.letters, line)
    if value:
        yield _text("value", x, first + len(lines) * step, measures.letters * _VALUE_LETTERS, value)
    size = min(measures.short_letters, room / (len(short) * _WIDTH_OF_SHORT))
    yield _text("short", x, y, size, short)


def _text(style: str, x: float, y: float, size: float, words: str) -> str:
    return (
        f'<text class="{style}" x="{x:g}" y="{y:g}" font-size="{size:.3g}" text-anchor="middle" '
        f'dominant-baseline="central" aria-hidden="true">{escape(words)}</text>'
    )


def _measures(places: Sequence[Place]) -> _Measures:
    return _WIDE if max((place.column for place in places), default=1) <= _FEW_COLUMNS else _NARROW


def _size(places: Sequence[Place]) -> tuple[int, int]:
    measures = _measures(places)
    columns = max((place.column for place in places), default=1)
    rows = max((place.row for place in places), default=1)
    return columns * (measures.width + _GAP), rows * (measures.height + _GAP)
