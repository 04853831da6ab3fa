"""What is marked within the words: what a document cites, its figures and tasks, and marks of layout."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from tiendo.documents.lines import reading_copy
from tiendo.facts.records import Citation, Measurement, Task
from tiendo.publishing.akoma_ntoso.model import CitedDocument, MarkedFact, WrittenDocument
from tiendo.publishing.akoma_ntoso.portions import portion_before
from tiendo.publishing.akoma_ntoso.works import slug

_SIGN = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Mark:
    """An element around a stretch of the text. `fact` is the root of the fact that it shows.

    Of marks with the same stretch the one of the lowest `rank` stands outside.
    """

    start: int
    end: int
    element: str
    attributes: tuple[tuple[str, str], ...] = ()
    fact: int | None = None
    rank: int = 0


def marks_of(document: WrittenDocument) -> list[Mark]:
    """The marks of citations, facts and layout, in the order of their beginnings; those of the head come apart."""
    text = document.outlined.text
    marks = [*_citations(text, document.citations), *_layout(text)]
    marks += [_fact(one) for one in document.facts if not isinstance(one.record, Citation)]
    inside = [one for one in marks if 0 <= one.start < one.end <= len(text)]
    return sorted(inside, key=lambda one: (one.start, -one.end, one.rank))


def concept_key(indicator: str) -> str:
    """The address of an indicator among the references."""
    return f"indicator-{slug(indicator)}"


def body_key(code: str) -> str:
    """The address of a body among the references."""
    return f"org-{slug(code)}"


def citation_key(name: str) -> str:
    """The address of a cited document of which no more is known than its name, among the references."""
    return f"cited-{slug(name)}"


def plain(value: Decimal | None) -> str | None:
    """A number without exponent."""
    return None if value is None else f"{value:f}"


def _citations(text: str, citations: Sequence[CitedDocument]) -> Iterator[Mark]:
    for one in citations:
        if one.work is not None:
            portion, start = portion_before(text, one.start)
            href = f"{one.work.uri}/~{portion}" if portion else one.work.uri
            yield Mark(start, one.end, "ref", (("href", href),))
        else:
            refers = (("class", "citation"), ("refersTo", f"#{citation_key(one.name)}"))
            yield Mark(one.start, one.end, "span", refers)


def _fact(one: MarkedFact) -> Mark:
    record = one.record
    identified = ("GUID", f"fact-{one.root}")
    if isinstance(record, Measurement) and one.indicator:
        attributes = [("class", one.kind), ("refersTo", f"#{concept_key(one.indicator)}"), identified]
        if record.quantity.is_point:
            attributes.append(("normalized", plain(record.quantity.low) or ""))
        return Mark(record.start, record.end, "quantity", tuple(attributes), one.root, rank=2)
    refers = " ".join(f"#{body_key(code)}" for code, _ in one.bodies)
    said = [("class", one.kind), *([("refersTo", refers)] if refers else []), identified]
    return Mark(record.start, record.end, "span", tuple(said), one.root, rank=1 if isinstance(record, Task) else 2)


def _layout(text: str) -> Iterator[Mark]:
    """Page numbers and marks of Markdown: part of the text, and no words of the document."""
    reading = reading_copy(text)
    for found in _SIGN.finditer(text):
        start, end = found.span()
        if reading[start:end] == text[start:end]:
            continue
        place = start
        while place < end:
            edge = place + 1
            is_mark = _is_mark(text, reading, place)
            while edge < end and _is_mark(text, reading, edge) == is_mark:
                edge += 1
            if is_mark:
                yield Mark(place, edge, "inline", (("name", "layout"),), rank=3)
            place = edge


def _is_mark(text: str, reading: str, place: int) -> bool:
    return text[place] != reading[place]
