"""The forms that a report is written in, by the ending of the file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tiendo.facts.errors import ReportRefused
from tiendo.publishing.report.basis import Basis
from tiendo.publishing.report.model import Report


@dataclass(frozen=True, slots=True)
class Form:
    """A form: its ending, its media type, and what writes it; the basis is what the report was composed from."""

    suffix: str
    media_type: str
    write: Callable[[Report, Basis], bytes]


# The writers are imported where they are used: those of Word and PDF bring large libraries.


def _markdown(report: Report, _: Basis) -> bytes:
    from tiendo.publishing.report.markdown import as_markdown

    return as_markdown(report).encode()


def _html(report: Report, _: Basis) -> bytes:
    from tiendo.publishing.report.html import as_html

    return as_html(report).encode()


def _word(report: Report, _: Basis) -> bytes:
    from tiendo.publishing.report.word import as_word

    return as_word(report)


def _pdf(report: Report, _: Basis) -> bytes:
    from tiendo.publishing.report.pdf import as_pdf

    return as_pdf(report)


def _workbook(report: Report, basis: Basis) -> bytes:
    from tiendo.publishing.workbook.book import as_workbook

    return as_workbook(report, basis)


FORMS = (
    Form(".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", _word),
    Form(".pdf", "application/pdf", _pdf),
    Form(".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", _workbook),
    Form(".html", "text/html; charset=utf-8", _html),
    Form(".md", "text/markdown; charset=utf-8", _markdown),
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
        vi=f"Không ghi được báo cáo dạng {ending or name!r}: đuôi tệp phải là một trong {known}.",
        en=f"A report cannot be written as {ending or name!r}: the file has to end in one of {known}.",
    )
