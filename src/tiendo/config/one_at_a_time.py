"""Only one process sets a database up; the others wait until it is done, or until it was killed."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.core.files import locks
from django.db.backends.base.base import BaseDatabaseWrapper

# A lock of PostgreSQL is a number that all programs of a database share; this one spells "set-up".
_LOCK_NUMBER = int.from_bytes(b"set-up")

# The record holds drafts: its file is for its owner only, and SQLite gives the files beside it the same permissions.
_OWNER_ONLY = 0o600


@contextmanager
def one_at_a_time(connection: BaseDatabaseWrapper) -> Iterator[None]:
    """Wait for the turn of this process; the operating system or the server ends the turn of one that dies."""
    taking_turns = _beside_the_file if connection.vendor == "sqlite" else _in_the_server
    with taking_turns(connection):
        yield


@contextmanager
def file_lock(path: Path) -> Iterator[None]:
    """Wait until no other process holds the file, and hold it; its folder is made where it is missing.

    The file stays: if it were deleted, a process that waits for it and one that makes it anew would both go on.
    """
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    descriptor = os.open(path, os.O_CREAT | os.O_RDWR, _OWNER_ONLY)
    try:
        locks.lock(descriptor, locks.LOCK_EX)
        yield
    finally:
        os.close(descriptor)


@contextmanager
def _beside_the_file(connection: BaseDatabaseWrapper) -> Iterator[None]:
    database = Path(connection.settings_dict["NAME"])
    with file_lock(database.with_name(database.name + ".set-up-lock")):
        os.close(os.open(database, os.O_CREAT | os.O_RDWR, _OWNER_ONLY))
        yield


@contextmanager
def _in_the_server(connection: BaseDatabaseWrapper) -> Iterator[None]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s)", [_LOCK_NUMBER])
    try:
        yield
    except BaseException:
        # The end of the connection is the end of the lock, also where the connection is what has failed.
        connection.close()
        raise
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_unlock(%s)", [_LOCK_NUMBER])
