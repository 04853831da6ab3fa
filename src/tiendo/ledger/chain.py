"""Writes acts into the record: one transaction, one link of the hash chain.

Writers take their turn: whoever records holds the head of the chain until the transaction ends, so that numbers
have no gaps, times do not go back, and what a command reads under the lock is what it changes.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import IntegrityError, OperationalError, connection, transaction

from tiendo.facts.errors import RecordBusy, RecordFull, SupersededMeanwhile
from tiendo.ledger.canonical import FORMAT, GENESIS, canonical_text, digest_of, moment_text, plain
from tiendo.ledger.models import Act, Entry, kind_of
from tiendo.ledger.models.entry import CHAIN_COLUMNS, content_columns
from tiendo.ledger.models.fields import CanonicalJsonField
from tiendo.ledger.patterns import Pattern, Values
from tiendo.ledger.storage import Row, RowStream, insert_rows

_WAIT_SECONDS = 10  # how long a writer waits for its turn; a long load lasts longer, and is worth a message
_LOCK_KEY = 0x7469656E646F  # "tiendo": the advisory lock of PostgreSQL that stands for the head of the chain
_ROWS_AT_ONCE = 5_000  # enough to make a round trip cheap, few enough to keep in memory
_ROWS_STREAMED = 250  # few enough that the server is never idle while the next ones are made
_LOCK_NOT_AVAILABLE = "55P03"  # PostgreSQL: lock_timeout passed
_DISK_FULL = "53100"  # PostgreSQL: no room left
_KIND_OF_ERROR = 0xFF  # the lower byte of SQLite's error codes says what kind it is


@dataclass(frozen=True, slots=True)
class Head:
    """Where the chain ends: the number, moment and digest of the last act, and the last entry."""

    act: int = 0
    entry: int = 0
    at: datetime | None = None
    digest: bytes = GENESIS


def head() -> Head:
    """The end of the chain as it is now."""
    last = Act.objects.order_by("-number").values_list("number", "last_entry", "at", "digest").first()
    return Head(last[0], last[1], last[2], bytes(last[3])) if last else Head()


def seal_at(horizon: int) -> bytes:
    """The digest of the act that made the last entry at a horizon: it stands for all that was known then."""
    last = Act.objects.filter(first_entry__lte=horizon).order_by("-number").values_list("digest", flat=True).first()
    return bytes(last) if last else GENESIS


def act_record(act: Act) -> dict[str, Any]:
    """Everything that an act says, the digest of the act before among it, as plain values; its digest is over this."""
    return {
        "format": FORMAT,
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


class _Table:
    """The rows of one kind of entry that wait to be written."""

    def __init__(self, model: type[Entry]) -> None:
        self.kind = kind_of(model)
        self.name = model._meta.db_table
        self.columns = (*CHAIN_COLUMNS, *(field.attname for field in content_columns(model)))
        self.json_columns = tuple(field.attname for field in content_columns(model) if _is_json(field))
        self.rows: list[Row] = []

    def row(self, record: dict[str, Any], digest: bytes) -> Row:
        """A record as a row: JSON becomes its canonical text, all else is plain already."""
        values = {**record, "digest": digest, "withdrawn": record.get("withdrawn", False)}
        for name in self.json_columns:
            if name in values:
                values[name] = canonical_text(values[name])
        return tuple(map(values.get, self.columns))


def _is_json(field: object) -> bool:
    return isinstance(field, CanonicalJsonField)


class Recorder:
    """Takes the entries of one act. `act` is its number, `at` its moment."""

    def __init__(self, before: Head, at: datetime, stream: RowStream) -> None:
        self.act = before.act + 1
        # A clock that goes back must not reorder the record: time stands still until it has caught up.
        self.at = max(at, before.at) if before.at else at
        self.first_entry = before.entry + 1
        self.last_entry = before.entry
        self._digests = hashlib.sha256()
        self._tables: dict[type[Entry], _Table] = {}
        self._patterned: dict[str, tuple[Pattern, list[Row]]] = {}
        self._stream = stream
        self._waiting = 0

    def add(self, model: type[Entry], **content: Any) -> int:
        """Record a new thing; gives its entry, which is its root as well."""
        return self._add(model, {"root": self.last_entry + 1}, content)

    def supersede(self, entry: Entry, **changes: Any) -> int:
        """Record what an entry says now; what is not named in `changes` stays as it was."""
        content = {field.attname: getattr(entry, field.attname) for field in content_columns(type(entry))}
        return self._add(type(entry), {"root": entry.root, "supersedes": entry.id}, content | changes)

    def withdraw(self, entry: Entry) -> int:
        """Record that an entry holds no longer and nothing takes its place."""
        content = {field.attname: getattr(entry, field.attname) for field in content_columns(type(entry))}
        return self._add(type(entry), {"root": entry.root, "supersedes": entry.id, "withdrawn": True}, content)

    def add_plain(self, model: type[Entry], record: dict[str, Any]) -> int:
        """Record an entry whose values are plain and present already: the quick way for many rows.

        `record` may name `root` and `supersedes`; it is filled up and kept, so give a new one each time.
        """
        table = self._tables.get(model) or self._tables.setdefault(model, _Table(model))
        number = self.last_entry = self.last_entry + 1
        record["entry"] = table.kind
        record["id"] = number
        record["act"] = self.act
        record.setdefault("root", number)
        digest = digest_of(record)
        self._digests.update(digest)
        table.rows.append(table.row(record, digest))
        self._waiting += 1
        if self._waiting >= _ROWS_AT_ONCE:
            self.flush()
        return number

    def add_like(self, pattern: Pattern, values: Values, *, root: int = 0, supersedes: int | None = None) -> int:
        """Record an entry of that pattern: the quickest way, for a great many rows. No `root`: a new thing.

        Nothing may be asked of the database afterwards before `flush`.
        """
        number = self.last_entry = self.last_entry + 1
        digest, row = pattern.entry((self.act, number, root or number, supersedes), values)
        self._digests.update(digest)
        held = self._patterned.get(pattern.shape) or self._patterned.setdefault(pattern.shape, (pattern, []))
        held[1].append(row)
        self._waiting += 1
        if self._waiting >= _ROWS_STREAMED:
            self._write()
        return number

    def _add(self, model: type[Entry], chain: dict[str, Any], content: dict[str, Any]) -> int:
        present = {name: plain(value) for name, value in content.items() if value is not None}
        return self.add_plain(model, present | chain)

    def flush(self) -> None:
        """Write what waits, and see it in the tables."""
        self._write()
        self._stream.end()

    def _write(self) -> None:
        for table in self._tables.values():
            if table.rows:
                self._stream.end()
                insert_rows(table.name, table.columns, table.rows)
                table.rows.clear()
        for pattern, rows in self._patterned.values():
            if rows:
                self._stream.write(pattern.table, pattern.columns, rows)
                rows.clear()
        self._waiting = 0

    def seal(self, command: str, by: str, why: str, previous: bytes) -> None:
        """Write the act; one that changed nothing leaves no trace."""
        self.flush()
        if self.last_entry < self.first_entry:
            return
        act = Act(
            number=self.act,
            command=command,
            by=by,
            at=self.at,
            why=why,
            first_entry=self.first_entry,
            last_entry=self.last_entry,
            entries_digest=self._digests.digest(),
            previous=previous,
        )
        act.digest = digest_of(act_record(act))
        act.save(force_insert=True)


@contextmanager
def recording(command: str, *, by: str, at: datetime, why: str, rehearsal: bool = False) -> Iterator[Recorder]:
    """One act: a transaction in which entries are added, sealed at the end; an error leaves nothing behind.

    A `rehearsal` does everything and then takes it back. Raises what `turn` raises.
    """
    with turn() as before, RowStream() as stream:
        recorder = Recorder(before, at, stream)
        yield recorder
        recorder.seal(command, by, why, before.digest)
        if rehearsal:
            transaction.set_rollback(True)


@contextmanager
def turn() -> Iterator[Head]:
    """A transaction in which nobody else records; gives the end of the chain.

    Raises `RecordBusy` where somebody else writes for longer than one waits, `SupersededMeanwhile` where another
    entry took the place first, `RecordFull` where the disk has no room.
    """
    try:
        with transaction.atomic():
            yield _take_turn()
    except IntegrityError as fault:
        if "superseded_once" in str(fault) or "supersedes" in str(fault):
            raise superseded_meanwhile() from fault
        raise
    except OperationalError as fault:
        if _is_busy(fault):
            raise _busy() from fault
        if _is_full(fault):
            raise record_full() from fault
        raise


def _take_turn() -> Head:
    """Wait for the head of the chain. SQLite gave the turn when the transaction began, as it begins IMMEDIATE."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT set_config('lock_timeout', %s, true)", [f"{_WAIT_SECONDS}s"])
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK_KEY])
    return head()


def _is_busy(fault: OperationalError) -> bool:
    cause = fault.__cause__
    return getattr(cause, "sqlstate", None) == _LOCK_NOT_AVAILABLE or "database is locked" in str(fault)


def _is_full(fault: OperationalError) -> bool:
    cause = fault.__cause__
    kind = getattr(cause, "sqlite_errorcode", 0) & _KIND_OF_ERROR
    return kind in (sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR) or getattr(cause, "sqlstate", None) == _DISK_FULL


def _busy() -> RecordBusy:
    return RecordBusy(
        vi="Đang có người khác ghi vào sổ quá lâu; chưa có gì được ghi. Hãy thử lại sau ít phút.",
        en="Somebody else has been writing to the record for too long; nothing was recorded. Try again in a while.",
    )


def superseded_meanwhile() -> SupersededMeanwhile:
    """The error for a change that starts from an entry which no longer stands."""
    return SupersededMeanwhile(
        vi="Mục này vừa được người khác thay đổi; chưa có gì được ghi. Hãy xem lại nội dung mới rồi làm lại.",
        en="Somebody else changed this entry meanwhile; nothing was recorded. Look at what it says now, and repeat.",
    )


def record_full() -> RecordFull:
    """The error for a change that finds no room on the disk."""
    return RecordFull(
        vi="Đĩa chứa sổ đã đầy hoặc không ghi được; chưa có gì được ghi. Hãy giải phóng dung lượng rồi làm lại.",
        en="The disk of the record is full or cannot be written; nothing was recorded. Make room and repeat.",
    )
