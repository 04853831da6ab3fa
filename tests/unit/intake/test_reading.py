from __future__ import annotations

import pickle

import pytest

from tests.unit.cli.samples import LINKED
from tiendo.facts.decisions import Ambiguous, Matched, Rejected, Unknown
from tiendo.facts.errors import EmptyDocument
from tiendo.intake import reading
from tiendo.intake.failures import Failure
from tiendo.intake.reading import Reading, Request, code_of, lost, read_facts


def failing_with(fault: Exception):
    def read(_):
        raise fault

    return read


def test_an_unreadable_document_is_a_failure_with_the_readers_own_sentences(monkeypatch):
    fault = EmptyDocument(vi="a.txt: không có chữ nào.", en="a.txt: there is no text.")
    monkeypatch.setattr(reading, "_read", failing_with(fault))
    assert read_facts(Request("a.txt")) == Failure("a.txt", "empty-document", vi=fault.vi, en=fault.en)


@pytest.mark.parametrize("fault", [KeyError("tháng"), RecursionError("deep"), ZeroDivisionError()])
def test_a_fault_of_ours_costs_one_file_and_is_named(monkeypatch, fault):
    monkeypatch.setattr(reading, "_read", failing_with(fault))
    outcome = read_facts(Request("a.txt"))
    assert isinstance(outcome, Failure)
    for language in ("vi", "en"):
        assert "a.txt" in outcome.sentence(language)
        assert type(fault).__name__ in outcome.sentence(language)


def test_a_file_that_needs_more_memory_than_there_is_has_its_own_sentence(monkeypatch):
    monkeypatch.setattr(reading, "_read", failing_with(MemoryError()))
    outcome = read_facts(Request("a.txt"))
    assert isinstance(outcome, Failure)
    assert outcome.code == "out-of-memory"


def test_debugging_lets_a_fault_through(monkeypatch):
    monkeypatch.setenv("TIENDO_DEBUG", "1")
    monkeypatch.setattr(reading, "_read", failing_with(KeyError("tháng")))
    with pytest.raises(KeyError):
        read_facts(Request("a.txt"))


def test_a_file_whose_process_was_ended_is_named():
    assert "a.txt" in lost(Request("a.txt")).sentence("vi")


@pytest.mark.parametrize(
    ("decision", "code"),
    [
        (Matched("x", ("name",)), "x"),
        (Ambiguous(("x", "y"), ("name",)), None),
        (Unknown(("name",)), None),
        (Rejected("x", ("scope",)), None),
        (None, None),
    ],
)
def test_only_a_settled_look_up_gives_a_code(decision, code):
    assert code_of(decision) == code


def test_what_goes_between_processes_survives_the_way():
    for value in (
        Request("a.txt"),
        Reading("a.txt", "A", LINKED),
        Failure("a.txt", "empty-document", vi="không", en="no"),
    ):
        assert pickle.loads(pickle.dumps(value)) == value
