"""Finds later stages of an undertaking beside earlier ones: `triển khai 92 cuộc thanh tra, đã kết thúc 63 cuộc`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tiendo.extraction.passages import Passage, Value, alike, is_level
from tiendo.facts.records import Observation
from tiendo.facts.relations import Relation, RelationKind

_BEGUN = re.compile(
    r"(?<!\w)(?:triển\s+khai|tiến\s+hành|tổ\s+chức|khởi\s+công|tiếp\s+nhận|thụ\s+lý|đăng\s+ký|phân\s+bổ|(?:được\s+)?giao"
    r"|phải\s+(?:thu(?:\s+hồi)?|giải\s+quyết|xử\s+lý)|kiến\s+nghị\s+thu\s+hồi)(?!\w)[^;.]*$"
)
_FINISHED = re.compile(
    r"(?:(?<!\w)(?:đã|được)\s+|(?<!\w)(?=[^;.]{0,30}$))"
    r"(?:kết\s+thúc|hoàn\s+thành|nghiệm\s+thu|giải\s+quyết|xử\s+lý|giải\s+ngân|thu\s+hồi)(?!\w)(?!\s+khác(?!\w))[^;.]*$"
)
# Still to come, or of another time.
_NOT_FINISHED = re.compile(r"(?<!\w)(?:phải|chưa|không|kiến\s+nghị|còn\s+lại|cùng\s+kỳ)(?!\w)")
# What is finished in a year may have been begun in an earlier one: then the two say nothing of each other.
_BEGUN_EARLIER = re.compile(
    r"(?<!\w)(?:kỳ\s+trước|năm\s+trước|các\s+năm|tồn|chuyển\s+(?:sang|từ|tiếp)|kéo\s+dài|lũy\s+kế|luỹ\s+kế)(?!\w)"
)


def stages(passages: Sequence[Passage]) -> Iterator[Relation]:
    """What was finished, with what was begun of it in the same sentence; never asserted, only usual."""
    for passage in passages:
        if _BEGUN_EARLIER.search(passage.lower, passage.start, passage.end):
            continue
        begun: Value | None = None
        for index, value in enumerate(passage.values):
            said = passage.gap(index)
            if not is_level(value):
                continue
            is_finished = (
                isinstance(value, Observation)
                and _FINISHED.search(said) is not None
                and _NOT_FINISHED.search(said) is None
            )
            if is_finished and begun is not None and alike(begun.quantity, value.quantity):
                terms = (value.figure,)
                yield Relation(kind=RelationKind.STAGE, terms=terms, result=begun.figure, asserted=False)
            elif _BEGUN.search(said) is not None:
                begun = value
