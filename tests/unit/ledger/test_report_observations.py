from __future__ import annotations

import pytest

from tests.unit.ledger.samples import document, moment, read, recorded, result
from tiendo.facts.errors import LookupRefused, NotPermitted
from tiendo.facts.period import Period
from tiendo.ledger.actors import OPERATOR, PUBLIC
from tiendo.ledger.chain import head
from tiendo.ledger.commands.report_observations import (
    CORRECTED,
    RECORDED,
    UNCHANGED,
    Report,
    ReportedValue,
    report_observations,
    where,
)
from tiendo.ledger.models import Observation, Submission
from tiendo.ledger.proof import prove
from tiendo.ledger.standing import FOREVER
from tiendo.ledger.stream import stream_chain

pytestmark = pytest.mark.django_db


def value(low, period="2022-Q1", *, territory="20", cumulative=False, estimated=False, indicator="budget_revenue"):
    place = where(territory, Period.parse(period))
    return ReportedValue(indicator, place, cumulative, estimated, False, low, 0, low)


def report(*values, agency=None, by=OPERATOR, hours=1, rehearsal=False):
    return report_observations(
        report=Report(
            name="bang.csv",
            content=b"made up",
            agency=agency,
            rows=len(values),
            indicators={one.indicator for one in values},
            territories={one.where.territory for one in values},
            values=values,
        ),
        by=by,
        at=moment(hours),
        why="",
        rehearsal=rehearsal,
    )


def lows():
    return sorted(str(one.low) for one in Observation.objects.standing(FOREVER))


def test_a_row_supersedes_what_its_agency_said_of_the_same_slot_and_nothing_else():
    report(value("100"), value("50", cumulative=True), value("7", territory="183"))
    outcome = report(value("101"), value("50", cumulative=True), value("8", period="2022-Q2"), hours=2)
    assert list(outcome.outcomes) == [CORRECTED, UNCHANGED, RECORDED]
    assert lows() == ["101", "50", "7", "8"]
    (corrected,) = Observation.objects.exclude(supersedes=None)
    assert corrected.root == corrected.supersedes == Observation.objects.get(low="100").id
    prove(stream_chain())


def test_a_correction_of_a_correction_keeps_the_root():
    report(value("1"))
    report(value("2"), hours=2)
    report(value("1"), hours=3)
    assert [str(one.low) for one in Observation.objects.all()] == ["1", "2", "1"]
    assert len({one.root for one in Observation.objects.all()}) == 1
    assert lows() == ["1"]


def test_what_documents_say_is_not_touched():
    recorded(document(read(result("100"))))
    report(value("200"), hours=1)
    report(value("300"), hours=2)
    assert lows() == ["100", "300"]


def test_where_nothing_is_new_nothing_is_recorded():
    report(value("100"))
    before = head()
    assert report(value("100"), hours=2).submission is None
    assert (head(), Submission.objects.count()) == (before, 1)


def test_a_rehearsal_counts_and_leaves_nothing():
    before = head()
    outcome = report(value("100"), rehearsal=True)
    assert (outcome.count(RECORDED), outcome.submission) == (1, None)
    assert head() == before


def test_nobody_reports_without_permission_for_every_territory():
    with pytest.raises(NotPermitted):
        report(value("1"), by=PUBLIC)


def test_an_indicator_that_is_not_in_the_catalogue_leaves_nothing_behind():
    before = head()
    with pytest.raises(LookupRefused, match="'fish'"):
        report(value("1"), value("1", indicator="fish"))
    assert head() == before
