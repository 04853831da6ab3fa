"""A line of the size of a word: how whole years went, without axes; its numbers stand in its label."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

_WIDTH, _HEIGHT, _MARGIN = 88.0, 22.0, 3.0
_RADIUS = 2.2


def sparkline(values: Sequence[tuple[int, float]], label: str, *, breaks: Sequence[int] = ()) -> str:
    """The values of years as a line with a dot at the last one, cut before the years of `breaks`; empty without values.

    It takes the colour of the text around it. `label` tells it in words.
    """
    if not values:
        return ""
    first, last = values[0][0], values[-1][0]
    low, high = min(value for _, value in values), max(value for _, value in values)
    places = [(year, _x(year, first, last), _y(value, low, high)) for year, value in values]
    course = "".join(
        f"{'M' if place == 0 or _is_cut(places[place - 1][0], year, breaks) else 'L'}{x:.1f} {y:.1f}"
        for place, (year, x, y) in enumerate(places)
    )
    _, x, y = places[-1]
    return (
        f'<svg class="spark" viewBox="0 0 {_WIDTH:g} {_HEIGHT:g}" width="{_WIDTH:g}" height="{_HEIGHT:g}" role="img" '
        f'aria-label="{escape(label)}"><path d="{course}" fill="none" stroke="currentColor" stroke-width="1.4" '
        f'stroke-linejoin="round"/><circle cx="{x:.1f}" cy="{y:.1f}" r="{_RADIUS}" fill="currentColor"/></svg>'
    )


def _x(year: int, first: int, last: int) -> float:
    share = (year - first) / (last - first) if last > first else 1.0
    return _MARGIN + share * (_WIDTH - 2 * _MARGIN)


def _y(value: float, low: float, high: float) -> float:
    share = (value - low) / (high - low) if high > low else 0.5
    return _HEIGHT - _MARGIN - share * (_HEIGHT - 2 * _MARGIN)


def _is_cut(before: int, year: int, breaks: Sequence[int]) -> bool:
    return any(before < one <= year for one in breaks)
