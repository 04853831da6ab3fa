"""Makes the database itself refuse to change or delete what was recorded, whoever asks."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db import connections

from tiendo.ledger.models import ENTRY_MODELS, Act

PROTECTED_TABLES = (Act._meta.db_table, *(model._meta.db_table for model in ENTRY_MODELS))

_REFUSAL = "the record keeps everything: entries are superseded, never changed or deleted"

_POSTGRESQL_FUNCTION = f"""
CREATE OR REPLACE FUNCTION ledger_keeps_everything() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION '{_REFUSAL}'; END $$
"""


def protect(using: str = "default", **_: Any) -> None:
    """Put the triggers on every table of the record that is there; doing it again changes nothing.

    It runs after every migration, since SQLite drops the triggers of a table that a migration rebuilds.
    """
    connection = connections[using]
    with connection.cursor() as cursor:
        present = set(connection.introspection.table_names(cursor))
        tables = [table for table in PROTECTED_TABLES if table in present]
        statements = _for_postgresql(tables) if connection.vendor == "postgresql" else _for_sqlite(tables)
        for statement in statements:
            cursor.execute(statement)


def _for_sqlite(tables: Iterable[str]) -> Iterable[str]:
    for table in tables:
        for event in ("UPDATE", "DELETE"):
            name = f"{table}_no_{event.lower()}"
            yield (
                f"CREATE TRIGGER IF NOT EXISTS {name} BEFORE {event} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, '{_REFUSAL}'); END"
            )


def _for_postgresql(tables: Iterable[str]) -> Iterable[str]:
    yield _POSTGRESQL_FUNCTION
    for table in tables:
        for event, each in (("UPDATE OR DELETE", "ROW"), ("TRUNCATE", "STATEMENT")):
            name = f"{table}_keeps_each_{each.lower()}"
            yield (
                f"CREATE OR REPLACE TRIGGER {name} BEFORE {event} ON {table} "
                f"FOR EACH {each} EXECUTE FUNCTION ledger_keeps_everything()"
            )
