"""Relations that were written down beside a document, and whether they still hold when a number is changed.

This is apart from the product on purpose: it decides which changed numbers a reader could find, by plain
arithmetic on the numbers as printed, whatever the product reads.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

Place = tuple[str, int, int]
Ends = tuple[Fraction, Fraction]
_MEASURED = re.compile(
    r"\s*(?:%|‰|nghìn|triệu|tỷ|đồng|ha|tấn|tạ|kg|km|m2|m3|usd|kwh|điểm|lần|cm|mm|m(?!\w))", re.IGNORECASE
)
_SCALES = [Fraction(10) ** power for power in range(-9, 10)]
_HUNDRED = Fraction(100)


@dataclass(frozen=True, slots=True)
class Annotated:
    """A relation: its kind and the places of its numbers, in the order that the kind has."""

    kind: str
    places: tuple[Place, ...]


def annotations(document: Path) -> Iterator[Annotated]:
    """The relations written down for a document; none where there are no notes."""
    beside = document.with_suffix(".relations.jsonl")
    if not beside.is_file():
        return
    for line in beside.read_text(encoding="utf-8").splitlines():
        data = json.loads(line)
        places = tuple((one.get("document", document.name), one["start"], one["end"]) for one in data["figures"])
        yield Annotated(data["kind"], places)


def printed_interval(text: str, span: tuple[int, int]) -> Ends | None:
    """What the number at a place stands for: half of its last digit on both sides, a count exactly itself."""
    token = text[slice(*span)]
    if not re.fullmatch(r"\d[\d.]*(?:,\d+)?", token):
        return None
    whole, _, decimals = token.partition(",")
    value = Fraction(int(whole.replace(".", "") + decimals), 10 ** len(decimals))
    scale = _scale(text, span[1])
    is_count = not decimals and _MEASURED.match(text, span[1]) is None
    half = Fraction(0) if is_count else Fraction(1, 2 * 10 ** len(decimals))
    return (value - half) * scale, (value + half) * scale


def _scale(text: str, end: int) -> Fraction:
    found = re.match(r"\s*(nghìn tỷ|tỷ|triệu|nghìn)(?=\s)", text[end : end + 12], re.IGNORECASE)
    powers = {"nghìn tỷ": 12, "tỷ": 9, "triệu": 6, "nghìn": 3}
    return Fraction(10) ** powers[found[1].lower()] if found else Fraction(1)


def formulas(numbers: Sequence[Ends]) -> list[Callable[[Sequence[Ends]], bool]]:
    """Every simple formula that the numbers of a sound document meet: sums, quotients, changes."""
    return [one for one in _candidates(len(numbers)) if one(numbers)]


def _candidates(count: int) -> Iterator[Callable[[Sequence[Ends]], bool]]:
    if count >= 3:
        yield lambda n: _meet(n[0], _total(n[1:]))
    if count > 1:
        yield lambda n: _meet((_HUNDRED, _HUNDRED), _total(n))
    if count == 2:
        yield lambda n: _meet(n[0], n[1])
    if count == 3:
        yield lambda n: _meet(_minus(n[0], n[1]), n[2])
        yield lambda n: _meet(_minus(n[1], n[0]), n[2])
        for scale in _SCALES:
            for first, second, third in ((0, 1, 2), (0, 2, 1), (1, 0, 2)):
                yield lambda n, s=scale, a=first, b=second, c=third: _meet(_times(_over(n[a], n[b]), s), n[c])
        for sign in (1, -1):
            yield lambda n, s=sign: _meet(_change(n[0], n[1], s), n[2])
            yield lambda n, s=sign: _meet(_change_by(n[0], n[1], s), n[2])


def _meet(one: Ends, other: Ends) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]


def _total(numbers: Sequence[Ends]) -> Ends:
    return sum((low for low, _ in numbers), Fraction(0)), sum((high for _, high in numbers), Fraction(0))


def _minus(one: Ends, other: Ends) -> Ends:
    return one[0] - other[1], one[1] - other[0]


def _times(one: Ends, factor: Fraction) -> Ends:
    return one[0] * factor, one[1] * factor


def _over(one: Ends, other: Ends) -> Ends:
    if other[0] <= 0:
        return Fraction(0), Fraction(10) ** 30
    return one[0] / other[1], one[1] / other[0]


def _change(value: Ends, base: Ends, sign: int) -> Ends:
    """So many percent more (or less) than the base."""
    low, high = _over(value, base)
    ends = sorted(((low - 1) * _HUNDRED * sign, (high - 1) * _HUNDRED * sign))
    return ends[0], ends[1]


def _change_by(value: Ends, amount: Ends, sign: int) -> Ends:
    """An amount in percent of the value before it."""
    base = _minus(value, amount) if sign > 0 else _total((value, amount))
    return _times(_over(amount, base), _HUNDRED)
