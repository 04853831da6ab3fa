"""What a comparison of a report with the record found, as lines for the terminal."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from tiendo.facts.wording import Wording
from tiendo.publishing.columns import printable
from tiendo.publishing.report.agreement import Agreement, ComparedFigure, ReportAgreement
from tiendo.publishing.report.model import Figure, Meaning
from tiendo.publishing.report.periods import SORT_NAMES
from tiendo.publishing.report.returned import FieldState, ReturnedField

_SEAL_DIGITS = 16
_LONGEST_AROUND = 80  # characters of the line that a number stands in

MEANINGS = {
    Meaning.RESULT: Wording("kết quả", "result"),
    Meaning.RESULT_UPPER: Wording("kết quả (cận trên)", "result (upper bound)"),
    Meaning.RESULT_OF: Wording("mẫu số của kết quả", "denominator of the result"),
    Meaning.TARGET: Wording("mục tiêu", "target"),
    Meaning.TARGET_UPPER: Wording("mục tiêu (cận trên)", "target (upper bound)"),
    Meaning.PLAN_PERCENT: Wording("so với kế hoạch (%)", "of the plan (%)"),
    Meaning.YEAR_ON_YEAR: Wording("so với cùng kỳ (%)", "on the year before (%)"),
    Meaning.YEAR_ON_YEAR_CHANGE: Wording("so với cùng kỳ", "on the year before"),
    Meaning.RATIO: Wording("so với mức nên đạt (%)", "of what is expected (%)"),
    Meaning.REMAINING: Wording("phần còn lại", "what is left"),
    Meaning.REMAINING_EACH: Wording("bình quân mỗi kỳ còn lại", "in each remaining period"),
    Meaning.REMAINING_PERIODS: Wording("số kỳ còn lại", "remaining periods"),
    Meaning.EXPECTED: Wording("mức nên đạt", "expected"),
    Meaning.COUNT: Wording("số lượng", "count"),
}
"""What each meaning of a figure is called."""

_HEAD = Wording(
    "{sort}: {period}, lập ngày {at} từ trạng thái sổ {seal}.",
    "{sort}: {period}, written on {at} from the state {seal} of the record.",
)
_OTHER = Wording(
    "Sổ này không có trạng thái mà báo cáo nêu: báo cáo lập từ sổ khác, hoặc sổ đã bị thay.",
    "This record never had the state that the report names: another record wrote it, or the record was replaced.",
)
_TOTALS = Wording(
    "{all} số liệu gắn với sổ: {agrees} còn khớp, {superseded} có mục mới thay với giá trị như cũ, "
    "{changed} đã đổi, {withdrawn} không còn trong sổ.",
    "{all} bound figures: {agrees} agree, {superseded} were superseded by the same value, "
    "{changed} changed, {withdrawn} withdrawn.",
)
_CHANGED = Wording(
    "✗ đã đổi: {name}, {meaning}: {before} → {after}", "✗ changed: {name}, {meaning}: {before} → {after}"
)
_WITHDRAWN = Wording("✗ không còn trong sổ: {name}, {meaning}: {before}", "✗ withdrawn: {name}, {meaning}: {before}")
_EDITED = Wording(
    "✗ sửa tay: {name}, {meaning}: sổ ghi {before}, báo cáo in {after}",
    "✗ typed over: {name}, {meaning}: the record said {before}, the report prints {after}",
)
_EMPTIED = Wording("✗ để trống: {name}, {meaning}: {before}", "✗ emptied: {name}, {meaning}: {before}")
_REMOVED = Wording("{count} số liệu đã được bỏ khỏi báo cáo.", "{count} figures were taken out of the report.")
_LOOSE = Wording("? số gõ tay, không gắn với sổ: {text} ({around})", "? typed by hand, not bound: {text} ({around})")
TYPED_BY_HAND = Wording("Số gõ tay, không gắn với sổ: {text}", "Typed by hand, not bound to the record: {text}")
"""What is said at a paragraph of the file with such numbers; `{text}` are the numbers."""

_HOLDS = Wording("Báo cáo còn khớp với sổ.", "The report agrees with the record.")
_FAILS = Wording("Báo cáo không còn khớp với sổ.", "The report does not agree with the record any more.")


def render(found: ReportAgreement, name_of: Callable[[str], str], language: str) -> str:
    """The lines, ending with a line break; `name_of` gives the name of an indicator."""
    return "\n".join(_lines(found, name_of, language)) + "\n"


def remarks(
    found: ReportAgreement, name_of: Callable[[str], str], language: str
) -> Callable[[ReturnedField], str | None]:
    """What is to be said at a field of the file; `None` at one that agrees."""
    compared = (*found.of(Agreement.CHANGED), *found.of(Agreement.WITHDRAWN))
    changed = {one.figure.binding.key: _figure(one, name_of, language) for one in compared}

    def remark(field: ReturnedField) -> str | None:
        lines = [changed.get(field.figure.binding.key, "")]
        if field.state is not FieldState.AS_WRITTEN:
            lines.append(_edited(field, name_of, language))
        return "\n".join(filter(None, lines)) or None

    return remark


def _lines(found: ReportAgreement, name_of: Callable[[str], str], language: str) -> Iterator[str]:
    stamp = found.stamp
    period = Wording(stamp.period.vietnamese(), stamp.period.english()).sentence(language)
    day = Wording(f"{stamp.at.day}/{stamp.at.month}/{stamp.at.year}", stamp.at.date().isoformat()).sentence(language)
    seal = printable(stamp.seal[:_SEAL_DIGITS])
    yield _HEAD.sentence(language).format(
        sort=SORT_NAMES[stamp.sort].sentence(language), period=period, at=day, seal=seal
    )
    if not found.is_of_this_record:
        yield _OTHER.sentence(language)
    counts = {agreement.value: len(found.of(agreement)) for agreement in Agreement}
    yield _TOTALS.sentence(language).format(all=len(found.figures), **counts)
    for one in (*found.of(Agreement.CHANGED), *found.of(Agreement.WITHDRAWN)):
        yield _figure(one, name_of, language)
    for field in found.edited:
        yield _edited(field, name_of, language)
    if found.removed:
        yield _REMOVED.sentence(language).format(count=len(found.removed))
    for loose in found.loose:
        around = printable(loose.around)[:_LONGEST_AROUND]
        yield _LOOSE.sentence(language).format(text=printable(loose.text), around=around)
    yield (_HOLDS if found.holds else _FAILS).sentence(language)


def _edited(field: ReturnedField, name_of: Callable[[str], str], language: str) -> str:
    pattern = _EDITED if field.text else _EMPTIED
    return _said(pattern, field.figure, name_of, language, after=printable(field.text))


def _figure(one: ComparedFigure, name_of: Callable[[str], str], language: str) -> str:
    if one.now is None:
        return _said(_WITHDRAWN, one.figure, name_of, language)
    return _said(_CHANGED, one.figure, name_of, language, after=one.now.text)


def _said(pattern: Wording, figure: Figure, name_of: Callable[[str], str], language: str, *, after: str = "") -> str:
    bound = figure.binding
    # A count has no indicator: its key says what it counts.
    name = name_of(bound.indicator) if bound.indicator else bound.key.partition("/")[0]
    meaning = MEANINGS[bound.meaning].sentence(language)
    said = pattern.sentence(language)
    return said.format(name=printable(name), meaning=meaning, before=printable(figure.text), after=after)
