"""The part that tells the results, sector by sector, in the order of the documents that they come from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from tiendo.assessment.board import Row
from tiendo.catalogue.model import Sector
from tiendo.facts.wording import Wording
from tiendo.publishing.report.basis import Basis
from tiendo.publishing.report.figures import RowFigures, plain
from tiendo.publishing.report.model import Block, Heading, Paragraph
from tiendo.publishing.report.patterns import listed, named
from tiendo.publishing.report.sentences import Told, day_of, sentence

SENTENCES_A_PARAGRAPH = 4  # what is read in one breath; a part stays with its whole all the same

_NOTHING = Wording(
    "Sổ chưa có kết quả nào của {period}.",
    "The record holds no result for {period} yet.",
)


def told_by_sector(basis: Basis, language: str) -> list[tuple[Sector, list[Told]]]:
    """The rows with a result under their sectors; a growth that an amount claims stands with the amount."""
    rows = sorted((row for row in all_rows(basis) if row.result is not None), key=_place)
    alone = [row for row in rows if not row.from_claim]
    growths = {_place(row): row for row in rows if row.from_claim}
    told = [Told(figures_of(row, basis, language), _growth(row, growths, basis, language)) for row in alone]
    merged = {_place(one.row) for one in told if one.growth is not None}
    told += [Told(figures_of(row, basis, language)) for place, row in growths.items() if place not in merged]
    by_sector: dict[str, list[Told]] = {}
    for one in told:
        by_sector.setdefault(one.row.indicator.sector, []).append(one)
    known = [sector for sector in basis.board.catalogue.sectors if sector.id in by_sector]
    others = [Sector(code, Wording(code, code)) for code in by_sector if code not in {one.id for one in known}]
    return [(sector, by_sector[sector.id]) for sector in (*known, *others)]


def all_rows(basis: Basis) -> tuple[Row, ...]:
    """The rows of the board with and without a target."""
    return (*basis.board.rows, *basis.board.unplanned)


def figures_of(row: Row, basis: Basis, language: str) -> RowFigures:
    """What makes the bound figures of a row."""
    return RowFigures(row, basis.board.period, basis.addresses.get(row.indicator.id, ""), language)


def results(sectors: Sequence[tuple[Sector, list[Told]]], language: str) -> Iterator[Block]:
    """A heading and paragraphs for each sector."""
    for number, (sector, told) in enumerate(sectors, 1):
        yield Heading(2, f"{number}.", sector.names.sentence(language))
        for group in _paragraphs(told):
            sentences = [sentence(one, dated=at == 0) for at, one in enumerate(group)]
            yield Paragraph(listed(sentences, " "))


def nothing_told(basis: Basis, language: str) -> Paragraph:
    """That there is no result to tell."""
    return Paragraph(plain(_NOTHING.sentence(language).format(period=named(basis.board.period, language))))


def _paragraphs(told: Sequence[Told]) -> Iterator[list[Told]]:
    """What is read together: results of one day, or of the period; a day said once holds for its paragraph."""
    group: list[Told] = []
    for one in sorted(told, key=lambda one: (day_of(one) is not None, day_of(one) or date.min)):
        within = one.row.indicator.part_of
        is_part = within is not None and within.id in {other.row.indicator.id for other in group}
        is_full = len(group) >= SENTENCES_A_PARAGRAPH and not is_part
        if group and (is_full or day_of(one) != day_of(group[0])):
            yield group
            group = []
        group.append(one)
    if group:
        yield group


def _place(row: Row) -> tuple[str, int]:
    result = row.result
    return (result.document, result.record.start) if result is not None else ("", 0)


def _growth(row: Row, growths: dict[tuple[str, int], Row], basis: Basis, language: str) -> RowFigures | None:
    """The growth row that took the change claimed beside this amount as its result."""
    growth = growths.get(_place(row))
    if growth is None or growth.indicator.family != row.indicator.family:
        return None
    # Its figures are those of the target alone: the change is a figure of the amount.
    return replace(figures_of(row, basis, language), row=growth, address=basis.addresses.get(growth.indicator.id, ""))
