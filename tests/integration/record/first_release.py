"""The rows of a small record as the first release keeps them, whatever the tables look like by now.

`python -m tests.integration.record.first_release` writes them anew. That is right only as long as the first release
has not been made: from then on the file is what old installations hold.
"""

from __future__ import annotations

import json
import os
import tempfile
from datetime import date, datetime
from pathlib import Path
from typing import Any

FILE = Path(__file__).with_name("first_release.json")
MIGRATIONS = (("ledger", "0001_the_record"), ("intake", "0001_jobs"))

Tables = dict[str, dict[str, Any]]


def read() -> Tables:
    """Columns and rows by table; binary values are in hex."""
    tables: Tables = json.loads(FILE.read_text(encoding="utf-8"))
    return tables


def write() -> None:
    """Make a record of two documents, one of them in two versions, and write down its rows."""
    from tests.integration.record.texts import REPORT, resolution
    from tests.integration.record.texts import write as write_text
    from tiendo.intake.ingest import ingest_job, keep_file, work_on
    from tiendo.intake.jobs import do_job, take_job
    from tiendo.ledger.actors import OPERATOR

    with tempfile.TemporaryDirectory() as folder:
        for name, text in (("a.txt", resolution()), ("b.txt", REPORT), ("c.txt", resolution("7.900"))):
            os.chdir(folder)  # so that no path of this machine is written down
            write_text(Path(), name, text)
            ingest_job([keep_file(Path(name))], by=OPERATOR, why="bản ghi mẫu")
            job = take_job()
            assert job is not None
            do_job(job, lambda mine: work_on(mine, by=OPERATOR))
    FILE.write_text(json.dumps(_tables(), ensure_ascii=False, indent=None, sort_keys=True) + "\n", encoding="utf-8")


def _tables() -> Tables:
    from django.db import connection

    from tiendo.ledger.protection import PROTECTED_TABLES

    tables: Tables = {}
    with connection.cursor() as cursor:
        for table in (*PROTECTED_TABLES, "intake_job"):
            cursor.execute(f"SELECT * FROM {table} ORDER BY 1")
            rows = [[_plain(value) for value in row] for row in cursor.fetchall()]
            if rows:
                tables[table] = {"columns": [column[0] for column in cursor.description], "rows": rows}
    return tables


def _plain(value: Any) -> Any:
    match value:
        case bytes():
            return {"hex": value.hex()}
        case datetime() | date():
            return value.isoformat()
    return value


if __name__ == "__main__":
    os.environ["DJANGO_SETTINGS_MODULE"] = "tests.django_settings"
    import django

    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    write()
