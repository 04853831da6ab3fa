"""The quick way to a page of results, with its stretches and windows, beside a slow one that looks at every row."""

from __future__ import annotations

import random
from datetime import date

import pytest

from tests.integration.api.samples import reported
from tests.unit.ledger.samples import moment
from tiendo.ledger.actors import OPERATOR, PUBLIC, actor_of
from tiendo.ledger.chain import head
from tiendo.ledger.commands.publish import publish, unpublish
from tiendo.ledger.models import Account, Document, Observation, Publication, Submission
from tiendo.ledger.permissions import Permission, Scope, may
from tiendo.ledger.selectors import pages, spans
from tiendo.ledger.selectors.measured import MeasuredFilter, observations
from tiendo.ledger.selectors.pages import Asked
from tiendo.ledger.selectors.viewing import Viewer, known_until

pytestmark = pytest.mark.django_db
SUBMISSIONS = 12


@pytest.fixture
def many(sample, people, monkeypatch):
    """Many small submissions, every other one published, some corrected; windows and stretches as small as they go."""
    monkeypatch.setattr(pages, "_WINDOWS", (2, 3))
    monkeypatch.setattr(spans, "MOST_SPANS", 3)
    chosen = random.Random(4)
    for number in range(SUBMISSIONS):
        rows = {
            (
                chosen.choice(["budget_revenue", "aquatic_output"]),
                chosen.choice(["20", "VN"]),
                chosen.randrange(2015, 2025),
            )
            for _ in range(5)
        }
        lines = [f"{code},{place},{year},{chosen.randrange(1, 999)}" for code, place, year in sorted(rows)]
        root = reported("indicator,territory,period,value\n" + "\n".join(lines) + "\n", 10 + number)
        if number % 2:
            publish(subject=root, by=OPERATOR, at=moment(40 + number), why="x")
        if number % 4 == 1:
            unpublish(subject=root, by=OPERATOR, at=moment(60 + number), why="x")


def slow(wanted, actor, horizon):
    """Every row looked at, one by one: of each thing the last that is said where this reader may see it."""
    published = set(Publication.objects.standing(horizon).values_list("subject", flat=True))
    last = {}
    for row in Observation.objects.known(horizon).order_by("id"):
        source = (Document if row.document else Submission).objects.get(id=row.document or row.submission)
        scope = Scope(getattr(source, "agency", None), source.territory)
        if source.root in published or may(actor, Permission.READ_DRAFTS, scope):
            last[row.root] = row
    return sorted(row.id for row in last.values() if not row.withdrawn and meets(row, wanted))


def meets(row, wanted):
    return (
        wanted.indicator in (None, row.indicator)
        and wanted.territory in (None, row.territory)
        and wanted.agency in (None, row.agency)
        and (wanted.first_day is None or row.last_day >= wanted.first_day)
    )


def quick(wanted, actor, horizon, limit):
    """Page after page."""
    found, asked = [], Asked(limit)
    while True:
        page = observations(wanted, Viewer(actor), known_until(horizon), asked)
        assert len(page.items) <= limit
        found += [one.entry for one in page.items]
        if page.next is None:
            return found
        asked = Asked(limit, page.next)


@pytest.mark.parametrize("who", ["public", "reporter", "other-reporter", "officer", "other-officer", "administrator"])
def test_both_ways_find_the_same(many, who):
    actor = PUBLIC if who == "public" else actor_of(Account.objects.get(username=who), head().entry)
    filters = [
        MeasuredFilter(),
        MeasuredFilter(indicator="budget_revenue"),
        MeasuredFilter(territory="20"),
        MeasuredFilter(indicator="aquatic_output", territory="VN"),
        MeasuredFilter(agency="STC", first_day=date(2020, 1, 1)),
        MeasuredFilter(first_day=date(2020, 1, 1)),
    ]
    end = head().entry
    for wanted in filters:
        for horizon in (end, end - 9, end // 2, 0):
            for limit in (1, 3, 50):
                assert quick(wanted, actor, horizon, limit) == slow(wanted, actor, horizon), (wanted, horizon, limit)
