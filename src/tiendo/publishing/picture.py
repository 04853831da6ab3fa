"""A drawing as a file: SVG as it is, pixels for places that take no SVG, a page of its own size for print."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType

_PPI = 144  # two pixels for each unit of the drawing: sharp on screens of today, and in print at a hand's width
# The drawing alone on a page of its own size. Without a date the same drawing gives the same file.
_PAGE = """#set document(title: sys.inputs.told, date: none)
#set text(lang: sys.inputs.language)
#set page(width: auto, height: auto, margin: 0pt)
#image(bytes(sys.inputs.drawing), format: "svg", alt: sys.inputs.told)
"""


@dataclass(frozen=True, slots=True)
class Drawing:
    """An SVG document, what it is called in words, and the language of these."""

    svg: str
    told: str
    language: str


class Form(StrEnum):
    """A form of file that a drawing can take; its value is the ending of the file's name."""

    SVG = "svg"
    PNG = "png"
    PDF = "pdf"


CONTENT_TYPES: Mapping[Form, str] = MappingProxyType(
    {Form.SVG: "image/svg+xml", Form.PNG: "image/png", Form.PDF: "application/pdf"}
)


def written(drawing: Drawing, form: Form) -> bytes:
    """The file; PNG and PDF are set in the typeface of the product, whatever the machine has."""
    if form is Form.SVG:
        return drawing.svg.encode()
    # Here and not above: together they take a moment to load, and only who wants a picture should wait for it.
    import fontpkg_be_vietnam_pro
    import typst

    folder = Path(fontpkg_be_vietnam_pro.__file__).parent / "files"
    return typst.compile(
        _PAGE.encode(),
        format="png" if form is Form.PNG else "pdf",
        ppi=_PPI,
        font_paths=typst.Fonts(font_paths=[folder], include_system_fonts=False),
        sys_inputs={"drawing": drawing.svg, "told": drawing.told, "language": drawing.language},
    )
