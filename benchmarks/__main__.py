"""Runs the benchmarks of speed and memory: `python -m benchmarks [QUESTION …]`."""

from __future__ import annotations

import argparse
import os
import platform
import sys
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from benchmarks import comparison, corpus, growth, many_files, memory, speed, starting
from benchmarks.rows import Row, table

QUESTIONS = ("starting", "memory", "speed", "comparison", "growth", "jobs")
_RESULTS = Path(__file__).with_name("results")


def main() -> int:
    """Measure what was asked for; a missed goal is said in the table, and is no failure of the program."""
    chosen = _parser().parse_args()
    questions: list[str] = chosen.questions or list(QUESTIONS)
    with tempfile.TemporaryDirectory() as folder:
        name, paths = corpus.documents(Path(folder))
        heading = f"{_machine()}\nRead: {name}. Seconds of one core unless they are of a whole process.\n"
        print(heading, flush=True)
        rows = []
        for row in _measured(questions, Path(folder), paths, chosen):
            rows.append(row)
            print("  ".join(filter(None, row.cells())), file=sys.stderr, flush=True)
    print(table(rows))
    if chosen.write:
        _write(heading, rows)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("questions", nargs="*", metavar="QUESTION", choices=[*QUESTIONS, []],
                        help=f"what to measure, of {', '.join(QUESTIONS)}; all by default")
    parser.add_argument("--rounds", type=int, default=7, help="how often short things are measured (7)")
    parser.add_argument("--largest", type=float, default=20, metavar="MB", help="the largest text of `growth` (20)")
    parser.add_argument("--write", action="store_true", help="keep the table in benchmarks/results/DATE.md")
    return parser


def _measured(questions: list[str], folder: Path, paths: list[Path], chosen: argparse.Namespace) -> Iterator[Row]:
    # Whole processes first: this one is still small, and nothing competes with them.
    if "starting" in questions:
        yield from starting.measure(folder, chosen.rounds)
    if "memory" in questions:
        yield from memory.measure(paths)
    if "speed" in questions or "comparison" in questions:
        speeds = speed.measure(paths, chosen.rounds)
        yield from speeds
        if "comparison" in questions:
            yield from comparison.measure(paths, speeds[0].value)
    if "growth" in questions:
        yield from growth.measure(folder, chosen.largest)
    if "jobs" in questions:
        yield from many_files.measure(folder)


def _machine() -> str:
    processor = platform.processor() or platform.machine()
    information = Path("/proc/cpuinfo")
    if information.is_file():
        names = [line for line in information.read_text(encoding="utf-8").splitlines() if line.startswith("model name")]
        processor = names[0].partition(":")[2].strip() if names else processor
    return f"{processor}, {os.cpu_count()} cores, {platform.system()}, Python {platform.python_version()}"


def _write(heading: str, rows: list[Row]) -> None:
    day = datetime.now(tz=UTC).date().isoformat()
    _RESULTS.mkdir(exist_ok=True)
    path = _RESULTS / f"{day}.md"
    path.write_text(f"# Speed and memory, {day}\n\n{heading}\n{table(rows)}\n", encoding="utf-8")
    print(f"\n{path.relative_to(corpus.ROOT)} is written")


if __name__ == "__main__":
    sys.exit(main())
