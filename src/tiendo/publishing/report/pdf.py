"""A report as a PDF in the layout of the Word file: tagged for screen readers (PDF/UA-1), fit to be kept (PDF/A-3a)."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from tiendo.facts.errors import ReportRefused
from tiendo.publishing.report.model import Report
from tiendo.publishing.report.pdf_content import content_of
from tiendo.publishing.report.pdf_typefaces import Typefaces, chosen, everything

_SETTING = Path(__file__).with_name("templates") / "report.typ"
# PDF/A-3 and not 2: only there may data lie beside the pages, and the stamp does.
_STANDARDS: Final = ("a-3a", "ua-1")
# How Typst says that no typeface has some letters.
_LACKING = re.compile(r'the text `"(.+)"` could not be displayed')


def as_pdf(report: Report) -> bytes:
    """The bytes of the PDF, the same for the same report on the same machine.

    The stamp and all bindings lie in it as an attached file, from which they are read back. Raises `ReportRefused`
    where no typeface of the machine has a letter that is to be printed.
    """
    content = content_of(report)
    try:
        return _set(content, chosen(), report.stamp.at)
    except _LackingLetters:
        try:
            return _set(content, everything(), report.stamp.at)
        except _LackingLetters as fault:
            raise _lacking(fault.letters) from fault


class _LackingLetters(Exception):
    """Some letters have no shape in any of the fonts."""

    def __init__(self, letters: str) -> None:
        super().__init__(letters)
        self.letters = letters


def _set(content: Mapping[str, Any], typefaces: Typefaces, at: datetime) -> bytes:
    # Here and not above: it takes a moment to load, and only who wants a PDF should wait for it.
    import typst

    try:
        return typst.compile(
            _SETTING.read_bytes(),
            format="pdf",
            font_paths=typefaces.fonts,
            pdf_standards=list(_STANDARDS),
            timestamp=at.astimezone(UTC).replace(microsecond=0),
            sys_inputs={"report": json.dumps({**content, "fonts": typefaces.names}, ensure_ascii=False)},
        )
    except typst.TypstError as fault:
        letters = _LACKING.search(fault.message)
        if letters is None:
            raise
        raise _LackingLetters(letters[1]) from fault


def _lacking(letters: str) -> ReportRefused:
    return ReportRefused(
        vi=f"Máy này không có phông chữ nào in được “{letters[:20]}” nên không làm được PDF: hãy cài phông chữ có các"
        " chữ đó, hoặc xuất báo cáo dạng .docx.",
        en=f"No typeface of this machine can print “{letters[:20]}”, so there is no PDF: install one that has these"
        " letters, or ask for the report as .docx.",
    )
