"""What happened to the record: its acts, and the versions of one thing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from tiendo.facts.errors import NoSuchEntry
from tiendo.ledger.kept_files import FILE_COLUMNS
from tiendo.ledger.models import ENTRY_MODELS, Act, Entry, as_record, kind_of
from tiendo.ledger.models.entry import CHAIN_COLUMNS


@dataclass(frozen=True, slots=True)
class Done:
    """An act: its number, who did what, when and why, and how many entries it made."""

    number: int
    at: datetime
    by: str
    command: str
    why: str
    entries: int


@dataclass(frozen=True, slots=True)
class Version:
    """One version of a thing: its entry, the act that made it, and what it says; nothing where it was withdrawn."""

    kind: str
    entry: int
    done: Done
    says: dict[str, Any]


def last_acts(limit: int) -> list[Done]:
    """The newest acts, the last one first."""
    return [_done(act) for act in Act.objects.order_by("-number")[:limit]]


def history_of(entry: int) -> list[Version]:
    """All versions of the thing that an entry speaks of, the oldest first; raises `NoSuchEntry`."""
    for model in ENTRY_MODELS:
        root = model.objects.filter(id=entry).values_list("root", flat=True).first()
        if root is not None:
            return [_version(one) for one in model.objects.filter(root=root).order_by("id")]
    raise NoSuchEntry(vi=f"Sổ không có mục số {entry}.", en=f"The record has no entry {entry}.")


def kept_files() -> Iterator[str]:
    """The SHA-256 of every file that the record names, in their order."""
    columns = {model: FILE_COLUMNS[kind_of(model)] for model in ENTRY_MODELS if kind_of(model) in FILE_COLUMNS}
    named = (model.objects.values_list(column, flat=True).distinct() for model, column in columns.items())
    yield from sorted({sha256 for found in named for sha256 in found if sha256 is not None})


def _version(entry: Entry) -> Version:
    says = {name: value for name, value in as_record(entry).items() if name not in (*CHAIN_COLUMNS, "entry")}
    act = Act.objects.get(number=entry.act)
    return Version(kind_of(type(entry)), entry.id, _done(act), {} if entry.withdrawn else says)


def _done(act: Act) -> Done:
    return Done(act.number, act.at, act.by, act.command, act.why, act.last_entry - act.first_entry + 1)
