"""The rule by which a printed number is judged: as an interval, not as a point."""

from __future__ import annotations

from tiendo.assessment.rules import Rule
from tiendo.facts.wording import Wording

PRINTED_INTERVAL = Rule(
    "printed-interval",
    Wording(
        "Số in 28,1 là mọi giá trị từ 28,05 đến 28,15; số đếm (9 trường) là chính nó. "
        "Đánh giá theo số in; nếu hai đầu khoảng cho hai kết luận khác nhau thì ghi rõ là sát ngưỡng.",
        "A printed 28.1 is every value from 28.05 to 28.15; a count (9 schools) is itself. "
        "The printed number decides; where the ends of the interval would be judged differently, the status says so.",
    ),
)
