"""Whether many files use all cores: the same call with one process and with one for each core."""

from __future__ import annotations

import os
from pathlib import Path

from benchmarks.corpus import generated
from benchmarks.processes import TIENDO, run
from benchmarks.rows import Row

# Of the speed-up that the cores allow: processes have to start, and results have to travel.
_GOAL_SHARE = 0.75
_FILES_A_CORE = 4
_CHARACTERS = 300_000  # a file takes about as long as a process needs to start, or longer


def measure(folder: Path) -> list[Row]:
    """Seconds on the clock with one process and with all cores, and the speed-up; no rows on a single core."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    if cores == 1:
        return []
    paths = []
    for seed in range(_FILES_A_CORE * cores):
        paths.append(folder / f"file-{seed}.txt")
        paths[-1].write_text(generated(_CHARACTERS, seed=seed), encoding="utf-8")
    seconds = {
        jobs: run((*TIENDO, "extract", *paths, "--format", "jsonl", "--jobs", str(jobs))).seconds for jobs in (1, cores)
    }
    return [
        Row(f"{len(paths)} files, --jobs 1", seconds[1], "s", 1),
        Row(f"{len(paths)} files, --jobs {cores}", seconds[cores], "s", 1),
        Row(f"speed-up of {cores} cores", seconds[1] / seconds[cores], "times", 2, at_least=_GOAL_SHARE * cores),
    ]
