"""How much memory the command holds at its peak."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from benchmarks.corpus import SAMPLES
from benchmarks.processes import TIENDO, run
from benchmarks.rows import Row

GOAL = 150  # MB for the four documents, issue section 7
_MEGABYTE = 1_000_000


def measure(paths: Sequence[Path]) -> list[Row]:
    """The peak for the four texts, and for the samples, whose formats need libraries of their own."""
    samples = sorted(path for path in SAMPLES.iterdir() if path.is_file())
    return [
        Row("peak memory, four texts", _peak(paths), "MB", at_most=GOAL),
        Row("peak memory, samples in .txt, .docx, .html, .pdf", _peak(samples), "MB", at_most=GOAL),
    ]


def _peak(paths: Sequence[Path]) -> float:
    return run((*TIENDO, "extract", *paths, "--format", "jsonl")).peak_bytes / _MEGABYTE
