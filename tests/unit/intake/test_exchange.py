from __future__ import annotations

import gc
import json
from dataclasses import replace
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.corpus import SAMPLES
from tests.unit.cli.samples import CITATION, LINKED, OBSERVATION, TARGET, TASK
from tests.unit.intake.generated import DECISIONS, RECORDS, RELATIONS
from tiendo.catalogue import load_catalogue
from tiendo.documents.model import Document
from tiendo.facts.decisions import Matched
from tiendo.intake import exchange
from tiendo.intake.addressing import Addressed
from tiendo.intake.exchange import (
    ExchangeRefused,
    decision_from_json,
    decision_to_json,
    decode,
    document_from_outline,
    encode,
    outline_to_json,
    record_from_json,
    record_to_json,
    relations_from_json,
    relations_to_json,
)
from tiendo.intake.failures import failure
from tiendo.intake.reading import Linked, Reading, Request
from tiendo.intake.whole_reading import WholeReading, read_whole

FILES = sorted(path for path in SAMPLES.iterdir() if path.is_file())


@cache
def read(path: Path) -> WholeReading:
    outcome = read_whole(Request(str(path)), load_catalogue())
    assert isinstance(outcome, WholeReading), outcome
    return outcome


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


@given(RECORDS, DECISIONS, RELATIONS)
def test_a_whole_reading_comes_back_as_it_went(record, decision, relation):
    reading = Reading("a.txt", "A", (Linked(record, decision, (decision,)),), relations=(relation,))
    whole = WholeReading(Document("a.txt", "txt", "chữ", ()), reading, "grammar 1", (Addressed(0, 2, "role"),))
    assert decode(encode(whole)) == whole


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_sample_document_comes_back_as_it_went(path):
    whole = read(path)
    assert decode(encode(whole)) == whole
    assert encode(decode(encode(whole))) == encode(whole)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_record_in_plain_json_is_what_json_reads_back(path):
    for fact in read(path).reading.facts:
        plain = record_to_json(fact.record)
        assert repr(through_json(plain)) == repr(plain)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_document_is_its_outline_and_its_text(path):
    document = read(path).document
    outline = through_json(outline_to_json(document))
    assert outline.keys() == {"blocks", "tables", "metadata", "notes"}
    again = document_from_outline(outline, source=document.source, format=document.format, text=document.text)
    assert again == document


def test_a_failure_comes_back_as_it_went():
    lost = failure("reader-fault", "tệp \udce1.txt", fault="KeyError: 'tháng'")
    assert decode(encode(lost)) == lost


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
    with pytest.raises(ExchangeRefused, match=fault) as refused:
        record_from_json(plain)
    assert refused.value.vi.startswith("Không hiểu được")


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b"null", b'{"kind":"reading"}', b"\xff", b"[" * 100_000])
def test_what_is_no_exchange_form_is_refused(data):
    with pytest.raises(ExchangeRefused, match="not understood"):
        decode(data)


def test_more_than_the_limit_is_refused_unread(monkeypatch):
    monkeypatch.setattr(exchange, "LARGEST_EXCHANGE", 10)
    with pytest.raises(ExchangeRefused, match="more than the limit of 10 bytes"):
        decode(b" " * 11)


def test_the_search_for_cycles_is_on_again_afterwards():
    with pytest.raises(ExchangeRefused):
        decode(b"{")
    decode(encode(WholeReading(Document("a", "txt", "a", ()), Reading("a", "A", LINKED), "1")))
    assert gc.isenabled()


def test_a_decision_cannot_pass_for_a_record():
    with pytest.raises(ExchangeRefused):
        record_from_json(decision_to_json(Matched("x", ())))
