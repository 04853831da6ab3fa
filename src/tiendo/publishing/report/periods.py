"""Which periods the sorts of reports tell of."""

from __future__ import annotations

from tiendo.facts.errors import ReportRefused
from tiendo.facts.period import Period, PeriodKind
from tiendo.facts.wording import Wording
from tiendo.publishing.report.model import Sort

_KINDS = {
    Sort.QUARTER: PeriodKind.QUARTER,
    Sort.HALF: PeriodKind.HALF,
    Sort.NINE_MONTHS: PeriodKind.FIRST_MONTHS,
    Sort.YEAR: PeriodKind.YEAR,
}
SORT_NAMES = {
    Sort.QUARTER: Wording("Báo cáo quý", "Quarterly report"),
    Sort.HALF: Wording("Báo cáo 6 tháng", "Half-year report"),
    Sort.NINE_MONTHS: Wording("Báo cáo 9 tháng", "Nine-month report"),
    Sort.YEAR: Wording("Báo cáo năm", "Yearly report"),
    Sort.PRESS: Wording("Thông cáo báo chí", "Press release"),
    Sort.AGENCY: Wording("Báo cáo của cơ quan", "Report of an agency"),
}
"""What the sorts are called."""

_NINE = 9
_EXAMPLES = {
    Sort.QUARTER: "2022-Q1",
    Sort.HALF: "2022-H1",
    Sort.NINE_MONTHS: "2022-M09",
    Sort.YEAR: "2022",
}
_OF_A_BOARD = (PeriodKind.QUARTER, PeriodKind.HALF, PeriodKind.FIRST_MONTHS, PeriodKind.YEAR)


def fits(sort: Sort, period: Period) -> bool:
    """Whether a report of that sort can tell of the period; those for the press and of agencies tell of any part."""
    if period.is_deadline:
        return False
    if sort is Sort.NINE_MONTHS:
        return period.kind is PeriodKind.FIRST_MONTHS and period.last_day.month == _NINE
    return period.kind is _KINDS[sort] if sort in _KINDS else period.kind in _OF_A_BOARD


def usual_sort(period: Period) -> Sort | None:
    """The sort of report that a period calls for; `None` where there is none."""
    return next((sort for sort in _KINDS if fits(sort, period)), None)


def require_period(sort: Sort, period: Period) -> None:
    """Raises `ReportRefused` where the sort does not tell of the period."""
    if not fits(sort, period):
        example = _EXAMPLES.get(sort, "2022-Q1, 2022-H1, 2022-M09, 2022")
        raise ReportRefused(
            vi=f"Báo cáo loại {sort.value} không lập cho kỳ {period}: kỳ phải có dạng {example}.",
            en=f"A report of the kind {sort.value} does not tell of {period}: the period has to be like {example}.",
        )
