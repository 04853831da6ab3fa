from __future__ import annotations

import csv
import io

import pytest

from tests.integration.api.samples import CORRECTED, reported

pytestmark = pytest.mark.django_db
URL = "/api/v1/observations"


def values(client, **asked):
    answer = client.get(URL, asked)
    assert answer.status_code == 200, answer.content
    return [(one["period"], one["low"]) for one in answer.json()["items"]]


def test_the_public_sees_what_is_published_and_nothing_else(public, sample):
    assert values(public) == [("2022-Q1", "2500"), ("2022-Q1", "2530.10"), ("2022-Q2", "2600")]


def test_an_officer_of_the_territory_sees_drafts_too(as_one, sample):
    assert ("2022-Q3", "2700") in values(as_one("officer"))


def test_an_officer_of_another_territory_sees_no_more_than_the_public(as_one, public, sample):
    assert values(as_one("other-officer")) == values(public)


def test_a_reporter_sees_the_drafts_of_the_own_agency_only(as_one, sample):
    assert ("2022-Q3", "2700") in values(as_one("reporter"))
    assert ("2022-Q3", "2700") not in values(as_one("other-reporter"))


def test_an_exact_number_keeps_its_last_digit_as_a_string(public, sample):
    assert values(public, period="2022-Q1")[-1] == ("2022-Q1", "2530.10")


@pytest.mark.parametrize(
    ("asked", "count"),
    [
        ({"indicator": "budget_revenue"}, 3),
        ({"indicator": "no_such_indicator"}, 0),
        ({"territory": "20", "period": "2022-Q2"}, 1),
        ({"from": "2022-04-01"}, 1),
        ({"to": "2022-03-31"}, 2),
        ({"agency": "STC"}, 2),
        ({"agency": "SCT"}, 0),
        ({"period": "2022-Q1", "to": "2022-01-31"}, 0),
    ],
)
def test_filters_keep_what_they_name(public, sample, asked, count):
    assert len(values(public, **asked)) == count


def test_the_document_filter_finds_a_published_document_and_no_draft(public, sample):
    assert values(public, document=sample.published) == [("2022-Q1", "2500")]
    assert values(public, document=sample.draft) == []


def test_pages_follow_each_other_and_end(public, sample):
    first = public.get(URL, {"limit": 2}).json()
    rest = public.get(URL, {"limit": 2, "cursor": first["next"]}).json()
    assert [len(first["items"]), len(rest["items"]), rest["next"]] == [2, 1, None]
    assert {one["id"] for one in first["items"]}.isdisjoint(one["id"] for one in rest["items"])


def test_the_pages_of_one_walk_show_one_moment(as_one, sample):
    officer = as_one("officer")
    first = officer.get(URL, {"limit": 1}).json()
    reported(CORRECTED, 9)
    assert officer.get(URL, {"limit": 9, "cursor": first["next"]}).json()["horizon"] == first["horizon"]


def test_as_of_shows_what_was_known_before_a_correction(as_one, sample):
    officer = as_one("officer")
    reported(CORRECTED, 30)
    assert ("2022-Q1", "2531") in values(officer)
    assert ("2022-Q1", "2530.10") in values(officer, asOf="2026-01-06T08:00:00Z")


def test_updated_after_gives_only_what_changed(as_one, sample):
    reported(CORRECTED, 30)
    assert values(as_one("officer"), updatedAfter="2026-01-06T08:00:00Z") == [("2022-Q1", "2531")]


def test_updated_after_takes_the_horizon_of_a_page(as_one, sample):
    officer = as_one("officer")
    horizon = officer.get(URL).json()["horizon"]
    assert values(officer, updatedAfter=horizon) == []
    reported(CORRECTED, 30)
    assert values(officer, updatedAfter=horizon) == [("2022-Q1", "2531")]


def test_an_unchanged_page_is_not_sent_again(public, sample):
    answer = public.get(URL)
    again = public.get(URL, headers={"If-None-Match": answer["ETag"]})
    assert (again.status_code, again.content, again["ETag"]) == (304, b"", answer["ETag"])


def test_a_changed_record_has_another_etag_and_a_past_day_keeps_its_own(public, as_one, sample):
    now, then = public.get(URL)["ETag"], public.get(URL, {"asOf": "2026-01-06"})["ETag"]
    reported(CORRECTED, 90)
    assert public.get(URL)["ETag"] != now
    assert public.get(URL, {"asOf": "2026-01-06"})["ETag"] == then
    assert as_one("officer").get(URL)["ETag"] != public.get(URL)["ETag"]


def test_a_table_has_one_line_an_item_and_the_link_to_the_next_page(public, sample):
    answer = public.get(URL, {"limit": 2}, headers={"Accept": "text/csv"})
    rows = list(csv.DictReader(io.StringIO(answer.content.decode())))
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    assert [row["low"] for row in rows] == ["2500", "2530.10"]
    assert 'rel="next"' in answer["Link"]
    assert public.get(URL, {"limit": 2, "format": "csv"}).content == answer.content


def test_private_answers_are_not_kept_by_caches_in_between(public, as_one, sample):
    assert public.get(URL)["Cache-Control"] == "public, no-cache"
    assert as_one("officer").get(URL)["Cache-Control"] == "private, no-cache"
