"""Whether time grows linearly with the text: in lines, and in the worst shape, one line without a break."""

from __future__ import annotations

import gc
import math
import time
from pathlib import Path

from benchmarks.corpus import generated
from benchmarks.processes import TIENDO, run
from benchmarks.rows import Row

GOAL = 1.1  # exponent of time over size; a tenth is left for caches that stop to fit
_MEGABYTE = 1_000_000
_SIZES = (0.5, 1, 2, 5, 10, 20)  # MB of UTF-8, issue section 7
_BYTES_A_CHARACTER = 1.31  # of the generated text; sizes of files are in bytes, generated text is in characters
# Where the next size would take longer than this at the growth so far, the series ends: it is not linear.
_PATIENCE = 300.0
_SHAPES = {"in lines": True, "on one line": False}


def measure(folder: Path, largest: float) -> list[Row]:
    """Seconds of processor time for each size and shape, the exponent of each shape, and memory at the largest."""
    sizes = [size for size in _SIZES if size <= largest]
    rows = []
    for shape, breaks in _SHAPES.items():
        points = _series(folder, sizes, breaks=breaks)
        rows += [Row(f"{size:g} MB {shape}", seconds, "s", 1) for size, seconds in points]
        if len(points) > 1:
            rows.append(Row(f"exponent of growth, {shape}", exponent(points), "", 2, at_most=GOAL))
        if len(points) < len(sizes):
            rows.append(Row(f"largest size {shape} that was tried", points[-1][0], "MB", at_least=sizes[-1]))
    big = _file(folder, sizes[-1], breaks=True)
    rows.append(Row(f"peak memory, {sizes[-1]:g} MB", run(_command(big)).peak_bytes / _MEGABYTE, "MB"))
    return rows


def exponent(points: list[tuple[float, float]]) -> float:
    """The slope of the straight line through the logarithms: 1 is linear, 2 quadratic."""
    logs = [(math.log(size), math.log(seconds)) for size, seconds in points]
    middle = [sum(values) / len(logs) for values in zip(*logs, strict=True)]
    across = sum((x - middle[0]) ** 2 for x, _ in logs)
    slope: float = sum((x - middle[0]) * (y - middle[1]) for x, y in logs) / across
    return slope


def _series(folder: Path, sizes: list[float], *, breaks: bool) -> list[tuple[float, float]]:
    _seconds(_file(folder, sizes[0], breaks=True))  # imports and first use of every cache
    points: list[tuple[float, float]] = []
    for size in sizes:
        if points and _expected(points, size) > _PATIENCE:
            break
        points.append((size, _seconds(_file(folder, size, breaks=breaks))))
    return points


def _expected(points: list[tuple[float, float]], size: float) -> float:
    """The seconds that the next size should take, when time goes on growing as between the last two."""
    last_size, last_seconds = points[-1]
    power: float = exponent(points[-2:]) if len(points) > 1 else 1.0
    return last_seconds * math.pow(size / last_size, power)


def _seconds(path: Path) -> float:
    from tiendo.documents.read import read_document
    from tiendo.extraction.extract import extract

    gc.collect()  # what the text before left behind is not this one's time
    begin = time.process_time()
    extract(read_document(path))
    return time.process_time() - begin


def _file(folder: Path, size: float, *, breaks: bool) -> Path:
    path = folder / f"{size:g}-{breaks}.txt"
    if not path.exists():
        characters = int(size * _MEGABYTE / _BYTES_A_CHARACTER)
        path.write_text(generated(characters, breaks=breaks), encoding="utf-8")
    return path


def _command(path: Path) -> tuple[str | Path, ...]:
    return (*TIENDO, "extract", path, "--format", "jsonl")
