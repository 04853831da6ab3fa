"""Reads the stamp and the bindings of a PDF back, which lie in it as an attached file."""

from __future__ import annotations

from tiendo.facts.errors import UnusableReport
from tiendo.publishing.report.pdf_content import ATTACHMENT
from tiendo.publishing.report.returned import Returned
from tiendo.publishing.report.stamp import LONGEST, from_json

_MOST_ATTACHMENTS = 50  # a report has one; more than this and nobody looks through them


def read_pdf(name: str, data: bytes) -> Returned:
    """The stamp of a report that Tiến Độ wrote as PDF, and the figures that were printed under it.

    Raises `UnusableReport` where the file is no PDF or holds no stamp.
    """
    # Here and not above: the library is only needed by who reads a PDF.
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as fault:
        raise _without_stamp(name) from fault
    try:
        for number in range(min(document.count_attachments(), _MOST_ATTACHMENTS)):
            attached = document.get_attachment(number)
            if attached.get_name() == ATTACHMENT:
                return Returned(sealed=from_json(_line(bytes(attached.get_data()))))
    except pypdfium2.PdfiumError as fault:
        raise _without_stamp(name) from fault
    finally:
        document.close()
    raise _without_stamp(name)


def _line(data: bytes) -> str:
    """What the attached file says; one byte too many is enough for `from_json` to refuse it."""
    return data[: LONGEST + 1].decode("utf-8", errors="replace")


def _without_stamp(name: str) -> UnusableReport:
    return UnusableReport(
        vi=f"Tệp {name} không phải PDF mang dấu của Tiến Độ: tệp không do Tiến Độ ghi ra, hoặc đã được in lại bằng phần"
        " mềm khác; hãy xuất lại báo cáo.",
        en=f"The file {name} is no PDF with a stamp of Tiến Độ: it was not written here, or another program printed it"
        " anew; write the report again.",
    )
