"""Keeps a connection from leading to a database file that is no longer the record.

A restore over a damaged database puts another file in its place. Whoever still had the old one open would write where
nobody looks any more, so each request compares the file of its connection with the one that has its name now.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.signals import request_started
from django.db import connection
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.signals import connection_created

_FILE = "tiendo_file"


def watch_connections() -> None:
    """Compare at the beginning of every request."""
    connection_created.connect(_remember_file, dispatch_uid="web-connections")
    request_started.connect(leave_replaced_file, dispatch_uid="web-connections")


def leave_replaced_file(**_: Any) -> None:
    """Close the connection of this thread where its file was replaced; the next question opens the present one."""
    held = getattr(connection, _FILE, None)
    if held is not None and not connection.in_atomic_block and held != _file_of(connection):
        connection.close()


def _remember_file(connection: BaseDatabaseWrapper, **_: Any) -> None:
    setattr(connection, _FILE, _file_of(connection))


def _file_of(connection: BaseDatabaseWrapper) -> tuple[int, int] | None:
    """What tells the file of a SQLite database from another one of the same name."""
    if connection.vendor != "sqlite":
        return None
    try:
        found = Path(connection.settings_dict["NAME"]).stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
