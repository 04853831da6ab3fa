"""How well names are matched: precision and recall on written tables, and on the gold records where they are."""

from __future__ import annotations

import csv
import json
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tiendo.catalogue import load_catalogue
from tiendo.facts.decisions import Decision, Matched
from tiendo.facts.quantity import Change, Unit
from tiendo.matching import match_indicator

HERE = Path(__file__).parent
SHARED = HERE.parents[2] / "shared"
NOTHING = "-"  # in the tables: no within, no change, no indicator

WANTED_PRECISION = 0.99
WANTED_RECALL = 0.90
SUBJECT_LENGTH, WITHIN_LENGTH = 45, 40  # matching_gold.tsv keeps the beginnings of long phrases only


def read_table(name: str) -> list[dict[str, str]]:
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    return list(csv.DictReader((line for line in lines if not line.startswith("#")), delimiter="\t"))


NAMES = read_table("matching_names.tsv")


def match(row: dict[str, str]) -> Decision:
    change = None if row["change"] == NOTHING else Change(row["change"])
    return match_indicator(
        row["name"],
        catalogue=load_catalogue(),
        unit=Unit(row["measure"]),
        change=change,
        per=None if row["per"] == NOTHING else row["per"],
        within=None if row["within"] == NOTHING else row["within"],
    )


@dataclass(frozen=True)
class Score:
    """What was linked against what should have been."""

    right: int
    linked: int
    linkable: int
    misses: tuple[str, ...]

    @property
    def precision(self) -> float:
        return self.right / self.linked

    @property
    def recall(self) -> float:
        return self.right / self.linkable

    def __str__(self) -> str:
        misses = "\n  ".join(self.misses)
        return f"precision {self.precision:.3f}, recall {self.recall:.3f} of {self.linkable} names\n  {misses}"


def score(answers: Iterable[tuple[str, str, str]]) -> Score:
    """`answers` are name, expected id, given id; `-` is none."""
    rows = list(answers)
    return Score(
        right=sum(expected == given != NOTHING for _, expected, given in rows),
        linked=sum(given != NOTHING for _, _, given in rows),
        linkable=sum(expected != NOTHING for _, expected, _ in rows),
        misses=tuple(f"{name}: {given} for {expected}" for name, expected, given in rows if expected != given),
    )


def code(decision: Decision) -> str:
    return decision.code if isinstance(decision, Matched) else NOTHING


@pytest.mark.parametrize("row", NAMES, ids=[f"{row['name'][:40]} [{row['measure']}]" for row in NAMES])
def test_a_name_is_linked_to_its_indicator_or_to_none(row):
    decision = match(row)
    assert code(decision) == row["indicator"], decision
    if isinstance(decision, Matched):
        assert bool(decision.warnings) == (row["warned"] == "yes"), decision


def test_the_names_in_the_table_are_matched_precisely_and_nearly_all():
    found = score((row["name"], row["indicator"], code(match(row))) for row in NAMES)
    assert found.precision >= WANTED_PRECISION, found
    assert found.recall >= WANTED_RECALL, found


@pytest.mark.skipif(not SHARED.is_dir(), reason="the gold records of the real documents are not beside this checkout")
def test_the_gold_records_are_matched_precisely_and_nearly_all():
    found = score(gold_answers())
    print(found)
    assert found.precision >= WANTED_PRECISION, found
    assert found.recall >= WANTED_RECALL, found


def gold_answers() -> Iterator[tuple[str, str, str]]:
    table = read_table("matching_gold.tsv")
    expected = {(row["subject"], row["within"], row["measure"], row["change"]): row["indicator"] for row in table}
    for path in sorted((SHARED / "facts" / "gold").glob("*.jsonl")):
        text = document_text(path.stem)
        for line in path.read_text(encoding="utf-8").splitlines():
            record = json.loads(line)
            if record["kind"] in ("target", "observation"):
                within = record["within"] or NOTHING
                key = (
                    record["subject"][:SUBJECT_LENGTH],
                    within[:WITHIN_LENGTH],
                    record["unit_measure"],
                    record["change"] or NOTHING,
                )
                yield f"{path.stem}: {record['subject']}", expected[key], code(match_gold(record, text))


def document_text(stem: str) -> str:
    text = (SHARED / "documents" / f"{stem}.txt").read_text(encoding="utf-8")
    return unicodedata.normalize("NFC", text)


def match_gold(record: dict, text: str) -> Decision:
    paragraph = text[: record["start"]].rpartition("\n")[2]
    sentence = paragraph.rpartition(". ")[2]
    percent = record["unit_measure"] == "PT" and record.get("plan_percent") in (record["low"], record["high"])
    return match_indicator(
        record["subject"],
        catalogue=load_catalogue(),
        unit=Unit(record["unit_measure"], record["unit_mult"]),
        change=Change(record["change"]) if record["change"] else None,
        per=record["per"],
        within=record["within"],
        context=(sentence,),
        annual=record["annual"],
        of_plan=percent and record.get("plan_percent") is not None,
    )
