from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.db import DatabaseError, connection, models, transaction

from tests.unit.ledger.samples import document, moment, read, recorded, target
from tiendo.facts.errors import SupersededMeanwhile
from tiendo.ledger.canonical import digest_of
from tiendo.ledger.chain import head, recording
from tiendo.ledger.models import ENTRY_MODELS, Act, Fact, Publication, as_record
from tiendo.ledger.models.entry import content_columns
from tiendo.ledger.models.fields import CanonicalJsonField
from tiendo.ledger.proof import prove
from tiendo.ledger.stream import stream_chain

pytestmark = pytest.mark.django_db


def test_entries_are_numbered_through_all_kinds_and_acts_follow_on():
    recorded(document(read(target("100"))))
    recorded(document(read(target("200")), identity="number:2/nq-hdnd|2021|20"), hours=1)
    acts = list(Act.objects.all())
    assert [act.number for act in acts] == list(range(1, len(acts) + 1))
    assert [act.first_entry for act in acts[1:]] == [act.last_entry + 1 for act in acts[:-1]]
    numbers = sorted(number for model in ENTRY_MODELS for number in model.objects.values_list("id", flat=True))
    assert numbers == list(range(1, acts[-1].last_entry + 1))


def test_the_record_proves():
    recorded(document(read(target("100.50"))))
    proof = prove(stream_chain())
    assert (proof.acts, proof.entries, proof.digest) == (head().act, head().entry, head().digest)


def test_what_is_read_back_is_what_the_digest_was_made_of():
    recorded(document(read(target("28.10"))))
    entries = [entry for model in ENTRY_MODELS for entry in model.objects.all()]
    assert [digest_of(as_record(entry)) for entry in entries] == [bytes(entry.digest) for entry in entries]
    assert "28.10" in {as_record(entry).get("low") for entry in entries}


def test_an_act_that_changes_nothing_leaves_no_trace():
    before = head()
    with recording("nothing", by="operator", at=moment(0), why=""):
        pass
    assert head() == before


def break_off():
    with recording("half", by="operator", at=moment(0), why="") as recorder:
        recorder.add(Publication, subject=1)
        recorder.flush()
        raise RuntimeError


def test_an_error_leaves_nothing_behind():
    before = head()
    with pytest.raises(RuntimeError):
        break_off()
    assert head() == before
    assert not Publication.objects.exists()


def test_a_rehearsal_gives_the_answer_and_takes_it_back():
    before = head()
    with recording("try", by="operator", at=moment(0), why="", rehearsal=True) as recorder:
        number = recorder.add(Publication, subject=1)
    assert number == before.entry + 1
    assert head() == before


def test_a_clock_that_goes_back_does_not_reorder_the_record():
    with recording("first", by="operator", at=moment(5), why="") as recorder:
        recorder.add(Publication, subject=1)
    with recording("second", by="operator", at=moment(3), why="") as recorder:
        recorder.add(Publication, subject=2)
    first, second = Act.objects.order_by("-number")[:2][::-1]
    assert second.at == first.at == moment(5)
    prove(stream_chain())


def test_an_entry_is_superseded_only_once():
    with recording("first", by="operator", at=moment(0), why="") as recorder:
        number = recorder.add(Publication, subject=1)
    entry = Publication.objects.get(id=number)
    with recording("second", by="operator", at=moment(1), why="") as recorder:
        recorder.supersede(entry, subject=2)
    with pytest.raises(SupersededMeanwhile), recording("third", by="operator", at=moment(2), why="") as recorder:
        recorder.supersede(entry, subject=3)


def test_a_past_horizon_shows_what_stood_then():
    with recording("first", by="operator", at=moment(0), why="") as recorder:
        number = recorder.add(Publication, subject=1)
    early = head().entry
    with recording("second", by="operator", at=moment(1), why="") as recorder:
        recorder.supersede(Publication.objects.get(id=number), subject=2)
    late = head().entry
    with recording("third", by="operator", at=moment(2), why="") as recorder:
        recorder.withdraw(Publication.objects.get(id=late))
    shown = [[one.subject for one in Publication.objects.standing(at)] for at in (early, late, head().entry)]
    assert shown == [[1], [2], []]


def filler(field: models.Field[Any, Any]) -> Any:
    """Some value that fits a column."""
    for kind, value in (
        (CanonicalJsonField, {}),
        (models.DateField, date(2026, 1, 1)),
        (models.FloatField, 1.0),
        (models.BooleanField, True),
        (models.IntegerField, 1),
    ):
        if isinstance(field, kind):
            return value
    return "1"


@pytest.mark.parametrize("model", [Act, *ENTRY_MODELS], ids=lambda model: model.__name__)
@pytest.mark.parametrize("change", ["UPDATE {table} SET {key} = {key}", "DELETE FROM {table}"])
def test_the_database_itself_refuses_to_change_or_delete(model, change):
    with recording("fill", by="operator", at=moment(0), why="") as recorder:
        kind = Publication if model is Act else model
        recorder.add(kind, **{field.attname: filler(field) for field in content_columns(kind)})
    statement = change.format(table=model._meta.db_table, key=model._meta.pk.column)
    with pytest.raises(DatabaseError, match="keeps everything"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


def test_a_fact_in_the_record_is_the_fact_that_was_read():
    from tiendo.facts.exchange import record_from_json

    recorded(document(read(target("28.10"))))
    assert record_from_json(Fact.objects.get().record) == target("28.10")
