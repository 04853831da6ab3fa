"""Runs the benchmarks of speed and memory: `python -m benchmarks [QUESTION …]`."""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from benchmarks import audit, comparison, corpus, growth, many_files, memory, speed, starting
from benchmarks.machine import described, keep
from benchmarks.rows import Row, table


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
    machine = described()
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
        keep("Speed and memory", report)


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


if __name__ == "__main__":
    main()
