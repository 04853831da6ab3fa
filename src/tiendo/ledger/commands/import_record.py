"""Take a whole record into an empty one, act by act, exactly as it was: no act says that this happened."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from django.contrib.auth.hashers import make_password
from django.core.exceptions import ValidationError
from django.db import connection

from tiendo.facts.errors import InvalidChange, RecordNotEmpty, SupersededMeanwhile
from tiendo.ledger.actors import RESERVED_NAMES, Actor
from tiendo.ledger.chain import Head, head, turn
from tiendo.ledger.given_columns import GivenColumns
from tiendo.ledger.models import ENTRY_MODELS, Account, Act, kind_of
from tiendo.ledger.people import Person
from tiendo.ledger.permissions import Permission, require
from tiendo.ledger.proof import Json, Sealed, SealedEntry
from tiendo.ledger.storage import Row, insert_rows

_ROWS_AT_ONCE = 5_000  # enough to make a round trip cheap, few enough to keep in memory
_LONGEST_COMMAND = 60
_LONGEST_NAME = 150


def require_empty() -> None:
    """Raise `RecordNotEmpty` where something was recorded already, even if only the reference lists."""
    if head() != Head() or Account.objects.exists():
        raise RecordNotEmpty(
            vi="Sổ này đã có nội dung; chỉ nhập được vào cơ sở dữ liệu mới. Hãy đặt TIENDO_DATABASE_URL (và "
            "TIENDO_DATA_DIR) sang chỗ mới rồi chạy lại.",
            en="This record holds something already; an import needs a new database. Set TIENDO_DATABASE_URL (and "
            "TIENDO_DATA_DIR) to a new place and run the command again.",
        )


@contextmanager
def importing(*, by: Actor) -> Iterator[Importer]:
    """One transaction that takes everything in, or nothing; the record has to be empty.

    Whoever uses it proves the chain: see `proof.Prover`. Raises `InvalidChange` for what fits no column,
    `RecordNotEmpty`, and what `chain.turn` raises.
    """
    require(by, Permission.KEEP_RECORD)
    try:
        with turn():
            require_empty()
            importer = Importer()
            yield importer
            importer.end()
    except SupersededMeanwhile as fault:
        raise _wrong("một mục bị thay thế hai lần", "an entry is superseded twice") from fault


class Importer:
    """Takes the acts and entries of a record in their order, and its people."""

    def __init__(self) -> None:
        self._columns = {kind_of(model): GivenColumns(model) for model in ENTRY_MODELS}
        self._rows: dict[str, list[Row]] = {kind: [] for kind in self._columns}
        self._acts: list[Act] = []
        self._waiting = 0

    def take(self, sealed: Sealed, record: Json) -> None:
        """The next act or entry; `record` is what its text says."""
        if isinstance(sealed, SealedEntry):
            columns = self._columns.get(sealed.kind)
            if columns is None:
                raise _wrong(f"không có loại mục {sealed.kind!r:.60}", f"there is no kind of entry {sealed.kind!r:.60}")
            self._rows[sealed.kind].append(columns.row(record, sealed.digest))
        else:
            self._acts.append(_act(record, sealed.digest))
        self._waiting += 1
        if self._waiting >= _ROWS_AT_ONCE:
            self._flush()

    def add_person(self, person: Person) -> None:
        """An account that nobody can sign in with until somebody sets its password."""
        account = Account(
            username=person.username,
            first_name=person.first_name,
            last_name=person.last_name,
            email=person.email,
            is_active=person.active,
            date_joined=datetime.fromisoformat(person.joined),
            password=make_password(None),
        )
        try:
            account.clean_fields()
        except ValidationError as fault:
            columns = ", ".join(sorted(fault.message_dict))
            raise _wrong(f"tài khoản có {columns} không hợp lệ", f"{columns} of the account do not fit") from fault
        if person.username in RESERVED_NAMES:
            raise _wrong(f"không dùng được tên {person.username!r}", f"no account can be {person.username!r}")
        account.save(force_insert=True)

    def end(self) -> None:
        """Write what waits; every entry has to follow one of its own kind and thing."""
        self._flush()
        for kind, columns in self._columns.items():
            with connection.cursor() as cursor:
                cursor.execute(_STRAY.format(table=columns.table))
                stray = cursor.fetchone()
            if stray:
                raise _wrong(
                    f"{kind} {stray[0]} thay thế một mục không có hoặc thuộc nội dung khác",
                    f"{kind} {stray[0]} supersedes nothing, or something else",
                )

    def _flush(self) -> None:
        Act.objects.bulk_create(self._acts)
        self._acts.clear()
        for kind, rows in self._rows.items():
            insert_rows(self._columns[kind].table, self._columns[kind].columns, rows)
            rows.clear()
        self._waiting = 0


_STRAY = """
SELECT entry.id FROM {table} entry LEFT JOIN {table} earlier ON earlier.id = entry.supersedes
WHERE entry.supersedes IS NOT NULL AND (earlier.id IS NULL OR earlier.root <> entry.root) LIMIT 1
"""


def _act(record: Json, digest: bytes) -> Act:
    if len(record["command"]) > _LONGEST_COMMAND or len(record["by"]) > _LONGEST_NAME:
        raise _wrong("command hoặc by quá dài", "command or by is too long")
    if connection.vendor == "postgresql" and "\0" in record["command"] + record["by"] + record["why"]:
        raise _wrong("có ký tự NUL, PostgreSQL không lưu được", "there is a NUL, which PostgreSQL cannot keep")
    try:
        at = datetime.fromisoformat(record["at"])
    except ValueError as fault:
        raise _wrong("at không phải là thời điểm", "at is no moment") from fault
    return Act(
        number=record["number"],
        command=record["command"],
        by=record["by"],
        at=at,
        why=record["why"],
        first_entry=record["first_entry"],
        last_entry=record["last_entry"],
        entries_digest=bytes.fromhex(record["entries"]),
        previous=bytes.fromhex(record["previous"]),
        digest=digest,
    )


def _wrong(vi: str, en: str) -> InvalidChange:
    return InvalidChange(vi=vi, en=en)
