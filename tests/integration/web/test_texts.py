"""Method, glossary, data and about: the pages that explain the others."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import replace
from pathlib import Path

import pytest
from django.test import Client
from django.utils.html import escape

from tests.integration.api.samples import make_sample
from tests.integration.web.accounts import made, sign_in
from tiendo.assessment.method import rules
from tiendo.assessment.rules import Outcome
from tiendo.assessment.status import Status
from tiendo.ledger.selectors.holdings import holdings
from tiendo.ledger.selectors.viewing import Viewer, known_at
from tiendo.verification import CHECKS
from tiendo.web.pages.data.tables import TABLES
from tiendo.web.pages.glossary.terms import chapters
from tiendo.web.pages.method.worked import worked_checks, worked_row

pytestmark = pytest.mark.django_db

_LINK = re.compile(r'href="([^"#][^"]*)"')


@pytest.fixture
def sample(db):
    return make_sample()


def page(path, *, english=False, client=None):
    client = client or Client()
    if english:
        client.cookies["tiendo_language"] = "en"
    answer = client.get(path)
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_method_prints_the_sentence_of_every_rule_outcome_and_check(language):
    shown = page("/method", english=language == "en")
    for rule in rules():
        assert f'id="{rule.id}"' in shown
        assert escape(rule.says.sentence(language)) in shown
    for outcome in Outcome:
        assert escape(outcome.says.sentence(language)) in shown
    for check in CHECKS:
        assert f'id="{check.id}"' in shown
        assert escape(check.rule.sentence(language)) in shown
    for status in Status:
        assert f'class="status {status.value}"' in shown


def test_the_thresholds_are_the_ones_that_decide():
    shown = page("/method")
    figures = re.findall(r'class="num figure">([^<]+)<', shown)
    assert figures == ["95%", "80%", "10%", "3", "45"]


def test_every_check_has_an_example_in_which_it_finds_something():
    found = worked_checks()
    assert sorted(found) == sorted(check.id for check in CHECKS)
    for check, worked in found.items():
        assert worked.finding is not None, check
        assert worked.finding.check == check


def test_the_worked_example_uses_the_years_before():
    row = worked_row()
    assert row.assessment.status is Status.WATCH
    assert row.assessment.comparison.path.rule.id == "path-past-share"
    assert "bằng 93,6% mức nên đạt 784 tỷ đồng" in page("/method")


def test_ids_of_the_method_stand_on_it_once():
    ids = re.findall(r'\bid="([^"]+)"', page("/method"))
    assert len(ids) == len(set(ids))


def test_the_glossary_says_what_the_glossary_of_the_repository_says():
    written = Path("GLOSSARY.md").read_text(encoding="utf-8")
    rows = {
        code.strip("`"): (term, meaning)
        for term, code, meaning in re.findall(r"^\| ([^|]+) \| ([^|]+) \| ([^|]+) \|$", written, re.MULTILINE)
    }
    for chapter in chapters():
        for term in chapter.terms:
            name, meaning = rows[term.code]
            assert term.name.vi == name
            assert term.meaning.en == re.sub(r"`([^`]+)`", r"“\1”", meaning)


def test_the_glossary_speaks_the_language_of_the_page():
    assert "Số phát sinh trong một kỳ" in page("/glossary")
    assert "what happens in a period; periods add up" in page("/glossary", english=True)


def test_every_link_of_the_data_page_leads_somewhere(sample):
    client = Client()
    shown = page("/data", client=client)
    links = {link.replace("&amp;", "&") for link in _LINK.findall(shown.partition("<main")[2].partition("</main")[0])}
    assert {"/data/observations.csv", "/api/v1/docs", "/method"} <= links
    assert any(link.startswith("/scoreboard.png") for link in links)
    for link in sorted(links):
        answer = client.get(link)
        assert answer.status_code == 200, link
        assert b"".join(answer), link


@pytest.mark.parametrize("name", TABLES)
def test_a_whole_table_is_the_list_of_the_api_without_its_pages(sample, name):
    client = Client()
    answer = client.get(f"/data/{name}.csv")
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    assert answer["Content-Disposition"] == f'attachment; filename="tien-do-{name}.csv"'
    whole = b"".join(answer.streaming_content).decode("utf-8-sig")
    assert whole == client.get(f"/api/v1/{name}?format=csv&limit=500").content.decode()


def test_a_table_longer_than_a_page_has_its_names_once(sample, monkeypatch):
    monkeypatch.setattr("tiendo.web.pages.data.tables._AT_ONCE", 2)
    whole = b"".join(Client().get("/data/indicators.csv").streaming_content).decode("utf-8-sig")
    lines = list(csv.reader(io.StringIO(whole)))
    assert len(lines) > 3
    assert len({len(line) for line in lines}) == 1
    assert lines.count(lines[0]) == 1


def test_the_public_counts_and_downloads_only_what_is_published(sample):
    known = known_at()
    seen = holdings(Viewer(), known)
    rows = list(csv.reader(io.StringIO(b"".join(Client().get("/data/documents.csv").streaming_content).decode())))
    assert len(rows) - 1 == seen.documents
    made("quan", "administrator")
    staff = Client()
    sign_in(staff, "quan")
    all_rows = list(csv.reader(io.StringIO(b"".join(staff.get("/data/documents.csv").streaming_content).decode())))
    assert len(all_rows) > len(rows)


def test_there_are_no_other_tables(sample):
    assert Client().get("/data/accounts.csv").status_code == 404


def test_the_state_of_the_record_is_on_the_data_page(sample):
    shown = page("/data")
    assert known_at().seal.hex() in shown


def test_who_runs_the_site_is_said_where_it_is_set_and_never_as_markup(settings):
    assert "chưa nêu tên" in page("/about")
    settings.TIENDO = replace(
        settings.TIENDO, organisation="Sở <b>Tài chính</b>", contact="025 3870 000", data_licence="CC BY 4.0"
    )
    shown = page("/about?again")
    assert "Sở &lt;b&gt;Tài chính&lt;/b&gt;" in shown
    assert "025 3870 000" in shown
    assert "CC BY 4.0" in page("/data?again")


def test_the_cookies_that_are_named_are_the_ones_that_are_set():
    client = Client()
    made("mai")
    shown = page("/about", client=client)
    sign_in(client, "mai")
    client.get("/?lang=en")
    assert set(client.cookies) - {"messages"} <= set(re.findall(r"<code>(\w+)</code>", shown))
