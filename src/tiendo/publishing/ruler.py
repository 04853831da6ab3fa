"""The ruler (thước tiến độ): filled to what is reached, a tick where it should be today, an end mark at the target."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from html import escape

from tiendo.assessment.aim import Aim, aim_of
from tiendo.assessment.board import Row

END = 0.88  # where the end mark stands: what goes over the target needs room behind it
_FULL = "━"
_EMPTY = "─"
_TICK_REACHED, _TICK_AHEAD = "╋", "┼"
_END_REACHED, _END_AHEAD = "┫", "┤"
_BAND = "░"
_OVER = "▸"


@dataclass(frozen=True, slots=True)
class Ruler:
    """Positions from 0 to 1 along the ruler; `None` where a row has no such mark.

    `band` are the two ends of a target range. `overflows` is true where the result goes beyond the ruler.
    """

    reached: float | None = None
    expected: float | None = None
    band: tuple[float, float] | None = None
    end: float = END
    overflows: bool = False


def lay_out(row: Row) -> Ruler:
    """Where the marks of a row stand; the deciding bound of the target is at `END`."""
    compared = row.assessment.comparison
    aim = compared.aim if compared is not None else _aim_alone(row)
    if aim is None or aim.deciding <= 0:
        return Ruler()
    band = _band(aim)
    if compared is None:
        return Ruler(band=band)
    reached = _raw(compared.reached.value, aim)
    expectation = compared.path.expectation
    # At the end, and for rates, the tick would only repeat the end mark.
    has_tick = expectation is not None and expectation != aim
    return Ruler(
        reached=_clamped(reached),
        expected=_clamped(_raw(expectation.deciding, aim)) if expectation and has_tick else None,
        band=band,
        overflows=reached > 1,
    )


def as_characters(ruler: Ruler, width: int) -> str:
    """The ruler as so many characters: `━━━━╋──────┤░`."""
    end = _cell(ruler.end, width)
    filled = _filled(ruler, width)
    cells = [_EMPTY if cell < end else " " for cell in range(width)]
    if ruler.band is not None:
        first, last = (_cell(position, width) for position in ruler.band)
        cells[first : last + 1] = _BAND * (last + 1 - first)
    cells[:filled] = _FULL * filled
    cells[end] = _END_REACHED if filled > end else _END_AHEAD
    if ruler.expected is not None:
        tick = _cell(ruler.expected, width)
        cells[tick] = _TICK_REACHED if tick < filled else _TICK_AHEAD
    if ruler.overflows:
        cells[-1] = _OVER
    return "".join(cells)


def _filled(ruler: Ruler, width: int) -> int:
    """How many cells are full; rounding must not move the result to the other side of a mark."""
    if ruler.reached is None:
        return 0
    filled = round(ruler.reached * width)
    for mark in (ruler.end, ruler.expected):
        if mark is not None:
            cell = _cell(mark, width)
            filled = max(filled, cell + 1) if ruler.reached >= mark else min(filled, cell)
    return filled


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of a drawn ruler."""

    line: str
    fill: str
    tick: str
    end: str
    band: str


def as_svg(ruler: Ruler, *, x: float, y: float, width: float, palette: Palette, label: str) -> str:
    """The ruler as a group centred on height `y`, with its label for screen readers."""

    def at(position: float) -> str:
        return f"{x + position * width:.1f}"

    parts = [f'<g role="img" aria-label="{escape(label)}">']
    parts.append(_rule(at(0), at(ruler.end), y, palette.line, thickness=3))
    if ruler.band is not None:
        low, high = ruler.band
        breadth = f"{(high - low) * width:.1f}"
        parts.append(f'<rect x="{at(low)}" y="{y - 5}" width="{breadth}" height="10" fill="{palette.band}"/>')
    if ruler.reached is not None:
        parts.append(_rule(at(0), at(ruler.reached), y, palette.fill, thickness=5))
    if ruler.overflows:
        parts.append(f'<path d="M{at(1)} {y - 5}l6 5l-6 5z" fill="{palette.fill}"/>')
    parts.append(_mark(at(ruler.end), y, 6, palette.end, thickness=2))
    if ruler.expected is not None:
        parts.append(_mark(at(ruler.expected), y, 8, palette.tick, thickness=1.4))
    return "".join([*parts, "</g>"])


def _rule(start: str, end: str, y: float, colour: str, *, thickness: float) -> str:
    return f'<line x1="{start}" y1="{y}" x2="{end}" y2="{y}" stroke="{colour}" stroke-width="{thickness}"/>'


def _mark(x: str, y: float, half: float, colour: str, *, thickness: float) -> str:
    return f'<line x1="{x}" y1="{y - half}" x2="{x}" y2="{y + half}" stroke="{colour}" stroke-width="{thickness}"/>'


def _aim_alone(row: Row) -> Aim | None:
    if row.target is None:
        return None
    quantity = row.target.record.quantity
    return aim_of(quantity, row.indicator, quantity.unit)


def _band(aim: Aim) -> tuple[float, float] | None:
    if aim.shown is None:
        return None
    first, last = sorted((_clamped(_raw(aim.shown, aim)), END))
    return first, last


def _raw(value: Fraction, aim: Aim) -> float:
    return float(value / aim.deciding) * END


def _clamped(position: float) -> float:
    return min(max(position, 0.0), 1.0)


def _cell(position: float, width: int) -> int:
    return min(int(position * width), width - 1)
