"""The search as people meet it: what they find, what stays hidden, and what strange input does."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from urllib.parse import quote

import pytest
from django.conf import settings
from django.test import Client

from tests.integration.api.people import make_people
from tests.integration.api.samples import Sample, make_sample
from tests.unit.ledger.samples import document, moment, read, recorded, target
from tiendo.ledger.actors import OPERATOR
from tiendo.ledger.commands.publish import publish
from tiendo.ledger.commands.record_document import ReadProvision
from tiendo.ledger.models import Account

pytestmark = pytest.mark.django_db

EVIL = '<script>alert("chợ")</script> <img src=x onerror=alert(1)> & "chợ phiên"'


@pytest.fixture
def sample() -> Sample:
    """A published document with a task and a provision, and a draft with a task."""
    return make_sample()


@pytest.fixture
def public(sample: Sample) -> Client:
    """Somebody without an account."""
    return Client()


@pytest.fixture
def as_one(sample: Sample) -> Callable[[str], Client]:
    """Somebody who is signed in, by name."""
    make_people()

    def client(name: str) -> Client:
        signed_in = Client()
        signed_in.force_login(Account.objects.get(username=name), settings.AUTHENTICATION_BACKENDS[-1])
        return signed_in

    return client


def _page(client: Client, query: str, **more: str) -> str:
    answer = client.get("/search", {"q": query, **more})
    assert answer.status_code == 200
    return answer.content.decode()


def _suggestions(client: Client, query: str) -> str:
    answer = client.get("/search/suggestions", {"q": query}, headers={"HX-Request": "true"})
    assert answer.status_code == 200
    return answer.content.decode()


def test_an_empty_box_says_what_can_be_looked_for(public: Client) -> None:
    assert "thu ngan sach" in _page(public, "")
    assert _suggestions(public, "").strip() == ""


def test_indicators_lead_to_their_page_with_their_words_marked(public: Client) -> None:
    page = _page(public, "thu ngan sach nha nuoc")

    assert "/budget_revenue" in page
    assert "<mark>thu ngân sách nhà nước</mark>" in page


def test_a_provision_leads_to_its_place_in_the_document(public: Client, sample: Sample) -> None:
    assert "#at-0" in _page(public, "mục tiêu", kind="provision")


def test_a_task_says_in_which_document_it_stands(public: Client) -> None:
    page = _page(public, "lập đề án mẫu")

    assert "<mark>Lập đề án mẫu</mark>" in page
    assert "1/NQ-HĐND" in page


@pytest.mark.parametrize("query", ["2/KH-DRAFT", "việc chưa công bố", "viec chua cong bo", "việc chưa công bô"])
def test_a_draft_is_not_there_for_others(sample: Sample, as_one: Callable[[str], Client], query: str) -> None:
    roots = (f"/{sample.draft}", f"/{sample.hidden_task}")
    addresses = [f'"{address}{root}' for address in ("/documents", "/tasks") for root in roots]

    for client in (Client(), as_one("other-officer")):
        for page in (_page(client, query), _suggestions(client, query)):
            assert not any(address in page for address in addresses)
    for page in (_page(as_one("officer"), query), _suggestions(as_one("officer"), query)):
        assert any(address in page for address in addresses)


def test_a_draft_is_in_no_count_and_no_correction(public: Client) -> None:
    before = [_page(public, query) for query in ("chợ phiên", "cho phein", "phien")]
    recorded(document(read(target("5")), identity="17", title="17/NQ-HĐND", subject="Chợ phiên"), hours=20)
    after = [_page(public, query) for query in ("chợ phiên", "cho phein", "phien")]

    for one, other in zip(before, after, strict=True):
        assert one.partition("<main")[2].partition("</main>")[0] == other.partition("<main")[2].partition("</main>")[0]


def test_what_is_published_is_found_from_then_on(public: Client) -> None:
    done = recorded(document(read(target("5")), identity="17", title="17/NQ-HĐND", subject="Chợ phiên"), hours=20)
    assert "17/NQ-HĐND" not in _page(public, "cho phien")

    publish(subject=done.root, by=OPERATOR, at=moment(21), why="test")

    assert "17/NQ-HĐND" in _page(public, "cho phien")
    assert f"/{done.root}" in _page(public, "cho phien")


def test_a_mended_word_is_said(public: Client) -> None:
    assert "thu ngân sách</a>" in _page(public, "thu ngna sach")
    assert "thu ngân sách</a>" in _page(public, "thu ngaan sachs")


def test_kinds_are_filters_in_the_address_and_long_lists_have_pages(public: Client) -> None:
    first = _page(public, "xã", kind="agency")
    second = _page(public, "xã", kind="agency", page="2")

    assert 'aria-current="page">Cơ quan' in first
    assert "page=2" in first
    assert first != second
    assert "page=1" in second
    assert _page(public, "xã", kind="agency", page="9999999999") == _page(
        public, "xã", kind="agency", page="9999999999"
    )


def test_what_stands_in_documents_stays_text(public: Client, sample: Sample) -> None:
    evil = document(read(target("5")), identity="66", title="66/NQ-HĐND", subject=EVIL)
    evil = replace(evil, provisions=(ReadProvision(path=(EVIL,), heading=EVIL, start=0, end=1),))
    done = recorded(evil, hours=30)
    publish(subject=done.root, by=OPERATOR, at=moment(31), why="test")

    for page in (_page(public, "chợ phiên"), _page(public, "66/NQ-HĐND"), _suggestions(public, "chợ phiên")):
        assert "<script>alert" not in page
        assert "<img src=x" not in page
    assert "&lt;script&gt;" in _page(public, "chợ phiên")


@pytest.mark.parametrize(
    "query",
    [
        '"><script>alert(1)</script>',
        "' OR 1=1; DROP TABLE ledger_document; --",
        "{{ request }} {% debug %} %s %(x)s {0}",
        "a" * 5_000,
        "chợ " * 2_000,
        "\x00\x01\u202e\ufeff",
        "٣٤ Ⅳ ①",
        "𝓬𝓱ợ",
        "🙂" * 50,
        "%" * 200,
    ],
)
def test_strange_queries_are_only_words(public: Client, query: str) -> None:
    page, suggested = _page(public, query), _suggestions(public, query)

    for answer in (page, suggested):
        assert "<script>alert" not in answer
        assert "Traceback" not in answer


@pytest.mark.parametrize(("name", "value"), [("kind", "secret"), ("page", "-1"), ("page", "x"), ("asOf", "never")])
def test_a_wrong_address_is_refused_with_a_page(public: Client, name: str, value: str) -> None:
    answer = public.get("/search", {"q": "thu", name: value})

    assert answer.status_code == 400
    assert "<h1" in answer.content.decode()


def test_it_looks_at_the_record_as_it_was_known_on_a_day(public: Client, sample: Sample) -> None:
    then = _page(public, "lập đề án mẫu", asOf="2026-01-04")
    now = _page(public, "lập đề án mẫu", asOf="2026-01-05")

    assert "<mark>Lập đề án mẫu</mark>" not in then
    assert "<mark>Lập đề án mẫu</mark>" in now
    assert "asOf=2026-01-05" in now


def test_suggestions_are_a_listbox_that_ends_with_all_results(public: Client) -> None:
    suggested = _suggestions(public, "thu ngan s")

    assert 'role="listbox"' in suggested
    assert suggested.count('role="option"') == 9  # the eight best, and the way to all of them
    assert f"/search?q={quote('thu ngan s')}" in suggested
    assert "<html" not in suggested


def test_both_languages(public: Client) -> None:
    public.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"

    page = _page(public, "thu ngan sach")

    assert "Indicators" in page
    assert "results." in page


def test_the_same_question_is_answered_from_the_shelf(public: Client) -> None:
    first = public.get("/search", {"q": "thu"})
    again = public.get("/search", {"q": "thu"}, headers={"If-None-Match": first["ETag"]})

    assert again.status_code == 304
