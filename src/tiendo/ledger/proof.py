"""Proves a record, wherever it lies: every digest is computed anew, and the first one that does not fit is named.

It needs no server and no database, only the acts and entries in their order; `stream.py` gives those of the
database, `intake.exported` those of an exported copy.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, NamedTuple

from tiendo.facts.errors import BrokenRecord
from tiendo.ledger.canonical import GENESIS, digest_of_text

Json = dict[str, Any]


class SealedAct(NamedTuple):
    """An act as plain values, its canonical text, and the digest that was stored with it.

    The record has the fields of `chain.act_record`.
    """

    record: Json
    text: str
    digest: bytes


class SealedEntry(NamedTuple):
    """An entry: its kind, number and act, its canonical text, and the digest that was stored with it."""

    kind: str
    number: int
    act: int
    text: str
    digest: bytes


Sealed = SealedAct | SealedEntry


@dataclass(frozen=True, slots=True)
class Proof:
    """What was proved: so many acts and entries, and the digest of the last act, which stands for them all."""

    acts: int
    entries: int
    digest: bytes


def prove(chain: Iterable[Sealed], *, noted: bytes | None = None) -> Proof:
    """Go through a whole record, each act followed by its entries; see `Prover`."""
    prover = Prover(noted)
    for sealed in chain:
        prover.take(sealed)
    return prover.end()


class Prover:
    """Follows a record act by act and entry by entry, and raises `BrokenRecord` at the first that does not fit.

    `noted` is the digest of some act that was written down elsewhere: a record that somebody wrote anew from the
    beginning fits itself, but has no such act.
    """

    def __init__(self, noted: bytes | None = None) -> None:
        self._noted = noted
        self._seen = noted in (None, GENESIS)
        self._act: Json = {"number": 0, "at": "", "entries": _digest_of_nothing(), "last_entry": 0}
        self._digest = GENESIS
        self._entry = 0
        self._entries = hashlib.sha256()

    def take(self, sealed: Sealed) -> None:
        """The next act or entry."""
        if isinstance(sealed, SealedEntry):
            self._take_entry(sealed)
        else:
            self._close_act()
            self._open_act(sealed)

    def end(self) -> Proof:
        """What was proved, when everything was taken."""
        self._close_act()
        if not self._seen:
            raise broken("act 1", "không có lần ghi nào mang mã đã lưu riêng", "no act has the digest noted elsewhere")
        return Proof(self._act["number"], self._entry, self._digest)

    def _take_entry(self, entry: SealedEntry) -> None:
        number = self._entry + 1
        if entry.number != number:
            raise broken(f"entry {number}", "bị mất, thừa hoặc đổi chỗ", "it is missing, added or out of its place")
        if digest_of_text(entry.text) != entry.digest:
            raise broken(f"{entry.kind} {number}", "đã bị sửa", "it was changed")
        if number > self._act["last_entry"]:
            raise broken(f"{entry.kind} {number}", "không thuộc lần ghi nào", "no act made it")
        if entry.act != self._act["number"]:
            raise broken(f"{entry.kind} {number}", "thuộc lần ghi khác", "it belongs to another act")
        self._entries.update(entry.digest)
        self._entry = number

    def _open_act(self, act: SealedAct) -> None:
        before, record = self._act, act.record
        name = f"act {before['number'] + 1}"
        _hold(record["number"] == before["number"] + 1, name, "bị mất hoặc thừa", "it is missing or added")
        _hold(digest_of_text(act.text) == act.digest, name, "đã bị sửa", "it was changed")
        _hold(record["previous"] == self._digest.hex(), name, "không nối với lần ghi trước", "it does not follow on")
        _hold(record["first_entry"] == self._entry + 1, name, "các mục không nối tiếp", "its entries do not follow on")
        _hold(record["at"] >= before["at"], name, "thời gian lùi lại", "its time goes back")
        self._act, self._digest, self._entries = record, act.digest, hashlib.sha256()
        self._seen = self._seen or act.digest == self._noted

    def _close_act(self) -> None:
        name = f"act {self._act['number']}"
        if self._entry < self._act["last_entry"]:
            raise broken(f"entry {self._entry + 1}", "đã bị mất", "it is missing")
        fits = self._act["entries"] == self._entries.hexdigest()
        _hold(fits, name, "không khớp với các mục của nó", "it does not fit its entries")


def _digest_of_nothing() -> str:
    return hashlib.sha256().hexdigest()


def _hold(holds: bool, name: str, vi: str, en: str) -> None:
    if not holds:
        raise broken(name, vi, en)


def broken(name: str, vi: str, en: str) -> BrokenRecord:
    """The error for the first thing that does not fit: its kind and number, and what is wrong with it."""
    return BrokenRecord(
        vi=f"Sổ không còn nguyên vẹn từ mục {name}: {vi}. Hãy phục hồi từ bản sao lưu trước đó.",
        en=f"The record is broken from {name} on: {en}. Restore a backup from before.",
    )


def unreadable(name: str, fault: Exception) -> BrokenRecord:
    """The error for an act or entry that cannot be read at all."""
    reason = " ".join(str(fault).split())
    return broken(name, f"không đọc được ({reason})", f"it cannot be read ({reason})")
