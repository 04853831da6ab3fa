"""Catalogue files as plain data: one pass over the YAML nodes that also finds keys written twice."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, cast

from tiendo.facts.errors import ReferenceDataError

if TYPE_CHECKING:
    from yaml.nodes import Node

Plain = str | list["Plain"] | dict[str, "Plain"]
"""Every scalar stays a string: `no`, `1.0` and `2022` mean what is written, not what YAML guesses."""

SECTORS_FILE = "sectors.yaml"


@dataclass(frozen=True, slots=True)
class CatalogueFile:
    """One file of the catalogue: where it is and what it says."""

    path: Path
    content: dict[str, Plain]

    @property
    def place(self) -> str:
        """The folder and name, as messages print them (`budget/domestic_revenue.yaml`)."""
        return f"{self.path.parent.name}/{self.path.name}"


def indicator_paths(folder: Path) -> list[Path]:
    """The files of all indicators in their fixed order: by sector, then by id."""
    return sorted(folder.glob("*/*.yaml"))


def read_file(path: Path) -> CatalogueFile:
    """Read one file; raises `ReferenceDataError` where it is no mapping or holds a key twice."""
    content = _parse(path)
    if not isinstance(content, dict):
        raise _wrong_file(path, vi="cần các cặp khóa: giá trị", en="it must hold key: value pairs")
    return CatalogueFile(path, content)


def _parse(path: Path) -> Plain:
    import yaml

    try:
        text = path.read_text(encoding="utf-8")
        node = yaml.CBaseLoader(text).get_single_node()
        if node is None:
            raise _wrong_file(path, vi="tệp rỗng", en="the file is empty")
        return _plain(node, path)
    except (OSError, UnicodeDecodeError) as error:
        raise _wrong_file(path, vi=f"không đọc được ({error})", en=f"it cannot be read ({error})") from error
    except yaml.YAMLError as error:
        line = next(_lines(error), 1)
        raise _wrong_file(path, vi=f"sai cú pháp YAML ở dòng {line}", en=f"bad YAML on line {line}") from error


def _plain(node: Node, path: Path) -> Plain:
    """Turn composed nodes into strings, lists and mappings (twice as fast as the constructor)."""
    if node.id == "scalar":
        return cast(str, node.value)
    if node.id == "sequence":
        return [_plain(item, path) for item in node.value]
    mapping: dict[str, Plain] = {}
    for key_node, value_node in node.value:
        key = str(key_node.value)
        if key in mapping:
            raise _wrong_file(path, vi=f"khóa {key!r} viết hai lần", en=f"the key {key!r} stands twice")
        mapping[key] = _plain(value_node, path)
    return mapping


def _lines(error: Exception) -> Iterator[int]:
    mark = getattr(error, "problem_mark", None)
    if mark is not None:
        yield mark.line + 1


def _wrong_file(path: Path, *, vi: str, en: str) -> ReferenceDataError:
    place = f"{path.parent.name}/{path.name}"
    return ReferenceDataError(vi=f"{place}: {vi}.", en=f"{place}: {en}.")
