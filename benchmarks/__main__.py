"""Runs the benchmarks of speed and memory: `python -m benchmarks [QUESTION …]`."""

from __future__ import annotations

import argparse
import os
import platform
import sys
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from benchmarks import audit, comparison, corpus, growth, many_files, memory, speed, starting
from benchmarks.rows import Row, table

_RESULTS = Path(__file__).with_name("results")


@dataclass(frozen=True, slots=True)
class Setting:
    """What every question is asked with: the texts, a folder for files, how often, and the largest text in MB."""

    paths: list[Path]
    folder: Path
    rounds: int
    largest: float


# In this order: whole processes are started while this one is still small and alone.
QUESTIONS: Mapping[str, Callable[[Setting], list[Row]]] = {
    "starting": lambda setting: starting.measure(setting.folder, setting.rounds),
    "memory": lambda setting: memory.measure(setting.paths),
    "speed": lambda setting: speed.measure(setting.paths, setting.rounds),
    "comparison": lambda setting: comparison.measure(setting.paths, setting.rounds),
    "audit": lambda setting: audit.measure(setting.paths),
    "growth": lambda setting: growth.measure(setting.folder, setting.largest),
    "jobs": lambda setting: many_files.measure(setting.folder),
}


def main() -> None:
    """Measure what was asked for; a missed goal is said in the table, and is no failure of the program."""
    chosen = _parser().parse_args()
    machine = _machine()
    rows: list[Row] = []
    with tempfile.TemporaryDirectory() as folder:
        name, paths = corpus.documents(Path(folder))
        setting = Setting(paths, Path(folder), chosen.rounds, chosen.largest)
        for question, measure in QUESTIONS.items():
            if question in (chosen.questions or QUESTIONS):
                print(f"· {question} …", file=sys.stderr, flush=True)
                rows += measure(setting)
    report = f"{machine}. Texts: {name}.\n\n{table(rows)}\n"
    print(report)
    if chosen.write:
        _write(report)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument(
        "questions", nargs="*", metavar="QUESTION", type=_question, help=f"{', '.join(QUESTIONS)}; all by default"
    )
    parser.add_argument("--rounds", type=int, default=7, help="how often short things are measured (7)")
    parser.add_argument("--largest", type=float, default=20, metavar="MB", help="the largest text of `growth` (20)")
    parser.add_argument("--write", action="store_true", help="keep the table in benchmarks/results/DATE.md")
    return parser


def _question(written: str) -> str:
    if written not in QUESTIONS:
        raise argparse.ArgumentTypeError(f"{written!r} is none of {', '.join(QUESTIONS)}")
    return written


def _machine() -> str:
    processor = platform.processor() or platform.machine()
    information = Path("/proc/cpuinfo")
    if information.is_file():
        names = [line for line in information.read_text(encoding="utf-8").splitlines() if line.startswith("model name")]
        processor = names[0].partition(":")[2].strip() if names else processor
    # Other work on the machine takes shared caches and the clock of whole processes: a reader should know of it.
    load = f", load {os.getloadavg()[0]:.1f} at the start" if hasattr(os, "getloadavg") else ""
    return f"{processor}, {os.cpu_count()} cores{load}, {platform.system()}, Python {platform.python_version()}"


def _write(report: str) -> None:
    day = datetime.now(tz=UTC).date().isoformat()
    _RESULTS.mkdir(exist_ok=True)
    path = _RESULTS / f"{day}.md"
    path.write_text(f"# Speed and memory, {day}\n\n{report}", encoding="utf-8")
    print(f"{path.relative_to(corpus.ROOT)} is written")


if __name__ == "__main__":
    main()
