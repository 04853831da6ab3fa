"""The record of the database as plain values in the order of the chain: for proof and export."""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterator
from operator import itemgetter
from typing import Any

from django.db import models as django_models

from tiendo.ledger.canonical import moment_text, plain
from tiendo.ledger.models import ENTRY_MODELS, Act, Entry, kind_of
from tiendo.ledger.models.fields import ExactDecimalField
from tiendo.ledger.proof import Sealed

_ROWS_AT_ONCE = 5_000  # as many as a round trip to the database carries without being felt in memory


def stream_acts() -> Iterator[Sealed]:
    """All acts in their order."""
    for act in Act.objects.order_by("number").iterator(_ROWS_AT_ONCE):
        record = {
            "number": act.number,
            "command": act.command,
            "by": act.by,
            "at": moment_text(act.at),
            "why": act.why,
            "first_entry": act.first_entry,
            "last_entry": act.last_entry,
            "entries": bytes(act.entries_digest).hex(),
            "previous": bytes(act.previous).hex(),
        }
        yield Sealed(record, bytes(act.digest))


def stream_entries() -> Iterator[Sealed]:
    """All entries of all kinds in the order of their numbers."""
    streams = [_of_kind(model) for model in ENTRY_MODELS]
    for _, sealed in heapq.merge(*streams, key=itemgetter(0)):
        yield sealed


def _of_kind(model: type[Entry]) -> Iterator[tuple[int, Sealed]]:
    """The entries of one table; values are read as the database keeps them, which is quicker than as objects."""
    kind = kind_of(model)
    fields = model._meta.concrete_fields
    names = [field.attname for field in fields]
    reads = [_reader(field) for field in fields]
    place = {name: index for index, name in enumerate(names)}
    for row in _raw(model, names):
        record = {
            name: value if read is None else read(value)
            for name, value, read in zip(names, row, reads, strict=True)
            if value is not None
        }
        digest = record.pop("digest")
        if not record["withdrawn"]:
            del record["withdrawn"]
        record["entry"] = kind
        yield row[place["id"]], Sealed(record, digest)


def _raw(model: type[Entry], names: list[str]) -> Iterator[tuple[Any, ...]]:
    """Rows by number; each query goes on behind the last row, so that none holds a cursor open."""
    columns = [django_models.F(name) for name in names]
    last = 0
    while True:
        rows = list(model.objects.filter(id__gt=last).order_by("id").values_list(*columns)[:_ROWS_AT_ONCE])
        yield from rows
        if len(rows) < _ROWS_AT_ONCE:
            return
        last = rows[-1][names.index("id")]


def _reader(field: django_models.Field[Any, Any]) -> Callable[[Any], Any] | None:
    """How a value becomes plain; `None` for those that are."""
    if isinstance(field, django_models.BinaryField):
        return bytes
    if isinstance(field, django_models.DateField | ExactDecimalField):
        return plain
    return None
