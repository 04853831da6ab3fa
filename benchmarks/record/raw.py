"""The yardstick of loading: the driver of the database itself. `python -m benchmarks.record.raw` prints the seconds.

The rows that `tiendo load` wrote are put into an empty table of the same definition with the same indexes, in one
transaction. Only inserts and commit count, not the reading of the rows: SQLite by `executemany`, PostgreSQL by COPY.
"""

from __future__ import annotations

import sqlite3
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import psycopg

_TABLE, _COPY = "ledger_observation", "raw_observation"
_AT_ONCE = 5_000

Rows = list[tuple[Any, ...]]


def main() -> float:
    """The seconds that the plain driver takes."""
    from tiendo.config.start import start_django

    start_django()
    from django.conf import settings
    from django.db import connection

    connection.ensure_connection()
    reader: Any = connection.connection
    if connection.vendor == "postgresql":
        return _postgresql(reader)
    return _sqlite(reader, settings.DATABASES["default"])


def _sqlite(reader: Any, described: dict[str, Any]) -> float:
    """Into a file of its own with the settings of the product, so that nothing else is in the cache."""
    with tempfile.TemporaryDirectory(dir=Path(described["NAME"]).parent) as folder:
        writer = sqlite3.connect(Path(folder) / "raw.sqlite3", isolation_level=None)
        writer.executescript(described["OPTIONS"]["init_command"])
        definitions = reader.execute(
            "SELECT sql FROM sqlite_master WHERE tbl_name = ? AND sql IS NOT NULL AND type IN ('table', 'index') "
            "ORDER BY type DESC",
            [_TABLE],
        )
        for (statement,) in definitions.fetchall():
            writer.execute(statement)
        columns = [row[1] for row in reader.execute(f"PRAGMA table_info({_TABLE})")]
        places = ", ".join("?" * len(columns))
        statement = f"INSERT INTO {_TABLE} ({_quoted(columns)}) VALUES ({places})"
        rows = _chunks(lambda last: reader.execute(_select(columns, "?"), [last]).fetchall(), columns.index("id"))
        cursor = writer.cursor()
        cursor.execute("BEGIN IMMEDIATE")
        return _timed(rows, lambda chunk: cursor.executemany(statement, chunk), lambda: cursor.execute("COMMIT"))


def _postgresql(reader: Any) -> float:
    with psycopg.connect(reader.info.dsn) as writer:
        writer.execute(f"DROP TABLE IF EXISTS {_COPY}")
        writer.execute(f"CREATE TABLE {_COPY} (LIKE {_TABLE} INCLUDING ALL)")
        writer.commit()
        described = reader.execute(f"SELECT * FROM {_TABLE} LIMIT 0").description
        columns = [column.name for column in described]
        rows = _chunks(lambda last: reader.execute(_select(columns, "%s"), [last]).fetchall(), columns.index("id"))
        cursor = writer.cursor()

        def write(chunk: Rows) -> None:
            with cursor.copy(f"COPY {_COPY} ({_quoted(columns)}) FROM STDIN") as copy:
                for row in chunk:
                    copy.write_row(row)

        return _timed(rows, write, writer.commit)


def _quoted(columns: list[str]) -> str:
    return ", ".join(f'"{column}"' for column in columns)


def _select(columns: list[str], place: str) -> str:
    return f"SELECT {_quoted(columns)} FROM {_TABLE} WHERE id > {place} ORDER BY id LIMIT {_AT_ONCE}"


def _chunks(read: Callable[[int], Rows], number: int) -> Iterator[Rows]:
    last = 0
    while chunk := read(last):
        yield chunk
        last = chunk[-1][number]


def _timed(rows: Iterator[Rows], write: Callable[[Rows], object], commit: Callable[[], object]) -> float:
    seconds = 0.0
    for chunk in rows:
        begin = time.perf_counter()
        write(chunk)
        seconds += time.perf_counter() - begin
    begin = time.perf_counter()
    commit()
    return seconds + time.perf_counter() - begin


if __name__ == "__main__":
    print(main())
