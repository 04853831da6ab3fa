"""How people speak to software, in Vietnamese and English, and how they do not.

Ordinary administrative language has the same words: a system is required to record, bodies are asked to confirm,
earlier guidance of a ministry is set aside. So a phrase needs more than a word: who is spoken to, in the imperative,
or an order about orders. Vietnamese phrases are looked for with their marks and, for text typed without any, without.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from tiendo.text.folding import fold_chars


class Sign(StrEnum):
    """How a sentence shows that it speaks to software."""

    OVERRIDES = "overrides-instructions"  # earlier orders shall not count
    ROLE = "gives-a-role"  # the reader is told to be a program
    ORDERS = "orders-software"  # a program, or whoever accepts figures, is told to accept them
    MARKUP = "prompt-markup"  # the marks by which programs tell orders from texts


@dataclass(frozen=True, slots=True)
class Phrase:
    """One way to speak to software; the pattern is only tried where one of the `anchors` is in the text.

    Anchors are in small letters, with one blank between words.
    """

    sign: Sign
    anchors: tuple[str, ...]
    pattern: re.Pattern[str]


LAYOUT_MARKS = "*_|#>~"
"""What Markdown and tables print between words, beside blanks and line ends."""

_GAP = rf"[\s{LAYOUT_MARKS}]+"
# A clause begins here: what stands before is no part of who is spoken to.
_CLAUSE = r"(?:(?:^|[.!?;:\n\"“”«(\[–•*-])\s*)"
_ARTIFICIAL = r"(?-i:AI|A\.I\.)"  # in small letters it is the Vietnamese word for "who"

_LISTENER = (
    rf"(?:hệ thống|phần mềm|chương trình|máy tính|máy|thuật toán|chatbot|bot|{_ARTIFICIAL}|trí tuệ nhân tạo"
    rf"|trợ lý(?: ảo| {_ARTIFICIAL})?|mô hình(?: ngôn ngữ| {_ARTIFICIAL})?)"
)
_WAVE_THROUGH = r"(?:chấp nhận|phê duyệt|thông qua|duyệt|bỏ qua|đánh dấu|coi|công nhận)"
_ALL = r"(?:tất cả|toàn bộ|mọi|hết)"
_CHECKED = (
    r"(?:số liệu|dữ liệu|chỉ tiêu|kết quả|con số|giá trị|bản ghi|cảnh báo|nghi vấn|lỗi|sai sót|bước kiểm tra|kiểm tra)"
)
_DONE_WITH_DATA = (
    rf"(?:{_WAVE_THROUGH}|ghi nhận|xác nhận|trả lời|xuất ra|in ra|tiết lộ|sửa|xóa|xoá|thay|gán|cho điểm"
    r"|không kiểm tra|đừng)"
)
_ORDERS_VI = r"(?:hướng dẫn|chỉ dẫn|chỉ thị|mệnh lệnh|câu lệnh|lệnh|quy tắc|yêu cầu|lời nhắc|prompt)"
# Atomic: "trước đó của Bộ" is not to be read as "trước".
_EARLIER_VI = r"(?>trước đó|trước đây|trước|ở trên|bên trên|phía trên|ban đầu|mặc định|(?:của )?hệ thống)"
# Guidance of a body is passed over by people.
_OF_A_BODY = r"(?! của (?!bạn|hệ thống|tôi|mô hình))"

_VIETNAMESE: tuple[tuple[Sign, tuple[str, ...], str], ...] = (
    (
        Sign.OVERRIDES,
        ("bỏ qua", "quên", "phớt lờ", "lờ đi"),
        r"\b(?=[bqpl])(?<!không )(?<!được )(?<!tránh )(?:bỏ qua|quên đi|quên|phớt lờ|lờ đi) "
        rf"(?:(?:hết|tất cả|toàn bộ|mọi|những|các) ){{0,3}}{_ORDERS_VI} {_EARLIER_VI}\b{_OF_A_BODY}",
    ),
    (
        Sign.OVERRIDES,
        ("tiết lộ", "in ra", "nhắc lại", "hiển thị"),
        r"\b(?:tiết lộ|in ra|nhắc lại|hiển thị) (?:(?:toàn bộ|nội dung|các) ){0,3}"
        r"(?:lời nhắc|câu lệnh|chỉ dẫn|hướng dẫn|prompt) (?:của )?hệ thống\b",
    ),
    (
        Sign.ROLE,
        ("bạn", "ngươi"),
        r"\b(?:bạn|ngươi) (?:(?:bây giờ|giờ|hiện) )?(?:là|đóng vai|hãy đóng vai) (?:một )?"
        rf"(?:{_ARTIFICIAL}\b|chatbot|bot\b|trí tuệ nhân tạo|trợ lý (?:ảo|số|{_ARTIFICIAL}|trí tuệ)"
        rf"|mô hình (?:ngôn ngữ|{_ARTIFICIAL}|trí tuệ)"
        r"|hệ thống (?:duyệt|chấm|đọc|xử lý|phê duyệt))",
    ),
    (
        Sign.ORDERS,
        ("hãy", "vui lòng", "làm ơn"),
        rf"{_CLAUSE}(?:(?:hỡi|này|gửi) )?{_LISTENER}(?: ơi)?[,:]? "
        rf"(?:xin )?(?:hãy|vui lòng|làm ơn) (?:tự động )?{_DONE_WITH_DATA}\b",
    ),
    (
        Sign.ORDERS,
        ("hãy", "vui lòng", "cứ"),
        rf"\b(?:hãy|vui lòng|cứ) (?:tự động )?{_WAVE_THROUGH} {_ALL} (?:(?:các|những) )?{_CHECKED}\b",
    ),
    (
        Sign.ORDERS,
        ("đề nghị", "yêu cầu", "ra lệnh cho"),
        rf"\b(?:đề nghị|yêu cầu|ra lệnh cho) {_LISTENER} (?:(?:hãy|tự động) ){{0,2}}"
        rf"{_WAVE_THROUGH} {_ALL} (?:(?:các|những) )?{_CHECKED}\b",
    ),
    (
        Sign.ORDERS,
        ("gửi", "dành cho", "chú ý", "lưu ý"),
        r"\b(?:gửi|dành cho|chú ý|lưu ý)[,:]? (?:các )?"
        rf"(?:{_ARTIFICIAL}|mô hình ngôn ngữ|chatbot|trợ lý {_ARTIFICIAL}|máy)"
        r" (?:đang )?(?:đọc|xử lý|phân tích|tóm tắt) (?:văn bản|tài liệu|báo cáo|tệp)",
    ),
)

_ORDERS_EN = r"(?:instructions?|prompts?|rules|guidelines|directions|directives|programming)"
_EARLIER_EN = r"(?:previous|prior|above|earlier|preceding|foregoing|original|system|your)"
_FACTS_EN = r"(?:figures?|numbers?|values?|facts?|data|records?|targets?|results?|findings?|warnings?|checks?)"

_ENGLISH: tuple[tuple[Sign, tuple[str, ...], str], ...] = (
    (
        Sign.OVERRIDES,
        ("ignore", "disregard", "forget", "override", "bypass"),
        r"\b(?=[idfob])(?<!not )(?<!never )(?:ignore|disregard|forget|override|bypass) "
        rf"(?:(?:all|any|every|the|these|those|of|my) ){{0,4}}{_EARLIER_EN} (?:(?:safety|system|previous) )?"
        rf"{_ORDERS_EN}\b(?! (?:of|from|by|issued|given by)\b)",
    ),
    (
        Sign.OVERRIDES,
        ("instruction", "system prompt", "jailbreak", "developer mode"),
        r"\b(?:(?:new|updated|real|hidden|secret) (?:system )?instructions?\s*:"
        r"|system prompt\b|jailbreak\b|developer mode\b)",
    ),
    (
        Sign.ROLE,
        ("you are", "you're"),
        r"\byou(?: are|'re) (?:now )?(?:an?|the) (?:(?:helpful|smart|large|unrestricted) ){0,2}"
        rf"(?:{_ARTIFICIAL}\b|language model|LLM\b|chatbot|bot\b|assistant\b(?! (?:to|of|director|professor|manager)))",
    ),
    (Sign.ROLE, ("as an ai",), rf"\bas an {_ARTIFICIAL} (?:(?:large )?language )?model\b"),
    (
        Sign.ROLE,
        ("act as", "pretend", "behave as", "respond as"),
        r"\b(?:act|behave|respond|pretend) "
        rf"(?:as if you|as an? (?:{_ARTIFICIAL}|unrestricted|language model)|to be an? {_ARTIFICIAL})",
    ),
    (
        Sign.ORDERS,
        ("accept", "approve", "mark"),
        rf"(?:{_CLAUSE}|\b(?:please|you must|you should|always) )(?:automatically )?"
        r"(?:accept|approve|mark) (?:all|every|any) "
        rf"(?:(?:of|the|these|extracted|reported) ){{0,3}}{_FACTS_EN}\b",
    ),
    (
        Sign.ORDERS,
        ("do not", "don't", "never"),
        r"\b(?:do not|don't|never) (?:flag|report|warn|reveal|disclose|mention|tell)\b[^.\n]{0,60}"
        r"\b(?:the (?:user|reviewer|human)|this (?:prompt|instruction))",
    ),
)

# These marks are themselves what layout is made of; their patterns begin with them and are quick.
_ANYWHERE = ("",)

_MARKUP: tuple[tuple[tuple[str, ...], str], ...] = (
    (
        ("system", "assistant", "developer"),
        r"(?m:^)[ \t>*#]{0,9}(?-i:SYSTEM|ASSISTANT|DEVELOPER)(?: PROMPT| MESSAGE)?[ \t*]{0,9}:",
    ),
    (_ANYWHERE, r"<\|[a-z_]{2,30}\|>|\[/?INST\]|<</?SYS>>"),
    (("<system", "</system", "<assistant", "<instruction"), r"</?(?:system|assistant|instructions?)(?:[_-][a-z]+)?>"),
    (("instruction", "response"), r"(?m:^)#{2,4} ?(?:Instructions?|Response|System)[ \t]*:"),
)


def _compiled(pattern: str) -> re.Pattern[str]:
    # A blank in a phrase is any gap; in a look-behind, which has a fixed width, it stays a blank.
    parts = re.split(r"(\(\?<![^)]*\))", pattern)
    spaced = "".join(part if part.startswith("(?<!") else part.replace(" ", _GAP) for part in parts)
    return re.compile(spaced, re.IGNORECASE)


def _both_spellings(pattern: str) -> re.Pattern[str]:
    return _compiled(f"(?:{pattern})|(?:{_unmarked(pattern)})")


def _unmarked(text: str) -> str:
    """The same without marks; capitals, which mean something in a pattern, stay."""
    folded = fold_chars(text)
    return "".join(old if old.isascii() else new for old, new in zip(text, folded, strict=True))


PHRASES: tuple[Phrase, ...] = (
    *(
        Phrase(sign, (*anchors, *map(_unmarked, anchors)), _both_spellings(pattern))
        for sign, anchors, pattern in _VIETNAMESE
    ),
    *(Phrase(sign, anchors, _compiled(pattern)) for sign, anchors, pattern in _ENGLISH),
    *(Phrase(Sign.MARKUP, anchors, re.compile(pattern, re.IGNORECASE)) for anchors, pattern in _MARKUP),
)
"""All of them; the order does not matter."""
