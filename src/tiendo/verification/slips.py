"""The ways in which one printed number can have been mistyped, the likelier ones first."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from itertools import combinations

from tiendo.facts.findings import Slip
from tiendo.facts.intervals import Interval
from tiendo.facts.quantity import Change
from tiendo.reference.rounding import last_place
from tiendo.text.numbers import NUMBER, format_number
from tiendo.verification.numbers import Number, bounds, with_value

# How unlikely a slip is. Fingers swap neighbours more often than anything else; a wrong mark, unit or sign is one
# slip out of few possible ones; any single digit is one out of very many.
_COST = {
    Slip.SWAPPED_DIGITS: 0,
    Slip.SIGN: 1,
    Slip.DECIMAL_MARK: 1,
    Slip.UNIT: 1,
    Slip.DOUBLED_DIGIT: 2,
    Slip.LOST_DIGIT: 2,
    Slip.WRONG_DIGIT: 2,
}
_COST_OF_DISTANCE = 3  # two digits that do not stand side by side change places rarely
_COST_OF_FAR_MARK = 1  # a mark slides by one place; three places are rather a wrong unit
_COST_OF_OTHER_PRECISION = 1  # a document mostly gives one number of decimals to all figures of a kind
_MARK_MOVES = (-1, 1, -2, 2, -3, 3)
_UNIT_STEPS = (3, -3, 6, -6)
_SCALE_WORDS = {0: "", 3: "nghìn", 6: "triệu", 9: "tỷ", 12: "nghìn tỷ"}
_SCALED = re.compile(r"(?:nghìn tỷ|ngàn tỷ|nghìn|ngàn|triệu|tỷ|tỉ)\s*", re.IGNORECASE)
_CURRENCIES = frozenset(("VND", "USD", "CNY", "EUR"))
_HALF = Fraction(1, 2)  # of the last digit
_LONGEST_UNGROUPED = 3  # digits; a longer number without dots stands in a text that sets none
_DIGITS = "0123456789"
_LONGEST_NUMBER = 15  # digits; a longer one has too many ways to be wrong to try them all


@dataclass(frozen=True, slots=True)
class Variant:
    """What a number may have been: its digits and the power of ten of the last, what that would stand for.

    `token` is the number as it is printed now; a wrong unit has the right one in `digits`. `cost` says how
    unlikely the slip is.
    """

    slip: Slip
    token: str
    digits: str
    place: int
    interval: Interval
    cost: int


def likely_text(number: Number, variant: Variant) -> str:
    """How the number would be printed without the slip, with its unit."""
    rest = number.figure.quote[len(variant.token) :]
    match variant.slip:
        case Slip.SIGN:
            rises = number.figure.quantity.change is Change.DECREASE
            return f"{'tăng' if rises else 'giảm'} {number.text}"
        case Slip.UNIT:
            return " ".join(f"{variant.token} {variant.digits}".split())
        case _:
            return _printed(variant.token, variant.digits, Decimal(int(variant.digits)).scaleb(variant.place), rest)


def variants(number: Number) -> Iterator[Variant]:
    """Every single slip that could have turned another number into this one."""
    printed = _digits(number)
    if printed is None:
        return
    token, digits, place = printed
    stands_for = _reader(number)
    for slip, cost, changed, new_place in _mistyped(digits, place):
        # Nothing is printed as zero and then compared: a zero would only hide the relation.
        is_possible = int(changed) != 0 and not (number.is_whole_count and new_place < 0)
        interval = stands_for(int(changed), new_place) if is_possible else None
        if interval is not None:
            yield Variant(slip, token, changed, new_place, interval, cost)
    yield from _other_units(number, token)
    if number.figure.quantity.change is not None:
        yield Variant(Slip.SIGN, token, "", 0, -number.interval, _COST[Slip.SIGN])


def is_one_slip_away(number: Number, other: Number) -> bool:
    """Whether one slip turns what one number prints into what another prints, both in one unit."""
    printed, wanted = _digits(number), next(bounds(other.figure.quantity))
    if printed is None or number.scale != other.scale:
        return False
    _, digits, place = printed
    return any(Decimal(int(changed)).scaleb(at) == wanted for _, _, changed, at in _mistyped(digits, place))


def _digits(number: Number) -> tuple[str, str, int] | None:
    """The number as printed, its digits, and the power of ten of the last; None where they are not its value."""
    token = NUMBER.match(number.figure.quote)
    value = next(bounds(number.figure.quantity))
    if token is None or len(token[0]) > _LONGEST_NUMBER:
        return None
    place, digits = last_place(value), re.sub(r"\D", "", token[0])
    return (token[0], digits, place) if Decimal(int(digits)).scaleb(place) == value else None


def _reader(number: Number) -> Callable[[int, int], Interval | None]:
    """What digits and the power of ten of the last would stand for in place of the printed ones."""
    quantity = number.figure.quantity
    if not quantity.is_point or quantity.approximate:
        return lambda digits, place: _in_range(number, Decimal(digits).scaleb(place))
    is_exact, sign = number.interval.is_exact, -1 if quantity.change is Change.DECREASE else 1

    def point(digits: int, place: int) -> Interval:
        step = Fraction(10) ** place * number.scale * sign
        if is_exact and (place == 0 or not number.figure.is_plan):
            return Interval.exactly(digits * step)
        ends = (digits - _HALF) * step, (digits + _HALF) * step
        return Interval(min(ends), max(ends))

    return point


def _in_range(number: Number, value: Decimal) -> Interval | None:
    """The lower bound of a range replaced; None where it would lie above the upper one."""
    quantity = number.figure.quantity
    in_order = quantity.is_point or quantity.low is None or quantity.high is None or value <= quantity.high
    return number.stood_for(with_value(quantity, value)) if in_order else None


def _mistyped(digits: str, place: int) -> Iterator[tuple[Slip, int, str, int]]:
    """(slip, cost, digits, power of ten of the last digit) of every number one slip away."""
    yield from _swapped(digits, place)
    for move in _MARK_MOVES:
        if place + move <= 0 and (place < 0 or place + move < 0):
            far = _COST_OF_FAR_MARK if abs(move) > 1 else 0
            yield Slip.DECIMAL_MARK, _COST[Slip.DECIMAL_MARK] + far, digits, place + move
    yield from _of_other_length(digits, place)
    for at, digit in enumerate(digits):
        for other in _DIGITS.replace(digit, ""):
            yield Slip.WRONG_DIGIT, _COST[Slip.WRONG_DIGIT], digits[:at] + other + digits[at + 1 :], place


def _swapped(digits: str, place: int) -> Iterator[tuple[Slip, int, str, int]]:
    for first, second in combinations(range(len(digits)), 2):
        if digits[first] != digits[second]:
            swapped = list(digits)
            swapped[first], swapped[second] = swapped[second], swapped[first]
            cost = _COST[Slip.SWAPPED_DIGITS] if second == first + 1 else _COST_OF_DISTANCE
            yield Slip.SWAPPED_DIGITS, cost, "".join(swapped), place


def _of_other_length(digits: str, place: int) -> Iterator[tuple[Slip, int, str, int]]:
    """A digit lost or too many; one behind the mark moves those that stand behind it by one place."""
    lost, doubled = _COST[Slip.LOST_DIGIT], _COST[Slip.DOUBLED_DIGIT]
    whole = len(digits) + min(place, 0)  # digits in front of the mark
    for at in range(len(digits) + 1):
        for added in _DIGITS:
            longer = digits[:at] + added + digits[at:]
            if at <= whole:
                yield Slip.LOST_DIGIT, lost, longer, place
            if place < 0 and at >= whole:
                yield Slip.LOST_DIGIT, lost + _COST_OF_OTHER_PRECISION, longer, place - 1
    for at in range(len(digits) if len(digits) > 1 else 0):
        shorter = digits[:at] + digits[at + 1 :]
        if at < whole:
            yield Slip.DOUBLED_DIGIT, doubled, shorter, place
        else:
            yield Slip.DOUBLED_DIGIT, doubled + _COST_OF_OTHER_PRECISION, shorter, place + 1


def _printed(token: str, digits: str, value: Decimal, rest: str) -> str:
    """The quote with another number, printed in the manner of the one it replaces."""
    leading_zero = token.startswith("0") and token.isdecimal()
    is_grouped = len(token) <= _LONGEST_UNGROUPED or "." in token or "," in token
    formatted = format_number(value) if is_grouped else format_number(value).replace(".", "")
    written = digits if leading_zero else formatted
    return " ".join((written + rest).split())


def _other_units(number: Number, token: str) -> Iterator[Variant]:
    unit = number.figure.quantity.unit
    if unit.multiplier == 0 and unit.measure not in _CURRENCIES:
        return
    rest = " ".join(number.figure.quote[len(token) :].split())
    noun = _SCALED.sub("", rest, count=1) if unit.multiplier else rest
    for step in _UNIT_STEPS:
        word = _SCALE_WORDS.get(unit.multiplier + step)
        if word is not None:
            interval = number.interval.scaled(Fraction(10) ** step)
            yield Variant(Slip.UNIT, token, f"{word} {noun}", 0, interval, _COST[Slip.UNIT])
