"""A report that comes back: what of it still agrees, what was typed, and files that mean harm."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from html import unescape

import docx
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests.integration.record.texts import REPORT, resolution
from tests.integration.web.reviewing import browser_of, taken_in
from tests.unit.ledger.samples import MORNING, moment
from tiendo.ledger.actors import OPERATOR
from tiendo.ledger.chain import head
from tiendo.ledger.commands.publish import publish
from tiendo.ledger.set_up import set_up

pytestmark = pytest.mark.django_db

_TEXT = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}t"
_FIELD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}sdt"


@pytest.fixture
def officer(db, tmp_path) -> Client:
    """An officer of a record with a plan and a report of the first quarter, published."""
    set_up(MORNING)
    for at, (name, text) in enumerate((("a.txt", resolution()), ("b.txt", REPORT)), 1):
        publish(subject=taken_in(tmp_path, name, text), by=OPERATOR, at=moment(at), why="đã ban hành")
    return browser_of("mai", "officer", territory="20")


def written(client: Client, ending: str) -> bytes:
    return client.get(f"/report/file.{ending}?period=2022-Q1").content


def checked(client: Client, content: bytes, name: str, status: int = 200) -> str:
    """What the page says of a file, on one line."""
    answer = client.post("/report/check", {"file": SimpleUploadedFile(name, content)})
    assert answer.status_code == status
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", answer.content.decode())).split())


def edited(content: bytes, was: str, now: str, more: str = "") -> bytes:
    """The Word file with a figure typed over and a sentence added, as an officer does it."""
    document = docx.Document(io.BytesIO(content))
    texts = [text for field in document.element.body.iter(_FIELD) for text in field.iter(_TEXT) if text.text == was]
    texts[0].text = now
    document.paragraphs[-1].add_run(more)
    kept = io.BytesIO()
    document.save(kept)
    return kept.getvalue()


@pytest.mark.parametrize("ending", ["docx", "pdf", "xlsx", "html", "md"])
def test_a_report_as_it_was_written_still_agrees(officer, ending):
    before = head()
    said = checked(officer, written(officer, ending), f"bao-cao.{ending}")
    assert "Các số của báo cáo còn khớp với sổ" in said
    assert "Số liệu không khớp" not in said
    assert head() == before


def test_a_figure_typed_over_is_shown_with_its_place_and_what_to_do(officer):
    content = edited(written(officer, "docx"), "2.202,4", "2.220,4", " Có 77 đơn vị mới.")
    said = checked(officer, content, "bao-cao-da-sua.docx")
    assert "Báo cáo không còn khớp với sổ" in said
    assert "Gõ đè" in said
    assert "2.220,4 khi lập: 2.202,4" in said
    assert "Trả lại số của sổ" in said
    assert "ước thực hiện 2.220,4 tỷ đồng" in said
    assert "Số gõ tay, không gắn với sổ (1)" in said
    assert "77" in said
    # The audit sees the slip too: the share of the plan does not fit the number any more.
    assert "không khớp với 28,1%" in said


def test_a_changed_record_is_told_from_a_report_that_was_edited(officer, tmp_path):
    content = written(officer, "html")
    taken_in(tmp_path, "c.txt", resolution("7.900"))
    said = checked(officer, content, "bao-cao.html")
    assert "Sổ đã đổi" in said
    assert "Báo cáo in: 7.850 Sổ ghi: 7.900" in said


def test_a_report_of_another_record_is_known_as_one(officer):
    content = re.sub(rb'"seal":"[0-9a-f]{64}"', b'"seal":"' + b"0" * 64 + b'"', written(officer, "md"))
    assert "Báo cáo không lập từ sổ này" in checked(officer, content, "bao-cao.md")


def test_the_text_of_an_english_report_is_not_audited(officer):
    officer.cookies["tiendo_language"] = "en"
    said = checked(officer, written(officer, "html"), "report.html")
    assert "The figures of the report agree with the record" in said
    assert "The text was not audited" in said


def test_the_public_signs_in_first(officer):
    for answer in (
        Client().get("/report/check"),
        Client().post("/report/check", {"file": SimpleUploadedFile("a.md", b"x")}),
    ):
        assert answer.status_code == 302
        assert answer["Location"].startswith("/sign-in")


def test_an_officer_elsewhere_is_told_nothing_of_a_draft(officer, tmp_path):
    taken_in(tmp_path, "d.txt", resolution("9.000").replace("901/", "903/").replace("10 tháng 12", "20 tháng 12"))
    content = written(officer, "md")
    assert b"9.000" in content
    bare = content.replace(b"9.000", b"8.888").replace(b"9000", b"8888")
    assert "9.000" not in checked(browser_of("xa", "officer", territory="04"), bare, "bao-cao.md")


def test_nothing_or_an_empty_file_is_said_so(officer):
    assert "Chưa có tệp nào" in checked(officer, b"", "bao-cao.docx", 422)
    assert officer.post("/report/check", {}).status_code == 422


def bomb() -> bytes:
    """A Word file whose text unpacks to far more than is taken."""
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        package.writestr("word/document.xml", b" " * 300_000_000)
    return kept.getvalue()


def with_entities() -> bytes:
    """A Word file that asks for a file of the machine."""
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w") as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        package.writestr("customXml/item1.xml", '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>')
    return kept.getvalue()


HOSTILE = {
    "bomb.docx": bomb,
    "entities.docx": with_entities,
    "no-zip.docx": lambda: b"PK\x03\x04" + b"\x00" * 100,
    "no-report.docx": lambda: b"\xd0\xcf\x11\xe0" * 10,
    "no.pdf": lambda: b"%PDF-1.7\n" + b"\xff" * 1000,
    "deep.html": lambda: b"<p>" * 200_000,
    "stamp.md": lambda: b"<!-- tiendo-report {} -->\n<!-- tiendo-numbers  -->",
    "nested.md": lambda: b"<!-- tiendo-report " + b"[" * 100_000 + b" -->\n<!-- tiendo-numbers  -->",
    "no.xlsx": lambda: b"PK\x05\x06" + b"\x00" * 18,
    "program.exe": lambda: b"MZ",
    "<img src=x>.docx": lambda: b"x",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_what_is_no_report_is_refused_in_one_sentence(officer, name):
    answer = officer.post("/report/check", {"file": SimpleUploadedFile(name, HOSTILE[name]())})
    assert answer.status_code == 422
    page = answer.content.decode()
    faults = re.findall(r'<span class="fault"[^>]*>(.*?)</span>', page, re.DOTALL)
    assert len(faults) == 1
    assert len(faults[0]) > 20
    assert "<img src=x>" not in page
    assert "root:" not in page


@pytest.mark.parametrize(
    ("was", "now"),
    [
        (rb'"period":"2022-Q1"', b'"period":"9999"'),
        (rb'"territory":"20"', b'"territory":"\\u0000"'),
        (rb'"territory":"20"', b'"territory":"\' OR 1=1"'),
        (rb'"horizon":\d+', b'"horizon":' + b"9" * 30),
        (rb'"kind":"quarter"', b'"kind":"agency"'),
        (rb'"day":"2022-03-31"', b'"day":"9999-12-31"'),
        (rb'"language":"vi"', b'"language":"xx"'),
        (rb"/indicators/budget_revenue", b"javascript:alert(1)"),
    ],
)
def test_a_forged_stamp_is_an_answer_and_no_fault(officer, was, now):
    content, count = re.subn(was, lambda _: now, written(officer, "md"))
    assert count
    answer = officer.post("/report/check", {"file": SimpleUploadedFile("bao-cao.md", content)})
    assert answer.status_code in (200, 422)
    assert b"javascript:" not in answer.content


def test_more_than_is_taken_is_not_read(officer, settings):
    settings.TIENDO = replace(settings.TIENDO, max_upload=1_000)
    assert "Tệp bao-cao.md lớn hơn 1" in checked(officer, b"x" * 2_000, "bao-cao.md", 422)
    assert officer.post("/report/check", {"file": SimpleUploadedFile("a.md", b"x" * 9_000)}).status_code == 413
