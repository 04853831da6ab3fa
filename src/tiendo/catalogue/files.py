"""The files of a catalogue: one per indicator in the folder of its sector, and the list of sectors."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from tiendo.facts.errors import ReferenceDataError

SECTORS_FILE = "sectors.yaml"

Plain = str | list["Plain"] | dict[str, "Plain"]
"""Every scalar stays a string: `no`, `1.0` and `2022` mean what is written, not what YAML guesses."""


class UnreadableContent(ReferenceDataError):
    """What stands in a file is no catalogue data; the message says why, the caller names the file."""


@dataclass(frozen=True, slots=True)
class CatalogueFile:
    """One file of the catalogue: where it is and what it says."""

    path: Path
    content: dict[str, Plain]

    @property
    def place(self) -> str:
        """The folder and name, as messages print them (`budget/domestic_revenue.yaml`)."""
        return place_of(self.path)


def place_of(path: Path) -> str:
    """The folder and name of a file, as messages print them."""
    return f"{path.parent.name}/{path.name}"


def indicator_paths(folder: Path) -> list[Path]:
    """The files of all indicators in their fixed order: by sector, then by id."""
    return sorted(folder.glob("*/*.yaml"))


def read_file(path: Path) -> CatalogueFile:
    """Read one file; raises `UnreadableContent` where it is no mapping of keys or holds a key twice."""
    from tiendo.catalogue.nodes import plain  # brings the YAML library, which a mere import must not

    try:
        content = plain(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise UnreadableContent(vi=f"không đọc được ({error}).", en=f"it cannot be read ({error}).") from error
    if not isinstance(content, dict):
        raise UnreadableContent(vi="cần các cặp khóa: giá trị.", en="it must hold key: value pairs.")
    return CatalogueFile(path, content)
