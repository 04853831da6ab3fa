"""Proves a record, wherever it lies: every digest is computed anew, and the first one that does not fit is named.

It needs no server and no database, only the acts and entries in their order; `stream.py` gives those of the
database, `intake.exported` those of an exported copy.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from tiendo.facts.errors import BrokenRecord
from tiendo.ledger.canonical import digest_of
from tiendo.ledger.chain import FORMAT, GENESIS

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Sealed:
    """An act or entry as plain values, and the digest that was stored with it."""

    record: Json
    digest: bytes


@dataclass(frozen=True, slots=True)
class Proof:
    """What was proved: so many acts and entries, and the digest of the last act, which stands for them all."""

    acts: int
    entries: int
    digest: bytes


def prove(acts: Iterable[Sealed], entries: Iterable[Sealed]) -> Proof:
    """Go through the whole record; raises `BrokenRecord` at the first act or entry that does not fit.

    An act's `record` has the fields of `chain.act_digest`. Both come in the order of their numbers.
    """
    rest = iter(entries)
    number, entry, moment, previous = 0, 0, "", GENESIS
    for act in acts:
        number += 1
        name = f"act {act.record['number']}"
        _hold(act.record["number"] == number, name, "một lần ghi bị mất hoặc thừa", "an act is missing or added")
        _hold(act.record["first_entry"] == entry + 1, name, "các mục không nối tiếp", "its entries do not follow on")
        _hold(act.record["at"] >= moment, name, "thời gian lùi lại", "its time goes back")
        entries_digest = hashlib.sha256()
        for sealed in _entries_of(rest, entry + 1, act.record["last_entry"], number):
            entries_digest.update(sealed.digest)
        _hold(
            act.record["entries"] == entries_digest.hexdigest(),
            name,
            "không khớp với các mục của nó",
            "it does not fit its entries",
        )
        _hold(act.record["previous"] == previous.hex(), name, "không nối với lần ghi trước", "it does not follow on")
        _hold(digest_of({**act.record, "format": FORMAT}) == act.digest, name, "đã bị sửa", "it was changed")
        entry, moment, previous = act.record["last_entry"], act.record["at"], act.digest
    extra = next(rest, None)
    if extra is not None:
        raise _broken(f"{extra.record['entry']} {extra.record['id']}", "không thuộc lần ghi nào", "no act made it")
    return Proof(number, entry, previous)


def _entries_of(rest: Iterator[Sealed], first: int, last: int, act: int) -> Iterator[Sealed]:
    for number in range(first, last + 1):
        sealed = next(rest, None)
        if sealed is None or sealed.record["id"] != number:
            raise _broken(f"entry {number}", "đã bị mất", "it is missing")
        name = f"{sealed.record['entry']} {number}"
        _hold(sealed.record["act"] == act, name, "thuộc lần ghi khác", "it belongs to another act")
        _hold(digest_of(sealed.record) == sealed.digest, name, "đã bị sửa", "it was changed")
        yield sealed


def _hold(holds: bool, name: str, vi: str, en: str) -> None:
    if not holds:
        raise _broken(name, vi, en)


def _broken(name: str, vi: str, en: str) -> BrokenRecord:
    return BrokenRecord(
        vi=f"Sổ không còn nguyên vẹn từ mục {name}: {vi}. Hãy phục hồi từ bản sao lưu trước đó.",
        en=f"The record is broken from {name} on: {en}. Restore a backup from before.",
    )
