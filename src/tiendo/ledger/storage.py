"""Puts many rows into a table at once, as fast as the database takes them."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import ExitStack
from types import TracebackType
from typing import Any, Self

from django.db import connection
from django.db.backends.utils import CursorWrapper
from psycopg import Copy, sql

Row = tuple[Any, ...]


def insert_rows(table: str, columns: Sequence[str], rows: Sequence[Row]) -> None:
    """Insert rows of plain values; on PostgreSQL by COPY, which is several times as fast as INSERT."""
    if not rows:
        return
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            _copy(cursor, table, columns, rows)
        else:
            quote = connection.ops.quote_name
            names = ", ".join(map(quote, columns))
            places = ", ".join(["%s"] * len(columns))
            cursor.executemany(f"INSERT INTO {quote(table)} ({names}) VALUES ({places})", rows)  # noqa: S608 own names


def _copy(cursor: CursorWrapper, table: str, columns: Sequence[str], rows: Sequence[Row]) -> None:
    with connection.wrap_database_errors, cursor.copy(_copy_statement(table, columns)) as copy:
        for row in rows:
            copy.write_row(row)


def _copy_statement(table: str, columns: Sequence[str]) -> sql.Composed:
    return sql.SQL("COPY {} ({}) FROM STDIN").format(
        sql.Identifier(table), sql.SQL(", ").join(map(sql.Identifier, columns))
    )


class RowStream:
    """Puts rows into a table as they are made; on PostgreSQL the server works while the next ones are made.

    Its COPY stays open between two calls of `write`. Until `end`, which waits for the server, nothing else may be
    asked of the connection. Left by an error, it takes back what the server has not acknowledged.
    """

    def __init__(self) -> None:
        self._open = ExitStack()
        self._copy: Copy | None = None
        self._into: tuple[str, Sequence[str]] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        with connection.wrap_database_errors:
            self._open.__exit__(kind, fault, trace)

    def write(self, table: str, columns: Sequence[str], rows: Sequence[Row]) -> None:
        """Put rows into a table."""
        if connection.vendor != "postgresql":
            insert_rows(table, columns, rows)
            return
        if self._copy is None or self._into != (table, columns):
            self.end()
            cursor = self._open.enter_context(connection.cursor())
            self._copy = self._open.enter_context(cursor.copy(_copy_statement(table, columns)))
            self._into = table, columns
        with connection.wrap_database_errors:
            for row in rows:
                self._copy.write_row(row)

    def end(self) -> None:
        """Wait until all rows are in their tables."""
        self._copy = None
        with connection.wrap_database_errors:
            self._open.close()


def renew_statistics(table: str) -> None:
    """Let PostgreSQL look at a table that has grown much: until then it chooses indexes as for an empty one.

    SQLite needs no such help for the questions of the record.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(f"ANALYZE {connection.ops.quote_name(table)}")
