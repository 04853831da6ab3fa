"""Whoever gets past the triggers and changes anything is found, and the first thing that does not fit is named."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.db import IntegrityError, connection, models, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.unit.ledger.samples import moment
from tiendo.facts.errors import BrokenRecord
from tiendo.ledger.canonical import canonical_text
from tiendo.ledger.chain import head, recording
from tiendo.ledger.models import ENTRY_MODELS, Act, Fact, Publication, as_record, kind_of
from tiendo.ledger.models.entry import content_columns
from tiendo.ledger.models.fields import CanonicalJsonField, ExactDecimalField
from tiendo.ledger.proof import prove
from tiendo.ledger.stream import stream_chain, stream_present

pytestmark = pytest.mark.django_db


class TakeBack(Exception):
    """Ends a change, so that nothing of it stays."""


def broken(*statements: tuple[str, list[Any]]) -> str:
    """What the proof says after these changes, which are taken back."""
    sentence = ""
    try:
        with transaction.atomic():
            with connection.cursor() as cursor:
                for statement, values in statements:
                    cursor.execute(statement, values)
            with pytest.raises(BrokenRecord) as caught:
                prove(stream_present())
            sentence = caught.value.en
            raise TakeBack
    except TakeBack:
        return sentence


def value_for(field: models.Field[Any, Any]) -> Any:
    for kind, value in (
        (CanonicalJsonField, {"a": [1, None, "đ"]}),
        (ExactDecimalField, Decimal("28.10")),
        (models.DateField, date(2026, 1, 31)),
        (models.FloatField, 0.5),
        (models.BooleanField, False),
        (models.IntegerField, 7),
    ):
        if isinstance(field, kind):
            return value
    return "một"


def others_for(field: models.Field[Any, Any]) -> list[Any]:
    """Values that say something else, as the database keeps them: near ones, and nothing."""
    others: list[Any] = [None] if field.null else []
    for kind, values in (
        (models.BinaryField, [b"", bytes(32), b"\x01" * 32]),
        (CanonicalJsonField, ['{"a":[1,null,"d"]}', '{"a":[1, null,"đ"]}', "{}", '{"a":[1,null,"đ"]},"b":{}', "{", ""]),
        (ExactDecimalField, ["28.1", "28.100", "28.10 ", "-28.10", "x"]),
        (models.DateTimeField, [datetime(2020, 1, 1, tzinfo=UTC), moment(0) + timedelta(microseconds=1)]),
        (models.DateField, [date(2026, 1, 30)]),
        (models.FloatField, [0.5000000001, 0.0]),
        (models.BooleanField, [True]),
        (models.IntegerField, [8, 0, -7, 2**31 - 1]),
    ):
        if isinstance(field, kind):
            return others + values
    return [*others, "môt", "một ", "", 'một","x":"']


def adapted(field: models.Field[Any, Any], value: Any) -> Any:
    if isinstance(field, models.DateTimeField) and value is not None:
        return connection.ops.adapt_datetimefield_value(value)
    return value


@pytest.mark.parametrize("model", ENTRY_MODELS, ids=kind_of)
def test_any_other_value_in_any_column_of_an_entry_is_found(unprotected, model):
    with recording("fill", by="operator", at=moment(0), why="") as recorder:
        first = recorder.add(model, **{field.attname: value_for(field) for field in content_columns(model)})
    entry = model.objects.get(id=first)
    with recording("change", by="operator", at=moment(1), why="") as recorder:
        number = recorder.supersede(entry)
        recorder.add(Publication, subject=1)
    for field in model._meta.concrete_fields:
        if field.attname == "id":
            continue
        for other in others_for(field):
            statement = (
                f"UPDATE {model._meta.db_table} SET {connection.ops.quote_name(field.attname)} = %s WHERE id = %s"
            )
            sentence = broken((statement, [other, number]))
            assert f"from {kind_of(model)} {number} on" in sentence, (field.attname, other)


def test_any_other_value_in_any_column_of_an_act_is_found(unprotected):
    for number in range(3):
        with recording("fill", by="operator", at=moment(number), why="một") as recorder:
            recorder.add(Publication, subject=1)
    act = Act.objects.order_by("-number")[1]
    for field in Act._meta.concrete_fields:
        for other in others_for(field):
            if other == getattr(act, field.attname):
                continue
            statement = f"UPDATE ledger_act SET {connection.ops.quote_name(field.attname)} = %s WHERE number = %s"
            sentence = broken((statement, [adapted(field, other), act.number]))
            assert f"from act {act.number} on" in sentence or "from act 1 on" in sentence, (field.attname, other)


@pytest.fixture
def three(unprotected):
    """Three publications of one act, and one more act."""
    with recording("three", by="operator", at=moment(0), why="") as recorder:
        numbers = [recorder.add(Publication, subject=subject) for subject in (1, 2, 3)]
    with recording("one more", by="operator", at=moment(1), why="") as recorder:
        recorder.add(Publication, subject=4)
    return numbers


TABLE = "ledger_publication"


def test_a_removed_entry_is_named(three):
    assert f"from entry {three[1]} on" in broken((f"DELETE FROM {TABLE} WHERE id = %s", [three[1]]))


def test_a_removed_last_entry_is_named(three):
    assert f"from entry {head().entry} on" in broken((f"DELETE FROM {TABLE} WHERE id = %s", [head().entry]))


@pytest.mark.parametrize("beyond", [True, False])
def test_an_added_entry_is_named(three, beyond):
    number = head().entry + 1 if beyond else 0
    copy = f"INSERT INTO {TABLE} SELECT %s, act, %s, supersedes, withdrawn, digest, subject FROM {TABLE} WHERE id = %s"
    columns = [field.attname for field in Publication._meta.concrete_fields]
    assert columns == ["id", "act", "root", "supersedes", "withdrawn", "digest", "subject"]
    statement = copy.replace(f"INTO {TABLE} ", f"INTO {TABLE} ({', '.join(columns)}) ")
    assert f" {number if beyond else 1} on" in broken((statement, [number, number, three[0]]))


def test_swapped_entries_are_named(three):
    swap = f"UPDATE {TABLE} SET id = %s WHERE id = %s"
    sentence = broken((swap, [-1, three[0]]), (swap, [three[0], three[1]]), (swap, [three[1], -1]))
    assert f"from publication {three[0]} on" in sentence


def test_a_removed_act_is_named(three):
    number = head().act
    assert f"from act {number - 1} on" in broken(("DELETE FROM ledger_act WHERE number = %s", [number - 1]))
    assert "no act made it" in broken(("DELETE FROM ledger_act WHERE number = %s", [number]))


def test_an_entry_that_was_sealed_anew_does_not_fit_its_act(three):
    entry = Publication.objects.get(id=three[1])
    from tiendo.ledger.canonical import digest_of

    sealed = digest_of({**as_record(entry), "subject": 9})
    sentence = broken((f"UPDATE {TABLE} SET subject = 9, digest = %s WHERE id = %s", [sealed, entry.id]))
    assert f"from act {entry.act} on" in sentence


def test_a_record_that_was_cut_off_is_found_by_a_digest_noted_elsewhere(three):
    noted = head()
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute(f"DELETE FROM {TABLE} WHERE id = %s", [noted.entry])
            cursor.execute("DELETE FROM ledger_act WHERE number = %s", [noted.act])
        prove(stream_chain())
        with pytest.raises(BrokenRecord, match="noted elsewhere"):
            prove(stream_chain(), noted=noted.digest)


def test_text_that_pretends_to_be_another_column_is_found(unprotected):
    """JSON stands in the text of an entry as it is: it must not be able to stand for the column after it."""
    with recording("fill", by="operator", at=moment(0), why="") as recorder:
        number = recorder.add(Fact, **{field.attname: value_for(field) for field in content_columns(Fact)})
    held = Fact.objects.get(id=number)
    pretended = f'{canonical_text(held.reasons)},"reader_version":"một"'
    statement = "UPDATE ledger_fact SET reasons = %s WHERE id = %s"
    assert f"from fact {number} on" in broken((statement, [pretended, number]))


@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_any_change_of_any_row_is_found(unprotected, data):
    """Any column of any kind of entry, with any text or number that the column takes."""
    if not Act.objects.exists():
        with recording("fill", by="operator", at=moment(0), why="") as recorder:
            for one in ENTRY_MODELS:
                recorder.add(one, **{field.attname: value_for(field) for field in content_columns(one)})
    model = data.draw(st.sampled_from(ENTRY_MODELS))
    number = model.objects.get().id
    field = data.draw(st.sampled_from([field for field in model._meta.concrete_fields if field.attname != "id"]))
    statement = f"UPDATE {model._meta.db_table} SET {connection.ops.quote_name(field.attname)} = %s WHERE id = %s"
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT {connection.ops.quote_name(field.attname)} FROM {model._meta.db_table} WHERE id = %s", [number]
        )
        held = cursor.fetchone()[0]
    held = bytes(held) if isinstance(held, memoryview) else held
    other = data.draw(_values(field).filter(lambda value: value != held))
    try:
        sentence = broken((statement, [other, number]))
    except IntegrityError:
        return  # the database itself took offence
    assert f"from {kind_of(model)} {number} on" in sentence


def _values(field: models.Field[Any, Any]) -> st.SearchStrategy[Any]:
    text = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=field.max_length or 20)
    for kind, values in (
        (models.BinaryField, st.binary(max_size=40)),
        (models.BooleanField, st.booleans()),
        (models.FloatField, st.floats(allow_nan=False, allow_infinity=False)),
        (models.IntegerField, st.integers(-(2**31), 2**31 - 1)),
        (models.DateField, st.dates(min_value=date(1000, 1, 1)).map(str)),
    ):
        if isinstance(field, kind):
            return values
    return text
