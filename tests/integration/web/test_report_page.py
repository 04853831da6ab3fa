"""The page of a report: what can be chosen, whether its figures are the record's, who sees what, what is handed out."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from html import unescape
from zipfile import ZipFile

import docx
import pytest
from django.test import Client

from tests.integration.record.texts import REPORT, resolution
from tests.integration.web.reviewing import browser_of, taken_in
from tests.unit.ledger.samples import MORNING, moment
from tiendo.ledger.actors import OPERATOR
from tiendo.ledger.commands.publish import publish
from tiendo.ledger.set_up import set_up
from tiendo.publishing.report.forms import FORMS, form_of

pytestmark = pytest.mark.django_db

QUARTER = "/report?period=2022-Q1"
HOSTILE_TITLE = "<img src=x onerror=alert(1)>"


@pytest.fixture
def record(db, tmp_path):
    """A plan and a report of the first quarter, published."""
    set_up(MORNING)
    for at, (name, text) in enumerate((("a.txt", resolution()), ("b.txt", REPORT)), 1):
        publish(subject=taken_in(tmp_path, name, text), by=OPERATOR, at=moment(at), why="đã ban hành")
    return tmp_path


@pytest.fixture
def with_draft(record):
    """The same with a plan that is not published and says more."""
    draft = resolution("9.000").replace("901/NQ-HĐND", "903/NQ-HĐND").replace("10 tháng 12", "20 tháng 12")
    taken_in(record, "c.txt", draft)
    return record


def page_of(path: str, client: Client | None = None) -> str:
    answer = (client or Client()).get(path)
    assert answer.status_code == 200, path
    return answer.content.decode()


def text_of(page: str) -> str:
    """What a reader reads, on one line."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", page)).split())


def sheet_of(page: str) -> str:
    """The preview alone."""
    return page[page.index('<article class="sheet"') : page.index("</main>")]


# --- choosing ---


def test_without_a_question_it_is_the_report_of_the_latest_period(record):
    said = text_of(page_of("/report"))
    assert "Báo cáo: quý I năm 2022" in said
    assert "trên địa bàn ước thực hiện 2.202,4 tỷ đồng" in said


def test_only_the_kinds_that_tell_of_the_period_can_be_chosen(record):
    for period, kinds in (("2022-Q1", ["quarter", "press", "agency"]), ("2022", ["year", "press", "agency"])):
        choice = re.search(r'<select id="by-kind".*?</select>', page_of(f"/report?period={period}"), re.DOTALL)
        assert re.findall(r'value="([^"]+)"', choice[0]) == kinds


def test_agencies_are_asked_for_only_where_the_report_is_of_one(record):
    assert 'id="by-agency"' not in page_of(QUARTER)
    page = page_of(f"{QUARTER}&kind=agency")
    assert 'id="by-agency"' in page
    assert "Hãy chọn cơ quan mà báo cáo nói về." in page


def test_the_report_of_an_agency_stands_under_its_name(record):
    assert "SỞ TÀI CHÍNH" in sheet_of(page_of(f"{QUARTER}&kind=agency&agency=STC"))


def test_a_date_is_printed_and_a_draft_leaves_room_for_it(record):
    assert "ngày 05 tháng 4 năm 2022" in text_of(page_of(f"{QUARTER}&date=2022-04-05"))
    assert "ngày 05" not in text_of(sheet_of(page_of(QUARTER)))


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("period=2035", "Sổ chưa có kết quả nào của năm 2035"),
        ("period=2022-Q1&kind=agency&agency=KHONG-CO", "Sổ không có cơ quan nào mang mã"),
        ("period=2022-Q1&kind=half", "Báo cáo loại half không lập cho kỳ 2022-Q1"),
        ("period=2022-Q1&asOf=2020-01-01", "chưa"),
    ],
)
def test_what_cannot_be_reported_is_one_sentence(record, query, sentence):
    page = page_of(f"/report?{query}")
    assert "Chưa có báo cáo để xem" in page
    assert sentence in text_of(page)
    assert 'class="sheet"' not in page
    assert Client().get(f"/report/file.md?{query}").status_code == 404


@pytest.mark.parametrize("query", ["period=x", "kind=novel", "date=gio", "agency=';--"])
def test_what_the_address_cannot_mean_is_refused(record, query):
    for path in ("/report", "/report/file.pdf"):
        assert Client().get(f"{path}?{query}").status_code == 400


def test_an_empty_record_has_no_report(db):
    set_up(MORNING)
    assert "Chưa có báo cáo để xem" in page_of("/report")


@pytest.mark.parametrize("written", [None, "template: khong-co.yaml.docx"], ids=["no file", "no template"])
def test_wrong_settings_are_told_to_staff_and_hide_their_place_from_the_public(record, settings, tmp_path, written):
    path = tmp_path / "khong-co.yaml"
    if written is not None:
        path.write_text(written, encoding="utf-8")
    settings.TIENDO = replace(settings.TIENDO, report_settings=path)
    assert "Thiết đặt báo cáo của tỉnh đang có lỗi" in page_of(QUARTER)
    assert "khong-co.yaml" not in page_of(QUARTER)
    answer = Client().get("/report/file.docx?period=2022-Q1")
    assert answer.status_code == 404
    assert b"khong-co.yaml" not in answer.content
    assert "khong-co.yaml" in page_of(QUARTER, browser_of("mai", "officer", territory="20"))


# --- the preview ---


def test_each_figure_leads_to_its_indicator_and_says_what_it_is(record):
    sheet = sheet_of(page_of(QUARTER))
    assert (
        '<a class="figure" href="/indicators/budget_revenue"'
        ' title="kết quả: 2.202,4 tỷ đồng · quý I năm 2022 · 902/BC-UBND, I.1">2.202,4</a>'
    ) in sheet


def test_the_figures_of_the_preview_are_those_of_the_file(record):
    printed = re.findall(r'class="figure"[^>]*>([^<]+)<', sheet_of(page_of(QUARTER)))
    written = Client().get("/report/file.html?period=2022-Q1").content.decode()
    assert printed == re.findall(r"<data [^>]*>([^<]+)</data>", written)
    assert len(printed) > 5


def test_what_does_not_hold_stands_before_the_sheet(record):
    page = page_of(QUARTER)
    before = text_of(page[: page.index('<article class="sheet"')])
    assert "Trước khi ban hành" in before
    assert "Kiểm tra chữ của báo cáo: không có chỗ nào không khớp." in before
    assert "2 chỉ tiêu chưa có số liệu của kỳ." in before or "1 chỉ tiêu chưa có số liệu của kỳ." in before


def test_the_stamp_says_which_state_of_the_record_and_who(record):
    said = text_of(page_of(QUARTER))
    assert re.search(r"Trạng thái của sổ [0-9a-f]{16}", said)
    assert "Người lập người đọc, từ số liệu đã công bố" in said
    assert "Người lập mai" in text_of(page_of(QUARTER, browser_of("mai", "officer", territory="20")))


def test_words_of_documents_stay_words(record):
    taken = taken_in(record, "d.txt", resolution().replace("901/", "904/").replace("rà soát", HOSTILE_TITLE))
    publish(subject=taken, by=OPERATOR, at=moment(5), why="đã ban hành")
    page = page_of(QUARTER)
    assert HOSTILE_TITLE not in page
    assert "&lt;img src=x onerror=alert(1)&gt;" in page


# --- the files ---


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.suffix)
def test_each_form_is_handed_out_with_its_type_and_comes_back(record, form):
    answer = Client().get(f"/report/file{form.suffix}?period=2022-Q1&kind=quarter")
    assert answer.status_code == 200
    assert answer["Content-Type"] == form.media_type
    assert answer["Content-Disposition"] == f'attachment; filename="bao-cao-2022-Q1-quarter{form.suffix}"'
    stamp = form_of(f"a{form.suffix}").read(f"a{form.suffix}", answer.content).sealed.stamp
    assert (str(stamp.period), stamp.sort.value, stamp.by) == ("2022-Q1", "quarter", "public")


def test_there_is_no_other_form(record):
    for ending in ("exe", "docm", "zip"):
        assert Client().get(f"/report/file.{ending}?period=2022-Q1").status_code == 404


def test_a_file_is_made_for_the_public_once(record):
    first = Client().get("/report/file.docx?period=2022-Q1")
    again = Client().get("/report/file.docx?period=2022-Q1")
    assert again.content == first.content
    assert Client().get("/report/file.docx?period=2022-Q1", headers={"If-None-Match": first["ETag"]}).status_code == 304
    assert Client().get("/report/file.docx?period=2022-Q1&kind=press")["ETag"] != first["ETag"]


def test_the_english_report_has_the_same_figures(record):
    client = Client()
    client.cookies["tiendo_language"] = "en"
    page = page_of(QUARTER, client)
    assert '<article class="sheet" lang="en"' in page
    assert "2,202.4" in page
    # The audit reads Vietnamese: what it would make of English numbers is no finding.
    assert "Audit of the text of the report: nothing disagrees." in page


# --- drafts ---


def test_drafts_are_marked_for_staff_and_hidden_from_the_public(with_draft):
    officer = browser_of("mai", "officer", territory="20")
    seen, public = page_of(QUARTER, officer), page_of(QUARTER)
    assert "903/NQ-HĐND" in seen
    assert "Có số liệu chưa công bố" in text_of(sheet_of(seen))
    assert "903/NQ-HĐND" not in public
    assert "9.000" not in public
    assert "chưa công bố" not in public
    for reader, finds in ((officer, True), (Client(), False), (browser_of("xa", "officer", territory="04"), False)):
        written = reader.get("/report/file.md?period=2022-Q1").content.decode()
        assert ("903/NQ-HĐND" in written) is finds


def test_what_staff_take_along_is_kept_for_nobody(with_draft):
    officer = browser_of("mai", "officer", territory="20")
    answer = officer.get("/report/file.docx?period=2022-Q1")
    assert answer["Cache-Control"] == "private, no-store"
    assert "ETag" not in answer
    with ZipFile(io.BytesIO(Client().get("/report/file.docx?period=2022-Q1").content)) as package:
        assert not any(b"903/NQ" in package.read(name) for name in package.namelist())
    assert docx.Document(io.BytesIO(answer.content)).paragraphs
