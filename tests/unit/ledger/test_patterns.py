from __future__ import annotations

import pytest

from tests.unit.ledger.samples import moment
from tiendo.facts.errors import SupersededMeanwhile
from tiendo.ledger.canonical import digest_of
from tiendo.ledger.chain import head, recording
from tiendo.ledger.models import Indicator, Observation, Submission, as_record
from tiendo.ledger.patterns import Pattern, bare
from tiendo.ledger.proof import prove
from tiendo.ledger.stream import stream_chain

CONSTANT = {
    "indicator": "budget_revenue",
    "unit": '100% "tỷ" \\ đồng',
    "unit_measure": "VND",
    "unit_mult": 9,
    "per": None,
    "estimated": True,
    "submission": 1,
}
VARYING = ("territory", "period", "low", "start", "end", "quote")


def test_an_entry_of_a_pattern_has_the_digest_that_its_record_has():
    pattern = Pattern(Observation, CONSTANT, VARYING)
    digest, row = pattern.entry((3, 70, 70, None), ("20", "2024", "1.50", 10, 14, "1,50"))
    said = dict(zip(pattern.columns, row, strict=True))
    said.pop("digest")
    said.pop("withdrawn")
    assert digest == digest_of({**said, "entry": "observation"})
    assert (said["unit"], said["start"], said["supersedes"]) == (CONSTANT["unit"], 10, None)


def test_an_entry_that_supersedes_says_what():
    pattern = Pattern(Observation, CONSTANT, VARYING)
    digest, row = pattern.entry((3, 70, 5, 9), ("20", "2024", "1.50", 10, 14, "1,50"))
    said = {
        name: value for name, value in zip(pattern.columns, row, strict=True) if name not in ("digest", "withdrawn")
    }
    assert (said["root"], said["supersedes"]) == (5, 9)
    assert digest == digest_of({**said, "entry": "observation"})


@pytest.mark.parametrize("text", ['a"b', "a\\b", "a\nb", "a\0b", "\ud800"])
def test_a_text_that_json_would_escape_is_not_bare(text):
    with pytest.raises(ValueError, match="cannot stand"):
        bare(text)


def test_vietnamese_text_is_bare():
    assert bare("Lạng Sơn") == "Lạng Sơn"


@pytest.mark.django_db
def test_patterned_and_other_entries_stand_in_one_chain_in_the_order_in_which_they_were_made():
    pattern = Pattern(Observation, CONSTANT, VARYING)
    other = Pattern(Submission, {"name": "bảng", "file": "a" * 64, "agency": None}, ("rows",))
    many = 600  # more than wait at once
    with recording("mixed", by="operator", at=moment(1), why="") as recorder:
        for number in range(many):
            first = recorder.add_like(pattern, ("20", "2024", str(number), 0, 1, "1"))
            if number % 100 == 0:
                recorder.add_like(other, (number,))
                recorder.add(Indicator, code=f"i{number}", definition={"id": '"'}, of_catalogue=False)
        recorder.flush()
        assert Observation.objects.count() == many
        recorder.add_like(pattern, ("20", "2024", "7", 0, 1, "7"), root=first, supersedes=first)
    assert Observation.objects.standing(head().entry).count() == many
    assert [as_record(one)["rows"] for one in Submission.objects.all()] == list(range(0, many, 100))
    prove(stream_chain())


def break_off_after(count):
    pattern = Pattern(Observation, CONSTANT, VARYING)
    with recording("half", by="operator", at=moment(1), why="") as recorder:
        for number in range(count):
            recorder.add_like(pattern, ("20", "2024", str(number), 0, 1, "1"))
        raise RuntimeError


@pytest.mark.django_db
@pytest.mark.parametrize("count", [1, 600])
def test_an_error_between_patterned_entries_leaves_nothing_behind(count):
    before = head()
    with pytest.raises(RuntimeError):
        break_off_after(count)
    assert head() == before
    assert not Observation.objects.exists()


@pytest.mark.django_db
def test_an_entry_that_is_superseded_twice_is_refused_in_one_sentence():
    pattern = Pattern(Observation, CONSTANT, VARYING)
    with recording("first", by="operator", at=moment(1), why="") as recorder:
        first = recorder.add_like(pattern, ("20", "2024", "1", 0, 1, "1"))
    before = head()
    with pytest.raises(SupersededMeanwhile):
        supersede_twice(first)
    assert head() == before


def supersede_twice(first):
    pattern = Pattern(Observation, CONSTANT, VARYING)
    with recording("twice", by="operator", at=moment(2), why="") as recorder:
        for low in ("2", "3"):
            recorder.add_like(pattern, ("20", "2024", low, 0, 1, low), root=first, supersedes=first)
