"""Finds totals split by time in their own bracket: `29.845 tỷ đồng (năm 2016: 5.412; năm 2017: 6.087; …)`.

The members carry no unit of their own: they are of the unit of the total.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tiendo.documents.model import Document
from tiendo.extraction.passages import Passage, Value, is_level
from tiendo.facts.figures import Figure
from tiendo.facts.quantity import Quantity
from tiendo.facts.relations import Relation, RelationKind
from tiendo.text.numbers import NumberStyle, parse_number

_OPENS = re.compile(r"\s*(?:[^\W\d]+\s+){0,3}\((?P<inside>[^()]{1,400})\)")
_MEMBER = re.compile(
    r"[\s,;]*(?:và\s+)?(?P<time>(?:năm\s+\d{4}|quý\s+(?:[ivx]+|\d)|tháng\s+\d{1,2}|\d{4}))\s*(?::|là|đạt)\s*"
    r"(?P<number>\d[\d.,]*\d|\d)(?=[\s,;]|$)"
)
_LEAST_MEMBERS = 2


def time_series(document: Document, passages: Sequence[Passage], style: NumberStyle) -> Iterator[Relation]:
    """The totals with a bracket behind them that holds nothing but times and numbers."""
    for passage in passages:
        for value in passage.values:
            opened = _OPENS.match(passage.lower, value.end, passage.end)
            if opened is not None and is_level(value):
                parts = _members(document, passage, value, opened.span("inside"), style)
                if len(parts) >= _LEAST_MEMBERS:
                    yield Relation(
                        kind=RelationKind.LISTED, terms=tuple(parts), result=value.figure, asserted=False, words="()"
                    )


def _members(
    document: Document, passage: Passage, total: Value, inside: tuple[int, int], style: NumberStyle
) -> list[Figure]:
    place, end = inside
    found: list[Figure] = []
    while (member := _MEMBER.match(passage.lower, place, end)) is not None:
        try:
            value = parse_number(member["number"], style)
        except ValueError:
            return []
        quantity = Quantity(low=value, high=value, written_unit="", unit=total.quantity.unit)
        start, place = member.span("number")
        found.append(Figure(start=start, end=place, quote=document.text[start:place], quantity=quantity))
    return found if not passage.lower[place:end].strip(" ;,") else []
