"""The classes of a choropleth: equally filled, with bounds that a person can remember."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from tiendo.facts.wording import Wording

MOST_CLASSES = 5  # more shades of one colour are not told apart on a map
_LEAST_IN_A_CLASS = 3  # a class of one or two units says less than the number on the tile
_MOVES_BY = 4  # a bound may move over a quarter of the units of a class

RULE = Wording(
    "Các đơn vị xếp theo giá trị rồi chia thành các nhóm có số đơn vị gần bằng nhau; mốc chia làm tròn đến số dễ nhớ "
    "nhất trong khoảng cho phép. Cách này giữ cho bản đồ luôn đọc được dù một vài đơn vị lớn hơn hẳn.",
    "The units stand in the order of their values and are cut into groups of nearly the same size; each bound is the "
    "roundest number near the cut. So the map can be read even where a few units are far larger than the rest.",
)
"""How the bounds are found, and why quantiles and not equal steps."""

# A number is the rounder, the greater the step of which it is a multiple; of one power of ten these steps.
_STEPS = (Decimal(5), Decimal(2), Decimal(1))


class Stretch(NamedTuple):
    """What a bound may be: above `over`, up to and with `upto`; `cut` is where equal groups would have it."""

    over: Decimal
    upto: Decimal
    cut: Decimal


def class_bounds(values: Sequence[Decimal]) -> tuple[Decimal, ...]:
    """The lower bounds of all classes but the lowest, ascending; none where the units are too few for two classes.

    Equal values are never parted. Where values lie on both sides of zero, zero is a bound.
    """
    ordered = sorted(values)
    count = min(MOST_CLASSES, len(ordered) // _LEAST_IN_A_CLASS)
    bounds = {_roundest(stretch) for stretch in _stretches(ordered, count)}
    if bounds and ordered[0] < 0 < ordered[-1]:
        bounds = {bound for bound in bounds if bound != min(bounds, key=abs)} | {Decimal(0)}
    return tuple(sorted(bounds))


def class_of(value: Decimal, bounds: Sequence[Decimal]) -> int:
    """The class of a value, from 1; a value that is a bound belongs to the class above."""
    return bisect_right(bounds, value) + 1


def _stretches(ordered: Sequence[Decimal], count: int) -> list[Stretch]:
    found = []
    for number in range(1, count):
        place = round(number * len(ordered) / count)
        room = len(ordered) // count // _MOVES_BY
        upto = ordered[min(place + room, len(ordered) - 1)]
        lower = [value for value in ordered[: max(place - room, 1)] if value < upto]
        if lower:
            found.append(Stretch(lower[-1], upto, ordered[place]))
    return found


def _roundest(stretch: Stretch) -> Decimal:
    if stretch.over < 0 <= stretch.upto:
        return Decimal(0)
    exponent = max(abs(stretch.over), abs(stretch.upto)).adjusted()
    while True:
        for step in _STEPS:
            if (found := _multiple(step.scaleb(exponent), stretch)) is not None:
                return found
        exponent -= 1


def _multiple(step: Decimal, stretch: Stretch) -> Decimal | None:
    """The multiple of a step that lies in the stretch and is nearest to the cut."""
    first = stretch.over // step * step
    candidates = [first + step * number for number in range(-1, 3)]
    nearest = stretch.cut // step * step
    candidates += [nearest, nearest + step]
    inside = [one for one in candidates if stretch.over < one <= stretch.upto]
    if not inside:
        return None
    best = min(inside, key=lambda one: abs(one - stretch.cut))
    return best.quantize(Decimal(1)) if best == best.to_integral_value() else best.normalize()
