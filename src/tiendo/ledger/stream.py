"""The record of the database in the order of the chain: for proof and export.

What was recorded never changes, so everything up to a head is the same whenever it is read: a long export needs no
long transaction, and others record meanwhile.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterator
from operator import attrgetter

from django.db import DatabaseError
from django.db.models import Max

from tiendo.ledger.canonical import canonical_text
from tiendo.ledger.canonical_rows import BEFORE_ALL, sealed_rows
from tiendo.ledger.chain import Head, act_record, head
from tiendo.ledger.models import ENTRY_MODELS, Act, Entry, kind_of
from tiendo.ledger.proof import Sealed, SealedAct, SealedEntry, broken, unreadable
from tiendo.ledger.standing import FOREVER

_ACTS_AT_ONCE = 1_000  # as many as a round trip to the database carries without being felt in memory

_EVERYTHING = Head(act=FOREVER, entry=FOREVER)


def stream_chain(until: Head = _EVERYTHING) -> Iterator[Sealed]:
    """Everything up to that head: each act followed by the entries that it made.

    Raises `BrokenRecord` where something cannot be read.
    """
    entries = heapq.merge(*(_entries(model, until.entry) for model in ENTRY_MODELS), key=attrgetter("number"))
    entry = next(entries, None)
    for act in _acts(until.act):
        yield act
        while entry is not None and entry.number <= act.record["last_entry"]:
            yield entry
            entry = next(entries, None)
    if entry is not None:
        yield entry
        yield from entries


def stream_present() -> Iterator[Sealed]:
    """Everything that is recorded now; what others record meanwhile is left out.

    Raises `BrokenRecord` where something cannot be read, and at the end where there are entries that no act made.
    """
    # Looked up before the head: what others record between the two lies below it.
    ends = {kind_of(model): model.objects.aggregate(last=Max("id"))["last"] for model in ENTRY_MODELS}
    end = head()
    yield from stream_chain(end)
    for kind, last in ends.items():
        if last is not None and (type(last) is not int or last > end.entry):
            raise broken(f"{kind} {last}", "không thuộc lần ghi nào", "no act made it")


def _acts(until: int) -> Iterator[SealedAct]:
    last = BEFORE_ALL
    try:
        # Each query goes on behind the last row, so that none holds a cursor open.
        while acts := list(Act.objects.filter(number__gt=last, number__lte=until).order_by("number")[:_ACTS_AT_ONCE]):
            for act in acts:
                yield _sealed(act)
            last = acts[-1].number
    except (DatabaseError, ValueError, TypeError) as fault:
        raise unreadable(f"act (> {max(last, 0)})", fault) from fault


def _sealed(act: Act) -> SealedAct:
    record = act_record(act)
    return SealedAct(record, canonical_text(record), bytes(act.digest))


def _entries(model: type[Entry], until: int) -> Iterator[SealedEntry]:
    number = 0
    try:
        for sealed in sealed_rows(model, until):
            yield sealed
            number = sealed.number
    except DatabaseError as fault:
        raise unreadable(f"{kind_of(model)} (> {number})", fault) from fault
