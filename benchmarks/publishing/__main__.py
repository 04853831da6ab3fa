"""Measures reports and exports: `python -m benchmarks.publishing [--rows N] [--only KIND] [--write]`.

A record of many published results is made first, as in `benchmarks.record`; TIENDO_BENCHMARK_RECORD names a data folder
of SQLite that holds one already.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.machine import described, keep
from benchmarks.processes import TIENDO, run
from benchmarks.publishing import report_composing, report_files
from benchmarks.record.__main__ import record_of
from benchmarks.rows import Row, table

_ROWS = 2_000_000
_QUICK_ROWS = 20_000  # enough to see that everything works; the figures of so few mean little
_KINDS = ("reports", "sqlite", "postgresql")
_REPORT_ROUNDS = 5
_ROUNDS = 3  # the fastest of them counts, for both sides alike
_MEGABYTE = 1_000_000
_OF_RAW = 1 / 3  # of the speed of the plain driver, issue "Publish"
_MEMORY = 200  # MB for 2,000,000 results, the same
_OF_PANDAS = 1  # the speed of SDMX-CSV over that of pandas, the same
_OTHERS = ("parquet", "json", "package", "sdmx-csv")


def main() -> None:
    """Measure what was asked for; a missed goal is said in the table, and is no failure of the program."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.publishing", description=__doc__)
    parser.add_argument("--rows", type=int, default=_ROWS, help=f"how many results there are ({_ROWS:,})")
    parser.add_argument("--quick", action="store_const", dest="rows", const=_QUICK_ROWS, help=f"{_QUICK_ROWS:,} rows")
    parser.add_argument("--only", choices=_KINDS, help="the reports, or one database; all by default")
    parser.add_argument("--write", action="store_true", help="keep the table in benchmarks/results/DATE.md")
    chosen = parser.parse_args()
    machine = described()
    rows: list[Row] = []
    ready = os.environ.get("TIENDO_BENCHMARK_RECORD")
    for kind in (chosen.only,) if chosen.only else _KINDS:
        print(f"· {kind} …", file=sys.stderr, flush=True)
        if kind == "reports":
            rows += report_composing.measure(_REPORT_ROUNDS) + report_files.measure(_REPORT_ROUNDS)
        elif ready and kind == "sqlite":
            os.environ["TIENDO_DATA_DIR"] = ready
            rows += measure(kind)
        else:
            rows += _of_a_new_record(kind, chosen.rows)
    report = f"{machine}. {chosen.rows:,} published results.\n\n{table(rows)}\n"
    print(report)
    if chosen.write:
        keep("Publishing", report)


def _of_a_new_record(kind: str, count: int) -> list[Row]:
    with tempfile.TemporaryDirectory() as folder, record_of(kind, Path(folder)):
        prepare(Path(folder), count)
        return measure(kind)


def prepare(folder: Path, rows: int) -> None:
    """Fill the record that the environment names with so many published results."""
    path = folder / "results.csv"
    subprocess.run([sys.executable, "-m", "benchmarks.record.prepare", str(path), str(rows)], check=True)
    run((*TIENDO, "load", path, "--publish"))


def measure(kind: str) -> list[Row]:
    """Each format into nothing, beside the driver alone and beside pandas, and the memory of a process that writes."""
    raw = min((_printed("raw") for _ in range(_ROUNDS)), key=lambda one: one["seconds"])
    count, slow = raw["rows"], raw["seconds"]
    csv = _fastest("csv")
    rows = [
        Row(f"{kind}: the driver alone, the columns of the CSV", count / slow, "rows/s"),
        Row(f"{kind}: bulk CSV", count / csv, "rows/s"),
        Row(f"{kind}: the second over the first", slow / csv, "", 2, at_least=_OF_RAW),
        Row(f"{kind}: peak memory of the export as CSV", _peak("csv"), "MB", at_most=_MEMORY),
    ]
    for form in _OTHERS:
        rows.append(Row(f"{kind}: {form}", count / _printed("written", form)["seconds"], "rows/s"))
        rows.append(Row(f"{kind}: peak memory of the export as {form}", _peak(form), "MB"))
    return rows + _beside_pandas(kind)


def _beside_pandas(kind: str) -> list[Row]:
    ours = min((_printed("written", "sdmx-rows") for _ in range(_ROUNDS)), key=lambda one: one["seconds"])
    theirs = min((_printed("written", "pandas") for _ in range(_ROUNDS)), key=lambda one: one["seconds"])
    count = ours["rows"]
    return [
        Row(f"{kind}: {count:,} rows of SDMX-CSV by pandas to_csv", count / theirs["seconds"], "rows/s"),
        Row(f"{kind}: the same rows by our writer", count / ours["seconds"], "rows/s"),
        Row(f"{kind}: the second over the first", theirs["seconds"] / ours["seconds"], "", 2, at_least=_OF_PANDAS),
    ]


def _fastest(form: str) -> float:
    return min(_printed("written", form)["seconds"] for _ in range(_ROUNDS))


def _peak(form: str) -> float:
    return run((*TIENDO, "export", "--format", form, "-o", "-")).peak_bytes / _MEGABYTE


def _printed(module: str, *arguments: str) -> dict[str, float]:
    line = [sys.executable, "-m", f"benchmarks.publishing.{module}", *arguments]
    found: dict[str, float] = json.loads(subprocess.run(line, check=True, text=True, stdout=subprocess.PIPE).stdout)
    return found


if __name__ == "__main__":
    main()
