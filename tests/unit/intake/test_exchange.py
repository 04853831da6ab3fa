from __future__ import annotations

import gc
import json
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given

from benchmarks.corpus import SAMPLES
from tests.unit.cli.samples import LINKED
from tests.unit.facts.generated import DECISIONS, RECORDS, RELATIONS
from tiendo.catalogue import load_catalogue
from tiendo.documents.model import Document
from tiendo.facts.exchange import record_to_json
from tiendo.intake import exchange
from tiendo.intake.addressing import Addressed
from tiendo.intake.exchange import ExchangeRefused, decode, document_from_outline, encode, outline_to_json
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
