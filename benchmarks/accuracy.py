"""How well the product reads: scores on real documents, where they are at hand, and on the samples.

Real documents, what careful readers found in them, and the program that scores stand in `../shared`. The table
is Markdown; `--misses N` shows so many errors of each group.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

from benchmarks import corpus, samples
from benchmarks.rows import markdown_table

MEASURES = ("quantities", "usable", "tasks", "assigned", "citations")
# F1 that has to be reached, issue section 7; groups are folders below shared/documents.
GOALS: Mapping[str, Mapping[str, float]] = {
    "": dict(zip(MEASURES, (0.98, 0.93, 0.97, 0.93, 0.98), strict=True)),
    "elsewhere": dict(zip(MEASURES, (0.93, 0.82, 0.90, 0.82, 0.95), strict=True)),
}
TITLES = {"": "the four documents of Lạng Sơn", "elsewhere": "other provinces, ministries, years"}

_FACTS = corpus.SHARED / "facts"
_DOCUMENTS = corpus.SHARED / "documents"
IS_HERE = (_FACTS / "score.py").is_file()
NOT_HERE = "the real documents (../shared) are not beside this checkout"

Record = dict[str, Any]


@dataclass(frozen=True, slots=True)
class ReadDocument:
    """A document with the records that readers found and those that the product finds, in the contract's form."""

    name: str
    text: str
    gold: list[Record]
    predicted: list[Record]


def read_group(group: str) -> list[ReadDocument]:
    """All documents of a group that have been read by hand, read by the product now."""
    periods = _default_periods()
    found = []
    for gold in sorted((_FACTS / "gold" / group).glob("*.jsonl")):
        name = f"{group}/{gold.stem}".lstrip("/")
        text, predicted = read_records(_DOCUMENTS / f"{name}.txt", periods.get(name))
        records = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines() if line.strip()]
        found.append(ReadDocument(name, text, records, predicted))
    return found


def read_records(path: Path, default_period: str | None = None) -> tuple[str, list[Record]]:
    """The text of a document and the product's records of it."""
    from tiendo.documents.read import read_document
    from tiendo.extraction.extract import extract
    from tiendo.facts.contract import to_contract
    from tiendo.facts.period import Period

    document = read_document(path)
    period = Period.parse(default_period) if default_period else None
    return document.text, [to_contract(fact) for fact in extract(document, default_period=period)]


def scores(documents: list[ReadDocument], misses: int = 0) -> dict[str, Any]:
    """What `score.py` says of the documents: precision, recall, F1 for each measure, and errors under `shown`."""
    result: dict[str, Any] = shared_program("score").score([(one.gold, one.predicted) for one in documents], misses)
    return result


@cache
def shared_program(name: str) -> ModuleType:
    """A program of `../shared/facts` as a module."""
    specification = importlib.util.spec_from_file_location(f"shared_{name}", _FACTS / f"{name}.py")
    assert specification is not None
    assert specification.loader is not None
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    return module


def read_samples() -> tuple[samples.Reading, samples.Reading]:
    """The quantities and the tasks of all samples against their expectations."""
    quantities, tasks = samples.Reading(), samples.Reading()
    for path in samples.sample_files():
        quantity_rows, task_rows = samples.expected_rows(path)
        _, records = read_records(path)
        quantities.add(samples.compare_quantities(quantity_rows, records, path.name))
        tasks.add(samples.compare_tasks(task_rows, records, path.name))
    return quantities, tasks


def _default_periods() -> dict[str, str]:
    lines = (_DOCUMENTS / "periods.tsv").read_text(encoding="utf-8").splitlines()
    cells = (line.partition("\t") for line in lines)
    return {name: period for name, _, period in cells}


def _print_real(misses: int) -> None:
    lines, shown = [], []
    for group, goals in GOALS.items():
        result = scores(read_group(group), misses)
        cells = (f"{result[measure]['f1']:.3f} (goal {goal:.2f})" for measure, goal in goals.items())
        lines.append((TITLES[group], *cells))
        shown += result["shown"]
    print(markdown_table(("F1 on", *MEASURES), lines), *shown, sep="\n")


def _print_samples(misses: int) -> None:
    lines, shown = [], []
    for name, reading in zip(("quantities", "tasks"), read_samples(), strict=True):
        fields = ", ".join(f"{name} {reading.share(name):.3f}" for name in sorted(reading.right))
        lines.append((f"samples, {name}", f"{reading.found} of {reading.expected}", f"{reading.f1:.3f}", fields))
        shown += reading.misses[:misses]
    print(markdown_table(("on", "found", "F1", "right of the found"), lines), *shown, sep="\n")


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.accuracy", description=__doc__)
    parser.add_argument("--misses", type=int, default=0, metavar="N", help="show N errors of each group")
    misses = parser.parse_args().misses
    if IS_HERE:
        _print_real(misses)
    else:
        print(f"{NOT_HERE}: only the samples are read.", file=sys.stderr)
    print()
    _print_samples(misses)


if __name__ == "__main__":
    main()
