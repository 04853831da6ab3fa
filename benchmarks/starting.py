"""How long a user waits for the smallest uses of the product, as whole processes."""

from __future__ import annotations

import sys
from pathlib import Path

from benchmarks.processes import TIENDO, shortest
from benchmarks.rows import Row

GOAL = 0.25  # seconds, issue section 7
_SMALL_TEXT = "Phấn đấu tỷ lệ che phủ rừng năm 2022 đạt 63,8%.\n"


def measure(folder: Path, rounds: int) -> list[Row]:
    """The shortest of `rounds` runs of each; an empty Python says what none of them can go below."""
    small = folder / "small.txt"
    small.write_text(_SMALL_TEXT, encoding="utf-8")
    return [
        Row("an empty Python", shortest((sys.executable, "-c", "pass"), rounds), "s", 3),
        Row("import tiendo", shortest((sys.executable, "-c", "import tiendo"), rounds), "s", 3, at_most=GOAL),
        Row("tiendo --help", shortest((*TIENDO, "--help"), rounds), "s", 3, at_most=GOAL),
        Row("tiendo extract, one sentence", shortest((*TIENDO, "extract", small), rounds), "s", 3),
    ]
