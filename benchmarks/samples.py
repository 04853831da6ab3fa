"""Compares what the product finds in the sample documents with `tests/documents/expected`, row by row.

A row is found where a record of its place in the order has its numbers (for a task: its first words). Of the
found ones, each field is right or not; a subject is right where half of its words are, and no other subject of
the document fits better, as on the real documents.
"""

from __future__ import annotations

import csv
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from benchmarks.alignment import aligned
from benchmarks.corpus import ROOT, SAMPLES

EXPECTED = ROOT / "tests" / "documents" / "expected"
QUANTITY_FIELDS = ("quote", "kind", "subject", "low", "high", "unit", "period", "plan_percent", "yoy_percent")
TASK_FIELDS = ("words", "lead", "coordinators", "deadline")
_QUANTITY_KINDS = ("target", "observation")
# A subject with fewer of the expected words than this is another one (as shared/facts/score.py has it).
_SHARED_WORDS = 0.5
# A body may be named with a few words more or less: "Công an" and "Công an tỉnh".
_SHARED_WORDS_OF_A_BODY = 0.8
# Weight of one right field when rows are paired: all of them together count less than finding a row at all.
_FIELD_WEIGHT = 0.05

Row = Mapping[str, str]
Record = Mapping[str, Any]


@dataclass(slots=True)
class Reading:
    """Counts over one or more samples, and a line for each miss; `right` counts fields of found rows by name."""

    expected: int = 0
    predicted: int = 0
    found: int = 0
    right: Counter[str] = field(default_factory=Counter)
    misses: list[str] = field(default_factory=list)

    def share(self, name: str) -> float:
        """The part of the found rows whose field is right."""
        return self.right[name] / self.found if self.found else 0.0

    @property
    def f1(self) -> float:
        """The balance of rows that were found and records that were not invented."""
        both = self.expected + self.predicted
        return 2 * self.found / both if both else 1.0

    def add(self, other: Reading) -> None:
        """Count another reading in."""
        self.expected += other.expected
        self.predicted += other.predicted
        self.found += other.found
        self.right += other.right
        self.misses += other.misses


def sample_files() -> list[Path]:
    """The sample documents that have expectations."""
    return sorted(path for path in SAMPLES.iterdir() if (EXPECTED / f"{path.stem}.tsv").is_file())


def expected_rows(path: Path) -> tuple[list[Row], list[Row]]:
    """The quantities and the tasks that a careful reader found in a sample, by field."""
    with (EXPECTED / f"{path.stem}.tsv").open(encoding="utf-8", newline="") as lines:
        rows = [row for row in csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE) if not row[0].startswith("#")]
    quantities: list[Row] = [dict(zip(QUANTITY_FIELDS, row, strict=True)) for row in rows if row[0] != "task"]
    return quantities, [dict(zip(TASK_FIELDS, row[1:], strict=True)) for row in rows if row[0] == "task"]


def compare_quantities(rows: Sequence[Row], records: Sequence[Record], sample: str) -> Reading:
    """The targets and observations among the records against their rows."""
    checks = _quantity_checks({row["subject"] for row in rows})
    return _compare(rows, [r for r in records if r["kind"] in _QUANTITY_KINDS], checks, _same_numbers, sample)


def compare_tasks(rows: Sequence[Row], records: Sequence[Record], sample: str) -> Reading:
    """The tasks among the records against their rows."""
    tasks = [record for record in records if record["kind"] == "task"]
    return _compare(rows, tasks, _TASK_CHECKS, _begins_so, sample)


Check = Callable[[Row, Record], bool]


def _compare(
    rows: Sequence[Row], records: Sequence[Record], checks: Mapping[str, Check], same: Check, sample: str
) -> Reading:
    def fit(row: Row, record: Record) -> float:
        return 1 + _FIELD_WEIGHT * sum(check(row, record) for check in checks.values()) if same(row, record) else 0.0

    reading = Reading(expected=len(rows), predicted=len(records))
    for row, record in aligned(rows, records, fit):
        if row is None or record is None:
            reading.misses.append(f"{sample}: {_unpaired(row, record)}")
            continue
        reading.found += 1
        right = {name for name, check in checks.items() if check(row, record)}
        reading.right.update(right)
        reading.misses += [_wrong(row, record, name, sample) for name in checks if name not in right]
    return reading


def _unpaired(row: Row | None, record: Record | None) -> str:
    if row is not None:
        return "missed " + " · ".join(filter(None, row.values()))
    assert record is not None
    shown = ("kind", "subject", "period", "lead")
    return f"invented {_squeezed(record['quote'])[:80]!r} " + " · ".join(str(record[n]) for n in shown if n in record)


def _wrong(row: Row, record: Record, name: str, sample: str) -> str:
    place = row.get("quote") or row.get("words")
    subject = f" of {row['subject']!r}" if "subject" in row else ""
    return f"{sample}: {name} of {place!r}{subject}: expected {row[name] or None!r}, got {record[name]!r}"


def _quantity_checks(subjects: set[str]) -> Mapping[str, Check]:
    def same_subject(row: Row, record: Record) -> bool:
        subject: str = record["subject"]
        near = shared_words(row["subject"], subject)
        return near >= _SHARED_WORDS and all(shared_words(other, subject) <= near for other in subjects)

    return {
        "kind": lambda row, record: row["kind"] == record["kind"],
        "subject": same_subject,
        "unit": lambda row, record: _words(row["unit"]) == _words(record["unit"]),
        "period": lambda row, record: row["period"] == record["period"],
        "plan_percent": lambda row, record: _number(row["plan_percent"]) == record["plan_percent"],
        "yoy_percent": lambda row, record: _number(row["yoy_percent"]) == record["yoy_percent"],
    }


def _same_numbers(row: Row, record: Record) -> bool:
    return (_number(row["low"]), _number(row["high"])) == (record["low"], record["high"])


def _begins_so(row: Row, record: Record) -> bool:
    return _squeezed(record["quote"]).startswith(row["words"])


def _same_bodies(name: str) -> Check:
    def same(row: Row, record: Record) -> bool:
        expected = [body for body in row[name].split(";") if body]
        found: Sequence[str] = record[name]
        return _covered(expected, found) and _covered(found, expected)

    return same


def _covered(bodies: Sequence[str], others: Sequence[str]) -> bool:
    return all(any(_same_body(body, other) for other in others) for body in bodies)


def _same_body(one: str, other: str) -> bool:
    left, right = _words(one), _words(other)
    return (left <= right or right <= left) and shared_words(one, other) >= _SHARED_WORDS_OF_A_BODY


_TASK_CHECKS: Mapping[str, Check] = {
    "lead": _same_bodies("lead"),
    "coordinators": _same_bodies("coordinators"),
    "deadline": lambda row, record: (row["deadline"] or None) == record["deadline"],
}


def shared_words(one: str, other: str) -> float:
    """How many words two phrases share, of all that they have: from 0 to 1, marks and capitals aside."""
    left, right = _words(one), _words(other)
    return 2 * (left & right).total() / (left.total() + right.total()) if left or right else 1.0


def _words(phrase: str) -> Counter[str]:
    plain = unicodedata.normalize("NFKD", phrase.lower().replace("đ", "d"))
    return Counter(re.findall(r"[a-z0-9%]+", "".join(c for c in plain if not unicodedata.combining(c))))


def _number(printed: str) -> float | None:
    return float(printed) if printed else None


def _squeezed(text: str) -> str:
    return " ".join(text.split())
