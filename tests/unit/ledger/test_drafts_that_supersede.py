"""A correction that is a draft takes nothing away from those who may not see it, whichever way they look."""

from __future__ import annotations

from datetime import date

import pytest

from tests.integration.api.samples import reported
from tests.unit.ledger.samples import MORNING, moment
from tiendo.facts.period import Period
from tiendo.ledger.actors import OPERATOR
from tiendo.ledger.commands.publish import publish
from tiendo.ledger.selectors.board import board_at
from tiendo.ledger.selectors.coverage import coverage
from tiendo.ledger.selectors.judged import judged
from tiendo.ledger.selectors.measured import MeasuredFilter, history, observations, observations_of
from tiendo.ledger.selectors.pages import Asked
from tiendo.ledger.selectors.public_moment import public_moment
from tiendo.ledger.selectors.reports import latest_day_reported, reports_of
from tiendo.ledger.selectors.series import series
from tiendo.ledger.selectors.territorial import territorial_indicators, territorial_periods
from tiendo.ledger.selectors.viewing import Viewer, known_at
from tiendo.ledger.selectors.visible import visible_to
from tiendo.ledger.set_up import set_up

pytestmark = pytest.mark.django_db

CODE, YEAR, END = "budget_revenue", Period.of_year(2021), date(2021, 12, 31)
PUBLIC = Viewer()
STAFF = Viewer(OPERATOR)


@pytest.fixture(autouse=True)
def record():
    set_up(MORNING)


def sent(value: str, hours: int, *, public: bool, territory: str = "20") -> int:
    rows = f"indicator,territory,period,value\n{CODE},{territory},2021,{value}\n"
    submission = reported(rows, hours)
    if public:
        publish(subject=submission, by=OPERATOR, at=moment(hours), why="đã duyệt")
    return submission


def board_values(viewer, known):
    board = board_at(YEAR, territory="20", horizon=known.horizon, sources=visible_to(viewer, known).roots)
    return [row.result.record.quantity.low for row in (*board.rows, *board.unplanned) if row.result]


def judged_value(viewer, known):
    row = judged(CODE, "20", YEAR, viewer, known)
    return row and row.result and row.result.record.quantity.low


WAYS = {
    "a scoreboard": board_values,
    "one indicator judged": judged_value,
    "a page of the API": lambda viewer, known: [
        one.low for one in observations(MeasuredFilter(), viewer, known, Asked(limit=10)).items
    ],
    "what holds of a series": lambda viewer, known: [
        one.low for one in history(CODE, "20", viewer, known, standing=True)
    ],
    "results by territory": lambda viewer, known: [
        one.low for one in observations_of(CODE, ["20"], [YEAR], viewer, known)
    ],
    "the page of the indicator": lambda viewer, known: [
        one.last.value.low for one in series(CODE, "20", viewer, known, on=END).standing
    ],
    "the list of indicators": lambda viewer, known: coverage("20", viewer, known, on=END).get(CODE),
    "the last day with results": lambda viewer, known: latest_day_reported([CODE], viewer, known),
    "the timeliness of reports": lambda viewer, known: len(reports_of([CODE], [END], viewer, known)),
}


@pytest.mark.parametrize("way", WAYS)
def test_a_draft_correction_changes_nothing_for_the_public(way):
    look = WAYS[way]
    sent("100", 1, public=True)
    before = look(PUBLIC, known_at())
    assert before
    sent("101", 2, public=False)
    assert look(PUBLIC, known_at()) == before
    assert look(STAFF, known_at()), "whoever may see the draft sees it in the place of the first"


@pytest.mark.parametrize("way", ["a scoreboard", "one indicator judged", "a page of the API", "results by territory"])
def test_what_came_behind_a_draft_and_is_open_holds_alone(way):
    look = WAYS[way]
    sent("100", 1, public=True)
    sent("101", 2, public=False)
    sent("102", 3, public=False)
    sent("103", 4, public=True)
    for viewer in (PUBLIC, STAFF):
        seen = look(viewer, known_at())
        assert [int(one) for one in (seen if isinstance(seen, list) else [seen])] == [103]


def test_a_draft_that_is_published_takes_the_place():
    sent("100", 1, public=True)
    draft = sent("101", 2, public=False)
    publish(subject=draft, by=OPERATOR, at=moment(3), why="đã duyệt")
    assert [int(one) for one in WAYS["a page of the API"](PUBLIC, known_at())] == [101]


def test_the_map_keeps_a_unit_of_which_there_is_a_draft():
    district = "180"
    sent("10", 1, public=True, territory=district)
    sent("11", 2, public=False, territory=district)
    assert CODE in territorial_indicators("20", PUBLIC, known_at())
    assert territorial_periods(CODE, "20", PUBLIC, known_at()) == (YEAR,)


def test_a_draft_correction_is_no_change_that_the_public_sees():
    sent("100", 1, public=True)
    before = public_moment(known_at())
    sent("101", 2, public=False)
    assert public_moment(known_at()) == before
