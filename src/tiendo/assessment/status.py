"""The status of a ratio: the words, the thresholds, and the rules that decide between them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from tiendo.assessment.rules import Rule
from tiendo.facts.errors import InvalidFact
from tiendo.facts.wording import Wording

ON_PATH_FROM = Fraction(95, 100)  # the rounding and late booking of a quarter stay within five per cent
WATCH_FROM = Fraction(80, 100)  # one quarter of four lost is seldom caught up; a fifth is the last call before that

PACE = Rule(
    "status-pace",
    Wording(
        "Tỷ lệ thực hiện từ 95% mức nên đạt trở lên là đúng tiến độ; từ 80% đến dưới 95% là cần chú ý; "
        "dưới 80% là chậm.",
        "From 95% of what is expected the status is on path; from 80% to under 95% watch; under 80% behind.",
    ),
)
TARGET_REACHED = Rule(
    "status-reached",
    Wording(
        "Kết quả đã bằng hoặc vượt mục tiêu. Tốc độ và mức tối đa chỉ được coi là đạt khi hết kỳ.",
        "The result equals or passes the target. Rates and caps on amounts count as reached only at the end.",
    ),
)
CEILING = Rule(
    "status-ceiling",
    Wording(
        "Mức trần đảo chiều so sánh: dùng không quá mức theo thời gian là trong mức trần, nhanh hơn là cần chú ý, "
        "quá 100% là vượt trần. Dùng hết mức trần không phải là thành tích.",
        "A ceiling turns the comparison round: used no faster than time passes is within, faster is watch, "
        "over 100% is exceeded. Using up a ceiling is no success.",
    ),
)
NO_RATIO = Rule(
    "status-no-ratio",
    Wording(
        "Khi không có tỷ lệ thì chỉ so: bằng hoặc tốt hơn mức nên đạt là đúng tiến độ, kém hơn là cần chú ý.",
        "Without a ratio there is only more or less: as good as expected is on path, worse is watch.",
    ),
)
NOT_YET = Rule(
    "status-not-yet",
    Wording(
        "Khi chưa thể kết luận công bằng thì ghi quá sớm, không ghi chậm; đã đủ mức nên đạt thì vẫn ghi nhận.",
        "Where no fair verdict is possible yet, the status is too early and never behind; "
        "what meets the expectation is still acknowledged.",
    ),
)
NOTHING_TO_JUDGE = Rule(
    "status-nothing-to-judge",
    Wording(
        "Chưa có số liệu và không so sánh được là câu trả lời, không phải là chậm.",
        "No data and not comparable are answers and not the same as behind.",
    ),
)


class Status(StrEnum):
    """How an indicator stands. `WITHIN` and `EXCEEDED` are for ceilings only."""

    REACHED = "reached"
    ON_PATH = "on-path"
    WATCH = "watch"
    BEHIND = "behind"
    WITHIN = "within"
    EXCEEDED = "exceeded"
    TOO_EARLY = "too-early"
    NO_DATA = "no-data"
    NOT_COMPARABLE = "not-comparable"

    @property
    def word(self) -> Wording:
        """The status as it is printed."""
        return _WORDS[self]


_WORDS = {
    Status.REACHED: Wording("đạt", "reached"),
    Status.ON_PATH: Wording("đúng tiến độ", "on path"),
    Status.WATCH: Wording("cần chú ý", "watch"),
    Status.BEHIND: Wording("chậm", "behind"),
    Status.WITHIN: Wording("trong mức trần", "within ceiling"),
    Status.EXCEEDED: Wording("vượt trần", "over ceiling"),
    Status.TOO_EARLY: Wording("quá sớm", "too early"),
    Status.NO_DATA: Wording("chưa có số liệu", "no data"),
    Status.NOT_COMPARABLE: Wording("không so sánh được", "not comparable"),
}


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Where on path and watch begin, as ratios; other values than the usual ones need a `reason`."""

    on_path: Fraction = ON_PATH_FROM
    watch: Fraction = WATCH_FROM
    reason: Wording | None = None

    def __post_init__(self) -> None:
        if not 0 < self.watch <= self.on_path <= 1:
            raise InvalidFact(
                vi=f"Ngưỡng {self.watch} và {self.on_path} không hợp lệ: cần 0 < cần chú ý ≤ đúng tiến độ ≤ 1.",
                en=f"The thresholds {self.watch} and {self.on_path} are not valid: 0 < watch ≤ on path ≤ 1 is needed.",
            )
        if (self.on_path, self.watch) != (ON_PATH_FROM, WATCH_FROM) and self.reason is None:
            raise InvalidFact(
                vi="Ngưỡng riêng của một chỉ tiêu phải kèm lý do.",
                en="Thresholds that differ from the usual ones need a reason.",
            )


USUAL = Thresholds()


def pace(ratio: Fraction, thresholds: Thresholds = USUAL) -> Status:
    """On path, watch or behind."""
    if ratio >= thresholds.on_path:
        return Status.ON_PATH
    return Status.WATCH if ratio >= thresholds.watch else Status.BEHIND
