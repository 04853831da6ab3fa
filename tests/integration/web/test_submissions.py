"""Tables that agencies send in: who sees them, sending one with a check before, opening, closing and withdrawing."""

from __future__ import annotations

import base64
import re
from html import unescape

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils.html import escape

from tests.integration.api.samples import CORRECTED, DRAFT, REPORTED, Sample, make_sample, reported
from tests.integration.web.accounts import made, signed_in
from tests.unit.ledger.samples import MORNING, moment
from tiendo.intake.observations import load_observations
from tiendo.ledger.actors import OPERATOR
from tiendo.ledger.commands.publish import publish
from tiendo.ledger.models import Act, Observation, Submission
from tiendo.ledger.set_up import set_up
from tiendo.ledger.standing import FOREVER
from tiendo.web.pages.submissions.sending import LARGEST_TABLE

pytestmark = pytest.mark.django_db

HOSTILE = "<img src=x onerror=alert(1)>\"'.csv"
BROKEN = "indicator,territory,period,value\nbudget_revenue,20,2022-Q3,1\nfish,20,2022-Q3,1\nforest_cover,20,2021,=1+1\n"


@pytest.fixture
def sample(db) -> Sample:
    """A published submission of STC, and a draft."""
    return make_sample()


def text(answer) -> str:
    """What a reader reads, on one line."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", answer.content.decode())).split())


def of_role(role: str, name: str = "hoa", *, territory: str | None = "20") -> Client:
    made(name, role, territory=territory, agency="STC" if role == "reporter" else None)
    return signed_in(name)


def table(content: str | bytes = DRAFT, name: str = "so-lieu.csv") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content.encode() if isinstance(content, str) else content)


def check(client, file=None, **more):
    sent = {"agency": "STC", "decimal": ".", **more}
    return client.post("/submissions/new", sent | ({"file": file} if file else {}))


def confirmed(client, page, **changed):
    """Send the form that the outcome of the check shows."""
    fields = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)">', page.content.decode()))
    fields.pop("csrfmiddlewaretoken", None)
    return client.post("/submissions/record", {name: unescape(value) for name, value in fields.items()} | changed)


def acts() -> int:
    return Act.objects.count()


# --- who sees what ---


def test_the_public_sees_published_tables_and_not_who_recorded_them(sample):
    said = text(Client().get("/submissions"))
    assert "1 lần gửi" in said
    assert "=rows.csv" in said
    assert "Sở Tài chính Quý I năm 2022 – Quý II năm 2022" in said
    assert "operator" not in said
    assert "chưa công bố" not in said


def test_staff_and_the_agency_see_drafts_and_who_recorded_them(sample):
    for role in ("officer", "reporter"):
        said = text(of_role(role, role).get("/submissions"))
        assert "2 lần gửi" in said
        assert "chưa công bố" in said
        assert "operator" in said


@pytest.mark.parametrize("path", ["", "/file"])
def test_a_draft_does_not_exist_for_whoever_guesses_its_number(sample, path):
    address = f"/submissions/{sample.hidden_submission}{path}"
    assert Client().get(address).status_code == 404
    assert of_role("officer", territory="04").get(address).status_code == 404
    shown = of_role("officer", "mai").get(address)
    assert shown.status_code == 200
    shown.close()


def test_a_document_is_no_submission(sample):
    assert of_role("approver").get(f"/submissions/{sample.published}").status_code == 404


@pytest.mark.parametrize(
    ("query", "found"),
    [("agency=STC", True), ("q=ROWS", True), ("q=khac", False), ("state=draft", False), ("state=published", True)],
)
def test_the_list_is_filtered(sample, query, found):
    assert ("=rows.csv" in text(Client().get(f"/submissions?{query}"))) is found


@pytest.mark.parametrize("query", ["agency=SCT", "agency='--", "state=x", "page=x"])
def test_what_the_list_cannot_mean_is_refused(sample, query):
    assert Client().get(f"/submissions?{query}").status_code == 400


def test_the_page_shows_the_rows_with_their_indicators(sample):
    answer = Client().get(f"/submissions/{sample.submission}")
    assert "Tổng thu ngân sách nhà nước trên địa bàn Tỉnh Lạng Sơn Quý I năm 2022 2.530,10 tỷ đồng" in text(answer)
    assert 'href="/indicators/budget_revenue?territory=20"' in answer.content.decode()
    assert "Tải về" not in text(answer), "the file may hold more than what is shown"


def test_a_value_that_was_corrected_leads_to_the_table_that_corrected_it(sample):
    later = reported(CORRECTED, 9)
    page = f"/submissions/{sample.submission}"
    for reader in (Client(), of_role("officer", "lan", territory="04")):
        assert f'href="/submissions/{later}"' not in reader.get(page).content.decode(), "a draft is nobody's business"
        assert "không còn hiệu lực" not in text(reader.get(page)), "and takes nothing away"
    seen = of_role("officer").get(page).content.decode()
    assert f'href="/submissions/{later}"' in seen, "whoever may see the draft sees what it replaces"
    publish(subject=later, by=OPERATOR, at=moment(10), why="test")
    answer = Client().get(page)
    assert f'href="/submissions/{later}">đã được sửa' in answer.content.decode()
    assert "2 (còn hiệu lực: 1)" in text(answer)


def test_long_tables_are_shown_page_by_page(db):
    set_up(MORNING)
    rows = [f"budget_revenue,20,{year}-{month:02d},{year}" for year in range(2000, 2021) for month in range(1, 13)]
    root = reported("indicator,territory,period,value\n" + "\n".join(rows) + "\n", 2)
    client = of_role("officer")
    first, last = (text(client.get(f"/submissions/{root}?page={page}")) for page in (1, 99))
    assert "Trang 1 / 3" in first
    assert "Tháng 1 năm 2000" in first
    assert "Trang 3 / 3" in last
    assert "Tháng 12 năm 2020" in last
    assert "Tháng 2 năm 2000" not in last


def test_the_file_is_given_back_byte_for_byte_and_never_shown(sample):
    answer = of_role("reporter").get(f"/submissions/{sample.submission}/file")
    assert b"".join(answer.streaming_content) == REPORTED.encode()
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["Content-Type"] == "application/octet-stream"
    assert Client().get(f"/submissions/{sample.submission}/file").status_code == 404


def test_agency_scoreboard_and_indicator_lead_to_the_table(sample):
    address = f'href="/submissions/{sample.submission}"'
    for page in ("/agencies/STC", "/?period=2022-Q1&territory=20", "/indicators/budget_revenue"):
        assert address in Client().get(page).content.decode(), page


# --- opening, closing, withdrawing ---


@pytest.mark.parametrize(
    ("role", "territory", "draft", "published"),
    [
        ("reporter", "20", 403, 403),
        ("officer", "20", 403, 403),
        ("approver", "20", 302, 302),
        ("administrator", None, 302, 302),
        ("approver", "04", 404, 403),
    ],
)
def test_only_approvers_publish_and_withdraw(sample, role, territory, draft, published):
    client = of_role(role, territory=territory)
    assert client.post(f"/submissions/{sample.hidden_submission}/publish").status_code == draft
    assert client.post(f"/submissions/{sample.submission}/unpublish").status_code == published
    withdrawn = client.post(f"/submissions/{sample.submission}/withdraw", {"why": "nhầm tệp"})
    assert withdrawn.status_code == published


@pytest.mark.parametrize("change", ["publish", "unpublish", "withdraw"])
def test_the_public_is_sent_to_sign_in_and_changes_nothing(sample, change):
    before = acts()
    answer = Client().post(f"/submissions/{sample.submission}/{change}", {"why": "x"})
    assert (answer.status_code, answer["Location"][:8]) == (302, "/sign-in")
    assert acts() == before
    page = Client().get(f"/submissions/{sample.submission}").content.decode()
    assert "/unpublish" not in page
    assert "/withdraw" not in page


def test_what_is_published_is_on_the_public_pages_until_it_is_closed(sample):
    client, page = of_role("approver"), f"/submissions/{sample.hidden_submission}"
    client.post(f"{page}/publish", {"why": "báo cáo quý III"})
    assert Act.objects.order_by("-number").values_list("why", flat=True)[0] == "báo cáo quý III"
    assert "2.700" in text(Client().get("/indicators/budget_revenue"))
    client.post(f"{page}/unpublish")
    assert "2.700" not in text(Client().get("/indicators/budget_revenue"))


def test_withdrawing_says_before_what_it_means_and_wants_a_reason(sample):
    client, page = of_role("approver"), f"/submissions/{sample.submission}"
    said = text(client.get(page))
    assert "2 giá trị còn hiệu lực của bảng sẽ không được tính nữa" in said
    assert "không trở lại" in said
    client.post(f"{page}/withdraw", {"why": "  "})
    assert Observation.objects.standing(FOREVER).filter(low="2530.10").exists()
    assert "cần lý do" in text(client.get(page))
    client.post(f"{page}/withdraw", {"why": "nhầm tệp"})
    assert not Observation.objects.standing(FOREVER).filter(low="2530.10").exists()
    assert "Đã rút" in text(client.get("/submissions"))
    assert client.get(page).status_code == 404
    assert f'href="{page}"' not in client.get("/indicators/budget_revenue").content.decode(), "leads nowhere now"


# --- sending ---


@pytest.mark.parametrize(
    ("role", "territory", "status"), [("reporter", "20", 200), ("officer", "20", 200), ("approver", "20", 200)]
)
def test_those_who_may_report_get_the_form(sample, role, territory, status):
    assert of_role(role, territory=territory).get("/submissions/new").status_code == status


def test_others_do_not(sample):
    assert Client().get("/submissions/new")["Location"].startswith("/sign-in")
    made("la")
    assert signed_in("la").get("/submissions/new").status_code == 403


def test_a_reporter_sends_for_their_own_agency_only(sample):
    client = of_role("reporter")
    assert re.findall(r'<option value="(\w+)"', client.get("/submissions/new").content.decode()) == ["STC"]
    before = acts()
    assert "Hãy chọn cơ quan" in text(check(client, table(), agency="SCT"))
    elsewhere = check(client, table(DRAFT.replace(",20,", ",04,")))
    assert "không có quyền" in text(elsewhere)
    assert acts() == before


def test_the_check_tells_what_would_become_of_the_rows_and_records_nothing(sample):
    client, before = of_role("reporter"), acts()
    rows = REPORTED.replace("2530.10", "2540") + "budget_revenue,20,2022-Q4,9\n"
    page = check(client, table(rows))
    said = text(page)
    assert page.status_code == 200
    assert "1 giá trị mới 1 thay giá trị đã báo cáo 1 không đổi" in said
    assert "Các dòng thay giá trị đã báo cáo: 2." in said
    assert acts() == before
    answer = confirmed(client, page)
    root = Submission.objects.order_by("-id").values_list("root", flat=True)[0]
    assert (answer.status_code, answer["Location"]) == (302, f"/submissions/{root}")
    assert acts() == before + 1
    assert b"".join(client.get(f"/submissions/{root}/file").streaming_content) == rows.encode()


def test_every_refused_row_is_told_and_keeps_all_others_out(sample):
    client, before = of_role("reporter"), acts()
    page = check(client, table(BROKEN))
    assert "3 indicator danh mục không có chỉ tiêu 'fish'" in text(page)
    assert "4 value ô value là công thức '=1+1'" in text(page)
    assert "/submissions/record" not in page.content.decode()
    assert acts() == before


def test_what_is_sent_past_the_check_is_checked_all_the_same(sample):
    client, before = of_role("reporter"), acts()
    page = check(client, table())
    for content in (base64.b64encode(BROKEN.encode()).decode(), "không phải base64", ""):
        answer = confirmed(client, page, content=content)
        assert answer.status_code in (200, 422)
    assert confirmed(client, page, agency="SCT").status_code == 422
    assert acts() == before


def test_what_stands_already_is_not_recorded_again(sample):
    client, before = of_role("reporter"), acts()
    assert "đã có trong sổ" in text(check(client, table(REPORTED)))
    assert acts() == before


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\xfe\x00",
        b"PK\x03\x04 a workbook",
        b"a,b\n1,2\n",
        b'indicator,territory,period,value\n"',
        b"\x00" * 99,
    ],
)
def test_what_is_no_table_is_refused_with_a_sentence(sample, content):
    client, before = of_role("reporter"), acts()
    answer = check(client, table(content))
    assert answer.status_code in (200, 422)
    assert "bị từ chối" in text(answer) or "Hãy chọn một tệp" in text(answer)
    assert acts() == before


def test_a_table_is_bounded(sample):
    client = of_role("reporter")
    assert "lớn quá" in text(check(client, table(b"x" * (LARGEST_TABLE + 1))))
    assert "Hãy chọn một tệp" in text(check(client))
    assert "dấu nào" in text(check(client, table(), decimal=";"))


def test_file_names_and_cells_are_words_and_never_markup(sample):
    client = of_role("reporter")
    page = check(client, table(DRAFT.replace("2700", "2705"), HOSTILE))
    assert "<img" not in page.content.decode()
    confirmed(client, page)
    for address in ("/submissions", f"/submissions/{Submission.objects.order_by('-id')[0].root}", "/agencies/STC"):
        body = client.get(address).content.decode()
        assert "<img" not in body
        assert escape("<img src=x onerror=alert(1)>") in body
    refused = check(client, table("indicator,territory,period,value\n<script>alert(1)</script>,20,2022,1\n"))
    assert "<script>alert" not in refused.content.decode()
    assert escape("<script>alert(1)</script>") in refused.content.decode()


def test_a_name_cannot_end_the_header_of_a_download(sample):
    outcome = load_observations(
        DRAFT.replace("2700", "1").encode(),
        name='a"\r\nX-Evil: 1.csv',
        agency="STC",
        by=OPERATOR,
        at=moment(11),
        why="",
    )
    answer = of_role("officer").get(f"/submissions/{outcome.submission}/file")
    assert b"".join(answer.streaming_content).endswith(b",1\n")
    assert "X-Evil" not in answer.headers


def test_the_template_is_the_one_of_the_command():
    answer = Client().get("/submissions/template.csv")
    assert answer.content.startswith(b"indicator,territory,period,value")
    assert answer["Content-Disposition"].startswith("attachment")
