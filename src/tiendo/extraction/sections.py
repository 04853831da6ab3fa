"""What the headings above a stretch of text say about tasks in it: surely, never, or only in plain orders."""

from __future__ import annotations

import re
from enum import IntEnum


class Stance(IntEnum):
    """How ready the reader is to take a sentence for a task, from never to almost always."""

    NEVER = 0  # objectives, principles, scope, permissions: no tasks at all
    REPORT = 1  # evaluations and results: only what tells a body that it must do something
    DECISION = 2  # what an act itself decides: only what a body does
    OPEN = 3  # no heading tells: a body that acts, or a sentence that begins with a verb of action
    TASKS = 4  # tasks, solutions, organisation of the work: every sentence that is no result


_LEADING_WORDS = r"(?:về |các |một số |những |hệ thống |công tác |phần |nội dung |mục |xác định |tổng hợp )*"
_NEVER = re.compile(
    rf"{_LEADING_WORDS}(?:mục tiêu|mục đích|quan điểm|nguyên tắc|phương châm|chủ đề|chỉ tiêu|tầm nhìn|phạm vi|đối tượng"
    r"|địa điểm|địa bàn|sự cần thiết|căn cứ|cơ sở pháp lý|cơ sở xây dựng|giải thích từ ngữ|hiệu lực|yêu cầu(?:$|[:.,])"
    r"|thời gian(?! thực hiện nhiệm vụ)|thời hạn|quy mô|hình thức|loại hình|công nghệ|khái niệm|định nghĩa|điều kiện"
    r"|tiêu chuẩn|tiêu chí|định mức|mức hỗ trợ|mức chi|tổng mức|dự kiến kết quả|kết quả (?:cần đạt|mong đợi|dự kiến)"
    r"|định hướng (?:đến|tới)|dự báo|nhu cầu|ý nghĩa|thành phần|tên (?:gọi|dự án)|chủ đầu tư|nhóm dự án|danh mục)"
)
_REPORT = re.compile(
    rf"{_LEADING_WORDS}(?:đánh giá|kết quả|tình hình|thực trạng|hiện trạng|tồn tại|hạn chế|khó khăn|nguyên nhân|bài học"
    r"|thuận lợi|ưu điểm|thành tựu|bối cảnh|đặc điểm|khái quát|số liệu|thông tin chung|thiệt hại|khuyết điểm|nhận định)"
)
_TASKS = re.compile(
    r"(?<!\w)(?:nhiệm vụ|giải pháp|tổ chức thực hiện|tổ chức triển khai|trách nhiệm|phân công|kiến nghị|biện pháp"
    r"|triển khai thực hiện|nội dung (?:thực hiện|của|công việc|trọng tâm|chủ yếu|kế hoạch|triển khai|cụ thể|hoạt động)"
    r"|lộ trình|hoạt động chủ yếu|chế độ báo cáo|công việc|yêu cầu các|thông tin, báo cáo|chương trình công tác"
    r"|các hoạt động|điều khoản thi hành)(?!\w)"
)
_TASKS_ALONE = re.compile(r"(?:các |những )?nội dung(?: chính)?[:.]?$|thực hiện[:.]?$|nội dung và giải pháp")
_ENACTS = re.compile(
    r"(?:(?:hội đồng nhân dân|hđnd|quốc hội|ủy ban nhân dân|ubnd|chính phủ)[^,;:]{0,40}? )?"
    r"(?:thông qua|quyết định|phê duyệt|thống nhất|nhất trí|ban hành|chấp thuận|đồng ý|tán thành|quyết nghị)(?!\w)"
)
_DECISION = re.compile(
    r"(?:(?:nguồn )?kinh phí|nguồn (?:vốn|lực)|sửa đổi|bổ sung|quy định|bãi bỏ|thay thế|công bố|phân bổ"
    r"|điều chỉnh)(?!\w)"
)
_PERMISSION = re.compile(r"\bđược (?:quyết định|phép|áp dụng|hưởng|hỗ trợ|quyền|ưu tiên|miễn|giao quyền)\b[^.;]*:$")
# "1. Mục tiêu chung: Nâng cao …": a label this short is a heading at the head of its paragraph.
_LABEL = re.compile(r"(?P<label>[^:.;,]{3,60}):\s+\S")


def stance_below(heading: str, above: Stance) -> Stance:
    """The stance for what stands under `heading`, where `above` holds for the heading itself."""
    text = " ".join(heading.lower().split())
    if _NEVER.match(text):
        return Stance.OPEN if _TASKS.search(text) else Stance.NEVER
    if _REPORT.match(text):
        return Stance.REPORT
    if above is not Stance.TASKS and _ENACTS.match(text):
        return Stance.DECISION
    if _TASKS.search(text) or _TASKS_ALONE.match(text):
        return Stance.TASKS
    if above > Stance.DECISION and above is not Stance.TASKS and _DECISION.match(text):
        return Stance.DECISION
    return above


def stance_of_paragraph(paragraph: str, above: Stance) -> Stance:
    """The stance for a paragraph and what stands under it: its label or its act may tell."""
    label = _LABEL.match(paragraph)
    if label is not None and _NEVER.match(label["label"].lower()):
        return Stance.NEVER
    enacts = above is not Stance.TASKS and (_ENACTS.match(text := paragraph.lower()) or _DECISION.match(text))
    return min(above, Stance.DECISION) if enacts else above


def grants(paragraph: str) -> bool:
    """True for a lead-in to permissions: "Thủ tướng Chính phủ được quyết định:"."""
    return _PERMISSION.search(paragraph) is not None
