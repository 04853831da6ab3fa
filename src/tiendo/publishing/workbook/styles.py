"""How cells look: one format for each combination that occurs."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    from xlsxwriter import Workbook
    from xlsxwriter.format import Format

TYPEFACE = "Times New Roman"
"""That of administrative documents."""

SIZE = 11
_INK, _MUTED, _HAIR, _HEAD = "#17212B", "#5B6773", "#D8D3C8", "#EFECE5"
DAYS = {"vi": "d/m/yyyy", "en": "yyyy-mm-dd"}
MOMENTS = {"vi": "d/m/yyyy hh:mm", "en": "yyyy-mm-dd hh:mm"}

BASE: dict[str, Any] = {"font_name": TYPEFACE, "font_size": SIZE, "font_color": _INK, "valign": "top"}
TITLE = {"bold": True, "font_size": 15}
UNDER = {"font_color": _MUTED}
HEAD = {"bold": True, "text_wrap": True, "valign": "vcenter", "align": "center", "bg_color": _HEAD, "border": 1,
        "border_color": _HAIR}  # fmt: skip
BODY = {"border": 1, "border_color": _HAIR}
WORDS = {"text_wrap": True, "align": "left", "indent": 1}  # away from the number that ends at the same line
LEFT = {"align": "left", "indent": 1}
LABEL = {"font_color": _MUTED, "indent": 1}


def styles_of(book: Workbook) -> Callable[..., Format]:
    """Gives the format with the base and these properties; each is made once for the workbook."""

    @cache
    def made(properties: tuple[tuple[str, Any], ...]) -> Format:
        return book.add_format(BASE | dict(properties))

    return lambda **properties: made(tuple(sorted(properties.items())))
