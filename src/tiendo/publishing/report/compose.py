"""Composes a report by rules: the same basis always gives the same words and figures."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from tiendo.assessment.board import Row
from tiendo.facts.wording import Wording
from tiendo.publishing.report.annexes import annexes
from tiendo.publishing.report.basis import Basis
from tiendo.publishing.report.figures import counted, plain
from tiendo.publishing.report.frame import closing, grounds, letterhead, next_period, opening, signature
from tiendo.publishing.report.judged import LAGGING, judged
from tiendo.publishing.report.model import Block, Heading, Manner, Paragraph, Report, Sort
from tiendo.publishing.report.patterns import fill, in_sentence, named
from tiendo.publishing.report.results import nothing_told, results, told_by_sector
from tiendo.publishing.report.tasks import due_in, tasks

_ROMAN = ("I.", "II.", "III.", "IV.", "V.")

_RESULTS = Wording("TÌNH HÌNH THỰC HIỆN CÁC CHỈ TIÊU {period}", "RESULTS IN {period}")
_JUDGED = Wording("ĐÁNH GIÁ TIẾN ĐỘ THỰC HIỆN", "HOW THE PLAN STANDS")
_TASKS = Wording("TÌNH HÌNH THỰC HIỆN NHIỆM VỤ", "TASKS")
_FINDINGS = Wording("SỐ LIỆU CẦN KIỂM TRA", "FIGURES TO BE CHECKED")
_NEXT = Wording("NHIỆM VỤ TRỌNG TÂM {next}", "MAIN TASKS OF {next}")

_FOUND = Wording(
    "Kiểm tra các văn bản của kỳ thấy {count} điểm số liệu không khớp hoặc cần xem lại, nêu tại phụ lục.",
    "Figures of the documents that do not agree or need a look: {count}; the annex lists them.",
)
_CATCH_UP = Wording("{owner}: tập trung thực hiện chỉ tiêu {names}.", "{owner}: catch up on {names}.")
_SUPPLY = Wording(
    "Các cơ quan theo dõi chỉ tiêu chưa có số liệu gửi kết quả đầy đủ, đúng kỳ báo cáo.",
    "The agencies that answer for indicators without data report their results in time.",
)
_NOTHING_AHEAD = Wording("Tiếp tục thực hiện các chỉ tiêu, nhiệm vụ được giao.", "The plan goes on as it is.")

Part = tuple[Wording, Callable[[Basis, str], Iterator[Block]]]


def compose(basis: Basis, *, language: str = "vi") -> Report:
    """The report that the basis makes, in `"vi"` or `"en"`; figures are the same in both."""
    return Report(
        letterhead=letterhead(basis, language),
        grounds=() if basis.stamp.sort is Sort.PRESS else tuple(grounds(basis, language)),
        blocks=(opening(basis, language), *_parts(basis, language), *closing(basis, language)),
        annexes=annexes(basis, language),
        recipients=basis.province.recipients,
        signature=signature(basis),
        stamp=basis.stamp,
        language=language,
    )


def _parts(basis: Basis, language: str) -> Iterator[Block]:
    following = next_period(basis.board.period, basis.stamp.sort)
    shown = [part for part in _of_sort(basis) if part[0] is not _NEXT or following is not None]
    for label, (title, write) in zip(_ROMAN, shown, strict=False):
        words = title.sentence(language).format(
            period=named(basis.board.period, language).upper(),
            next=named(following, language).upper() if following else "",
        )
        yield Heading(1, label, words)
        yield from write(basis, language)


def _of_sort(basis: Basis) -> Iterable[Part]:
    """A release for the press tells results and how they stand; what is for the desk stays there."""
    if basis.stamp.sort is Sort.PRESS:
        return ((_RESULTS, _results), (_JUDGED, judged))
    found: tuple[Part, ...] = ((_FINDINGS, _findings),) if basis.findings else ()
    return ((_RESULTS, _results), (_JUDGED, judged), (_TASKS, tasks), *found, (_NEXT, _ahead))


def _results(basis: Basis, language: str) -> Iterator[Block]:
    sectors = told_by_sector(basis, language)
    if not sectors:
        yield nothing_told(basis, language)
    yield from results(sectors, language)


def _findings(basis: Basis, language: str) -> Iterator[Block]:
    count = counted(len(basis.findings), "findings", basis.board.period, language, "")
    yield Paragraph(fill(_FOUND, language, count=count))


def _ahead(basis: Basis, language: str) -> Iterator[Block]:
    """What follows from how the plan stands: who catches up, who reports, which tasks fall due."""
    late = [row for status in LAGGING for row in basis.board.rows if row.assessment.status is status]
    blocks: list[Block] = [_catch_up(owner, rows, basis, language) for owner, rows in _by_owner(late).items()]
    if any(row.result is None for row in basis.board.rows):
        blocks.append(Paragraph(plain(_SUPPLY.sentence(language)), Manner.DASH))
    following = next_period(basis.board.period, basis.stamp.sort)
    if following is not None:
        blocks.extend(due_in(following, basis, language))
    yield from blocks or [Paragraph(plain(_NOTHING_AHEAD.sentence(language)))]


def _by_owner(rows: Iterable[Row]) -> dict[str, list[Row]]:
    owned: dict[str, list[Row]] = {}
    for row in rows:
        owned.setdefault(row.assessment.owner, []).append(row)
    return owned


def _catch_up(owner: str, rows: list[Row], basis: Basis, language: str) -> Paragraph:
    names = ", ".join(in_sentence(row.indicator.names.sentence(language)) for row in rows)
    return Paragraph(fill(_CATCH_UP, language, owner=basis.owners.get(owner, owner), names=names), Manner.DASH)
