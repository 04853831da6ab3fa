from __future__ import annotations

import json
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.cli.samples import CITATION, OBSERVATION, TARGET, TASK
from tests.unit.facts.generated import DECISIONS, RECORDS, RELATIONS
from tiendo.facts.decisions import Matched
from tiendo.facts.errors import InvalidFact
from tiendo.facts.exchange import (
    decision_from_json,
    decision_to_json,
    record_from_json,
    record_to_json,
    relations_from_json,
    relations_to_json,
)


def through_json(plain):
    return json.loads(json.dumps(plain))


@given(RECORDS)
def test_a_record_comes_back_as_it_went(record):
    assert record_from_json(through_json(record_to_json(record))) == record


@given(RECORDS)
def test_every_digit_of_a_record_comes_back(record):
    # Decimals compare equal whatever zeros they end in; their representations do not.
    assert repr(record_from_json(through_json(record_to_json(record)))) == repr(record)


@given(DECISIONS)
def test_a_decision_comes_back_as_it_went(decision):
    assert decision_from_json(through_json(decision_to_json(decision))) == decision


@given(st.lists(RELATIONS, max_size=2).map(tuple))
def test_relations_come_back_as_they_went(relations):
    assert relations_from_json(through_json(relations_to_json(relations))) == relations


def test_an_exact_number_is_a_string_with_all_its_zeros():
    record = replace(OBSERVATION, plan_percent=Decimal("28.10"))
    assert record_to_json(record)["plan_percent"] == "28.10"
    assert str(record_from_json(record_to_json(record)).plan_percent) == "28.10"


@pytest.mark.parametrize(
    ("record", "kind"), [(TARGET, "target"), (OBSERVATION, "observation"), (TASK, "task"), (CITATION, "citation")]
)
def test_a_record_says_its_kind(record, kind):
    assert next(iter(record_to_json(record).items())) == ("kind", kind)


def test_a_period_is_written_as_people_write_it():
    assert record_to_json(TASK)["deadline"] == "2022-06"


PLAIN = record_to_json(OBSERVATION)


@pytest.mark.parametrize(
    ("fault", "plain"),
    [
        ("kind is none of target, observation, task, citation", PLAIN | {"kind": "rumour"}),
        ("kind is none of", {name: value for name, value in PLAIN.items() if name != "kind"}),
        ("kind is none of", PLAIN | {"kind": "matched"}),
        ("Observation has no colour", PLAIN | {"colour": "red"}),
        ("missing .* 'subject'", {name: value for name, value in PLAIN.items() if name != "subject"}),
        ("Observation.start: a value of type int is needed", PLAIN | {"start": "120"}),
        ("Observation.start: a value of type int is needed", PLAIN | {"start": True}),
        ("Observation.annual: a value of type bool is needed", PLAIN | {"annual": 1}),
        ("Observation.plan_percent: a value of type str is needed", PLAIN | {"plan_percent": 28.1}),
        ("an exact number in a string is needed", PLAIN | {"plan_percent": "NaN"}),
        ("too large or too small", PLAIN | {"plan_percent": "1E+9999"}),
        ("Observation.provision: a list is needed", PLAIN | {"provision": "Điều 1"}),
        ("Observation.quantity: an object is needed", PLAIN | {"quantity": []}),
        ("Observation.period: .* is no valid period", PLAIN | {"period": "2022-Q7"}),
        ("do not fit the quote", PLAIN | {"end": 121}),
    ],
)
def test_what_is_no_record_is_refused_with_the_place_of_the_fault(fault, plain):
    with pytest.raises(InvalidFact, match=fault) as refused:
        record_from_json(plain)
    assert refused.value.vi.startswith("Không hiểu được")


def test_a_decision_cannot_pass_for_a_record():
    with pytest.raises(InvalidFact):
        record_from_json(decision_to_json(Matched("x", ())))
