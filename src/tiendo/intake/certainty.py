"""Which facts are sure enough to count at once, and why the others wait for a person."""

from __future__ import annotations

from collections.abc import Iterator

from tiendo.facts.decisions import Ambiguous, Matched, Rejected, Unknown
from tiendo.facts.records import Citation, Measurement, Task
from tiendo.facts.wording import Wording
from tiendo.intake.reading import Linked
from tiendo.matching.reasons import NEAR_NAME

SURE_CONFIDENCE = 0.9  # of a task: a missing or inherited lead is a known state, a doubtful action is not one

REASONS = {
    "indicator-unknown": Wording(
        "Danh mục chưa có chỉ tiêu của tên này.", "The catalogue has no indicator of this name yet."
    ),
    "indicator-ambiguous": Wording(
        "Tên này có thể là của nhiều chỉ tiêu.", "The name may be that of several indicators."
    ),
    "indicator-rejected": Wording(
        "Tên khớp nhưng đơn vị, phạm vi hoặc cách đo khác chỉ tiêu trong danh mục.",
        "The name fits, but unit, scope or measure differ from the indicator in the catalogue.",
    ),
    "indicator-near": Wording("Tên chỉ gần giống tên của chỉ tiêu.", "The name is only nearly that of the indicator."),
    "period-unknown": Wording("Văn bản không nói kỳ của số liệu.", "The text does not say the period."),
    "reading-doubtful": Wording("Máy không chắc đã đọc đúng câu.", "The reader is not sure of the sentence."),
    "changed-since-review": Wording(
        "Nội dung đã đổi so với bản mà người rà soát đã duyệt.",
        "It says something else than in the version that was reviewed.",
    ),
}
"""Why a fact waits, by the code that the record keeps."""


def reasons_to_wait(fact: Linked) -> tuple[str, ...]:
    """The codes of `REASONS` that hold; none where the fact may count as it was read."""
    return tuple(dict.fromkeys(_reasons(fact)))


def _reasons(fact: Linked) -> Iterator[str]:
    record = fact.record
    if isinstance(record, Citation):
        return
    if isinstance(record, Task):
        if record.confidence < SURE_CONFIDENCE:
            yield "reading-doubtful"
        return
    match fact.indicator:
        case Unknown() | None:
            yield "indicator-unknown"
        case Ambiguous():
            yield "indicator-ambiguous"
        case Rejected():
            yield "indicator-rejected"
        case Matched(warnings=warnings) if any(warning.startswith(NEAR_NAME) for warning in warnings):
            yield "indicator-near"
    if isinstance(record, Measurement) and record.period is None:
        yield "period-unknown"
    elif record.doubts:
        yield "reading-doubtful"
