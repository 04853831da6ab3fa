"""Which marks stand in a part of a document, and where each leads."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from tiendo.facts.records import Measurement
from tiendo.ledger.selectors.citations import CitationView
from tiendo.web.pages.document.addresses import fact_key
from tiendo.web.pages.document.margin import Asked
from tiendo.web.pages.document.marking import Mark
from tiendo.web.pages.document.opening import Opened
from tiendo.web.pages.document.told import Told, comparison_words, reading_lines

Address = Callable[[int], str]


def marks_of(
    facts: Sequence[Told],
    asked: Sequence[Asked],
    citations: Mapping[tuple[int, int], CitationView],
    opened: Opened,
    language: str,
    *,
    address: Address,
    document_address: Address,
) -> list[Mark]:
    """The marks of a part: its facts, the comparisons beside them, and the numbers that a finding asks about.

    `address` leads to a fact on this page, `document_address` to a document.
    """
    questioned = [one for one in asked if one.touches(opened.part.start, opened.part.end)]
    found: list[Mark] = []
    covered: set[tuple[int, int]] = set()
    for one in facts:
        found += _of_fact(one, questioned, citations, opened, language, address, document_address)
        covered.add((one.fact.start, one.fact.end))
    covered |= {(mark.start, mark.end) for mark in found}
    for finding in questioned:
        found += _of_finding(finding, covered)
    return found


def _of_fact(
    one: Told,
    asked: Sequence[Asked],
    citations: Mapping[tuple[int, int], CitationView],
    opened: Opened,
    language: str,
    address: Address,
    document_address: Address,
) -> Iterator[Mark]:
    fact = one.fact
    touching = [other for other in asked if other.touches(fact.start, fact.end)] if fact.kind != "task" else []
    lines = [*reading_lines(one, language), *(other.message for other in touching)]
    cited = citations.get((fact.start, fact.end)) if fact.kind == "citation" else None
    leads_on = cited is not None and cited.document is not None
    yield Mark(
        key=fact_key(fact.root),
        kind=fact.kind,
        start=fact.start,
        end=fact.end,
        address=document_address(cited.document) if cited and cited.document is not None else address(fact.root),
        reading="\n".join(lines),
        opens=None if leads_on else fact.root,
        flags=tuple(_flags(one, opened, is_asked=bool(touching))),
    )
    if isinstance(fact.record, Measurement):
        for number, comparison in enumerate(fact.record.comparisons):
            place = comparison.figure
            is_asked = any(other.touches(place.start, place.end) for other in asked)
            yield Mark(
                key=f"c-{fact.root}-{number}",
                kind="comparison",
                start=place.start,
                end=place.end,
                address=address(fact.root),
                reading=f"{comparison_words(comparison, language)}\n{one.title} · {one.amount}",
                opens=fact.root,
                flags=("asked",) if is_asked else (),
            )


def _flags(one: Told, opened: Opened, *, is_asked: bool) -> Iterator[str]:
    if one.fact.state != "sure":
        yield one.fact.state
    if is_asked:
        yield "asked"
    if opened.chosen is not None and opened.chosen.root == one.fact.root:
        yield "now"


def _of_finding(one: Asked, covered: set[tuple[int, int]]) -> Iterator[Mark]:
    """Numbers that a finding asks about and that are no fact by themselves."""
    for number, (start, end) in enumerate(one.places):
        if (start, end) not in covered:
            yield Mark(
                key=f"q-{one.finding.id}-{number}",
                kind="finding",
                start=start,
                end=end,
                address=f"#{one.anchor}",
                reading=one.message,
            )
