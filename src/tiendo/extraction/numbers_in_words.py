"""Finds numbers that the text repeats in words: `21.500.000.000 đồng (Bằng chữ: hai mươi mốt tỷ …)`, `05 (năm)`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tiendo.documents.model import Document
from tiendo.extraction.printed_units import read_printed_unit
from tiendo.facts.errors import LookupRefused
from tiendo.facts.figures import Figure
from tiendo.facts.quantity import Quantity, Unit
from tiendo.facts.relations import Relation, RelationKind
from tiendo.reference.units import read_unit
from tiendo.text.number_words import read_number_words
from tiendo.text.numbers import NumberStyle, parse_number

_IN_WORDS = re.compile(
    r"(?P<number>\d[\d.,]*)(?P<unit>\s*[^\W\d][^\d()\n]{0,30})?\s*[.;]?\s*"
    r"\(\s*(?P<said>(?:viết\s+)?bằng\s+chữ|số\s+tiền\s+bằng\s+chữ)?\s*:?\s*(?P<words>[^\W\d][^()\d]{1,240}?)\s*[./]*\s*\)"
)
_MONEY = "đồng"
# The unit of a quantity that has none: what the words and the number count is the same thing.
_PLAIN = Unit("SO")


def numbers_in_words(document: Document, lower: str, style: NumberStyle) -> Iterator[Relation]:
    """The numbers of the text with their words; without "bằng chữ" only a bracket that is a number alone counts."""
    for found in _IN_WORDS.finditer(lower):
        words_at = found.start("words")
        read = read_number_words(lower, words_at)
        if read is None:
            continue
        value, end = read
        rest = lower[end : found.end("words")].strip(" .,/")
        if found["said"] is None and (rest or found["unit"]):
            continue
        if found["said"] is not None and rest not in ("", _MONEY, "đồng chẵn", "đồng việt nam", "đồng chẵn"):
            continue
        try:
            printed = parse_number(found["number"].rstrip(".,"), style)
            unit = _unit(lower, found)
        except (ValueError, LookupRefused):
            continue
        number = found["number"].rstrip(".,")
        start = found.start("number")
        yield Relation(
            kind=RelationKind.WORDS,
            terms=(_figure(document, words_at, end, Quantity(low=value, high=value, written_unit="", unit=_PLAIN)),),
            result=_figure(
                document, start, start + len(number), Quantity(low=printed, high=printed, written_unit="", unit=unit)
            ),
        )


def _unit(lower: str, found: re.Match[str]) -> Unit:
    """The multiplier of the number's unit (`21,5 tỷ đồng`), as a plain number: words say it as words."""
    written = (found["unit"] or "").strip()
    printed = read_printed_unit(lower, found.end("number"), found.end("unit"), sure_count=False) if written else None
    if printed is None:
        return _PLAIN
    return Unit(_PLAIN.measure, read_unit(lower[printed.start : printed.end]).multiplier)


def _figure(document: Document, start: int, end: int, quantity: Quantity) -> Figure:
    return Figure(start=start, end=end, quote=document.text[start:end], quantity=quantity, is_plan=True)
