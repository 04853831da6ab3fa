"""Copies of a SQLite database that others are using, out of it and into it."""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import NoReturn

from tiendo.config.backups.questions import Ask, holds_something
from tiendo.config.database_url import DatabaseAddress
from tiendo.config.refusals import no_place
from tiendo.facts.errors import RecordBusy, RecordDamaged

# A writer that holds the database longer than this is a long load, and worth a message.
_LONGEST_WAIT_SECONDS = 60
_STEP_SECONDS = 0.1

# The lower byte of SQLite's error codes says what kind it is.
_KIND_OF_ERROR = 0xFF
_BROKEN = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)

_BESIDE = ("", "-wal", "-shm")  # a database and the files that SQLite keeps beside it


@contextmanager
def copied(address: DatabaseAddress, copy: Path) -> Iterator[Ask]:
    """Copy the database as it stands at one moment, and ask the copy; raises `RecordDamaged`."""
    try:
        with closing(_opened(Path(address.name))) as source, closing(sqlite3.connect(copy)) as target:
            _copy_all(source, target)
            target.execute("PRAGMA journal_mode=DELETE")  # one file, with nothing beside it
            _hold_sound(target, address.name)
            yield lambda question: target.execute(question).fetchall()
    except sqlite3.DatabaseError as fault:
        _refuse(address.name, fault)


def is_present(address: DatabaseAddress) -> bool:
    """Whether there is a record of somebody's work, or something that cannot be read."""
    path = Path(address.name)
    if not path.exists() or path.stat().st_size == 0:
        return False
    try:
        with closing(_opened(path)) as source:
            return holds_something(lambda question: source.execute(question).fetchall())
    except sqlite3.OperationalError as fault:
        return "no such table" not in str(fault)
    except sqlite3.DatabaseError:
        return True


def put_in_place(staged: Path, address: DatabaseAddress, aside: Path) -> list[Path]:
    """Make the staged database the record; gives the copy of the one before, if there was one.

    The present database gets the content of the staged one in a single transaction of its own: whoever has it open
    goes on with the new content, and a process that is killed leaves the old one. Only one that is too damaged for
    that is moved away.
    """
    path = Path(address.name)
    if not path.exists() or path.stat().st_size == 0:
        path.unlink(missing_ok=True)
        staged.replace(path)
        return []
    try:
        with closing(_opened(path)) as present, closing(_made(aside)) as copy:
            _copy_all(present, copy)
        with closing(sqlite3.connect(staged)) as source, closing(_opened(path)) as present:
            _copy_all(source, present)
    except sqlite3.DatabaseError as fault:
        aside.unlink(missing_ok=True)
        if fault.sqlite_errorcode & _KIND_OF_ERROR not in _BROKEN:
            raise no_place(path, OSError(str(fault))) from fault
        return _moved(path, staged, aside)
    return [aside]


def _moved(path: Path, staged: Path, aside: Path) -> list[Path]:
    """Where a database was that can only be moved away as it is, with what lies beside it."""
    ends = [end for end in _BESIDE if Path(f"{path}{end}").exists()]
    for end in ends:
        Path(f"{path}{end}").replace(f"{aside}{end}")
    staged.replace(path)
    return [Path(f"{aside}{end}") for end in ends]


def _copy_all(source: sqlite3.Connection, target: sqlite3.Connection) -> None:
    until = time.monotonic() + _LONGEST_WAIT_SECONDS

    def watch(_status: int, remaining: int, total: int) -> None:
        if remaining == total and time.monotonic() > until:
            raise RecordBusy(
                vi="Đang có người ghi vào sổ quá lâu nên chưa sao chép được. Hãy thử lại sau ít phút.",
                en="Somebody has been writing to the record for too long to copy it. Try again in a while.",
            )

    source.backup(target, pages=-1, progress=watch, sleep=_STEP_SECONDS)


def _opened(path: Path) -> sqlite3.Connection:
    """A connection to a database that is there; none is made."""
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=rw", uri=True, timeout=_LONGEST_WAIT_SECONDS)


def _made(path: Path) -> sqlite3.Connection:
    """A connection to a new database that only its owner can read."""
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    return sqlite3.connect(path)


def _hold_sound(target: sqlite3.Connection, name: str) -> None:
    (answer,) = target.execute("PRAGMA integrity_check(1)").fetchone()
    if answer != "ok":
        _refuse(name, answer)


def _refuse(name: str, reason: object) -> NoReturn:
    shown = " ".join(str(reason).split())
    raise RecordDamaged(
        vi=f"Tệp cơ sở dữ liệu {name} bị hỏng ({shown}). Đừng ghi thêm vào tệp này; hãy khôi phục từ bản sao lưu.",
        en=f"The database file {name} is damaged ({shown}). Write nothing more to it; restore a backup.",
    )
