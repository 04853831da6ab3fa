"""The typeface of a PDF: that of the decree or one of its widths, where it has all Vietnamese letters."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typst import FontInfo, Fonts

_WANTED = ("Times New Roman", "Liberation Serif", "Tinos")
_BUILT_IN = "Libertinus Serif"  # comes with Typst, has all Vietnamese letters
# Letters that older typefaces lack: those would be patched with the shapes of another one, letter by letter.
_VIETNAMESE = frozenset(
    map(ord, "ăâđêôơưảạấầẩẫậắằẳẵặẻẽẹếềểễệỉịỏọốồổỗộớờởỡợủụứừửữựỳỷỹỵẢẠẤẦẨẪẬẮẰẲẴẶẺẼẸẾỀỂỄỆỈỊỎỌỐỒỔỖỘỚỜỞỠỢỦỤỨỪỬỮỰỲỶỸỴ₫")
)


@dataclass(frozen=True, slots=True)
class Typefaces:
    """The fonts that Typst may use, and the names of those that it shall use, the first before the second."""

    fonts: Fonts
    names: tuple[str, ...]


@cache
def chosen() -> Typefaces:
    """The typeface that reports are set in on this machine, and no other font."""
    import typst

    machine = typst.Fonts().fonts()
    for name in _WANTED:
        folder = _whole_folder([font for font in machine if font.family == name])
        if folder is not None:
            return Typefaces(typst.Fonts(include_system_fonts=False, font_paths=[folder]), (name, _BUILT_IN))
    return Typefaces(typst.Fonts(include_system_fonts=False), (_BUILT_IN,))


@cache
def everything() -> Typefaces:
    """All fonts of the machine, for a report with letters that the chosen typeface does not have."""
    import typst

    return Typefaces(typst.Fonts(), chosen().names)


def _whole_folder(fonts: list[FontInfo]) -> Path | None:
    """The first folder whose fonts of a family all have the letters: two versions of one family may be installed."""
    by_folder: dict[Path, list[FontInfo]] = defaultdict(list)
    for font in fonts:
        if font.path is not None:
            by_folder[Path(font.path).parent].append(font)
    for folder in sorted(by_folder):
        if all(map(_is_whole, by_folder[folder])):
            return folder
    return None


def _is_whole(font: FontInfo) -> bool:
    from fontTools.ttLib import TTFont, TTLibError

    try:
        with TTFont(font.path, fontNumber=font.index, lazy=True) as opened:
            return _VIETNAMESE.issubset(opened.getBestCmap() or ())
    except (TTLibError, OSError):
        return False
