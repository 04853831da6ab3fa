"""What the headings above a stretch of text say about its numbers: plan or result, period, or no facts at all."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from tiendo.documents.model import Block, BlockKind, Document
from tiendo.extraction.alternation import any_of, whole
from tiendo.extraction.times import TimeRole, find_times
from tiendo.facts.period import Period


class Polarity(StrEnum):
    """Whether a stretch plans or reports."""

    PLANNED = "planned"
    REPORTED = "reported"


@dataclass(frozen=True, slots=True)
class Context:
    """What holds for the numbers of a block unless its own sentence says otherwise."""

    polarity: Polarity
    period: Period | None
    holds_facts: bool
    norms: bool


# The first of these words in a heading decides ("Kết quả thực hiện mục tiêu …" reports).
_POLARITY = re.compile(
    r"(?<!\w)(?:(?P<reported>"
    + any_of(
        """kết quả | tình hình | đánh giá | thực trạng | hiện trạng | thiệt hại | tồn tại | hạn chế | khái quát
        | đặc điểm | bối cảnh | những thành tựu | thành tựu"""
    )
    + ")|(?P<planned>"
    + any_of(
        """mục tiêu(?! quốc gia) | chỉ tiêu | nhiệm vụ | giải pháp | trọng tâm | phương hướng | định hướng | dự kiến
        | quy mô | tổng mức"""
    )
    + r"))(?!\w)"
)
# Among norms only these announce a plan.
_PLAN_WORDS = re.compile(whole("kế hoạch | dự kiến | dự toán"))
# Numbers under these are conditions and principles that nobody is to reach (facts/README.md, rulings).
_NO_FACTS = re.compile(
    any_of("nguyên tắc | quan điểm | điều kiện | tiêu chuẩn | đối tượng | phạm vi điều chỉnh | căn cứ") + r"(?!\w)"
)
# Documents and parts that set norms, rates and support levels.
_NORMS = re.compile(
    whole(
        """chính sách | định mức | mức hỗ trợ | mức chi | mức thu | mức đóng | mức học phí | học phí | phí | lệ phí
        | bảng giá | đơn giá | giá đất | hệ số | thang điểm | chấm điểm | chế độ"""
    )
)
_NORMS_HEADING = re.compile(
    r"(?:(?:quy định|một số|các|về)\s+)*"
    + any_of(
        """chính sách hỗ trợ | chính sách khuyến khích | định mức | mức hỗ trợ | mức chi | mức thu | mức đóng | đơn giá
        | thang điểm | hệ số"""
    )
    + r"(?!\w)"
)
_REPORTS = re.compile(whole("thông cáo | báo cáo | thông báo kết quả | công báo | niên giám"))
_PERIOD_ROLES = (TimeRole.DURING, TimeRole.BY, TimeRole.SPAN, TimeRole.AS_OF)


class Contexts:
    """The context of every block of one document; headings are read once each."""

    def __init__(self, document: Document, lower: str, reading: str, default_period: Period | None) -> None:
        self.blocks = document.blocks
        self.lower = lower
        self.reading = reading
        self.default_period = document.metadata.period or default_period
        self.default_year = self.default_period.year if self.default_period is not None else None
        title = " ".join(self._text(block) for block in document.blocks if block.kind is BlockKind.TITLE)
        kind = (document.metadata.type or "").lower()
        self.reports = _REPORTS.search(kind or title[:200]) is not None
        self.norms = _NORMS.search(title) is not None and _POLARITY_PLAN.search(title) is None
        self._periods: dict[int, Period | None] = {}

    def _text(self, block: Block) -> str:
        return self.lower[block.start : block.end]

    def of(self, block: Block) -> Context:
        """The context that the headings above `block`, innermost first, give it."""
        polarity: Polarity | None = None
        period: Period | None = None
        holds_facts = True
        norms = self.norms
        own = (block,) if block.kind is BlockKind.HEADING else ()
        chain = [*(self.blocks[index] for index in block.headings), *own]
        for heading in reversed(chain):
            text = self._text(heading)
            if heading.kind is BlockKind.HEADING or heading.end - heading.start < _LONGEST_LEAD_IN:
                if heading.kind is BlockKind.HEADING and _NO_FACTS.match(text.lstrip()):
                    holds_facts = False
                if heading.kind is BlockKind.HEADING and _NORMS_HEADING.match(text.lstrip()):
                    norms = True
                if polarity is None:
                    polarity = _polarity(text)
                if period is None:
                    period = self._period(heading)
        if polarity is None:
            polarity = self._last_resort(chain, norms)
        return Context(polarity, period or self.default_period, holds_facts, norms)

    def _last_resort(self, chain: list[Block], norms: bool) -> Polarity:
        headings = [heading for heading in chain if heading.kind is BlockKind.HEADING]
        if norms and not any(_PLAN_WORDS.search(self._text(heading)) for heading in headings):
            return Polarity.REPORTED
        return Polarity.REPORTED if self.reports else Polarity.PLANNED

    def _period(self, heading: Block) -> Period | None:
        if heading.start not in self._periods:
            times = find_times(self.reading, heading.start, heading.end, default_year=self.default_year)
            named = [time.period for time in times if time.role in _PERIOD_ROLES]
            self._periods[heading.start] = named[0] if named else None
        return self._periods[heading.start]


_POLARITY_PLAN = re.compile(r"(?<!\w)(?:kế hoạch|mục tiêu|chỉ tiêu|quy hoạch|phương án)(?!\w)")
# A lead-in longer than this is a sentence of its own and names no section.
_LONGEST_LEAD_IN = 160


def _polarity(text: str) -> Polarity | None:
    found = _POLARITY.search(text)
    if found is None:
        return None
    return Polarity.REPORTED if found.lastgroup == "reported" else Polarity.PLANNED
