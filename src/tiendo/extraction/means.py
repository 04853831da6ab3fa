"""Finds means beside what they are taken of: per household or commune, and per year of a span."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from tiendo.documents.model import Document
from tiendo.extraction.passages import Passage, Value, is_level
from tiendo.extraction.ratio_terms import ratio_denominator
from tiendo.facts.figures import Figure
from tiendo.facts.quantity import Quantity, Unit
from tiendo.facts.relations import Relation, RelationKind
from tiendo.reference.rounding import is_count
from tiendo.reference.units import comparable, read_unit
from tiendo.text.numbers import NumberStyle

_AVERAGE = re.compile(r"(?<!\w)(?:bình\s+quân|trung\s+bình|mỗi|suất)(?!\w)")
# Between a total and its mean per year stands nothing but how the mean is called.
_PER_YEAR = re.compile(
    r"[\s,(]*(?:(?:tính|tương\s+đương|tức)\s+)?"
    r"(?:(?:bình\s+quân|trung\s+bình)(?:\s+(?:mỗi|một|1|hằng|hàng)?\s*năm)?|(?:mỗi|hằng|hàng)\s+năm)"
    r"(?:\s+(?:đạt|là|khoảng|trên|gần|hơn|thu|trồng))*\s*"
)
_BRACKET = re.compile(r"\s*\([^()]*\)")
# "Thu ngân sách 5 năm đạt …"
_YEARS = re.compile(r"(?<![\w.,/-])(?P<years>[2-9]|10)\s+năm(?!\s+\d)(?!\w)")
_PEOPLE = frozenset(("NGUOI", "NHAN_KHAU", "KHAU"))
_NUMBER_OF_YEARS = Unit("SO_NAM")  # counted, where "năm" of an age or a term is measured


def means(document: Document, passages: Sequence[Passage], style: NumberStyle) -> Iterator[Relation]:
    """The means of every sentence."""
    for passage in passages:
        for index, mean in enumerate(passage.values):
            per = mean.quantity.per
            if mean.quantity.change is not None:
                continue
            if mean.annual or per == "năm":
                yield from _per_year(document, passage, index)
            elif per is not None and per[:1].isalpha():
                yield from _per_thing(passage, index, per, style)


def _per_thing(passage: Passage, index: int, per: str, style: NumberStyle) -> Iterator[Relation]:
    """`15.572 nhân khẩu … 4.683 hộ, bình quân 3,3 nhân khẩu/hộ`: a mean with both of its terms.

    The things counted may be the whole of a written ratio: `99/181 xã …, bình quân 15 tiêu chí/xã`.
    """
    mean = passage.values[index]
    beside = _beside(passage, index, per)
    if beside is not None:
        yield Relation(kind=RelationKind.MEAN, terms=beside, result=mean.figure)
        return
    others = [one for one in passage.values if one is not mean and is_level(one)]
    totals = [one.figure for one in others if _same_things(one.quantity.unit, mean.quantity.unit)]
    counts = [one for one in others if one.quantity.unit.measure == read_unit(per).measure]
    counted = [ratio_denominator(passage.lower, one, style) or one.figure for one in counts]
    if len(totals) == 1 and len(counted) == 1 and is_count(counted[0].quantity.unit):
        asserted = _AVERAGE.search(passage.gap(index)) is not None
        terms = (totals[0], counted[0])
        yield Relation(kind=RelationKind.MEAN, terms=terms, result=mean.figure, asserted=asserted)


def _beside(passage: Passage, index: int, per: str) -> tuple[Figure, Figure] | None:
    """`trả lại cho 9 công dân 1.260 m2 đất, bình quân 140 m2/công dân`: the two values right before a mean."""
    mean = passage.values[index]
    own = passage.bracket_around(mean.start)
    pair = [one for one in passage.values[:index] if passage.bracket_around(one.start) in (None, own)][-2:]
    if len(pair) < 2 or ";" in passage.between(pair[0].end, mean.start):
        return None
    totals = [one for one in pair if is_level(one) and _same_things(one.quantity.unit, mean.quantity.unit)]
    counts = [one for one in pair if is_level(one) and one.quantity.unit == read_unit(per)]
    if len(totals) != 1 or len(counts) != 1 or not is_count(counts[0].quantity.unit):
        return None
    return (totals[0].figure, counts[0].figure) if _AVERAGE.search(passage.gap(index)) else None


def _per_year(document: Document, passage: Passage, index: int) -> Iterator[Relation]:
    """`45.500 ha, bình quân 9.100 ha/năm`: a mean over the years of the total, or over those that are printed."""
    mean = passage.values[index]
    total = next((one for one in reversed(passage.values[:index]) if _may_be_total(passage, one, mean)), None)
    if total is None:
        return
    between = _BRACKET.sub(" ", passage.between(total.end, mean.start))
    if _PER_YEAR.fullmatch(between):
        years = _printed_years(document, passage, total)
        terms = (total.figure, years) if years is not None else (total.figure,)
        yield Relation(kind=RelationKind.MEAN, terms=terms, result=mean.figure)


def _may_be_total(passage: Passage, total: Value, mean: Value) -> bool:
    bracket = passage.bracket_around(total.start)
    is_outside = bracket is None or bracket == passage.bracket_around(mean.start)
    return is_outside and is_level(total) and not total.annual and _same_things(total.quantity.unit, mean.quantity.unit)


def _printed_years(document: Document, passage: Passage, total: Value) -> Figure | None:
    """The number of years in front of a total, in its own clause."""
    place = passage.number_end_before(total.start)
    found = list(_YEARS.finditer(passage.lower, max(place - 1, passage.start), total.start))
    if not found:
        return None
    start, end = found[-1].span()
    value = Decimal(found[-1]["years"])
    quantity = Quantity(low=value, high=value, written_unit="năm", unit=_NUMBER_OF_YEARS)
    return Figure(start=start, end=end, quote=document.text[start:end], quantity=quantity)


def _same_things(total: Unit, mean: Unit) -> bool:
    """Whether a mean of one unit can be taken of a total of another: `7.344 nhân khẩu`, `3,7 người/hộ`."""
    return comparable(total, mean) or {total.measure, mean.measure} <= _PEOPLE
