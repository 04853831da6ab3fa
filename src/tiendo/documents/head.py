"""The head of a document: what stands above its first provision, line by line, and a web page's table of labels."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tiendo.documents.document_number import NUMBER_LINE
from tiendo.documents.document_types import ENACTED, TYPES
from tiendo.documents.issuers import is_body
from tiendo.documents.model import Block, BlockKind

_MARKS = str.maketrans(dict.fromkeys("*#|_\t\u00a0\u200b\ufeff\f", " "))
_HEAD_KINDS = frozenset((BlockKind.TITLE, BlockKind.TABLE_CELL))
# A letterhead with the longest title has some 2,000 characters; what is longer is no head.
_LONGEST_HEAD = 6_000

_ANY_TYPE = "|".join(sorted(TYPES, key=lambda name: (-len(name), name)))
# In capitals a title may follow on the line; a type in small letters stands alone.
_PRINTED_TYPE = re.compile(rf"(?P<type>{_ANY_TYPE.upper()})(?=[\s:]|$)[\s:]*(?P<rest>.*)")
_TYPE_ALONE = re.compile(rf"(?P<type>{_ANY_TYPE})\s*:?(?P<rest>)", re.IGNORECASE)
_HEADLINE = re.compile(rf"(?P<type>{_ANY_TYPE})\s+(?:số\s+)?(?P<number>\d{{1,5}}(?:/\d{{4}})?[/-][\w/-]+)\s.+")
_TITLE_ENDS = re.compile(r"KHOÁ\s|KHÓA\s|Kính gửi|\(|[-–—=.~\s]*$", re.IGNORECASE)
# A title broken here goes on, even with the name of a body.
_GOES_ON = re.compile(r"(?:,|[-–]|\b(?:CỦA|VÀ|VỚI|CHO|DO|TẠI|của|và|với|cho|do|tại))$")

# What narrow columns leave alone on a line: the first word of a body's name or of the motto, the label of the number.
_BROKEN_OFF = re.compile(r"ỦY|UỶ|HỘI|QUỐC|CHÍNH|THỦ|CHỦ|VĂN|TỈNH|THÀNH|HUYỆN|CỘNG|BỘ|SỞ|BAN|CÔNG|Số\s?:|T[Pp]\.")

_LABELS = {
    "số hiệu": "number", "số ký hiệu": "number", "số kí hiệu": "number", "số/ký hiệu": "number", "ký hiệu": "number",
    "ngày ban hành": "date", "ngày văn bản": "date", "loại văn bản": "type", "cơ quan ban hành": "issuer",
    "nơi ban hành": "issuer", "người ký": "signer", "trích yếu": "title", "trích yếu nội dung": "title",
    "tên văn bản": "title",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Head:
    """The lines above the first provision, in their parts.

    `letterhead` stands above the type, and is all there is where no type is printed; `type` is the
    printed type (`Nghị quyết`), `title` the lines below it, `enacting` what follows the title: in
    acts that a body enacts, its name.
    """

    letterhead: tuple[str, ...]
    type: str | None = None
    title: tuple[str, ...] = ()
    enacting: tuple[str, ...] = ()

    @property
    def headline(self) -> re.Match[str] | None:
        """The headline that a web page puts above a document: `Kế hoạch 23/KH-UBND năm 2023 thực hiện …`."""
        return _HEADLINE.fullmatch(self.letterhead[0]) if self.letterhead else None


def read_head(text: str, blocks: Sequence[Block]) -> Head:
    """The head of a document that begins with one; a slice from its middle has none."""
    body = next((block.start for block in blocks if block.kind not in _HEAD_KINDS), len(text))
    end = min(body, _LONGEST_HEAD)
    if body < len(text):
        end = text.rfind("\n", 0, end) + 1  # the body's first marker belongs to the body
    lines = list(_unbroken(clean_lines(text[:end])))
    for index, line in enumerate(lines):
        printed = _PRINTED_TYPE.fullmatch(line) or _TYPE_ALONE.fullmatch(line)
        if printed:
            below = [printed["rest"], *lines[index + 1 :]] if printed["rest"] else lines[index + 1 :]
            name = printed["type"].capitalize()
            end = _end_of_title(below, enacted=name in ENACTED)
            title = (line for line in below[:end] if not NUMBER_LINE.match(line))
            return Head(tuple(lines[:index]), name, tuple(title), tuple(below[end:]))
    return Head(tuple(lines))


def _end_of_title(lines: Sequence[str], *, enacted: bool) -> int:
    """Where the title ends: at the body that enacts the document, if one does, at a rule or the addressee."""
    for index, line in enumerate(lines):
        goes_on = index > 0 and _GOES_ON.search(lines[index - 1]) is not None
        if _TITLE_ENDS.match(line) or (enacted and is_body(line) and not goes_on):
            return index
    return len(lines)


def _unbroken(lines: Iterator[str]) -> Iterator[str]:
    """The lines, with what a narrow column broke off put back: "ỦY", "BAN NHÂN DÂN" or "Số:", "23/KH-UBND"."""
    for line in lines:
        yield f"{line} {next(lines, '')}".rstrip() if _BROKEN_OFF.fullmatch(line) else line


def clean_lines(text: str) -> Iterator[str]:
    """The lines with content, without marks of layout and with single blanks."""
    for line in text.translate(_MARKS).split("\n"):
        words = " ".join(line.split())
        if words:
            yield words


def labelled_values(text: str, blocks: Sequence[Block]) -> dict[str, str]:
    """What a table such as web pages put above a document says: `Số hiệu | 23/KH-UBND`.

    The keys are `number`, `date`, `type`, `issuer`, `signer` and `title`, as far as they are there.
    """
    values: dict[str, str] = {}
    for label, value in pairwise(blocks):
        if label.kind is value.kind is BlockKind.TABLE_CELL:
            name = _LABELS.get(_bare(text, label).lower())
            content = _bare(text, value)
            if name and content.lower() not in _LABELS:
                values.setdefault(name, content)
    return values


def _bare(text: str, block: Block) -> str:
    return " ".join(text[block.start : block.end].split()).strip(" :*")
