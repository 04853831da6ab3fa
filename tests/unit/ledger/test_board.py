from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.unit.ledger.samples import citation, document, moment, read, recorded, result, target
from tiendo.assessment.board import build_board
from tiendo.assessment.entries import BoardEntry
from tiendo.catalogue import load_catalogue
from tiendo.facts.decisions import Matched
from tiendo.facts.exchange import record_from_json
from tiendo.facts.period import Period
from tiendo.ledger.chain import head
from tiendo.ledger.identity import number_key
from tiendo.ledger.models import Document, Fact
from tiendo.ledger.selectors.board import board_at, usual_territory
from tiendo.ledger.selectors.horizon import horizon_at
from tiendo.ledger.standing import FOREVER

pytestmark = pytest.mark.django_db

QUARTER = Period.parse("2022-Q1")


def board(period=QUARTER, **more):
    return board_at(period, territory="20", horizon=more.pop("horizon", None) or head().entry, **more)


def values(shown):
    return [
        (str(row.target.record.quantity.low), row.result and str(row.result.record.quantity.low)) for row in shown.rows
    ]


def report(*facts, hours=1, number="5/BC-UBND", file="c" * 64):
    return recorded(
        document(*facts, identity=number_key(number, 2022) + "20", title=number, issued=date(2022, 4, 5), file=file),
        hours=hours,
    )


def test_the_board_shows_targets_and_results_of_the_record():
    recorded(document(read(target("100"))))
    report(read(result("30")))
    assert values(board()) == [("100", "30")]
    assert board().rows[0].result.title == "5/BC-UBND"


def test_the_board_of_a_past_day_is_the_board_of_that_day():
    first = recorded(document(read(target("100"))))
    then = board()
    then_at = head().entry
    recorded(document(read(target("110")), file="b" * 64), hours=30, before=first)
    report(read(result("30")), hours=31)
    assert board(horizon=then_at) == then
    assert board(horizon=horizon_at(date(2026, 1, 5))) == then
    assert values(board()) == [("110", "30")]


@pytest.mark.parametrize(
    ("asked", "known"),
    [
        (datetime(2026, 1, 5, 14, 59, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh")), False),
        (datetime(2026, 1, 5, 15, 0, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh")), True),
        (date(2026, 1, 4), False),
        (date(2026, 1, 5), True),  # the end of the day in Vietnam
    ],
)
def test_a_moment_is_a_horizon(asked, known):
    recorded(document(read(target("100"))))
    assert (horizon_at(asked) == head().entry) is known


def test_a_figure_that_waits_is_not_on_the_board_but_counted():
    recorded(document(read(target("100")), read(target("5", start=40), None, "indicator-unknown")))
    assert values(board()) == [("100", None)]
    assert board().unlinked == 1


def test_an_amended_target_holds_until_the_amendment_comes_into_force():
    recorded(document(read(target("100"))))
    recorded(
        document(
            read(target("90")),
            read(citation("1/NQ-HĐND", date(2021, 12, 10), start=40)),
            identity=number_key("9/NQ-HĐND", 2022) + "20",
            subject="về việc điều chỉnh mục tiêu năm 2022",
            issued=date(2022, 7, 20),
        ),
        hours=1,
    )
    assert values(board(Period.parse("2022-Q1"))) == [("100", None)]
    assert values(board(Period.parse("2022-H1"), on=date(2022, 7, 19))) == [("100", None)]
    assert values(board(Period.parse("2022"))) == [("90", None)]


def test_a_board_of_some_sources_shows_these_only():
    plan = recorded(document(read(target("100"))))
    report(read(result("30")))
    assert values(board(sources=frozenset({plan.root}))) == [("100", None)]


def test_a_board_of_an_agency_shows_what_that_agency_owns():
    recorded(document(read(target("100")), read(target("3", start=40, subject="x"), "forest_cover")))
    owner = load_catalogue()["budget_revenue"].owner
    shown = board(agency=owner)
    assert [row.indicator.id for row in shown.rows] == ["budget_revenue"]
    assert shown.totals.rows == 1


def test_the_usual_territory_is_the_province_with_the_most_targets():
    recorded(document(read(target("100"))))
    recorded(document(read(target("1"), place="VN"), identity="title:x"), hours=1)
    assert usual_territory(head().entry) == "20"


MEASURES = ("budget_revenue", "forest_cover", "poverty_rate", "grdp_growth", "domestic_revenue")
PERIODS = (
    *("2018", "2019", "2020", "2021", "2022", "../2025", "2021/2025", "2022-Q1", "2021-Q1", "2020-Q1", "2019-Q1"),
    *("2022-H1", "2022-01", "2022-02", "2021-12", "2021-06", "2020-12-31", "2021-12-31", "2022-03-31", "2016-12-31"),
)


@st.composite
def said(draw):
    """Targets and results of a few indicators in many periods."""
    facts = []
    for place in range(draw(st.integers(1, 14))):
        value = str(draw(st.integers(1, 200)))
        period = draw(st.sampled_from(PERIODS))
        indicator = draw(st.sampled_from(MEASURES))
        is_target = draw(st.booleans()) or period.startswith("..")
        start = place * 40
        record = target(value, period, start=start) if is_target else result(value, period, start=start)
        facts.append(read(record, indicator))
    return facts


def slow_board(period):
    """The board of everything that the record holds, without any choice of rows: the twin."""
    titles = {one.id: (str(one.root), one.title) for one in Document.objects.standing(FOREVER)}
    entries = [
        BoardEntry(*titles[one.document], record_from_json(one.record), Matched(one.indicator, ("same-name",)), "20")
        for one in Fact.objects.standing(FOREVER).order_by("id")
    ]
    return build_board(entries, period, load_catalogue())


def judged(shown):
    """What the board says of each row, whatever else it had to look at, and in whatever order it is shown."""
    return {
        row.indicator.id: (
            row.assessment.status,
            row.assessment.outcome,
            row.assessment.ratio,
            row.assessment.comparison,
            *(one and (str(one.record.quantity.low), str(one.record.period)) for one in (row.target, row.result)),
        )
        for row in shown.rows
    }


@given(facts=said(), period=st.sampled_from(["2022-Q1", "2022", "2021", "2022-H1", "2022-02"]))
# The same examples every time; look for others with `derandomize` removed and `--hypothesis-seed=N`.
@settings(max_examples=60, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_board_looks_at_few_rows_and_says_what_all_rows_would(facts, period, django_db_blocker):
    from django.db import transaction

    with transaction.atomic():
        recorded(document(*facts, identity=f"title:{Decimal(len(facts))}"))
        fast, slow = board(Period.parse(period)), slow_board(Period.parse(period))
        transaction.set_rollback(True)
    assert judged(fast) == judged(slow)


def test_recorded_at_is_apart_from_in_force():
    """An amendment of May that is recorded in July is in no board that is asked as of June."""
    recorded(document(read(target("100"))))
    early = head().entry
    recorded(
        document(
            read(target("90")),
            read(citation("1/NQ-HĐND", date(2021, 12, 10), start=40)),
            identity=number_key("9/NQ-HĐND", 2022) + "20",
            subject="điều chỉnh mục tiêu năm 2022",
            issued=date(2022, 2, 1),
        ),
        hours=9,
    )
    assert values(board()) == [("90", None)]
    assert values(board(horizon=early)) == [("100", None)]
    assert moment(9) > moment(0)
