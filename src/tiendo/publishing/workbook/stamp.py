"""The stamp of a workbook: one line of JSON in the cells of a sheet that no program shows."""

from __future__ import annotations

from tiendo.documents.limits import DEFAULT, Limits
from tiendo.documents.readers.docx_package import Package
from tiendo.documents.readers.source import Source
from tiendo.facts.errors import UnusableReport
from tiendo.publishing.report.returned import Returned
from tiendo.publishing.report.stamp import from_json

SHEET = "tiendo"
"""The name of the hidden sheet."""

_STRINGS = "xl/sharedStrings.xml"
_SPACE = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_LONGEST = 30_000  # letters a cell; the format takes 32,767
_MARK = "tiendo:"
_DIGITS = 4  # of the number of a piece


def pieces(line: str) -> list[str]:
    """The line cut into cells, each with its number."""
    cut = range(0, len(line), _LONGEST)
    return [f"{_MARK}{number:0{_DIGITS}}:{line[start : start + _LONGEST]}" for number, start in enumerate(cut)]


def read_workbook(name: str, data: bytes, limits: Limits = DEFAULT) -> Returned:
    """What became of a workbook that Tiến Độ wrote: its stamp; its cells are numbers and no fields.

    Raises `UnusableReport` where the file holds no stamp, and `UnreadableDocument` where it is damaged or too large.
    """
    package = Package(Source(name, data, limits))
    found: dict[str, str] = {}
    for element in package.elements(_STRINGS, f"{_SPACE}si"):
        text = "".join(str(part) for part in element.itertext(f"{_SPACE}t"))
        if text.startswith(_MARK):
            found[text[: len(_MARK) + _DIGITS]] = text[len(_MARK) + _DIGITS + 1 :]
    if not found:
        raise UnusableReport(
            vi=f"{name} không mang dấu của Tiến Độ: tệp do chương trình khác ghi, hoặc dấu đã bị xóa.",
            en=f"{name} bears no stamp of Tiến Độ: another program wrote it, or the stamp was taken out.",
        )
    line = "".join(found[number] for number in sorted(found))
    return Returned(sealed=from_json(line))
