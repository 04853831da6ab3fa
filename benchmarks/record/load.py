"""How fast `tiendo load` is beside the plain driver of the same database, and how much memory it holds."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from benchmarks.processes import TIENDO, run
from benchmarks.rows import Row

GOAL = 1 / 3  # of the speed of the plain driver, issue "Ledger"
MEMORY_GOAL = 1_000  # MB for 2,000,000 rows
BOARD_GOAL = 50  # ms, issue "Ledger"
HISTORY_GOAL = 20  # ms, the same
PAST_GOAL = 2  # times as long as the present, the same
_MEGABYTE = 1_000_000


def measure(kind: str, folder: Path, rows: int) -> list[Row]:
    """Load so many rows into the empty record that the environment names, then put them in by the driver alone."""
    path = folder / "results.csv"
    subprocess.run([sys.executable, "-m", "benchmarks.record.prepare", str(path), str(rows)], check=True)
    load = (*TIENDO, "load", path)
    first = run(load)
    raw = float(_printed("raw"))
    again = run(load)
    seen = json.loads(_printed("counted"))
    if seen["observations"] != rows:
        raise RuntimeError(f"{seen['observations']} results stand in the record, not {rows}")
    return [
        Row(f"{kind}: the driver alone", rows / raw, "rows/s"),
        Row(f"{kind}: tiendo load, from the start of the process to its end", rows / first.seconds, "rows/s"),
        Row(f"{kind}: the second over the first", raw / first.seconds, "", 2, at_least=GOAL),
        Row(f"{kind}: the same table again, which changes nothing", rows / again.seconds, "rows/s"),
        Row(f"{kind}: peak memory of the load", first.peak_bytes / _MEGABYTE, "MB", at_most=MEMORY_GOAL),
        Row(f"{kind}: proof of the whole record", seen["seconds"], "s", 1),
    ]


def published() -> dict[str, Any]:
    """Give the loaded record targets and documents; what the API is asked about, see `benchmarks.record.published`."""
    said: dict[str, Any] = json.loads(_printed("published"))
    return said


def ask(kind: str) -> list[Row]:
    """Ask the loaded record, which `published` gave targets, for scoreboards and histories."""
    took = json.loads(_printed("questions"))
    return [
        Row(f"{kind}: scoreboard of a quarter, 500 indicators", took["board"], "ms", 1, at_most=BOARD_GOAL),
        Row(f"{kind}: the same board, the first of a process", took["first"], "ms", 1),
        Row(f"{kind}: the same board, nothing new since", took["board again"], "ms", 2),
        Row(f"{kind}: as of the past, over that", took["board as of"] / took["board"], "", 2, at_most=PAST_GOAL),
        Row(f"{kind}: history of an indicator, 240 months", took["history"], "ms", 1, at_most=HISTORY_GOAL),
        Row(f"{kind}: as of the past, over that", took["history as of"] / took["history"], "", 2, at_most=PAST_GOAL),
    ]


def _printed(module: str, environ: Mapping[str, str] = os.environ) -> str:
    line = [sys.executable, "-m", f"benchmarks.record.{module}"]
    return subprocess.run(line, check=True, text=True, stdout=subprocess.PIPE, env=environ).stdout
