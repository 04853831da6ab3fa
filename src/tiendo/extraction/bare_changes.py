"""Finds changes that leave out the unit of their value: `xử phạt 387 tổ chức, tăng 18 (4,9%)`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tiendo.documents.model import Document
from tiendo.extraction.passages import Passage, Value, is_level
from tiendo.facts.figures import Figure
from tiendo.facts.quantity import Change, Quantity, Unit
from tiendo.facts.relations import Relation, RelationKind
from tiendo.text.numbers import NumberStyle, parse_number

_CHANGE = re.compile(
    r"[^;.()\d]{0,60}?(?P<verb>tăng|giảm)(?:\s+thêm)?\s+(?P<amount>\d[\d.,]*)\s*"
    r"\(\s*(?:(?:tương\s+đương|tăng|giảm)\s+)*(?P<percent>\d[\d.,]*)\s*%\s*\)"
)
_PERCENT = Unit("PT")


def bare_changes(document: Document, passages: Sequence[Passage], style: NumberStyle) -> Iterator[Relation]:
    """The changes right behind a value that are numbers without a unit, with their percentage in brackets."""
    for passage in passages:
        for value in passage.values:
            found = _CHANGE.match(passage.lower, value.end, passage.end) if is_level(value) else None
            if found is None:
                continue
            change = Change.INCREASE if found["verb"] == "tăng" else Change.DECREASE
            amount = _figure(document, found.span("amount"), value, value.quantity.unit, change, style)
            percent = _figure(document, found.span("percent"), value, _PERCENT, change, style)
            if amount is not None and percent is not None:
                yield Relation(kind=RelationKind.CHANGE, terms=(value.figure, amount), result=percent)


def _figure(
    document: Document, span: tuple[int, int], value: Value, unit: Unit, change: Change, style: NumberStyle
) -> Figure | None:
    quote = document.text[span[0] : span[1]]
    try:
        number = parse_number(quote, style)
    except ValueError:
        return None
    written = value.quantity.written_unit if unit is not _PERCENT else "%"
    quantity = Quantity(low=number, high=number, written_unit=written, unit=unit, change=change)
    return Figure(start=span[0], end=span[1], quote=quote, quantity=quantity)
