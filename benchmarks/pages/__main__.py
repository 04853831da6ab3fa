"""Measures the pages: `python -m benchmarks.pages [--seconds N] [--keep FOLDER] [--quick] [--write]`."""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from benchmarks import serving
from benchmarks.machine import described
from benchmarks.pages import yardstick
from benchmarks.pages.addresses import Addresses, addresses_of
from benchmarks.pages.measured import ALIKE, WARM, WATCHED, Asked, ask, mix_of, own_pages
from benchmarks.pages.prepare import QUICK, WHOLE, Prepared, environment_of, prepared
from benchmarks.pages.report import report
from benchmarks.pages.saturated import CONNECTIONS

_SECONDS = 15  # of each kind of page; readers are watched for a minute then
_RESULTS = Path(__file__).resolve().parents[1] / "results"


def main() -> None:
    """Measure what was asked for; a missed goal is said in the table, and is no failure of the program."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.pages", description=__doc__)
    parser.add_argument("--seconds", type=int, default=_SECONDS, help=f"for each kind of page ({_SECONDS})")
    parser.add_argument("--keep", type=Path, help="the folder of the record, which is used again where it is there")
    parser.add_argument("--quick", action="store_true", help="a small record: to see that everything works")
    parser.add_argument("--write", action="store_true", help="keep the tables in benchmarks/results/DATE-pages.md")
    chosen = parser.parse_args()
    if shutil.which("wrk") is None:
        raise SystemExit("wrk is needed: apt-get install wrk")
    machine = described()
    with _folder(chosen.keep) as folder:
        found = prepared(folder, QUICK if chosen.quick else WHOLE)
        shown = f"{_conditions(machine, found, chosen.seconds)}\n\n{_measured(found, chosen.seconds)}\n"
    print(shown)
    if chosen.write:
        day = datetime.now(tz=UTC).date().isoformat()
        (_RESULTS / f"{day}-pages.md").write_text(f"# The pages, measured on {day}\n\n{shown}", encoding="utf-8")


def _measured(found: Prepared, seconds: int) -> str:
    addresses = addresses_of(found)
    with environment_of(found.folder):
        ours = own_pages(found, addresses, seconds)
    return report(ours, _datasette(found, addresses, seconds))


def _datasette(found: Prepared, addresses: Addresses, seconds: int) -> Asked | None:
    program = yardstick.is_installed()
    if program is None:
        print("· Datasette is not installed: there is no yardstick (make benchpages)", file=sys.stderr)
        return None
    print("· Datasette:", file=sys.stderr)
    with yardstick.served(program, found) as (address, server):
        return ask(address, server, yardstick.same_questions(addresses, found), mix_of(ALIKE), seconds)


def _conditions(machine: str, found: Prepared, seconds: int) -> str:
    results = len(found.indicators) * len(found.years) * 12
    size = found.size
    return (
        f"{machine}. {len(found.indicators)} indicators, {results:,} results of {size.years} years, {size.documents} "
        f"documents ({size.long} of them of 100 pages). `tiendo serve --workers {serving.WORKERS}`; all kinds of pages "
        f"asked for {seconds * WARM} s before; {CONNECTIONS} connections for {seconds} s a kind, 50 readers for "
        f"{seconds * WATCHED} s."
    )


@contextmanager
def _folder(kept: Path | None) -> Iterator[Path]:
    if kept is not None:
        yield kept.resolve()
        return
    with tempfile.TemporaryDirectory() as made:
        yield Path(made)


if __name__ == "__main__":
    main()
