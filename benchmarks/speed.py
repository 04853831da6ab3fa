"""How many characters a second one core reads, in all and stage by stage, once everything is imported."""

from __future__ import annotations

import importlib
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.rows import Row

GOAL = 500_000  # characters a second, issue section 7

# Where a stage is called from: the name there is what is replaced while the clock runs.
_READING = "tiendo.documents.read"
_EXTRACTION = "tiendo.extraction.extract"
_STAGES = {
    "outline": (_READING, "outline"),
    "metadata": (_READING, "read_metadata"),
    "citations": (_EXTRACTION, "extract_citations"),
    "quantities": (_EXTRACTION, "extract_quantities"),
    "target tables": (_EXTRACTION, "extract_target_tables"),
    "tasks": (_EXTRACTION, "extract_tasks"),
}
_WHOLE = "text to facts"
_MATCHING = "matching"

Spent = defaultdict[str, float]


def measure(paths: Sequence[Path], rounds: int) -> list[Row]:
    """The median speed of `rounds` warm readings of all the files, in characters a second of processor time."""
    characters = _read_all(paths, defaultdict(float))
    runs = []
    for _ in range(rounds):
        spent: Spent = defaultdict(float)
        with _clocks(spent):
            _read_all(paths, spent)
        runs.append(spent)
    speeds = {stage: characters / median(run[stage] for run in runs) for stage in runs[0]}
    rows = [
        Row(f"{_WHOLE}, one core", speeds.pop(_WHOLE), "characters/s", at_least=GOAL),
        # On a busy machine the median tells of the neighbours too; the shortest run tells of the product.
        Row(f"{_WHOLE}, the fastest reading", characters / min(run[_WHOLE] for run in runs), "characters/s"),
    ]
    return rows + [Row(f"· {stage}", speed, "characters/s") for stage, speed in speeds.items()]


def _read_all(paths: Sequence[Path], spent: Spent) -> int:
    """Read and match every file; the seconds are added to `spent`, the characters are returned."""
    from tiendo.documents.read import read_document
    from tiendo.extraction.extract import extract

    characters = 0
    for path in paths:
        begin = time.process_time()
        document = read_document(path)
        facts = extract(document)
        read = time.process_time()
        _match(facts, document)
        spent[_WHOLE] += read - begin
        spent[_MATCHING] += time.process_time() - read
        characters += len(document.text)
    return characters


def _match(facts: Sequence[Any], document: Any) -> None:
    from tiendo.facts.records import Measurement, Task
    from tiendo.matching import match_bodies, match_record

    day = document.metadata.date
    for fact in facts:
        if isinstance(fact, Measurement):
            match_record(fact, document)
        elif isinstance(fact, Task) and day is not None:
            match_bodies((*fact.lead, *fact.coordinators), day)


@contextmanager
def _clocks(spent: Spent) -> Iterator[None]:
    """Add what each stage takes to `spent`: the stages of the real path, called as it calls them."""
    replaced = []
    for stage, (module_name, function_name) in _STAGES.items():
        module = importlib.import_module(module_name)
        function = getattr(module, function_name)
        replaced.append((module, function_name, function))
        setattr(module, function_name, _clocked(function, stage, spent))
    try:
        yield
    finally:
        for module, function_name, function in replaced:
            setattr(module, function_name, function)


def _clocked(function: Callable[..., Any], stage: str, spent: Spent) -> Callable[..., Any]:
    def run(*arguments: Any, **options: Any) -> Any:
        begin = time.process_time()
        try:
            return function(*arguments, **options)
        finally:
            spent[stage] += time.process_time() - begin

    return run
