"""Marks in a Word file what the record does not say any more: highlighted, and what it says now as a comment."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import BadZipFile

from tiendo.documents.limits import DEFAULT, Limits
from tiendo.documents.readers.docx_package import Package
from tiendo.documents.readers.source import Source
from tiendo.facts.errors import UnusableReport
from tiendo.publishing.report.printable import printable
from tiendo.publishing.report.returned import Returned, ReturnedField
from tiendo.publishing.report.word_numbers import PARAGRAPH
from tiendo.publishing.report.word_package import packed, try_out
from tiendo.publishing.report.word_reading import around, fields_of, named_figures
from tiendo.publishing.report.word_xml import W

if TYPE_CHECKING:
    from docx.document import Document
    from lxml.etree import _Element

_AUTHOR, _INITIALS = "Tiến Độ", "TĐ"
_ID = f"{{{W}}}id"


def marked(
    name: str,
    data: bytes,
    returned: Returned,
    remark: Callable[[ReturnedField], str | None],
    *,
    says_loose: str,
    at: datetime,
    limits: Limits = DEFAULT,
) -> bytes:
    """The file with a comment at every field that has a remark, and at paragraphs with numbers typed by hand.

    `returned` is what was read from the same file. `says_loose` is said of numbers typed by hand, which take the place
    of `{text}`; `at` is the time that comments bear. The text itself is left as it is. Raises `UnusableReport` where
    the file cannot be opened.
    """
    document = _opened(name, data, limits)
    by_name = named_figures(returned.sealed)
    typed: dict[str, list[str]] = {}
    for number in returned.loose:
        typed.setdefault(number.around, []).append(number.text)
    for paragraph in list(document.element.body.iter(PARAGRAPH)):
        numbers = typed.pop(around(paragraph), None)
        for element, field in list(fields_of(paragraph, by_name)):
            said = remark(field)
            if said is not None:
                _highlight(element)
                _comment(document, element, element, said, at)
        if numbers is not None and len(paragraph):
            _comment(document, paragraph[0], paragraph[-1], says_loose.format(text="; ".join(numbers)), at)
    return packed(document)


def _opened(name: str, data: bytes, limits: Limits) -> Document:
    from docx import Document
    from docx.opc.exceptions import PackageNotFoundError
    from lxml.etree import LxmlError

    Package(Source(name, data, limits))  # refuses what unpacks too far
    try:
        document = Document(BytesIO(data))
        try_out(document)
        _ = len(document.comments)
    except (PackageNotFoundError, BadZipFile, LxmlError, LookupError, ValueError, AttributeError, TypeError) as broken:
        raise UnusableReport(
            vi=f"Không đánh dấu được trong tệp {name}: hãy mở bằng Word, lưu lại dạng .docx rồi thử lại.",
            en=f"Nothing can be marked in {name}: open it in Word, save it as .docx, and try again.",
        ) from broken
    return document


def _highlight(field: _Element) -> None:
    from docx.enum.text import WD_COLOR_INDEX
    from docx.text.run import Run

    for run in field.iter(f"{{{W}}}r"):
        Run(run, None).font.highlight_color = WD_COLOR_INDEX.YELLOW  # type: ignore[arg-type]


def _comment(document: Document, first: _Element, last: _Element, text: str, at: datetime) -> None:
    """A comment around the elements from `first` to `last`; it stands outside of a field, which holds words alone."""
    comment = document.comments.add_comment(printable(text), _AUTHOR, _INITIALS)
    comment._comment_elm.date = at.astimezone(UTC).replace(microsecond=0)  # it would bear the time of the clock
    number = str(comment.comment_id)
    start, end = (first.makeelement(f"{{{W}}}commentRange{side}", {_ID: number}) for side in ("Start", "End"))
    run = first.makeelement(f"{{{W}}}r")
    run.append(run.makeelement(f"{{{W}}}commentReference", {_ID: number}))
    if first.tag == f"{{{W}}}pPr":
        first.addnext(start)
    else:
        first.addprevious(start)
    last.addnext(end)
    end.addnext(run)
