"""The feed: what became public last, by the rules of Atom, without anything of a draft."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

from tests.integration.api.samples import CORRECTED, DRAFT, make_sample, reported
from tests.integration.web.guarded_record import HIDDEN_WORDS, add_hidden, make_open
from tests.integration.web.site_addresses import browser_of, public, told
from tests.unit.ledger.samples import moment
from tests.unit.publishing.test_feed import ATOM, faults_of
from tiendo.ledger.actors import OPERATOR
from tiendo.ledger.commands.publish import publish, unpublish
from tiendo.ledger.commands.withdraw_document import withdraw_document

pytestmark = pytest.mark.django_db

FEED = "/feed.atom"


@pytest.fixture
def sample(db):
    """A published document with a result and a finding, a published submission, and drafts of both."""
    return make_sample()


def entries(path: str = FEED) -> dict[str, dict[str, str]]:
    """The entries by the specific part of their names, in their order."""
    answer = told(public(), path)
    assert answer.status == 200
    assert not faults_of(answer.body)
    found = {}
    for entry in ElementTree.fromstring(answer.body).findall(f"{ATOM}entry"):
        values = {child.tag.removeprefix(ATOM): child.text or child.get("href") or "" for child in entry}
        found[values["id"].rpartition(":")[2]] = values
    return found


def test_documents_results_and_findings_stand_with_their_pages(sample):
    found = entries()
    assert {name.partition("/")[0] for name in found} == {"document", "result", "finding"}
    document = found[f"document/{sample.published}"]
    assert document["title"] == "Văn bản 1/NQ-HĐND: về mục tiêu năm 2022"
    assert document["link"] == f"http://testserver/documents/{sample.published}"
    assert document["updated"] == moment(3).strftime("%Y-%m-%dT%H:%M:%SZ"), "when it was published"
    assert document["published"] == moment(1).strftime("%Y-%m-%dT%H:%M:%SZ")
    titles = [values["title"] for name, values in found.items() if name.startswith("result/")]
    assert any("Tổng thu ngân sách nhà nước trên địa bàn, Tỉnh Lạng Sơn, quý I năm 2022" in title for title in titles)
    for values in found.values():
        assert told(public(), values["link"].removeprefix("http://testserver").partition("#")[0]).status == 200


def test_the_newest_comes_first_and_a_kind_territory_or_indicator_can_be_asked_for(sample):
    moments = [values["updated"] for values in entries().values()]
    assert moments == sorted(moments, reverse=True)
    assert {name.partition("/")[0] for name in entries(f"{FEED}?kind=finding")} == {"finding"}
    assert {name.partition("/")[0] for name in entries(f"{FEED}?indicator=budget_revenue")} == {"result"}
    assert not entries(f"{FEED}?indicator=forest_cover")
    assert not entries(f"{FEED}?territory=01")
    assert told(public(), f"{FEED}?kind=rumour").status == 400
    assert told(public(), f"{FEED}?indicator=nothing").status == 404


def test_a_correction_is_the_same_entry_updated(sample):
    before = entries(f"{FEED}?kind=result")
    publish(subject=reported(CORRECTED, 9), by=OPERATOR, at=moment(10), why="test")
    after = entries(f"{FEED}?kind=result")
    assert set(after) == set(before)
    changed = [name for name in after if after[name]["updated"] != before[name]["updated"]]
    assert len(changed) == 1
    assert changed[0] == next(iter(after)), "it is the newest again"
    assert "2.531" in after[changed[0]]["title"]


def test_what_is_published_late_is_new_when_it_is_published(sample):
    assert not any("2.700" in values["title"] for values in entries().values())
    publish(subject=sample.hidden_submission, by=OPERATOR, at=moment(12), why="test")
    first = next(iter(entries(f"{FEED}?kind=result").values()))
    assert "2.700" in first["title"]
    assert first["updated"] == moment(12).strftime("%Y-%m-%dT%H:%M:%SZ")


def test_what_is_closed_or_withdrawn_is_gone(sample):
    unpublish(subject=sample.submission, by=OPERATOR, at=moment(11), why="test")
    assert "2.600" not in " ".join(values["title"] for values in entries().values())
    withdraw_document(document=sample.published, by=OPERATOR, at=moment(12), why="test")
    assert not entries()


@pytest.mark.usefixtures("sample")
def test_a_reader_who_has_it_is_told_so_until_something_changes():
    first = told(public(), FEED)
    held = {"If-None-Match": first.headers["etag"]}
    assert told(public(), FEED, headers=held).status == 304
    publish(subject=reported(DRAFT.replace("2700", "2800"), 9), by=OPERATOR, at=moment(10), why="test")
    assert told(public(), FEED, headers=held).status == 200


def test_drafts_leave_no_trace_for_anybody(db, tmp_path):
    numbers = make_open(tmp_path)
    before = told(public(), FEED).body
    add_hidden(tmp_path, numbers)
    assert told(public(), FEED).body == before
    signed_in = told(browser_of("administrator"), FEED).text
    assert not [word for word in HIDDEN_WORDS if word in signed_in]


@pytest.mark.usefixtures("sample")
def test_it_speaks_the_language_of_its_address_and_is_named_in_the_head_of_every_page():
    english = told(public(), f"{FEED}?lang=en")
    assert english.status == 200
    assert not english.cookies
    assert 'xml:lang="en"' in english.text
    assert "State budget revenue" in english.text
    assert 'type="application/atom+xml"' in told(public(), "/").text
    assert "indicator=budget_revenue" in told(public(), "/indicators/budget_revenue").text


@pytest.mark.usefixtures("sample")
def test_the_names_of_entries_are_coined_by_the_public_address(settings):
    from dataclasses import replace

    settings.TIENDO = replace(settings.TIENDO, public_url="https://ke-hoach.example", organisation="Sở Mẫu")
    answer = told(public(), FEED).text
    assert "tag:ke-hoach.example,2026-01-01:feed" in answer
    assert "<name>Sở Mẫu</name>" in answer
