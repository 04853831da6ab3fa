"""The annexes of a report: targets against results, tasks, findings, and the rules by which all of it was judged."""

from __future__ import annotations

from collections.abc import Iterator

from tiendo.assessment.aim import RANGE_TARGETS
from tiendo.assessment.board import Row
from tiendo.assessment.choice import GROWTH_FROM_CLAIM, WHICH_RESULT, WHICH_TARGET
from tiendo.assessment.method import rules
from tiendo.assessment.progress import RATIO, STILL_NEEDED
from tiendo.assessment.rules import Rule
from tiendo.assessment.timing import time_of
from tiendo.facts.wording import Wording
from tiendo.publishing.cells import ABSENT, cells_of, label_of
from tiendo.publishing.report.basis import Basis, ReportFinding
from tiendo.publishing.report.figures import PERCENT, RowFigures, directed, plain, unit_words
from tiendo.publishing.report.model import (
    Annex,
    Block,
    Column,
    Manner,
    Meaning,
    Paragraph,
    RulerCell,
    Runs,
    Sort,
    Table,
    TableRow,
    Words,
)
from tiendo.publishing.report.patterns import chain, named
from tiendo.publishing.report.results import figures_of
from tiendo.publishing.report.sentences import PERCENT_PLACES, plan_share, result_of
from tiendo.publishing.report.tasks import task_table
from tiendo.publishing.ruler import lay_out

_LABEL = Wording("Phụ lục {number}", "Annex {number}")
_ROMAN = ("I", "II", "III", "IV")

_TARGETS = Wording("CHỈ TIÊU VÀ KẾT QUẢ THỰC HIỆN THEO LĨNH VỰC", "TARGETS AND RESULTS BY SECTOR")
_TASKS = Wording("NHIỆM VỤ THEO CƠ QUAN CHỦ TRÌ", "TASKS BY THE AGENCY THAT LEADS THEM")
_FINDINGS = Wording("SỐ LIỆU CẦN KIỂM TRA", "FIGURES TO BE CHECKED")
_METHOD = Wording("PHƯƠNG PHÁP", "METHOD")

_COLUMNS = (
    (Wording("TT", "No."), 0.04, False),
    (Wording("Chỉ tiêu", "Indicator"), 0.25, False),
    (Wording("Đơn vị tính", "Unit"), 0.09, False),
    (Wording("Mục tiêu năm {year}", "Target {year}"), 0.09, True),
    (Wording("Kết quả {period}", "Result {period}"), 0.11, True),
    (Wording("Tỷ lệ đạt (%)", "Of the plan (%)"), 0.07, True),
    (Wording("So với cùng kỳ (%)", "On the year before (%)"), 0.07, True),
    (Wording("Tiến độ", "Progress"), 0.14, False),
    (Wording("Đánh giá", "Status"), 0.14, False),
)
_ESTIMATED = Wording("ước", "estimate")
_MEAN = Wording("bình quân ", "yearly mean, ")
_UNPLANNED = Wording("Kết quả không có chỉ tiêu kế hoạch", "Results without a plan target")

_FINDING_COLUMNS = (
    (Wording("TT", "No."), 0.05),
    (Wording("Văn bản", "Document"), 0.2),
    (Wording("Nội dung cần kiểm tra", "What is to be checked"), 0.5),
    (Wording("Khả năng", "Likely"), 0.25),
)

_ALWAYS = {rule.id for rule in (WHICH_TARGET, WHICH_RESULT, RATIO, STILL_NEEDED)}


def annexes(basis: Basis, language: str) -> tuple[Annex, ...]:
    """The annexes that have something in them, numbered without a gap; the method is always there.

    A release for the press bears neither tasks nor findings, which are for the desk.
    """
    is_for_the_desk = basis.stamp.sort is not Sort.PRESS
    made: list[tuple[Wording, tuple[Block, ...], bool]] = []
    if basis.board.rows or basis.board.unplanned:
        made.append((_TARGETS, (target_table(basis, language),), True))
    if basis.tasks and is_for_the_desk:
        made.append((_TASKS, (task_table(basis, "", language),), True))
    if basis.findings and is_for_the_desk:
        made.append((_FINDINGS, (_finding_table(basis.findings, language),), True))
    made.append((_METHOD, tuple(_method(basis, language)), False))
    return tuple(
        Annex(_LABEL.sentence(language).format(number=_ROMAN[at]), title.sentence(language), blocks, landscape)
        for at, (title, blocks, landscape) in enumerate(made)
    )


def target_table(basis: Basis, language: str) -> Table:
    """Targets against results, sector by sector, each with its ruler; what has no target last."""
    groups: list[tuple[Wording, tuple[Row, ...]]] = [
        (section.sector.names, section.rows) for section in basis.board.sections
    ]
    if basis.board.unplanned:
        groups.append((_UNPLANNED, basis.board.unplanned))
    rows: list[TableRow] = []
    for title, members in groups:
        rows.append(TableRow((plain(title.sentence(language), bold=True),), group=True))
        rows.extend(_target_row(number, row, basis, language) for number, row in enumerate(members, 1))
    period = basis.board.period
    said = {"year": str(period.year), "period": named(period, language)}
    columns = tuple(Column(title.sentence(language).format(**said), share, number) for title, share, number in _COLUMNS)
    return Table("", columns, tuple(rows))


def _target_row(number: int, row: Row, basis: Basis, language: str) -> TableRow:
    figures = figures_of(row, basis, language)
    shown = row.result or row.target
    unit = unit_words(shown.record.quantity, language).strip() if shown is not None else ""
    return TableRow(
        (
            plain(str(number)),
            plain(row.indicator.names.sentence(language)),
            plain(unit),
            _target(figures, unit, basis) or plain(ABSENT),
            _result(figures) or plain(ABSENT),
            _of_plan(figures) or plain(ABSENT),
            _on_year(figures) or plain(ABSENT),
            # A ruler ends at the target: without one there is nothing to lay it along.
            plain(ABSENT) if row.target is None else _ruler(row, basis, language),
            plain(row.assessment.status.word.sentence(language)),
        )
    )


def _target(figures: RowFigures, unit: str, basis: Basis) -> Runs:
    row = figures.row
    if row.target is None:
        return ()
    quantity = row.target.record.quantity
    is_shown = unit_words(quantity, figures.language).strip() == unit
    value = figures.quantity(row.target, quantity, Meaning.TARGET, Meaning.TARGET_UPPER, bare=is_shown)
    value = directed(value, quantity.change, figures.language)
    period = time_of(row.target.record)
    if period.year == basis.board.period.year and not row.target.record.annual:
        return value
    mean = _MEAN.sentence(figures.language) if row.target.record.annual else ""
    return chain(value, f" ({mean}{named(period, figures.language)})")


def _result(figures: RowFigures) -> Runs:
    row = figures.row
    if row.result is None or row.from_claim:
        return ()
    quantity = row.result.record.quantity
    value = figures.quantity(row.result, quantity, Meaning.RESULT, Meaning.RESULT_UPPER, bare=True)
    value = directed(value, quantity.change, figures.language)
    notes = [note for note in (_day(figures), _ESTIMATED.sentence(figures.language) * result_of(row).estimated) if note]
    return chain(value, f" ({', '.join(notes)})") if notes else value


def _day(figures: RowFigures) -> str:
    """The time of a result that is of another one than the column says."""
    period = result_of(figures.row).period
    if period is None or period == figures.period:
        return ""
    return Wording(period.vietnamese(as_of=False).removeprefix("ngày "), period.english(as_of=False)).sentence(
        figures.language
    )


def _of_plan(figures: RowFigures) -> Runs:
    row = figures.row
    share = plan_share(row) if row.result is not None else None
    if share is not None:
        return (figures.computed(share * 100, Meaning.PLAN_PERCENT, PERCENT, PERCENT_PLACES),)
    if row.result is None or row.from_claim or (said := result_of(row).plan_percent) is None:
        return ()
    return (figures.exact(said, Meaning.PLAN_PERCENT, PERCENT, row.result),)


def _on_year(figures: RowFigures) -> Runs:
    row = figures.row
    change = result_of(row).yoy_percent if row.result is not None else None
    if change is None or row.result is None:
        return ()
    figure = figures.exact(change, Meaning.YEAR_ON_YEAR, PERCENT, row.result)
    return (Words("−" if change < 0 else "+"), figure) if change else (figure,)


def _ruler(row: Row, basis: Basis, language: str) -> RulerCell:
    ruler, cells = lay_out(row), cells_of(row, basis.board, language)
    return RulerCell(
        reached=ruler.reached,
        expected=ruler.expected,
        band=ruler.band,
        status=row.assessment.status.value,
        says=label_of(cells, language),
    )


def _finding_table(findings: tuple[ReportFinding, ...], language: str) -> Table:
    columns = tuple(Column(title.sentence(language), share) for title, share in _FINDING_COLUMNS)
    rows = tuple(
        TableRow(
            (
                plain(str(number)),
                plain(", ".join(one.documents)),
                plain(one.finding.message.sentence(language)),
                plain(one.finding.suggestions[0].message.sentence(language) if one.finding.suggestions else ABSENT),
            )
        )
        for number, one in enumerate(findings, 1)
    )
    return Table("", columns, rows)


def _method(basis: Basis, language: str) -> Iterator[Paragraph]:
    for rule in rules_used(basis):
        yield Paragraph(plain(rule.says.sentence(language)), Manner.DASH)


def rules_used(basis: Basis) -> tuple[Rule, ...]:
    """The rules that decided something on this board, in the order in which the method tells them."""
    rows = basis.board.rows
    decided = {row.assessment.rule.id for row in rows}
    decided |= {row.assessment.comparison.path.rule.id for row in rows if row.assessment.comparison}
    if any(row.target and not row.target.record.quantity.is_point for row in rows):
        decided.add(RANGE_TARGETS.id)
    if any(row.from_claim for row in rows):
        decided.add(GROWTH_FROM_CLAIM.id)
    return tuple(rule for rule in rules() if rule.id in decided | _ALWAYS)
