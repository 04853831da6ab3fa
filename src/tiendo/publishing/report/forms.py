"""The forms that a report is written in, by the ending of the file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tiendo.facts.errors import ReportRefused
from tiendo.publishing.report.basis import Basis
from tiendo.publishing.report.model import Report
from tiendo.publishing.report.returned import Returned


@dataclass(frozen=True, slots=True)
class Form:
    """A form: its ending, its media type, what writes it, and what reads it back by its name and bytes.

    The basis is what the report was composed from. `audited` says whether its text can be audited as a document's.
    """

    suffix: str
    media_type: str
    write: Callable[[Report, Basis], bytes]
    read: Callable[[str, bytes], Returned]
    audited: bool = True


# The writers are imported where they are used: those of Word and PDF bring large libraries.


def _read_markdown(name: str, data: bytes) -> Returned:
    from tiendo.publishing.report.text_reading import read_markdown

    return read_markdown(name, data)


def _markdown(report: Report, _: Basis) -> bytes:
    from tiendo.publishing.report.markdown import as_markdown

    return as_markdown(report).encode()


def _read_html(name: str, data: bytes) -> Returned:
    from tiendo.publishing.report.text_reading import read_html

    return read_html(name, data)


def _html(report: Report, _: Basis) -> bytes:
    from tiendo.publishing.report.html import as_html

    return as_html(report).encode()


def _read_word(name: str, data: bytes) -> Returned:
    from tiendo.publishing.report.word_reading import read_word

    return read_word(name, data)


def _word(report: Report, basis: Basis) -> bytes:
    from tiendo.publishing.report.word import as_word

    return as_word(report, basis.template)


def _read_pdf(name: str, data: bytes) -> Returned:
    from tiendo.publishing.report.pdf_reading import read_pdf

    return read_pdf(name, data)


def _pdf(report: Report, _: Basis) -> bytes:
    from tiendo.publishing.report.pdf import as_pdf

    return as_pdf(report)


def _read_workbook(name: str, data: bytes) -> Returned:
    from tiendo.publishing.workbook.stamp import read_workbook

    return read_workbook(name, data)


def _workbook(report: Report, basis: Basis) -> bytes:
    from tiendo.publishing.workbook.book import as_workbook

    return as_workbook(report, basis)


FORMS = (
    Form(".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", _word, _read_word),
    Form(".pdf", "application/pdf", _pdf, _read_pdf),
    Form(
        ".xlsx",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        _workbook,
        _read_workbook,
        audited=False,
    ),
    Form(".html", "text/html; charset=utf-8", _html, _read_html),
    Form(".md", "text/markdown; charset=utf-8", _markdown, _read_markdown),
)
"""All forms, what most ask for first."""


def form_of(name: str) -> Form:
    """The form that a file of that name has; raises `ReportRefused`, which lists the endings."""
    ending = name[name.rfind(".") :].lower() if "." in name else ""
    for form in FORMS:
        if form.suffix == ending:
            return form
    known = ", ".join(form.suffix for form in FORMS)
    raise ReportRefused(
        vi=f"Không có báo cáo dạng {ending or name!r}: đuôi tệp phải là một trong {known}.",
        en=f"No report has the form {ending or name!r}: the file has to end in one of {known}.",
    )
