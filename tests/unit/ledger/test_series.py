"""All that was said of one indicator in one territory, for whoever may see it; and how it stands, as on the board."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from tests.integration.api.samples import CORRECTED, REPORTED, reported
from tests.unit.ledger.samples import MORNING, document, moment, read, recorded, result, target
from tiendo.facts.period import Period
from tiendo.ledger.actors import OPERATOR
from tiendo.ledger.commands.amend_target import amend_target
from tiendo.ledger.commands.publish import publish
from tiendo.ledger.models import Target
from tiendo.ledger.selectors.board import board_at
from tiendo.ledger.selectors.coverage import coverage
from tiendo.ledger.selectors.judged import judged
from tiendo.ledger.selectors.series import series, territories_of
from tiendo.ledger.selectors.viewing import Viewer, known_at
from tiendo.ledger.set_up import set_up

pytestmark = pytest.mark.django_db

PUBLIC, STAFF = Viewer(), Viewer(OPERATOR)
DAY = date(2026, 1, 10)


@pytest.fixture(autouse=True)
def catalogue_of_the_product(db):
    set_up(MORNING - timedelta(days=1))


def plan(*, hours=1, open_to_all=True):
    root = recorded(document(read(target("10000", start=0)), read(result("2500", "2021", start=15))), hours=hours).root
    if open_to_all:
        publish(subject=root, by=OPERATOR, at=moment(hours), why="test")
    return root


def told(viewer=PUBLIC, on=DAY):
    return series("budget_revenue", "20", viewer, known_at(), on=on)


def values(found):
    return [str(one.last.value.low) for one in found]


def test_targets_and_results_stand_by_period_each_with_its_past():
    plan()
    publish(subject=reported(REPORTED, 4), by=OPERATOR, at=moment(5), why="test")
    publish(subject=reported(CORRECTED, 6), by=OPERATOR, at=moment(7), why="test")
    found = told()
    assert values(found.figures) == ["2500", "2531", "2600", "10000"]
    assert [[str(was.value.low) for was in one.superseded] for one in found.figures] == [[], ["2530.10"], [], []]
    assert [one.is_target for one in found.figures] == [False, False, False, True]


def test_who_and_why_are_for_those_who_may_see_drafts():
    plan()
    assert {(one.last.by, one.last.why) for one in told().figures} == {("", "")}
    assert {one.last.by for one in told(STAFF).figures} == {OPERATOR.name}


def test_a_draft_changes_nothing_for_the_public():
    plan()
    publish(subject=reported(REPORTED, 4), by=OPERATOR, at=moment(5), why="test")
    reported(CORRECTED, 6)
    assert "2530.10" in values(told().figures)
    assert "2531" not in values(told().figures)
    assert "2531" in values(told(STAFF).figures)


def test_a_document_is_named_with_the_place_in_it():
    root = plan()
    origin = told().figures[-1].last.origin
    assert (origin.document, origin.title, origin.issued) == (root, "1/NQ-HĐND", date(2021, 12, 10))
    assert told().figures[-1].last.origin.submission is None


def test_an_amended_target_is_told_and_does_not_count():
    plan()
    later = document(
        read(target("9000", start=0)), identity="2/NQ-HĐND 2022 20", file="d" * 64, issued=date(2026, 1, 8)
    )
    recorded(later, hours=9)
    old, new = Target.objects.order_by("id").values_list("root", flat=True)
    amend_target(target=new, amends=old, by=OPERATOR, at=moment(10), why="test")
    assert values(told(STAFF).figures) == ["2500", "10000", "9000"]
    assert values(told(STAFF).standing) == ["2500", "9000"]
    assert values(told(STAFF, on=date(2026, 1, 7)).standing) == ["2500", "10000"], "not yet in force"


def test_territories_are_those_with_something_to_see():
    plan()
    submission = reported("indicator,territory,period,value\nbudget_revenue,04,2022-Q1,77\n", 4)
    assert territories_of("budget_revenue", PUBLIC, known_at()) == ("20",)
    assert territories_of("budget_revenue", STAFF, known_at()) == ("04", "20")
    publish(subject=submission, by=OPERATOR, at=moment(5), why="test")
    assert territories_of("budget_revenue", PUBLIC, known_at()) == ("04", "20")


def said(row):
    """What a row says; the board looks at no more figures than it needs, which is no part of it."""
    if row is None:
        return None
    whole = row.assessment
    return row.target, row.result, row.horizons, whole.status, whole.rule, whole.outcome, whole.comparison, whole.ratio


@pytest.mark.parametrize("period", ["2022-Q1", "2022-Q2", "2022-H1", "2022", "2021"])
def test_it_stands_as_on_the_board(period):
    plan()
    reported(REPORTED, 4)
    known = known_at()
    asked = Period.parse(period)
    board = board_at(asked, territory="20", horizon=known.horizon)
    rows = {row.indicator.id: row for row in (*board.rows, *board.unplanned)}
    assert said(judged("budget_revenue", "20", asked, STAFF, known)) == said(rows.get("budget_revenue"))
    assert judged("forest_cover", "20", asked, STAFF, known) is None


def test_what_there_is_at_a_glance():
    plan()
    reported("indicator,territory,period,value\nbudget_revenue,20,2020,2000\nbudget_revenue,20,2022-Q1,700\n", 4)
    public, staff = (coverage("20", viewer, known_at(), on=DAY)["budget_revenue"] for viewer in (PUBLIC, STAFF))
    assert (public.last_target, public.last_result, public.years) == (
        date(2022, 12, 31),
        date(2021, 12, 31),
        ((2021, 2500.0),),
    )
    assert staff.last_result == date(2022, 3, 31)
    assert staff.years == ((2020, 2000.0), (2021, 2500.0)), "a quarter is no year"
