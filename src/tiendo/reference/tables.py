"""Reads the tab-separated tables of this room and names file, line and key where one is wrong."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

from tiendo.facts.errors import ReferenceDataError

DATA_FOLDER = Path(__file__).parent / "data"

Row = Mapping[str, str]


def read_table(file_name: str, *, folder: Path = DATA_FOLDER) -> tuple[Row, ...]:
    """The rows of a table by column name; lines that begin with `#` are remarks.

    Raises `ReferenceDataError` where a line has not as many cells as the header.
    """
    return tuple(_rows(file_name, (folder / file_name).read_text(encoding="utf-8")))


def _rows(file_name: str, text: str) -> Iterator[Row]:
    header: list[str] | None = None
    for number, line in enumerate(text.splitlines(), start=1):
        if line.startswith("#") or not line:
            continue
        cells = line.split("\t")
        if header is None:
            header = cells
        elif len(cells) != len(header):
            raise wrong(file_name, f"{cells[0]} ({number})", f"{len(cells)} cells, {len(header)} columns")
        else:
            yield dict(zip(header, cells, strict=True))


def parts(cell: str) -> tuple[str, ...]:
    """The entries of a cell that holds a list, split by `|`; an empty cell is an empty list."""
    return tuple(cell.split("|")) if cell else ()


def day(cell: str) -> date | None:
    """An ISO date, or `None` for an empty cell."""
    return date.fromisoformat(cell) if cell else None


def wrong(file_name: str, key: str, problem: str) -> ReferenceDataError:
    """The error for an entry that cannot be used."""
    return ReferenceDataError(
        vi=f"Tệp tham chiếu {file_name}, mục {key!r}: {problem}. Hãy sửa tệp.",
        en=f"Reference file {file_name}, entry {key!r}: {problem}. Correct the file.",
    )
