"""The yardstick of bulk export: the driver of the database itself. `python -m benchmarks.publishing.raw` prints JSON.

The columns that the CSV is made of are fetched by a plain cursor, portion by portion, and thrown away; nothing is
converted, checked or written. Only this counts, not the start of the process.
"""

from __future__ import annotations

import json
import sqlite3
import sys
import time
from collections.abc import Callable, Sequence
from typing import Any

import psycopg

_AT_ONCE = 5_000
# What the names and the value of the CSV are made of; the others are columns of the table.
_MADE_OF = {
    "id": "root", "entry": "id", "value": "low", "indicator_name": "indicator", "territory_name": "territory",
    "source": "document", "recorded_at": "act",
}  # fmt: skip


def main() -> dict[str, float]:
    """The seconds that the plain driver takes, and how many rows there were."""
    from tiendo.config.start import start_django

    start_django()
    from django.conf import settings
    from django.db import connection

    from tiendo.publishing.open_data.fields import fields_of

    columns = dict.fromkeys(_MADE_OF.get(field.name, field.name) for field in fields_of("observation"))
    query = (
        f"SELECT {', '.join(f'{chr(34)}{column}{chr(34)}' for column in columns)} FROM ledger_observation ORDER BY id"
    )
    if connection.vendor == "sqlite":
        cursor = sqlite3.connect(settings.DATABASES["default"]["NAME"]).cursor()
        return _timed(lambda: cursor.execute(query), cursor.fetchmany)
    connection.ensure_connection()
    plain: Any = connection.connection
    with psycopg.connect(plain.info.dsn) as reader, reader.cursor("raw") as named:
        return _timed(lambda: named.execute(query.encode()), named.fetchmany)


def _timed(ask: Callable[[], object], fetch: Callable[[int], Sequence[Any]]) -> dict[str, float]:
    begin = time.perf_counter()
    ask()
    rows = 0
    while portion := fetch(_AT_ONCE):
        rows += len(portion)
    return {"seconds": time.perf_counter() - begin, "rows": rows}


if __name__ == "__main__":
    json.dump(main(), sys.stdout)
