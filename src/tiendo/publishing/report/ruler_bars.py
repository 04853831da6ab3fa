"""What the ruler shows, as bars that any form can draw: parts of its length and of its height, and a colour."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tiendo.publishing.report.model import RulerCell
from tiendo.publishing.report.ruler_colours import BAND, END_MARK, TICK, TRACK, fill_of
from tiendo.publishing.ruler import END

HEIGHT_MM = 4
"""As high as a line of the table."""

_TRACK_HALF, _FILL_HALF, _BAND_HALF = 0.08, 0.16, 0.3
_END_HALF, _TICK_HALF = 0.38, 0.5


@dataclass(frozen=True, slots=True)
class Bar:
    """A filled rectangle from `start` to `end`, 0 to 1 along the ruler, reaching `half` the height up and down.

    A bar that ends where it starts is a mark: it is drawn a point wide.
    """

    start: float
    end: float
    half: float
    colour: str


def bars(cell: RulerCell) -> Iterator[Bar]:
    """The bars of a ruler from the bottom up; nothing reaches beyond its ends."""
    yield Bar(0, END, _TRACK_HALF, TRACK)
    if cell.band is not None:
        first, last = sorted(map(_inside, cell.band))
        yield Bar(first, last, _BAND_HALF, BAND)
    if cell.reached is not None:
        yield Bar(0, _inside(cell.reached), _FILL_HALF, fill_of(cell.status))
    yield Bar(END, END, _END_HALF, END_MARK)
    if cell.expected is not None:
        tick = _inside(cell.expected)
        yield Bar(tick, tick, _TICK_HALF, TICK)


def _inside(position: float) -> float:
    return min(max(position, 0.0), 1.0)
