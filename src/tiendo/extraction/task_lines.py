"""Reads the lines below a task that fill its fields: `Đơn vị chủ trì: …`, `Thời hạn hoàn thành: …`."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import NamedTuple

from tiendo.extraction.bodies import read_bodies


class Field(StrEnum):
    """Which field of a task a label fills."""

    LEAD = "lead"
    COORDINATORS = "coordinators"
    DEADLINE = "deadline"
    OTHER = "other"  # products, means: no field of the record


class Line(NamedTuple):
    """A label's field and the value behind its colon."""

    field: Field
    value: str


_WHO = r"(?:(?:đơn vị|cơ quan|cấp|bộ phận|các đơn vị|các cơ quan)\s+)?"
_LABEL = re.compile(
    rf"(?:[-+*•]\s*)?(?:(?P<lead>{_WHO}(?:chủ trì|đầu mối|chịu trách nhiệm(?: chính)?|thực hiện chính)"
    r"(?: thực hiện| tham mưu)?"
    r"|(?:đơn vị|cơ quan|các đơn vị|các cơ quan) thực hiện|trách nhiệm thực hiện|phân công thực hiện)"
    rf"|(?P<coordinators>{_WHO}(?:phối hợp|tham gia)(?: thực hiện)?)"
    r"|(?P<deadline>(?:thời gian|thời hạn|tiến độ|hạn)"
    r"(?: (?:thực hiện, hoàn thành|thực hiện|hoàn thành|triển khai|trình|báo cáo))?"
    r"|hoàn thành|thời gian và tiến độ thực hiện)"
    r"|(?P<other>(?:sản phẩm|kết quả|kinh phí|nguồn lực|địa điểm|hình thức|đối tượng|nguồn kinh phí)"
    r"(?: (?:dự kiến|đầu ra|hoàn thành|thực hiện|cần đạt|chủ yếu))?))\s*:\s*",
    re.IGNORECASE,
)
_NEXT = re.compile(r"[;.]\s*")


def read_lines(text: str) -> list[Line]:
    """The labelled values of a line that begins with a label, in order; empty where it does not."""
    lines: list[Line] = []
    label = _LABEL.match(text)
    while label is not None:
        following = _next_label(text, label.end())
        value = text[label.end() : following.start() if following else len(text)]
        lines.append(Line(Field(label.lastgroup or "other"), value.strip(" .;,")))
        label = following
    return lines


def _next_label(text: str, position: int) -> re.Match[str] | None:
    for mark in _NEXT.finditer(text, position):
        label = _LABEL.match(text, mark.end())
        if label is not None:
            return label
    return None


def bodies_of(value: str) -> tuple[str, ...]:
    """The bodies that a value or table cell names; an unknown kind of name stays whole."""
    cleaned = " ".join(value.split()).strip(" .;,-–")
    names: list[str] = []
    position = 0
    while position < len(cleaned):
        bodies = read_bodies(cleaned, position)
        if bodies is None:
            break
        names.extend(bodies.names)
        rest = cleaned[bodies.end :].lstrip(" ,;.-–+")
        position = len(cleaned) - len(rest)
    if not names and cleaned[:1].isupper():
        return (cleaned,)
    return tuple(names)
