"""A drawing as a picture of pixels, for places that take no SVG: slides, chats, old word processors."""

from __future__ import annotations

from pathlib import Path

_PPI = 144  # two pixels for each unit of the drawing: sharp on screens of today, and in print at a hand's width
# The drawing alone on a page of its own size.
_PAGE = """#set page(width: auto, height: auto, margin: 0pt)
#image(bytes(sys.inputs.drawing), format: "svg")
"""


def as_png(drawing: str) -> bytes:
    """The PNG of an SVG document; its words are set in the typeface of the product."""
    # Here and not above: together they take a moment to load, and only who wants a picture should wait for it.
    import fontpkg_be_vietnam_pro
    import typst

    folder = Path(fontpkg_be_vietnam_pro.__file__).parent / "files"
    made: bytes = typst.compile(
        _PAGE.encode(),
        format="png",
        ppi=_PPI,
        font_paths=typst.Fonts(font_paths=[folder]),
        sys_inputs={"drawing": drawing},
    )
    return made
