"""Results and targets in portions: the same rows as the lists page by page, which are their slow twin."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from tests.integration.api.samples import CORRECTED, DRAFT, REPORTED, make_sample, reported
from tests.unit.ledger.samples import document, moment, read, recorded, result, target
from tiendo.facts.quantity import Change
from tiendo.ledger.actors import OPERATOR
from tiendo.ledger.commands.publish import publish
from tiendo.ledger.commands.withdraw_document import withdraw_document
from tiendo.ledger.selectors import measured, streamed
from tiendo.ledger.selectors.pages import Asked
from tiendo.ledger.selectors.streamed import StreamFilter, streamed_rows
from tiendo.ledger.selectors.streamed_columns import OBSERVATION_COLUMNS, TARGET_COLUMNS
from tiendo.ledger.selectors.viewing import Viewer, known_at, known_until

pytestmark = pytest.mark.django_db

PUBLIC, STAFF = Viewer(), Viewer(OPERATOR)
COLUMNS = {"observation": OBSERVATION_COLUMNS, "target": TARGET_COLUMNS}
FIND = {"observation": measured.observations, "target": measured.targets}
NUMBERS = ("low", "high", "of", "plan_percent", "yoy_percent", "yoy_change")
DAYS = ("first_day", "last_day", "in_force_from")


def shown(kind, wanted, viewer, known):
    columns = [name for name in COLUMNS[kind] if name != "value"]
    return [dict(zip(columns, row, strict=True)) for row in streamed_rows(kind, columns, wanted, viewer, known)]


def twin(kind, wanted, viewer, known):
    """The same, from the selector of the API, in the form of the stream."""
    found = FIND[kind](wanted, viewer, known, Asked(500)).items
    return [{name: plain(name, getattr(one, name)) for name in COLUMNS[kind] if name != "value"} for one in found]


def plain(name, value):
    if value is None:
        return None
    if name in NUMBERS:
        return f"{value:f}"
    return value.isoformat() if name in DAYS else value


FILTERS = [
    (StreamFilter(), measured.MeasuredFilter()),
    (StreamFilter(indicators=("budget_revenue",)), measured.MeasuredFilter(indicator="budget_revenue")),
    (StreamFilter(indicators=("forest_cover",)), measured.MeasuredFilter(indicator="forest_cover")),
    (StreamFilter(territories=("20",)), measured.MeasuredFilter(territory="20")),
    (StreamFilter(territories=("04",)), measured.MeasuredFilter(territory="04")),
    (StreamFilter(periods=("2022-Q2",)), measured.MeasuredFilter(period="2022-Q2")),
    (
        StreamFilter(first_day=date(2022, 4, 1), last_day=date(2022, 12, 31)),
        measured.MeasuredFilter(first_day=date(2022, 4, 1), last_day=date(2022, 12, 31)),
    ),
]


@pytest.mark.parametrize("at_once", [1, 2, 5_000])
@pytest.mark.parametrize("viewer", [PUBLIC, STAFF])
@pytest.mark.parametrize("kind", ["observation", "target"])
def test_the_rows_are_those_of_the_lists(kind, viewer, at_once, monkeypatch):
    monkeypatch.setattr(streamed, "ROWS_AT_ONCE", at_once)
    make_sample()
    publish(subject=reported(CORRECTED, 8), by=OPERATOR, at=moment(9), why="test")
    for wanted, same in FILTERS:
        assert shown(kind, wanted, viewer, known_at()) == twin(kind, same, viewer, known_at()), wanted
    assert shown(kind, StreamFilter(), STAFF, known_at())


def test_several_codes_ask_for_any_of_them():
    make_sample()
    both = StreamFilter(indicators=("budget_revenue", "forest_cover"), periods=("2022-Q1", "2022-Q2"))
    assert {row["period"] for row in shown("observation", both, STAFF, known_at())} == {"2022-Q1", "2022-Q2"}


def test_a_document_is_asked_for_by_its_root():
    sample = make_sample()
    rows = shown("target", StreamFilter(document=sample.published), PUBLIC, known_at())
    assert {row["document"] for row in rows} == {sample.published}
    assert shown("target", StreamFilter(document=sample.draft), PUBLIC, known_at()) == []


def test_drafts_are_for_those_who_may_see_them():
    make_sample()
    public, staff = (shown("observation", StreamFilter(), viewer, known_at()) for viewer in (PUBLIC, STAFF))
    assert "2022-Q3" not in {row["period"] for row in public}
    assert "2022-Q3" in {row["period"] for row in staff}
    assert DRAFT.split(",")[-1].strip() not in {row["low"] for row in public}


def test_the_past_is_what_it_was():
    publish(subject=reported(REPORTED, 1), by=OPERATOR, at=moment(2), why="test")
    before = known_at()
    rows = shown("observation", StreamFilter(), PUBLIC, before)
    publish(subject=reported(CORRECTED, 3), by=OPERATOR, at=moment(4), why="test")
    assert shown("observation", StreamFilter(), PUBLIC, known_until(before.horizon)) == rows
    assert {row["low"] for row in shown("observation", StreamFilter(), PUBLIC, known_at())} == {"2531", "2600"}


def test_a_correction_that_is_a_draft_changes_nothing_for_the_public():
    publish(subject=reported(REPORTED, 1), by=OPERATOR, at=moment(2), why="test")
    before = shown("observation", StreamFilter(), PUBLIC, known_at())
    reported(CORRECTED, 3)
    assert shown("observation", StreamFilter(), PUBLIC, known_at()) == before
    publish(subject=reported(CORRECTED.replace("2531", "2532"), 4), by=OPERATOR, at=moment(5), why="test")
    after = {row["low"] for row in shown("observation", StreamFilter(), PUBLIC, known_at())}
    assert after == {"2532", "2600"}, "what came behind the draft is open, and the first value no longer holds"
    assert {row["low"] for row in shown("observation", StreamFilter(), STAFF, known_at())} == after


def test_what_changed_since_includes_what_was_withdrawn():
    done = recorded(document(read(target("100"))))
    publish(subject=done.root, by=OPERATOR, at=moment(1), why="test")
    before = known_at()
    assert shown("target", StreamFilter(changed_after=before.horizon), STAFF, known_at()) == []
    withdraw_document(document=done.root, by=OPERATOR, at=moment(2), why="test")
    (row,) = shown("target", StreamFilter(changed_after=before.horizon), STAFF, known_at())
    assert row["withdrawn"] is True
    assert shown("target", StreamFilter(), STAFF, known_at()) == []


def test_a_value_is_the_one_number_with_its_sign():
    one, fall, wide = (result(value, start=place) for place, value in ((0, "28.10"), (20, "5"), (40, "7")))
    fall = replace(fall, quantity=replace(fall.quantity, change=Change.DECREASE))
    wide = replace(wide, quantity=replace(wide.quantity, low=Decimal(6), high=Decimal(7)))
    zero = replace(result("0", start=60), quantity=replace(fall.quantity, low=Decimal("0.0"), high=Decimal("0.0")))
    recorded(document(*(read(fact) for fact in (one, fall, wide, zero))))
    rows = streamed_rows("observation", ("value", "low", "high"), StreamFilter(), STAFF, known_at())
    assert list(rows) == [("28.10", "28.10", "28.10"), ("-5", "5", "5"), (None, "6", "7"), ("0.0", "0.0", "0.0")]


def test_numbers_have_no_exponents():
    many = replace(result("1"), quantity=replace(result("1").quantity, low=Decimal("1E+3"), high=Decimal("1E+3")))
    recorded(document(read(many)))
    assert list(streamed_rows("observation", ("value", "low"), StreamFilter(), STAFF, known_at())) == [("1000", "1000")]


def test_a_column_that_there_is_not_is_refused():
    with pytest.raises(KeyError, match="amends"):
        list(streamed_rows("observation", ("id", "amends"), StreamFilter(), STAFF, known_at()))
