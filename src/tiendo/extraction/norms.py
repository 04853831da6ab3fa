"""Tells norms, rates and thresholds from facts: what a document sets as a rule is nobody's target."""

from __future__ import annotations

import re

from tiendo.extraction.alternation import whole
from tiendo.extraction.number_phrases import NumberPhrase

# "cứ 100.000 người …", "Đến 500.000 người được 10 điểm", "từ 03 con trở lên" open a threshold.
_THRESHOLD = re.compile(r"(?:^|[-+*|,;.:]\s*|tức là\s+)(?:đến|trên|từ|cứ|dưới|tức là đến)\s+(?:\d|trên|dưới|0)")
_POINTS = re.compile(r"[^.;]{0,60}?(?<!\w)(?:được|tính|thêm)\s+(?:là\s+|thêm\s+)?[\d.,]+\s+điểm")
# "=" of a formula, not of a bound (">=").
_FORMULA = re.compile(r"(?<![<>])=|×|\d\s*x\s*\d|\)\s*/|làm tròn|lấy tròn")
_SUPPORT = re.compile(
    whole(
        """hỗ trợ | mức | định mức | lãi suất | vay | quy mô | tối đa | tối thiểu | diện tích | thời gian | ngân sách
        | đóng | chi trả | trợ cấp | được | phần còn lại | còn lại"""
    )
)
# Prices and support levels are told by their denominator, in any document.
_PRICE_PER = frozenset("hộ người khẩu con cây ha m2 m3 suất lao động học sinh hợp đồng nhà căn tấn kg".split())
_PRICE_CUE = re.compile(
    whole("hỗ trợ | mức | định mức | đơn giá | giá | phí | lệ phí | tiền công | thù lao | phụ cấp | trợ cấp")
)
# "Khen thưởng các dự án có tỷ lệ giải ngân đạt trên 95%": which ones are meant, not what is to be reached.
_WHICH_ONES = re.compile(
    whole("khen thưởng | xử lý | phê bình | kiểm điểm | thu hồi | điều chuyển | chấm dứt | đối với | áp dụng")
    + r"\s[^,;.]{0,60}?(?:các|những)\s[^,;.]{0,60}?\scó\s(?:tỷ|tỉ|mức|số|tổng)(?!\w)[^,;.]{0,60}$"
)
_CLAUSE_REACH = 240  # the three stretches of _WHICH_ONES with their words
_REACH = 120
# A bullet mark stands this far before its sentence.
_BULLET_REACH = 3


def states_a_norm(lower: str, sentence: int, phrase: NumberPhrase, end: int, norms: bool) -> bool:
    """True where the number is a norm, a price, a threshold or a term of a formula."""
    before = lower[max(sentence, phrase.lead_start - _REACH) : phrase.lead_start]
    if phrase.per in _PRICE_PER and phrase.unit.endswith(("đồng", "usd", "tỷ", "triệu")) and _PRICE_CUE.search(before):
        return True
    nearby = max(sentence, phrase.start - _CLAUSE_REACH)
    around = lower[max(sentence, phrase.start - 40) : min(end, phrase.tail_end + 24)]
    if _FORMULA.search(around):
        return True
    if _POINTS.match(lower, phrase.tail_end, end) or _WHICH_ONES.search(lower, nearby, phrase.start):
        return True
    if not norms:
        return False
    threshold = _THRESHOLD.search(lower[max(sentence - _BULLET_REACH, 0) : phrase.start + 1].rstrip())
    if threshold is not None or _POINTS.search(lower, phrase.tail_end, end):
        return True
    return _SUPPORT.search(lower[sentence : phrase.tail_end]) is not None
