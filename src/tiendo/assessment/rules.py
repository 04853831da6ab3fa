"""What a rule of assessment is: an identifier and the sentence that explains it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from tiendo.facts.wording import Wording


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule beside the code that follows it; `id` is stable, the sentence is printed beside the status."""

    id: str
    says: Wording


class Outcome(StrEnum):
    """Why there is no ratio, or why a ratio is no verdict: a name in place of a wrong number."""

    MISSING_PLAN = "missing-plan"
    NO_RESULT = "no-result"
    NO_PERIOD = "no-period"
    DIFFERENT_UNITS = "different-units"
    DIFFERENT_CURRENCY = "different-currency"
    INCREMENT_VERSUS_STOCK = "increment-versus-stock"
    DEFINITION_MOVED = "definition-moved"
    NEAR_NAMES = "near-names"
    PERIOD_MISMATCH = "period-mismatch"
    YEARLY_AVERAGE = "yearly-average"
    YEARS_MISSING = "years-missing"
    LATE_RECOGNITION = "late-recognition"
    MILESTONE = "milestone"
    NO_STARTING_POINT = "no-starting-point"
    JUST_BEGUN = "just-begun"
    ZERO_TARGET = "zero-target"
    DIVISION_BY_ZERO = "division-by-zero"
    NEGATIVE_BASE = "negative-base"
    RANK = "rank"

    @property
    def says(self) -> Wording:
        """The sentence that is printed for this outcome."""
        return _SENTENCES[self]


_SENTENCES: dict[Outcome, Wording] = {
    Outcome.MISSING_PLAN: Wording(
        "Có kết quả nhưng không có chỉ tiêu kế hoạch để so.",
        "There is a result but no plan target to compare it with.",
    ),
    Outcome.NO_RESULT: Wording(
        "Chưa có kết quả nào của kỳ này trong các văn bản đã đọc.",
        "The documents read hold no result for this period.",
    ),
    Outcome.NO_PERIOD: Wording(
        "Văn bản không nói kết quả hoặc mục tiêu là của thời gian nào.",
        "The document does not say what time the result or the target is about.",
    ),
    Outcome.DIFFERENT_UNITS: Wording(
        "Kết quả và mục tiêu đo bằng hai đơn vị không đổi được cho nhau.",
        "The result and the target are in units that cannot be converted into each other.",
    ),
    Outcome.DIFFERENT_CURRENCY: Wording(
        "Kết quả và mục tiêu tính bằng hai loại tiền; văn bản không cho tỷ giá.",
        "The result and the target are in two currencies, and the documents give no exchange rate.",
    ),
    Outcome.INCREMENT_VERSUS_STOCK: Wording(
        "Một bên là phần tăng thêm, một bên là tổng số hiện có; không so trực tiếp được.",
        "One is an addition, the other a total; they are not compared directly.",
    ),
    Outcome.DEFINITION_MOVED: Wording(
        "Cách tính chỉ tiêu đã thay đổi giữa hai thời điểm, nên hai số không cùng nghĩa.",
        "The definition moved between the two dates, so the two figures do not mean the same.",
    ),
    Outcome.NEAR_NAMES: Wording(
        "Tên của kết quả và của mục tiêu chỉ gần giống nhau; cần người xác nhận là cùng một chỉ tiêu.",
        "The names of the result and the target are only nearly the same; "
        "a person has to confirm that they mean one thing.",
    ),
    Outcome.PERIOD_MISMATCH: Wording(
        "Kỳ của kết quả không phải là kỳ, hay phần đầu của kỳ, mà mục tiêu nói tới.",
        "The result's period is neither the period of the target nor its beginning.",
    ),
    Outcome.YEARLY_AVERAGE: Wording(
        "Mục tiêu là bình quân hằng năm của cả giai đoạn: một năm thấp hơn chưa phải là không đạt.",
        "The target is a yearly average over several years: one year below it is no miss.",
    ),
    Outcome.YEARS_MISSING: Wording(
        "Giai đoạn đã hết nhưng thiếu số liệu của một số năm, nên không tính được bình quân.",
        "The period is over, but some years have no figure, so there is no average.",
    ),
    Outcome.LATE_RECOGNITION: Wording(
        "Phần tăng thêm thường được công nhận theo đợt vào cuối năm: chưa hết năm thì chưa kết luận là chậm.",
        "Additions are mostly recognised in batches late in the year: before its end they are not called behind.",
    ),
    Outcome.MILESTONE: Wording(
        "Mục tiêu là một việc duy nhất: xong hay chưa xong, không có mức giữa chừng.",
        "The target is one single thing: done or not done, with nothing in between.",
    ),
    Outcome.NO_STARTING_POINT: Wording(
        "Chưa có mốc nào trước đó để kẻ đường đi tới mục tiêu.",
        "There is no earlier waypoint from which to draw the line to the target.",
    ),
    Outcome.JUST_BEGUN: Wording(
        "Mới qua chưa tới một phần mười thời gian: một chứng từ muộn cũng đủ làm lệch tỷ lệ.",
        "Less than a tenth of the time has passed: one late voucher is enough to tilt the ratio.",
    ),
    Outcome.ZERO_TARGET: Wording(
        "Mục tiêu bằng không, nên không có tỷ lệ; chỉ so lớn hơn, nhỏ hơn.",
        "The target is zero, so there is no ratio; only more or less is compared.",
    ),
    Outcome.DIVISION_BY_ZERO: Wording(
        "Số chia bằng không, nên không có tỷ lệ; chỉ so lớn hơn, nhỏ hơn.",
        "The divisor is zero, so there is no ratio; only more or less is compared.",
    ),
    Outcome.NEGATIVE_BASE: Wording(
        "Gốc so sánh âm, nên tỷ lệ không có nghĩa; chỉ so lớn hơn, nhỏ hơn.",
        "The base is negative, so a ratio means nothing; only more or less is compared.",
    ),
    Outcome.RANK: Wording(
        "Thứ hạng chỉ so trên, dưới; khoảng cách giữa các hạng không có nghĩa.",
        "Ranks are only above or below; the distance between them means nothing.",
    ),
}
