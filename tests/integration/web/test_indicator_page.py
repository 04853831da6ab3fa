"""The page of an indicator: every value with its past, for whoever may see it, and as it was known on any day."""

from __future__ import annotations

import csv
import io
import re
from datetime import timedelta
from html import unescape

import pytest
from django.test import Client

from tests.integration.api.samples import CORRECTED, REPORTED, reported
from tests.integration.web.accounts import made, signed_in
from tests.unit.ledger.samples import MORNING, document, moment, read, recorded, result, target
from tiendo.ledger.actors import OPERATOR
from tiendo.ledger.commands.publish import publish
from tiendo.ledger.commands.record_findings import FoundFinding, record_findings
from tiendo.ledger.commands.withdraw_document import withdraw_document
from tiendo.ledger.set_up import set_up

pytestmark = pytest.mark.django_db

PAGE = "/indicators/budget_revenue"


@pytest.fixture
def plan(db) -> int:
    """A published resolution with a target and a result; its root."""
    set_up(MORNING - timedelta(days=1))
    root = recorded(document(read(target("10000", start=0)), read(result("2500", "2021", start=15))), hours=1).root
    publish(subject=root, by=OPERATOR, at=moment(2), why="test")
    return root


def text(answer) -> str:
    """What a reader reads, on one line, without the drawing."""
    assert answer.status_code == 200, answer
    body = re.sub(r"<svg.*?</svg>", " ", answer.content.decode(), flags=re.S)
    return " ".join(unescape(re.sub(r"<[^>]+>", "", body)).split())


def look(address: str = PAGE, client: Client | None = None):
    return (client or Client()).get(address)


def published(rows: str, hours: int) -> None:
    publish(subject=reported(rows, hours), by=OPERATOR, at=moment(hours + 1), why="test")


def test_a_value_stands_with_its_document_and_leads_to_its_place(plan):
    answer = look()
    assert "10.000 tỷ đồng" in text(answer)
    assert f'href="/documents/{plan}?at=0#at-0"' in answer.content.decode()
    assert "1/NQ-HĐND" in text(answer)


def test_the_drawing_tells_the_same_values(plan):
    drawing = re.search(r"<svg class=\"chart chart-wide.*?</svg>", look().content.decode(), re.S)
    assert drawing
    assert "10.000 tỷ đồng" in drawing[0]
    assert "2.500 tỷ đồng" in drawing[0]


def test_how_it_stands_is_said_with_its_reason(plan):
    published("indicator,territory,period,value\nbudget_revenue,20,2022-H1,4000\n", 4)
    said = text(look())
    assert "Cần chú ý 6 tháng đầu năm 2022" in said
    assert "4.000 tỷ đồng, bằng 80% mức nên đạt 5.000 tỷ đồng." in said
    assert "?period=2022-H1&amp;territory=20" in look().content.decode(), "to the board of the same period"


def test_the_public_sees_what_is_published_and_staff_the_drafts_too(plan):
    reported(REPORTED, 4)
    made("mai", "officer", territory="20")
    assert "2.530" not in text(look())
    assert "2.530,10 tỷ đồng" in text(look(client=signed_in("mai")))
    assert "2.530" not in look(f"{PAGE}/values.csv").content.decode()
    assert "2.530" not in look(f"{PAGE}/chart.svg").content.decode()


def test_a_superseded_value_is_struck_through_and_says_when_it_was_replaced(plan):
    published(REPORTED, 4)
    published(CORRECTED, 6)
    body = look().content.decode()
    assert "2.531" in text(look())
    assert re.search(r"<s>2\.530,10 tỷ đồng</s>[^<]*ghi 5/1/2026, thay 5/1/2026", body), body
    assert "1 lần sửa" in text(look())


def test_why_it_was_replaced_is_told_to_staff_alone(plan):
    published(REPORTED, 4)
    published(CORRECTED, 6)
    made("mai", "officer", territory="20")
    assert "Lý do" not in text(look())
    assert "Lý do: test" in text(look(client=signed_in("mai")))


def test_a_withdrawn_value_stays_readable_for_staff_and_does_not_count(plan):
    withdraw_document(document=plan, by=OPERATOR, at=moment(5), why="test")
    made("mai", "officer", territory="20")
    answer = look(client=signed_in("mai"))
    assert "đã rút" in text(answer)
    assert "10.000 tỷ đồng" in text(answer)
    assert '<svg class="chart' not in answer.content.decode(), "nothing that counts is left to be drawn"
    assert "10.000" not in text(look()), "what was withdrawn is published no more"


def test_the_past_is_shown_as_it_was_known(plan):
    published(REPORTED, 4)
    published(CORRECTED, 48)
    before, now = text(look(f"{PAGE}?asOf=2026-01-06")), text(look())
    assert "2.530,10 tỷ đồng" in before
    assert "2.531" not in before
    assert "Sổ như đã biết đến hết ngày 6/1/2026" in before
    assert "2.531 tỷ đồng" in now
    assert "territory=20&amp;asOf=2026-01-06" in look(f"{PAGE}?asOf=2026-01-06").content.decode()
    assert look(f"{PAGE}?asOf=2020-01-01").status_code == 404, "nothing was measured yet"


def test_an_unknown_indicator_leads_to_the_search(plan):
    answer = look("/indicators/khong-co")
    assert answer.status_code == 404
    assert 'role="search"' in answer.content.decode()


def test_another_territory_is_one_click_away(plan):
    published("indicator,territory,period,value\nbudget_revenue,04,2022-Q1,77\n", 4)
    body = look().content.decode()
    assert 'href="?territory=04"' in body
    assert "77 tỷ đồng" not in text(look())
    assert "77 tỷ đồng" in text(look(f"{PAGE}?territory=04"))
    assert "Chưa có số liệu nào" in text(look(f"{PAGE}?territory=183"))
    assert look(f"{PAGE}?territory=<b>").status_code == 400


HOSTILE = "\"><script>alert('x')</script>{{7*7}}"


def test_hostile_names_stay_names(plan):
    root = recorded(
        document(read(target("77", "2023")), identity="9/KH 2021 20", file="c" * 64, title=HOSTILE), hours=5
    ).root
    publish(subject=root, by=OPERATOR, at=moment(6), why="test")
    for address in (PAGE, f"{PAGE}/chart.svg", f"/indicators?q={HOSTILE}"):
        body = look(address).content.decode()
        assert "<script>alert" not in body, address
    assert "alert('x')" in text(look())


def test_no_page_holds_code_or_style_of_its_own(plan):
    for address in (PAGE, "/indicators"):
        body = look(address).content.decode()
        assert "style=" not in body
        assert not re.search(r"\son\w+=", body)
        assert not re.search(r"<script(?![^>]* src=)", body)


def test_a_finding_that_touches_a_value_is_named(plan):
    place = {"document": str(plan), "start": 0, "end": 13, "quote": "10000 tỷ đồng"}
    content = {
        "check": "sums", "verdict": "inconsistent", "severity": "high",
        "message": {"vi": "Tổng không khớp.", "en": "The sum does not hold."}, "places": [place],
    }  # fmt: skip
    elsewhere = {**content, "places": [{**place, "start": 40, "end": 53}], "message": {"vi": "Chỗ khác.", "en": "…"}}
    findings = [
        FoundFinding(
            key=key * 64, check_name="sums", verdict="inconsistent", severity="high", documents=(plan,), content=said
        )
        for key, said in (("e", content), ("f", elsewhere))
    ]
    record_findings(territory="20", findings=findings, auditor_version="1", by=OPERATOR, at=moment(8), why="test")
    assert "Tổng không khớp." in text(look())
    assert "Chỗ khác." not in text(look())
    assert re.search(rf'href="/findings\?document={plan}#finding-\d+"', look().content.decode())


def test_the_table_is_taken_along_with_its_past(plan):
    published(REPORTED, 4)
    published(CORRECTED, 6)
    answer = look(f"{PAGE}/values.csv")
    assert "attachment" in answer["Content-Disposition"]
    lines = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))
    told = [(line["period"], line["low"], line["state"]) for line in lines if line["kind"] == "result"]
    assert ("2022-Q1", "2530.10", "superseded") in told
    assert ("2022-Q1", "2531", "standing") in told


def test_the_drawing_is_saved_and_never_shown_as_a_page(plan):
    answer = look(f"{PAGE}/chart.svg")
    assert answer["Content-Type"] == "image/svg+xml"
    assert answer["Content-Disposition"] == 'attachment; filename="budget_revenue-20.svg"'
    assert b"<svg xmlns" in answer.content


def test_english_is_whole(plan):
    said = text(Client().get(f"{PAGE}?lang=en", follow=True))
    assert "Every figure" in said
    assert "10,000 billion VND" in said


def test_the_list_finds_without_diacritics_and_says_what_there_is(plan):
    said = text(look("/indicators?q=thu+ngan+sach+dia+ban"))
    assert "Tổng thu ngân sách nhà nước trên địa bàn" in said
    assert "Tỷ lệ hộ nghèo" not in said
    assert "Tổng thu ngân sách nhà nước trên địa bàn" in text(look("/indicators?having=target"))
    assert "Tổng thu ngân sách nhà nước trên địa bàn" not in text(look("/indicators?having=nothing"))
    assert "Không có chỉ tiêu nào khớp" in text(look("/indicators?q=zzzz"))


def test_the_list_tells_the_public_nothing_of_drafts(plan):
    reported("indicator,territory,period,value\nforest_cover,20,2021,63\n", 4)
    assert "Tỷ lệ che phủ rừng" not in text(look("/indicators?having=result"))
    made("mai", "officer", territory="20")
    assert "Tỷ lệ che phủ rừng" in text(look("/indicators?having=result", signed_in("mai")))


def test_filters_swap_the_rows_alone(plan):
    answer = Client().get("/indicators?q=rung", headers={"HX-Request": "true"})
    assert b"<html" not in answer.content
    assert "Tỷ lệ che phủ rừng" in answer.content.decode()
