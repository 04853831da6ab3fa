"""The sheet of targets against results, sector by sector; values in one unit where they can be."""

from __future__ import annotations

from collections.abc import Iterator

from tiendo.assessment.board import BoardEntry, Row
from tiendo.assessment.explanation import needed, reason
from tiendo.assessment.timing import is_dated, time_of
from tiendo.facts.records import Observation
from tiendo.facts.wording import Wording
from tiendo.publishing.cells import source_of
from tiendo.publishing.report.basis import Basis
from tiendo.publishing.report.ruler_colours import fill_of
from tiendo.publishing.report.sentences import plan_share
from tiendo.publishing.workbook import numbers
from tiendo.publishing.workbook.rulers import reached_share
from tiendo.publishing.workbook.sheets import Cell, Column, Marked, Number, Sheet

_NAME = Wording("Chỉ tiêu", "Indicators")
_TITLE = Wording("Chỉ tiêu và kết quả thực hiện theo lĩnh vực", "Targets and results by sector")
_ESTIMATED = Wording("ước", "est.")

_COLUMNS = (
    (Wording("Lĩnh vực", "Sector"), 17),
    (Wording("Chỉ tiêu", "Indicator"), 33),
    (Wording("Cơ quan theo dõi", "Owner"), 20),
    (Wording("Mục tiêu", "Target"), 12),
    (Wording("đến", "up to"), 8),
    (Wording("Đơn vị mục tiêu", "Unit of target"), 11),
    (Wording("Kết quả", "Result"), 12),
    (Wording("Đơn vị kết quả", "Unit of result"), 11),
    (Wording("Ước", "Est."), 7),
    (Wording("So kế hoạch", "Of the plan"), 8),
    (Wording("So cùng kỳ", "On the year before"), 8),
    (Wording("Mức nên đạt", "Expected"), 12),
    (Wording("Tỷ lệ thực hiện", "Ratio"), 8),
    (Wording("Thước", "Ruler"), 12),
    (Wording("Đánh giá", "Status"), 15),
    (Wording("Còn phải làm", "Still needed"), 30),
    (Wording("Nguồn kết quả", "Source of result"), 22),
    # What follows is for those who reckon on: it is not printed.
    (Wording("Kỳ của kết quả", "Period of result"), 12),
    (Wording("Nguồn mục tiêu", "Source of target"), 24),
    (Wording("Kỳ của mục tiêu", "Period of target"), 12),
    (Wording("Vì sao", "Why"), 60),
    (Wording("Mã chỉ tiêu", "Code"), 24),
)
_BAR, _FIXED, _PRINTED = 13, 2, 17


def targets_sheet(basis: Basis, language: str) -> Sheet:
    """All indicators with a target, then the results without one."""
    board = basis.board
    sectors = {sector.id: sector.names.sentence(language) for sector in board.catalogue.sectors}
    rows = (*board.rows, *board.unplanned)
    return Sheet(
        name=_NAME.sentence(language),
        title=_TITLE.sentence(language),
        under="",
        columns=tuple(
            Column(title.sentence(language), width, at == _BAR) for at, (title, width) in enumerate(_COLUMNS)
        ),
        rows=tuple(
            (sectors.get(row.indicator.sector, row.indicator.sector), *_cells(row, basis, language)) for row in rows
        ),
        fixed=_FIXED,
        printed=_PRINTED,
    )


def _cells(row: Row, basis: Basis, language: str) -> Iterator[Cell]:
    said = row.assessment
    yield row.indicator.names.sentence(language)
    yield basis.owners.get(said.owner, said.owner)
    yield from _target(row, language)
    yield from _result(row, language)
    yield _of_plan(row)
    yield numbers.percent_of(row.result.record.yoy_percent) if row.result and not row.from_claim else None
    yield _expected(row)
    yield numbers.share(said.ratio)
    yield numbers.share(reached_share(row))
    yield Marked(said.status.word.sentence(language), fill_of(said.status)) if row.target else None
    yield needed(said, language)
    yield source_of(row.result) if row.result else None
    yield _period(row.result, language)
    yield source_of(row.target) if row.target else None
    yield _period(row.target, language)
    yield reason(said, language)
    yield row.indicator.id


def _target(row: Row, language: str) -> tuple[Cell, Cell, Cell]:
    if row.target is None:
        return None, None, None
    quantity = numbers.in_unit_of(row.target.record.quantity, row.result.record.quantity if row.result else None)
    unit = numbers.unit_words(quantity, row.indicator, language)
    return numbers.first_bound(quantity, language), numbers.second_bound(quantity, language), unit


def _result(row: Row, language: str) -> tuple[Cell, Cell, Cell]:
    if row.result is None:
        return None, None, None
    record = row.result.record
    estimated = isinstance(record, Observation) and record.estimated
    return (
        numbers.first_bound(record.quantity, language),
        numbers.unit_words(record.quantity, row.indicator, language),
        _ESTIMATED.sentence(language) if estimated else None,
    )


def _of_plan(row: Row) -> Number | None:
    """The share of the plan: worked out where that can be, else as the document claims it."""
    if row.result is None or row.from_claim:
        return None
    worked_out = plan_share(row)
    return numbers.share(worked_out) if worked_out is not None else numbers.percent_of(row.result.record.plan_percent)


def _expected(row: Row) -> Number | None:
    compared = row.assessment.comparison
    if compared is None or compared.path.expectation is None or row.result is None:
        return None
    value = compared.path.expectation.deciding
    falls = compared.aim.along is not None and compared.aim.along.value == "decrease"
    return numbers.computed(-value if falls else value, numbers.places_of(row.result.record.quantity))


def _period(entry: BoardEntry | None, language: str) -> str | None:
    if entry is None or not is_dated(entry.record):
        return None
    period = time_of(entry.record)
    return period.vietnamese() if language == "vi" else period.english()
