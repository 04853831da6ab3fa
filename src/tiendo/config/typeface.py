"""Be Vietnam Pro as the browser gets it: the letters of Vietnamese and English, packed, made once from the package."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.finders import BaseFinder
from django.core.files.storage import FileSystemStorage

_FOLDER = "typeface"
_WEIGHTS = {"Regular": 400, "Medium": 500, "SemiBold": 600}  # what the tokens of the look use

# Latin with the marks of Vietnamese, the signs of prices and units, dashes and quotes, arrows, comparisons, and the
# shapes of statuses; a page of any other script takes the reader's own typeface.
_LETTERS = (
    *(range(0x20, 0x7F), range(0xA0, 0x180), range(0x1A0, 0x1A2), range(0x1AF, 0x1B1), range(0x300, 0x304)),
    *(range(0x309, 0x30A), range(0x323, 0x324), range(0x1EA0, 0x1EFA), range(0x2010, 0x2027), range(0x2030, 0x203B)),
    *(range(0x20AB, 0x20AD), range(0x2190, 0x2194), range(0x2212, 0x2213), range(0x2248, 0x2266)),
    *(range(0x25A0, 0x25CC), range(0x2713, 0x2714)),
)


class TypefaceFinder(BaseFinder):
    """Finds the packed typeface, and makes it where it was not made yet."""

    def check(self, **_: Any) -> list[Any]:
        """Nothing can be set wrong."""
        return []

    def find(self, path: str, find_all: bool = False, **_: Any) -> Any:
        """The file that is served under a name."""
        found = [name for name, _storage in self.list([]) if name == path]
        places = [str(_place() / name) for name in found]
        return places if find_all else next(iter(places), [])

    def list(self, ignore_patterns: Iterable[str] | None) -> Iterator[tuple[str, FileSystemStorage]]:  # noqa: ARG002
        """All files with the storage that holds them."""
        storage = FileSystemStorage(location=_place())
        for name, weight in _WEIGHTS.items():
            path = f"{_FOLDER}/be-vietnam-pro-{weight}.woff2"
            target = _place() / path
            if not target.is_file():
                _pack(name, target)
            yield path, storage


def _place() -> Path:
    folder: Path = settings.TIENDO.data_dir / "made"
    return folder


def _pack(name: str, target: Path) -> None:
    """Cut the typeface down to its letters; takes a second."""
    # Here and not above: every other command does without.
    import fontpkg_be_vietnam_pro
    from fontTools import subset

    source = Path(fontpkg_be_vietnam_pro.__file__).parent / "files" / f"BeVietnamPro-{name}.ttf"
    options = subset.Options(
        # Screens of today draw letters well without the hints for coarse ones, which are half of the file.
        flavor="woff2",
        hinting=False,
        layout_features=["kern", "liga", "mark", "mkmk", "ccmp", "locl", "tnum", "lnum"],
    )
    font = subset.load_font(str(source), options)
    letters = subset.Subsetter(options)
    letters.populate(unicodes=[one for stretch in _LETTERS for one in stretch])
    letters.subset(font)
    target.parent.mkdir(parents=True, exist_ok=True)
    partial = target.with_suffix(".part")
    subset.save_font(font, str(partial), options)
    font.close()
    partial.replace(target)
