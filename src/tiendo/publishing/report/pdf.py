"""A report as a PDF in the layout of the Word file: tagged for screen readers (PDF/UA-1), fit to be kept (PDF/A-3a)."""

from __future__ import annotations

import json
import re
from datetime import UTC
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tiendo.facts.errors import ReportRefused
from tiendo.publishing.report.model import Report
from tiendo.publishing.report.pdf_content import content_of

if TYPE_CHECKING:
    from typst import Fonts

_SETTING = Path(__file__).with_name("templates") / "report.typ"
# PDF/A-3 and not 2: only there may data lie beside the pages, and the stamp does.
_STANDARDS: Final = ("a-3a", "ua-1")
# How Typst says that no typeface has some letters.
_LACKING = re.compile(r'the text `"(.+)"` could not be displayed')
_BUILT_IN = "Libertinus Serif"
# The typeface of the decree, or one of the same widths; what no machine lacks comes last.
_TYPEFACES = ("Times New Roman", "Liberation Serif", "Tinos", _BUILT_IN)


def as_pdf(report: Report) -> bytes:
    """The bytes of the PDF, the same for the same report on the same machine.

    The stamp and all bindings lie in it as an attached file, from which they are read back. Raises `ReportRefused`
    where no typeface of the machine has a letter that is to be printed.
    """
    # Here and not above: it takes a moment to load, and only who wants a PDF should wait for it.
    import typst

    fonts, typefaces = _fonts()
    try:
        return typst.compile(
            _SETTING.read_bytes(),
            format="pdf",
            font_paths=fonts,
            pdf_standards=list(_STANDARDS),
            timestamp=report.stamp.at.astimezone(UTC).replace(microsecond=0),
            sys_inputs={"report": json.dumps({**content_of(report), "fonts": typefaces}, ensure_ascii=False)},
        )
    except typst.TypstError as fault:
        letters = _LACKING.search(fault.message)
        if letters is None:
            raise
        raise _lacking(letters[1]) from fault


def _lacking(letters: str) -> ReportRefused:
    return ReportRefused(
        vi=f"Máy này không có phông chữ nào in được “{letters[:20]}” nên không làm được PDF: hãy cài phông chữ có các"
        " chữ đó, hoặc xuất báo cáo dạng .docx.",
        en=f"No typeface of this machine can print “{letters[:20]}”, so there is no PDF: install one that has these"
        " letters, or ask for the report as .docx.",
    )


@cache
def _fonts() -> tuple[Fonts, list[str]]:
    """The fonts of the machine, and those of the wanted typefaces that are among them."""
    import typst

    fonts = typst.Fonts()
    families = set(fonts.families())
    return fonts, [typeface for typeface in _TYPEFACES if typeface in families]
