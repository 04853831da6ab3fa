"""Runs and paragraphs of a Word file as XML: words, and figures as content controls that name their binding.

It is written as text and parsed once: a report has some ten thousand elements, and making each by calls takes seconds.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from hashlib import sha256
from html import escape
from itertools import count

from tiendo.publishing.report.model import Figure, Runs, Words
from tiendo.publishing.report.printable import printable
from tiendo.publishing.report.unbroken import unbroken

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NAMESPACES: Mapping[str, str] = {
    "w": W,
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "wpg": "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
}

TWIPS_A_MILLIMETRE = 1440 / 25.4

_LONGEST_NAME = 64  # Word takes no longer title or tag of a content control
_NAMES_TAIL = 16  # hexadecimal digits: no two of some hundred keys will share them


def plain(text: str) -> str:
    """The text as it may stand in XML, inside an attribute too."""
    return escape(printable(text))


def field_name(key: str) -> str:
    """What the content control of a binding is called: its key, or so much of it that it stays the only one."""
    shown = printable(key)
    if shown == key and len(key) <= _LONGEST_NAME:
        return key
    digest = sha256(key.encode()).hexdigest()[:_NAMES_TAIL]
    return f"{shown[: _LONGEST_NAME - _NAMES_TAIL - 1]}~{digest}"


class Numbers:
    """Gives each content control and each drawing of one document a number of its own."""

    def __init__(self) -> None:
        self._numbers = count(1)

    def next(self) -> int:
        """A number that no other part of the document has."""
        return next(self._numbers)


def paragraph(style: str, content: str, properties: str = "") -> str:
    """A paragraph in the style with that id; `content` are runs, `properties` go behind the style."""
    return f'<w:p><w:pPr><w:pStyle w:val="{plain(style)}"/>{properties}</w:pPr>{content}</w:p>'


def runs(parts: Runs, numbers: Numbers) -> str:
    """Words and figures in their order."""
    return "".join(_field(part, numbers) if isinstance(part, Figure) else words(part) for part in unbroken(parts))


def words(part: Words) -> str:
    """A run of plain words; a line end in them becomes one in Word."""
    return _run(part.text, bold=part.bold, italic=part.italic)


def _field(figure: Figure, numbers: Numbers) -> str:
    """A figure in a content control.

    Its name stands twice, as tag and as title: LibreOffice 7.4 keeps the title alone.
    """
    name = plain(field_name(figure.binding.key))
    look = "<w:rPr><w:b/></w:rPr>" if figure.bold else ""  # for what is typed over it
    named = f'<w:alias w:val="{name}"/><w:tag w:val="{name}"/><w:id w:val="{numbers.next()}"/>'
    content = _run(figure.text, bold=figure.bold)
    return f"<w:sdt><w:sdtPr>{look}{named}<w:text/></w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def _run(text: str, *, bold: bool = False, italic: bool = False) -> str:
    marks = "<w:b/>" * bold + "<w:i/>" * italic
    properties = f"<w:rPr>{marks}</w:rPr>" if marks else ""
    return f"<w:r>{properties}{''.join(_lines(text))}</w:r>"


def _lines(text: str) -> Iterator[str]:
    for number, line in enumerate(text.split("\n")):
        if number:
            yield "<w:br/>"
        yield f'<w:t xml:space="preserve">{plain(line)}</w:t>'
