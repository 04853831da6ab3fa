"""A report as it is shown before it leaves: blocks ready for the template, each figure a link to where it is shown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from tiendo.assessment.board import Board
from tiendo.assessment.entries import BoardEntry
from tiendo.assessment.status import Status
from tiendo.facts.period import Period
from tiendo.facts.printing import unit_of, with_unit
from tiendo.publishing.cells import source_of
from tiendo.publishing.report.agreement_text import MEANINGS
from tiendo.publishing.report.basis import Basis
from tiendo.publishing.report.figures import unit_code
from tiendo.publishing.report.model import (
    Block,
    Cell,
    Figure,
    Heading,
    Manner,
    Paragraph,
    Report,
    RulerCell,
    Run,
    Runs,
    Table,
)
from tiendo.publishing.ruler import Ruler
from tiendo.web.pages.rulers import ruler_picture
from tiendo.web.words import say

_LEVELS_ABOVE = 2  # the title of the page, and that of the report
_LAST_LEVEL = 6
_PERCENT = "PT"
_NOTHING = SafeString()


@dataclass(frozen=True, slots=True)
class ShownBlock:
    """A block of the preview. `kind` is how it is set: `heading`, `table`, or the manner of a paragraph.

    `level` is that of a heading on the page; a table has `heads` and `rows`, everything else `words`.
    """

    kind: str
    words: SafeString = _NOTHING
    level: int = 0
    heads: tuple[tuple[str, bool], ...] = ()
    rows: tuple[tuple[bool, tuple[tuple[SafeString, bool], ...]], ...] = ()


@dataclass(frozen=True, slots=True)
class ShownAnnex:
    """An annex with its blocks."""

    label: str
    title: str
    blocks: tuple[ShownBlock, ...]


@dataclass(frozen=True, slots=True)
class Preview:
    """All of a report behind its head and before its end."""

    grounds: tuple[ShownBlock, ...]
    blocks: tuple[ShownBlock, ...]
    annexes: tuple[ShownAnnex, ...]


def preview_of(report: Report, basis: Basis) -> Preview:
    """The report as the page shows it; what its figures were taken from is told by the basis."""
    setter = _Setter(_sources(basis.board), _units(basis.board, report.language), report.language)
    return Preview(
        grounds=tuple(map(setter.block, report.grounds)),
        blocks=tuple(map(setter.block, report.blocks)),
        annexes=tuple(
            ShownAnnex(annex.label, annex.title, tuple(map(setter.block, annex.blocks))) for annex in report.annexes
        ),
    )


def _entries(board: Board) -> Iterator[BoardEntry]:
    for row in (*board.rows, *board.unplanned):
        yield from (one for one in (row.target, row.result, *row.horizons) if one is not None)


def _sources(board: Board) -> Mapping[int, str]:
    return {one.entry: source_of(one) for one in _entries(board) if one.entry is not None}


def _units(board: Board, language: str) -> Mapping[str, str]:
    quantities = [one.record.quantity for one in _entries(board)]
    return {unit_code(one.unit): unit_of(one, language) for one in quantities if not one.per} | {_PERCENT: "%"}


@dataclass(frozen=True, slots=True)
class _Setter:
    """Sets blocks: where the entries of figures stand, what units are called, and the language of the report."""

    sources: Mapping[int, str]
    units: Mapping[str, str]
    language: str

    def block(self, block: Block) -> ShownBlock:
        match block:
            case Heading(level, label, text):
                words = format_html("{} {}", label, text)
                return ShownBlock("heading", words, level=min(level + _LEVELS_ABOVE, _LAST_LEVEL))
            case Paragraph(runs, manner):
                dash = "- " if manner is Manner.DASH else ""
                return ShownBlock(manner.value, format_html("{}{}", dash, self.runs(runs)))
            case Table():
                return self.table(block)

    def table(self, table: Table) -> ShownBlock:
        are_numbers = [column.is_number for column in table.columns]
        rows = (
            (row.group, tuple(zip(map(self.cell, row.cells), are_numbers, strict=False)))  # a group has one cell
            for row in table.rows
        )
        heads = tuple((column.title, column.is_number) for column in table.columns)
        return ShownBlock("table", format_html("{}", table.caption), heads=heads, rows=tuple(rows))

    def cell(self, cell: Cell) -> SafeString:
        if isinstance(cell, RulerCell):
            ruler = Ruler(reached=cell.reached, expected=cell.expected, band=cell.band)
            return ruler_picture(ruler, Status(cell.status), cell.says)
        return self.runs(cell)

    def runs(self, runs: Runs) -> SafeString:
        return _joined(map(self.run, runs))

    def run(self, run: Run) -> SafeString:
        if isinstance(run, Figure):
            said = self.figure(run)
        else:
            said = format_html("<i>{}</i>", run.text) if run.italic else format_html("{}", run.text)
        return format_html("<b>{}</b>", said) if run.bold else said

    def figure(self, figure: Figure) -> SafeString:
        address = figure.binding.address
        if not address:
            return format_html('<span class="figure" title="{}">{}</span>', self.told(figure), figure.text)
        return format_html('<a class="figure" href="{}" title="{}">{}</a>', address, self.told(figure), figure.text)

    def told(self, figure: Figure) -> str:
        """`kết quả: 2.202,4 tỷ đồng · quý I năm 2022 · 62/NQ-HĐND, I.3.a`."""
        bound = figure.binding
        unit = self.units.get(bound.unit, "")
        value = with_unit(figure.text, unit) if unit else figure.text
        found = dict.fromkeys(self.sources[entry] for entry in bound.entries if entry in self.sources)
        source = "; ".join(found) or say("report.counted", self.language)
        return f"{MEANINGS[bound.meaning].sentence(self.language)}: {value} · {self.period(bound.period)} · {source}"

    def period(self, written: str) -> str:
        period = Period.parse(written)
        return period.vietnamese() if self.language == "vi" else period.english()


def _joined(parts: Iterable[SafeString]) -> SafeString:
    return mark_safe("".join(parts))  # noqa: S308 each part was escaped
