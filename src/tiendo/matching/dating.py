"""Between which days a document was issued: names of bodies mean something only on a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tiendo.documents.document_number import year_in
from tiendo.documents.model import Document
from tiendo.facts.period import Period
from tiendo.facts.wording import Wording

DATING = Wording(
    "Văn bản không ghi đủ ngày được xem là ban hành trong tháng mà văn bản ghi, nếu không thì trong năm ghi ở số, ký "
    "hiệu, nếu không nữa thì từ một năm trước đến một năm sau kỳ mà văn bản nói tới. Khi đó một tên cơ quan chỉ được "
    "nhận nếu suốt khoảng ấy tên đó chỉ một cơ quan.",
    "A document without a full date counts as issued in the month that it gives, else in the year in its number, else "
    "between one year before and one year after the period that it speaks of. The name of a body is then settled only "
    "where it means the same body through all of that time.",
)


@dataclass(frozen=True, slots=True)
class Days:
    """The first and the last day on which a document can have been issued."""

    first: date
    last: date

    @property
    def looked_at(self) -> tuple[date, ...]:
        """Both ends and each New Year's Day between: a body lives longer than a year."""
        years = range(self.first.year + 1, self.last.year + 1)
        return tuple(dict.fromkeys((self.first, *(date(year, 1, 1) for year in years), self.last)))


def days_of(document: Document) -> Days | None:
    """When the document was issued, see `DATING`; `None` where nothing tells."""
    metadata = document.metadata
    if metadata.date is not None:
        return Days(metadata.date, metadata.date)
    if metadata.partial_date is not None:
        return Days(metadata.partial_date.first_day, metadata.partial_date.last_day)
    year = year_in(metadata.number)
    if year is not None:
        whole = Period.of_year(year)
        return Days(whole.first_day, whole.last_day)
    return _around(metadata.period)


def _around(period: Period | None) -> Days | None:
    """A plan is issued in its period or the year before, a report in its period or the year after."""
    if period is None or period.is_deadline:
        return None
    if period.first_day.year <= date.min.year or period.last_day.year >= date.max.year:
        return None
    return Days(date(period.first_day.year - 1, 1, 1), date(period.last_day.year + 1, 12, 31))
