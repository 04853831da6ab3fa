"""The published method: every rule's own sentence, in the order a reader needs them (`docs/method.md`)."""

from __future__ import annotations

from tiendo.assessment import aim, board, choice, comparison, intervals, path, progress, semantics, status, timeliness
from tiendo.assessment.rules import Outcome, Rule
from tiendo.assessment.status import Status
from tiendo.facts.wording import Wording

METHOD_VERSION = "1"  # goes up with every change that can change a status

CHAPTERS: tuple[tuple[Wording, tuple[Rule, ...]], ...] = (
    (
        Wording("Chọn số để so", "Which figures are compared"),
        (
            choice.WHICH_TARGET,
            choice.WHICH_RESULT,
            choice.GROWTH_FROM_CLAIM,
            semantics.TYPED_OPERATIONS,
            aim.RANGE_TARGETS,
            aim.DIRECTION_OF_CHANGE,
        ),
    ),
    (
        Wording("Mức nên đạt", "The expected path"),
        (path.PAST_SHARE, path.LINEAR_SHARE, path.STRAIGHT_LINE, path.RATE, path.NO_PATH, path.END_OF_PERIOD),
    ),
    (
        Wording("Tỷ lệ thực hiện và phần còn thiếu", "The ratio, and what is still needed"),
        (progress.RATIO, intervals.PRINTED_INTERVAL, progress.STILL_NEEDED),
    ),
    (
        Wording("Kết luận", "The status"),
        (
            status.TARGET_REACHED,
            status.PACE,
            status.CEILING,
            status.NOT_YET,
            comparison.FAIR_JUDGEMENT,
            status.NO_RATIO,
            status.NOTHING_TO_JUDGE,
            board.FRESH_DATA,
            board.ONE_TERRITORY,
        ),
    ),
    (Wording("Báo cáo kịp thời", "Reporting in time"), (timeliness.REPORTED_AFTER,)),
)


def rules() -> tuple[Rule, ...]:
    """Every rule, in the order of the chapters."""
    return tuple(rule for _, chapter in CHAPTERS for rule in chapter)


def as_markdown() -> str:
    """The whole of `docs/method.md`."""
    lines = [
        "# Cách đánh giá · How the plan is assessed",
        "",
        f"Phiên bản {METHOD_VERSION} · Version {METHOD_VERSION}. "
        "Mỗi quy tắc là câu nằm cạnh đoạn mã thực hiện nó; tệp này được viết ra từ mã.",
        "Every rule is the sentence beside the code that follows it; this file is written from the code "
        "(`scripts/make_method.py`).",
    ]
    for title, chapter in CHAPTERS:
        lines += ["", f"## {title.vi} · {title.en}", "", "| quy tắc · rule | | |", "| --- | --- | --- |"]
        lines += [_line(rule.id, rule.says) for rule in chapter]
    lines += ["", "## Các kết luận · The statuses", "", "| | | |", "| --- | --- | --- |"]
    lines += [_line(one.value, one.word) for one in Status]
    lines += ["", "## Khi không có tỷ lệ hoặc chưa thể kết luận · Without a ratio or a verdict", ""]
    lines += ["| tên · name | | |", "| --- | --- | --- |"]
    lines += [_line(one.value, one.says) for one in Outcome]
    return "\n".join(lines) + "\n"


def _line(code: str, says: Wording) -> str:
    return f"| `{code}` | {says.vi} | {says.en} |"
