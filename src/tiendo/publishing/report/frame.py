"""What stands around the text of a report: its head, title, grounds, opening, closing and signature."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from tiendo.facts.period import Period, PeriodKind
from tiendo.facts.wording import Wording
from tiendo.publishing.report.basis import Basis, Plan
from tiendo.publishing.report.figures import plain
from tiendo.publishing.report.model import Block, Letterhead, Manner, Paragraph, Signature, Sort
from tiendo.publishing.report.patterns import named

_REPORT = Wording("BÁO CÁO", "REPORT")
_RELEASE = Wording("THÔNG CÁO BÁO CHÍ", "PRESS RELEASE")
_REPORT_SYMBOL, _RELEASE_SYMBOL = "BC", "TC"  # appendix III of Decree 30/2020

_SUBJECTS = {
    Sort.PRESS: Wording(
        "Về tình hình thực hiện kế hoạch phát triển kinh tế - xã hội {period}",
        "The socio-economic development plan in {period}",
    ),
    Sort.AGENCY: Wording(
        "Tình hình thực hiện các chỉ tiêu, nhiệm vụ được giao {period}",
        "Targets and tasks of the agency in {period}",
    ),
}
_USUAL_SUBJECT = Wording(
    "Tình hình thực hiện các chỉ tiêu, nhiệm vụ phát triển kinh tế - xã hội {period}; nhiệm vụ trọng tâm {next}",
    "The targets and tasks of socio-economic development in {period}; main tasks of {next}",
)
_OPENING = Wording(
    "{name} báo cáo tình hình thực hiện các chỉ tiêu, nhiệm vụ phát triển kinh tế - xã hội {period} như sau:",
    "{name} reports on the targets and tasks of socio-economic development in {period}:",
)
_RELEASE_OPENING = Wording(
    "{name} thông báo tình hình thực hiện kế hoạch phát triển kinh tế - xã hội {period} như sau:",
    "{name} informs on the socio-economic development plan in {period}:",
)
_CLOSING = Wording("Trên đây là {type} {period} của {name}./.", "This is the {type} of {name} for {period}.")
_TYPES = {Sort.PRESS: Wording("thông cáo báo chí", "press release")}
_USUAL_TYPE = Wording("báo cáo", "report")
_STATE = Wording(
    "Lập tự động từ sổ số liệu, trạng thái ngày {day}, mã {seal}. Kiểm tra bằng lệnh “tiendo report --verify”.",
    "Written from the record as of {day}, seal {seal}. “tiendo report --verify” says whether it still agrees.",
)
_BLANK = "\u00a0" * 6  # room for two figures by hand
_LAST_SHORT_MONTH = 2  # the decree names January and February: `1` and `2` could be made `11`, `12`
_SEAL_DIGITS = 16  # enough for people to compare; the stamp in the file has all

_GROUND = Wording("Căn cứ {type} số {number}{date}{issuer};", "Pursuant to {type} No. {number}{date}{issuer};")
_UNNAMED = Wording("văn bản", "document")


def next_period(period: Period, sort: Sort) -> Period | None:
    """The period that the tasks ahead are told for: after nine months the last quarter, else the one that follows."""
    if sort is Sort.NINE_MONTHS:
        return Period.quarter(period.year, 4)
    if period.kind is PeriodKind.FIRST_MONTHS:
        return None
    return period.next()


def letterhead(basis: Basis, language: str) -> Letterhead:
    """The head of the document; a draft has no number yet."""
    province, stamp = basis.province, basis.stamp
    is_release = stamp.sort is Sort.PRESS
    of_agency = basis.agency is not None and stamp.sort is Sort.AGENCY
    symbol = _RELEASE_SYMBOL if is_release else _REPORT_SYMBOL
    return Letterhead(
        parent=province.issuer if of_agency else province.parent,
        issuer=(basis.agency or "").upper() if of_agency else province.issuer,
        number="",
        symbol=symbol if of_agency or not province.symbol else f"{symbol}-{province.symbol}",
        place_and_date=place_and_date(province.place, basis.dated, stamp.at.year, language),
        type_name=(_RELEASE if is_release else _REPORT).sentence(language),
        subject=_subject(basis, language),
        addressee=() if is_release else province.addressees,
    )


def place_and_date(place: str, day: date | None, year: int, language: str) -> str:
    """`Lạng Sơn, ngày 05 tháng 02 năm 2022`: Decree 30/2020 wants a 0 before days under 10 and months 1 and 2.

    A draft has no day yet: whoever issues it writes day and month, as the number.
    """
    return f"{place}, {_dated(day, year, language)}" if place else _dated(day, year, language)


def _dated(day: date | None, year: int, language: str) -> str:
    if day is None:
        return Wording(f"ngày {_BLANK} tháng {_BLANK} năm {year}", f"{_BLANK} {year}").sentence(language)
    month = f"{day.month:02}" if day.month <= _LAST_SHORT_MONTH else str(day.month)
    said = Wording(f"ngày {day.day:02} tháng {month} năm {day.year}", f"{day.day} {day:%B} {day.year}")
    return said.sentence(language)


def _subject(basis: Basis, language: str) -> str:
    period = basis.board.period
    following = next_period(period, basis.stamp.sort)
    pattern = _SUBJECTS.get(basis.stamp.sort, _USUAL_SUBJECT).sentence(language)
    if following is None:
        pattern = pattern.partition(";")[0]
    return pattern.format(period=named(period, language), next=named(following, language) if following else "")


def grounds(basis: Basis, language: str) -> Iterator[Paragraph]:
    """The numbered documents that set the targets and were issued by the day of the report."""
    known = [plan for plan in basis.plans if plan.number and (plan.issued is None or plan.issued <= basis.board.on)]
    for at, plan in enumerate(known, 1):
        line = _ground(plan, language)
        yield Paragraph(plain(line[:-1] + "." if at == len(known) else line, italic=True), Manner.GROUND)


def _ground(plan: Plan, language: str) -> str:
    day = plan.issued
    dated = Wording(f" ngày {day.day:02}/{day.month}/{day.year}", f" of {day.isoformat()}") if day else Wording("", "")
    issuer = Wording(f" của {plan.issuer}", f" by {plan.issuer}") if plan.issuer else Wording("", "")
    return _GROUND.sentence(language).format(
        type=plan.type_name or _UNNAMED.sentence(language),
        number=plan.number,
        date=dated.sentence(language),
        issuer=issuer.sentence(language),
    )


def opening(basis: Basis, language: str) -> Paragraph:
    """Who reports what."""
    pattern = _RELEASE_OPENING if basis.stamp.sort is Sort.PRESS else _OPENING
    said = pattern.sentence(language).format(name=_name(basis), period=named(basis.board.period, language))
    return Paragraph(plain(said[:1].upper() + said[1:]))


def closing(basis: Basis, language: str) -> Iterator[Block]:
    """The last sentence with the mark of the end, and the state of the record in small print."""
    kind = _TYPES.get(basis.stamp.sort, _USUAL_TYPE).sentence(language)
    said = _CLOSING.sentence(language).format(type=kind, period=named(basis.board.period, language), name=_name(basis))
    yield Paragraph(plain(said))
    stamp = basis.stamp
    day = stamp.as_of.date()
    shown = Wording(f"{day.day}/{day.month}/{day.year}", day.isoformat()).sentence(language)
    yield Paragraph(plain(_STATE.sentence(language).format(day=shown, seal=stamp.seal[:_SEAL_DIGITS])), Manner.NOTE)


def signature(basis: Basis) -> Signature:
    """Who signs; an agency signs for itself, and its head is not known here."""
    province = basis.province
    if basis.stamp.sort is Sort.AGENCY and basis.agency is not None:
        return Signature(authority="", role="", name="")
    return Signature(authority=province.authority, role=province.role, name=province.signer)


def _name(basis: Basis) -> str:
    if basis.stamp.sort is Sort.AGENCY and basis.agency is not None:
        return basis.agency
    return basis.province.name or basis.province.issuer.capitalize()
