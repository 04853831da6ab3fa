"""The registers: documents with the chain of their bases, findings, agencies; who sees what, and what may be asked."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from html import unescape

import pytest
from django.test import Client

from tests.integration.api.samples import Sample, make_sample, reported
from tests.integration.web.accounts import made, signed_in
from tests.unit.ledger.samples import MORNING, citation, document, moment, read, recorded, result
from tiendo.ledger.actors import OPERATOR
from tiendo.ledger.commands.publish import publish
from tiendo.ledger.commands.record_document import ReadProvision
from tiendo.ledger.identity import number_key
from tiendo.ledger.models import Dismissal
from tiendo.ledger.set_up import set_up

pytestmark = pytest.mark.django_db


@pytest.fixture
def sample(db) -> Sample:
    """A published document with a finding, and a draft."""
    return make_sample()


def text(answer) -> str:
    """What a reader reads, on one line."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", answer.content.decode())).split())


def numbered(number: str, year: int, *cites: str, hours: int, open_to_all: bool = True) -> int:
    """A document of that number that names others in its opening; its root."""
    facts, start = [], 0
    for cited in cites:
        facts.append(read(citation(cited, start=start)))
        start += 40
    whole = document(
        *facts,
        identity=number_key(number, year) + "20",
        file=f"{hours:064x}",
        title=number,
        subject=f"trích yếu {number}",
        issued=date(year, 3, 1),
    )
    body = (ReadProvision(path=("Điều 1",), heading="Điều 1", start=start, end=start + 1),)
    root = recorded(replace(whole, provisions=body), hours=hours).root
    if open_to_all:
        publish(subject=root, by=OPERATOR, at=moment(hours), why="test")
    return root


# --- documents ---


def test_the_public_sees_published_documents_and_no_counts_of_what_waits(sample):
    said = text(Client().get("/documents"))
    assert "1/NQ-HĐND" in said
    assert "2/KH-DRAFT" not in said
    assert "Chờ rà soát" not in said


def test_an_officer_sees_drafts_marked_and_what_waits(sample):
    made("mai", "officer", territory="20")
    said = text(signed_in("mai").get("/documents"))
    assert "2/KH-DRAFT chưa công bố" in said
    assert "Chờ rà soát" in said


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("year=2021", True),
        ("year=2020", False),
        ("q=muc+tieu+nam", True),
        ("q=thuyền", False),
        ("state=draft", False),
        ("territory=20", True),
        ("sort=number", True),
        ("sort=-findings", True),
    ],
)
def test_the_register_is_filtered(sample, query, found):
    assert ("1/NQ-HĐND" in text(Client().get(f"/documents?{query}"))) is found


@pytest.mark.parametrize(
    "query",
    [
        "year=abc",
        "year=99999999999999999999",
        "year=1",
        "type=Không+có",
        "issuer=' OR 1=1--",
        "territory=99",
        "sort=id",
    ],
)
def test_what_the_register_cannot_mean_is_refused_with_a_sentence(sample, query):
    answer = Client().get(f"/documents?{query}")
    assert answer.status_code == 400
    assert "Địa chỉ không đúng" in text(answer)


def test_an_empty_register_tells_an_officer_what_to_do(db):
    set_up(MORNING)
    made("mai", "officer", territory="20")
    assert "Hãy tải lên nghị quyết" in text(signed_in("mai").get("/documents"))
    assert "Chưa có văn bản nào được công bố" in text(Client().get("/documents"))


# --- the chain ---


def test_the_chain_is_walked_in_both_directions(db):
    set_up(MORNING)
    resolution = numbered("96/NQ-CP", 2022, "11-NQ/TW", hours=1)
    plan = numbered("23/KH-UBND", 2023, "96/NQ-CP", hours=2)
    below = numbered("5/KH-SXD", 2023, "23/KH-UBND", hours=3)
    answer = Client().get(f"/documents/{plan}/chain")
    above, _, under = text(answer).partition("Là căn cứ của")
    assert re.search(r"Căn cứ vào 96/NQ-CP .* 11-NQ/TW chưa có trong sổ", above)
    assert "5/KH-SXD" in under
    body = answer.content.decode()
    assert f'href="/documents/{resolution}"' in body
    assert f'href="/documents/{below}"' in body


def test_a_draft_in_the_chain_is_a_number_that_is_not_in_the_record(db):
    set_up(MORNING)
    draft = numbered("96/NQ-CP", 2022, hours=1, open_to_all=False)
    plan = numbered("23/KH-UBND", 2023, "96/NQ-CP", hours=2)
    hidden = numbered("6/KH-STC", 2023, "23/KH-UBND", hours=3, open_to_all=False)
    answer = Client().get(f"/documents/{plan}/chain")
    assert "96/NQ-CP chưa có trong sổ" in text(answer)
    assert f"/documents/{draft}" not in answer.content.decode()
    assert "6/KH-STC" not in text(answer)
    assert Client().get(f"/documents/{hidden}/chain").status_code == 404
    made("mai", "officer", territory="20")
    assert "6/KH-STC" in text(signed_in("mai").get(f"/documents/{plan}/chain"))


def test_documents_that_rest_on_each_other_are_shown_all_the_same(db):
    set_up(MORNING)
    first = numbered("1/NQ-A", 2022, "2/NQ-B", hours=1)
    numbered("2/NQ-B", 2022, "1/NQ-A", hours=2)
    answer = Client().get(f"/documents/{first}/chain")
    assert answer.status_code == 200
    assert "xem chỗ nêu đầu tiên" in text(answer)


def test_what_is_cited_in_the_body_is_no_basis(db):
    set_up(MORNING)
    whole = document(read(citation("9/NQ-X", start=50)), identity="x", title="8/KH", file="8" * 64)
    body = (ReadProvision(path=("I",), heading="I", start=0, end=90),)
    root = recorded(replace(whole, provisions=body), hours=1).root
    publish(subject=root, by=OPERATOR, at=moment(2), why="test")
    assert "9/NQ-X" not in text(Client().get(f"/documents/{root}/chain"))


# --- findings ---


def test_a_finding_stands_under_its_document_and_leads_to_its_place(sample):
    answer = Client().get("/findings")
    assert "Tổng không khớp." in text(answer)
    assert f'href="/documents/{sample.published}?at=0#at-0"' in answer.content.decode()
    assert '#sums"' in answer.content.decode()  # the rule of the check, on the page of the method


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("verdict=inconsistent", True),
        ("verdict=question", False),
        ("severity=high", True),
        ("check=sums", True),
        ("check=order", False),
        ("dismissed=yes", False),
    ],
)
def test_findings_are_filtered(sample, query, found):
    assert ("Tổng không khớp." in text(Client().get(f"/findings?{query}"))) is found


@pytest.mark.parametrize(
    "query", ["verdict=bad", "severity=1", "check=../../etc", "document=77777777", "dismissed=maybe", "page=-1"]
)
def test_what_the_findings_cannot_mean_is_refused_with_a_sentence(sample, query):
    assert Client().get(f"/findings?{query}").status_code == 400


def test_an_officer_sets_a_finding_aside_with_a_reason_and_takes_it_up_again(sample):
    made("mai", "officer", territory="20")
    client = signed_in("mai")
    client.post(f"/findings/{sample.finding}/dismiss", {"why": " "})
    assert "Hãy viết vì sao bỏ qua" in text(client.get("/findings"))
    assert not Dismissal.objects.exists()
    answer = client.post(
        f"/findings/{sample.finding}/dismiss", {"why": "Số đã đính chính", "query": "verdict=inconsistent"}
    )
    assert answer["Location"] == f"/findings?verdict=inconsistent#finding-{sample.finding}"
    assert "Tổng không khớp." not in text(client.get("/findings"))
    said = text(client.get("/findings?dismissed=yes"))
    assert "mai bỏ qua ngày" in said
    assert "Số đã đính chính" in said
    said = text(Client().get("/findings?dismissed=yes"))
    assert "Đã được xem xét và bỏ qua." in said
    assert "Số đã đính chính" not in said
    client.post(f"/findings/{sample.finding}/restore")
    assert "Tổng không khớp." in text(client.get("/findings"))


def test_the_way_back_leads_to_no_other_site(sample):
    made("mai", "officer", territory="20")
    answer = signed_in("mai").post(
        f"/findings/{sample.finding}/dismiss", {"why": "x", "query": "\r\nLocation: https://evil.example/#//evil"}
    )
    assert answer["Location"].startswith("/findings?")
    assert "\n" not in answer["Location"]


def test_who_may_not_set_aside_is_refused(sample):
    made("lan", "reporter", agency="STC")
    assert Client().post(f"/findings/{sample.finding}/dismiss", {"why": "x"})["Location"].startswith("/sign-in")
    assert signed_in("lan").post(f"/findings/{sample.finding}/dismiss", {"why": "x"}).status_code == 403
    assert "Bỏ qua kết quả này" not in text(signed_in("lan").get("/findings"))
    assert not Dismissal.objects.exists()


def test_where_nothing_was_found_the_page_says_what_was_checked(db):
    set_up(MORNING)
    numbered("1/NQ", 2022, hours=1)
    said = text(Client().get("/findings"))
    assert "Không có chỗ nào không khớp" in said
    assert "Tổng và các phần" in said


# --- agencies ---


def test_agencies_stand_with_what_hangs_on_them(sample):
    said = text(Client().get("/agencies"))
    assert "Sở Tài chính" in said
    assert "Sở Tài chính" in text(Client().get("/agencies?q=so+tai+chinh"))
    assert "Không có cơ quan nào như vậy" in text(Client().get("/agencies?q=zzz"))


def test_an_agency_is_shown_with_those_that_it_took_over_from(sample):
    said = text(Client().get("/agencies/STC"))
    assert "Từ sau ngày 28/2/2025 tiếp nhận nhiệm vụ của Sở Kế hoạch và Đầu tư" in said
    assert "Lập đề án mẫu" in said
    said = text(Client().get("/agencies/SKHDT"))
    assert "Kết thúc hoạt động sau ngày 28/2/2025. Nay là Sở Tài chính" in said


def test_the_tasks_and_submissions_of_drafts_are_not_told(sample):
    assert "Việc chưa công bố" not in text(Client().get("/agencies/SNNPTNT"))
    assert "1 lần gửi số liệu" in text(Client().get("/agencies/STC"))
    made("mai", "officer", territory="20")
    assert "2 lần gửi số liệu" in text(signed_in("mai").get("/agencies/STC"))
    assert "Việc chưa công bố" in text(signed_in("mai").get("/agencies/SNNPTNT"))


def test_a_committee_has_a_page_too(sample):
    assert "Ủy ban nhân dân" in text(Client().get("/agencies/UBND-20"))


@pytest.mark.parametrize("code", ["NOBODY", "STC'--", "x" * 500, "..", "UBND-", "UBND-9999999999"])
def test_a_code_that_nobody_has_is_not_found(sample, code):
    assert Client().get(f"/agencies/{code}").status_code == 404


def test_the_record_of_timeliness_counts_from_the_day_of_issue(db):
    set_up(MORNING)
    whole = document(read(result("2500", "2022-Q1")), identity="b", title="2/BC", issued=date(2022, 4, 20))
    publish(subject=recorded(whole, hours=1).root, by=OPERATOR, at=moment(2), why="test")
    said = text(Client().get("/agencies/STC?asOf=2026-06-30"))
    assert re.search(r"Quý I năm 2022 1 / \d+ 20", said)
    assert "bảng cho tới quý cuối cùng có số liệu" in said


def test_what_an_agency_sent_in_counts_from_the_day_it_came(db):
    set_up(MORNING)
    sent = reported("indicator,territory,period,value\nbudget_revenue,20,2025-Q4,2530\n", 4)
    publish(subject=sent, by=OPERATOR, at=moment(5), why="test")
    assert re.search(r"Quý IV năm 2025 1 / \d+ 5", text(Client().get("/agencies/STC?asOf=2026-02-01")))


def test_results_that_are_not_published_do_not_count_for_the_public(db):
    set_up(MORNING)
    reported("indicator,territory,period,value\nbudget_revenue,20,2025-Q4,2530\n", 4)
    assert not re.search(r"Quý IV năm 2025 1 / \d+", text(Client().get("/agencies/STC?asOf=2026-02-01")))


def test_nobody_learns_of_an_old_draft_by_the_quarters_that_are_shown(db):
    set_up(MORNING)
    reported("indicator,territory,period,value\nbudget_revenue,20,2019-Q2,2530\n", 4)
    assert "2019" not in text(Client().get("/agencies/STC?asOf=2026-02-01"))
