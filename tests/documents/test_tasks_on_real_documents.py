"""What holds for the tasks and citations of every real document, whatever it says."""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from typing import Any

import pytest

from benchmarks import accuracy
from benchmarks.accuracy import GOALS, ReadDocument

pytestmark = pytest.mark.skipif(not accuracy.IS_HERE, reason=accuracy.NOT_HERE)

# The longest name of a body in these documents has 20 syllables; a longer one has swallowed its verb.
MOST_SYLLABLES = 20
FINAL_MARKS = '.;:…”")!?'


@cache
def documents_of(group: str) -> list[ReadDocument]:
    return accuracy.read_group(group)


def records(group: str, kind: str) -> list[tuple[str, list[dict[str, Any]]]]:
    return [
        (one.name, sorted((row for row in one.predicted if row["kind"] == kind), key=lambda row: row["start"]))
        for one in documents_of(group)
    ]


@pytest.mark.parametrize("group", GOALS)
def test_tasks_and_citations_do_not_overlap_among_themselves(group: str) -> None:
    for kind in ("task", "citation"):
        for name, rows in records(group, kind):
            clashes = [(a["quote"], b["quote"]) for a, b in pairwise(rows) if a["end"] > b["start"]]
            assert clashes == [], name


@pytest.mark.parametrize("group", GOALS)
def test_a_task_is_quoted_with_its_final_mark(group: str) -> None:
    quotes = [row["quote"] for _, rows in records(group, "task") for row in rows]
    assert quotes
    assert [quote for quote in quotes if quote.rstrip("*_ ")[-1] not in FINAL_MARKS] == []


@pytest.mark.parametrize("group", GOALS)
def test_no_name_of_a_body_runs_into_the_sentence(group: str) -> None:
    bodies = [
        body for _, rows in records(group, "task") for row in rows for body in (*row["lead"], *row["coordinators"])
    ]
    assert bodies
    assert [body for body in bodies if len(body.split()) > MOST_SYLLABLES] == []
