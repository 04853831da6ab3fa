"""The columns of the tables that are handed out: what CSV, Parquet and JSON hold, and what describes them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from importlib import resources
from typing import Any, Literal

import yaml

from tiendo.facts.wording import Wording

Columns = Sequence[Sequence[Any]]
"""Some rows, column by column: numbers and days as text, moments as moments, flags as truths, `None` for nothing."""

TableKind = Literal["observation", "target"]


class FieldKind(StrEnum):
    """What the values of a column are."""

    INTEGER = "integer"
    NUMBER = "number"  # exact, with all digits that were printed
    CODE = "code"
    TEXT = "text"  # words of people and documents: anything may stand in it
    DAY = "day"
    MOMENT = "moment"
    FLAG = "flag"


@dataclass(frozen=True, slots=True)
class Field:
    """A column: its name in every format, what its values are, what it is called and what it means."""

    name: str
    kind: FieldKind
    title: Wording
    says: Wording
    required: bool = False


@lru_cache(maxsize=2)
def fields_of(kind: TableKind) -> tuple[Field, ...]:
    """The columns of the table of results or of targets, in their order."""
    written = yaml.safe_load((resources.files(__package__) / "fields.yaml").read_text(encoding="utf-8"))
    return tuple(_field(one) for one in written if one.get("of", kind) == kind)


def _field(written: dict[str, Any]) -> Field:
    title = Wording(**written["title"])
    says = Wording(written["vi"], written["en"])
    return Field(written["name"], FieldKind(written["kind"]), title, says, written.get("required", False))
