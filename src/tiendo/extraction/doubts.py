"""The reasons why the reader is not sure of a record, each with its sentence."""

from __future__ import annotations

from enum import StrEnum


class Doubt(StrEnum):
    """A code that stands in `Fact.doubts`; `vi` and `en` say what a person should look at."""

    vi: str
    en: str

    def __new__(cls, code: str, vi: str, en: str) -> Doubt:
        """A code with its two sentences."""
        member = str.__new__(cls, code)
        member._value_ = code
        member.vi = vi
        member.en = en
        return member

    NO_LEAD = (
        "no-lead",
        "Văn bản không nêu cơ quan chủ trì nhiệm vụ này; cần phân công.",
        "The document names nobody to lead this task; it has to be allocated.",
    )
    LEAD_FROM_HEADING = (
        "lead-from-heading",
        "Cơ quan chủ trì lấy từ đề mục hoặc câu dẫn phía trên, không nằm trong câu.",
        "The lead is taken from a heading or lead-in above, not from the sentence itself.",
    )
    SOFT_ACTION = (
        "soft-action",
        "Câu nêu định hướng chung, khó kiểm chứng đã làm hay chưa.",
        "The sentence gives a direction rather than an action that can be checked.",
    )
    SECTION_UNCLEAR = (
        "section-unclear",
        "Không có đề mục nào cho biết đoạn này nêu nhiệm vụ; chỉ căn cứ vào cách viết câu.",
        "No heading says that this part holds tasks; the form of the sentence alone decided.",
    )
    DEADLINE_LOOSE = (
        "deadline-loose",
        "Thời hạn suy từ năm nêu trong câu, không có từ chỉ hạn như “trước”, “chậm nhất”.",
        "The deadline is a year named in the sentence, without a word such as “before” or “at the latest”.",
    )
    UNIT_GUESSED = (
        "unit-guessed",
        "Danh từ sau con số không có trong danh mục đơn vị; hãy xem lại đơn vị.",
        "The noun behind the number is not in the list of units; check the unit.",
    )
    PERIOD_UNKNOWN = (
        "period-unknown",
        "Văn bản không cho biết số liệu thuộc kỳ nào.",
        "The document does not say which period the figure is about.",
    )
    SUBJECT_BARE = (
        "subject-bare",
        "Chỉ đọc được danh từ đứng sau con số; tên chỉ tiêu có thể chưa đủ.",
        "Only the noun behind the number could be read; the name of the measure may be incomplete.",
    )
