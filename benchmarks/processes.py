"""Runs the command in processes of its own and says how long they took and how much memory they held."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

TIENDO = (sys.executable, "-m", "tiendo.cli")

# Started by a small Python, because Linux counts the size of the process that starts another as the other's peak.
_PEAK = """
import json, os, subprocess, sys
process = subprocess.Popen(sys.argv[1:], stdout=subprocess.DEVNULL)
_, status, usage = os.wait4(process.pid, 0)
json.dump({"exit_code": os.waitstatus_to_exitcode(status), "peak": usage.ru_maxrss}, sys.stdout)
"""
# ru_maxrss counts bytes on macOS and KiB on Linux.
_PEAK_UNIT = 1 if sys.platform == "darwin" else 1024


@dataclass(frozen=True, slots=True)
class Run:
    """What one process took: seconds on the clock and bytes at its peak."""

    seconds: float
    peak_bytes: int


def run(command: Sequence[str | Path]) -> Run:
    """Run a command that has to succeed, with its output thrown away; its errors are shown."""
    begin = time.perf_counter()
    launcher = [sys.executable, "-S", "-c", _PEAK, *map(str, command)]
    done = subprocess.run(launcher, stdout=subprocess.PIPE, check=True)
    seconds = time.perf_counter() - begin
    found = json.loads(done.stdout)
    if found["exit_code"]:
        raise RuntimeError(f"{' '.join(map(str, command))} ended with exit code {found['exit_code']}")
    return Run(seconds, found["peak"] * _PEAK_UNIT)


def shortest(command: Sequence[str | Path], rounds: int) -> float:
    """The least seconds of several runs of a command: what it takes when nothing else gets in its way."""
    return min(_seconds(command) for _ in range(rounds))


def _seconds(command: Sequence[str | Path]) -> float:
    begin = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - begin
