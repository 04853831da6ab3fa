"""Files come in by the form of a page: kept, queued, read by a worker, and shown with what became of each."""

from __future__ import annotations

import io
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils.html import escape

from tests.integration.record.texts import REPORT, resolution
from tests.integration.test_bad_input import protected_pdf
from tests.integration.web.accounts import made, sign_in
from tiendo.intake.ingest import actor_of_job, work_on
from tiendo.intake.jobs import do_job, take_job
from tiendo.intake.models import Job
from tiendo.ledger.files import path_of
from tiendo.ledger.models import Document
from tiendo.ledger.set_up import set_up
from tiendo.ledger.standing import FOREVER
from tiendo.web import uploads
from tiendo.web.uploads import clean_name

pytestmark = pytest.mark.django_db

_ONE_FILE_OK = {"taken": 1, "refused": []}


@pytest.fixture(autouse=True)
def record(db):
    set_up()


def english(**options):
    """A browser that shows the pages in English."""
    client = Client(**options)
    client.cookies["tiendo_language"] = "en"
    return client


def as_one(name="hoa", role="officer", territory=None):
    made(name, role, territory=territory)
    client = english()
    assert sign_in(client, name).status_code == 302
    return client


def file(name="nghi-quyet.txt", content=None):
    return SimpleUploadedFile(name, resolution().encode() if content is None else content)


def send(client, *files, **more):
    return client.post("/upload", {"files": list(files), **more})


def work():
    """What the worker of the server does."""
    while (job := take_job()) is not None:
        do_job(job, lambda mine: work_on(mine, by=actor_of_job(mine)))


def shown(client):
    answer = client.get("/upload/jobs")
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def test_a_file_is_kept_queued_read_and_shown_with_what_needs_a_look():
    client = as_one()
    answer = send(client, file(), why="kỳ họp tháng 12")
    assert (answer.status_code, answer["Location"]) == (302, "/upload/jobs")
    job = Job.objects.get()
    assert (job.by, job.why, job.state) == ("hoa", "kỳ họp tháng 12", "waiting")
    assert path_of(job.files[0]["sha256"]).read_bytes() == resolution().encode()
    page = shown(client)
    assert "1 file was taken and will be read." in page
    assert "Waiting for its turn" in page
    assert 'hx-trigger="every 2s"' in page
    work()
    page = shown(client)
    root = Document.objects.standing(FOREVER).get().root
    assert f'<a href="/documents/{root}">901/NQ-HĐND</a>' in page
    assert "Review 1 fact" in page
    assert f'href="/documents/{root}/review"' in page
    assert '<span class="tag">draft</span>' in page
    assert "every 2s" not in page, "nothing is under way any more"


def test_an_officer_asks_for_publication_and_an_approver_publishes():
    officer = as_one()
    send(officer, file())
    work()
    assert "An approver can publish this document." in shown(officer)
    approver = as_one("binh", "approver")
    page = shown(approver)
    root = Document.objects.standing(FOREVER).get().root
    assert f'action="/documents/{root}/publish"' in page


def test_the_same_file_again_says_so_and_leads_to_its_document():
    client = as_one()
    send(client, file())
    work()
    send(client, file("lan-nua.txt"))
    work()
    page = shown(client)
    assert "Known already" in page
    assert "The file is the same as one that was read before" in page
    assert Document.objects.count() == 1


def test_a_new_version_says_what_changed():
    client = as_one()
    send(client, file())
    work()
    send(client, file(content=resolution("8.100").encode()))
    work()
    page = shown(client)
    assert "1 difference to the version before" in page
    assert "7,850 → 8,100" in page


def test_a_period_and_a_territory_help_a_text_that_says_none():
    client = as_one()
    text = "BÁO CÁO\n\n1. Tỷ lệ che phủ rừng ước đạt 63,8%.\n"
    send(client, file("bao-cao.txt", text.encode()), period="2022-Q1", territory="20")
    work()
    document = Document.objects.standing(FOREVER).get()
    assert document.territory == "20"
    assert Job.objects.get().files[0]["period"] == "2022-Q1"
    from tiendo.ledger.models import Fact

    assert {fact.record["period"] for fact in Fact.objects.all() if "period" in fact.record} == {"2022-Q1"}


def test_what_the_text_says_itself_counts_more_than_the_form():
    client = as_one()
    send(client, file(content=REPORT.encode()), period="2019-Q4", territory="04")
    work()
    document = Document.objects.standing(FOREVER).get()
    assert (document.territory, document.period) == ("20", "2022-Q1")


def _zip_bomb():
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", b" " * 400_000_000)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("bang.xlsx", b"PK\x03\x04 no zip at all", "is damaged or cut short"),
        ("anh.docx", b"<html><body>Not Found</body></html>", "ends in .docx but holds something else"),
        ("bom.docx", _zip_bomb, "unpacks to more than"),
        ("mật.pdf", protected_pdf, "is protected by a password"),
        ("hinh.svg", b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>", None),
    ],
)
def test_what_cannot_be_read_costs_one_sentence_and_no_other_file(name, content, sentence):
    client = as_one()
    send(client, file(name, content() if callable(content) else content), file())
    work()
    page = shown(client)
    if sentence:
        assert sentence in page
        assert page.count('class="refused"') == 1
    assert page.count("901/NQ-HĐND") == 1
    assert "<script>alert" not in page


def test_an_empty_file_and_one_that_is_too_large_are_refused_at_once(settings):
    from dataclasses import replace

    settings.TIENDO = replace(settings.TIENDO, max_upload=1000)
    client = as_one()
    large, empty, fits = file("lon.txt", b"x" * 1001), file("trong.txt", b""), file("vua.txt", b"x" * 1000)
    answer = send(client, large, empty, fits)
    assert [one["name"] for one in Job.objects.get().files] == ["vua.txt"]
    page = client.get(answer["Location"]).content.decode()
    assert "The file lon.txt is larger than the limit of 0.001 MB: split it" in page
    assert "The file trong.txt is empty (0 bytes)" in page


def test_a_whole_form_that_is_too_large_is_not_read(settings):
    from dataclasses import replace

    settings.TIENDO = replace(settings.TIENDO, max_upload=1000)
    client = as_one()
    answer = send(client, *(file(f"{number}.txt", b"x" * 900) for number in range(5)))
    assert answer.status_code == 413
    assert not Job.objects.exists()


def test_forms_that_ask_for_no_file_write_none_to_the_disk_beyond_the_bounds(settings, tmp_path):
    from dataclasses import replace

    settings.TIENDO = replace(settings.TIENDO, max_upload=1000)
    settings.FILE_UPLOAD_TEMP_DIR = str(tmp_path)
    public = english(enforce_csrf_checks=True)
    public.get("/sign-in")
    answer = public.post("/sign-in", {"login": "hoa", "file": file(content=b"x" * 5000)})
    assert answer.status_code in (400, 413)
    assert list(tmp_path.iterdir()) == []


def test_files_under_way_stay_in_sight_however_many_came_after():
    client = as_one()
    send(client, file("dau-tien.txt"))
    first = Job.objects.get()
    for number in range(45):
        Job.objects.create(
            kind="ingest",
            by="hoa",
            why="",
            files=[],
            state="done",
            made_at=first.made_at,
            outcomes=[],
            worker=str(number),
        )
    assert "dau-tien.txt" in shown(client)


def test_more_files_than_are_taken_at_once_are_named_and_the_first_ones_are_kept(monkeypatch):
    monkeypatch.setattr(uploads, "MOST_FILES", 2)
    client = as_one()
    answer = send(client, *(file(f"{number}.txt", f"Văn bản {number}".encode()) for number in range(4)))
    kept = Job.objects.get().files
    assert [one["name"] for one in kept] == ["0.txt", "1.txt"]
    assert [path_of(one["sha256"]).read_text() for one in kept] == ["Văn bản 0", "Văn bản 1"]
    assert "2 files were not taken" in client.get(answer["Location"]).content.decode()


def test_a_script_gets_an_answer_for_each_file():
    client = as_one()
    answer = client.post("/upload", {"files": [file()]}, headers={"Accept": "application/json"})
    assert (answer.status_code, answer.json()) == (200, _ONE_FILE_OK)
    answer = client.post("/upload", {"files": [file("trong.txt", b"")]}, headers={"Accept": "application/json"})
    assert answer.json()["refused"] == ["The file trong.txt is empty (0 bytes): download or export the document again."]


def test_without_a_file_nothing_is_queued():
    client = as_one()
    answer = client.post("/upload", {})
    assert answer["Location"] == "/upload"
    assert "No file was chosen" in client.get("/upload").content.decode()
    assert not Job.objects.exists()


def test_the_public_has_to_sign_in_and_a_reporter_may_not():
    public = english()
    assert public.get("/upload")["Location"] == "/sign-in?next=%2Fupload"
    assert send(public, file())["Location"].startswith("/sign-in")
    made("so", "reporter", agency="STC", territory="20")
    reporter = english()
    sign_in(reporter, "so")
    assert reporter.get("/upload").status_code == 403
    assert send(reporter, file()).status_code == 403
    assert reporter.get("/upload/jobs").status_code == 403
    assert not Job.objects.exists()


def test_a_form_without_its_token_is_refused():
    made("hoa", "officer")
    client = english(enforce_csrf_checks=True)
    client.force_login(_account("hoa"), backend="tiendo.web.accounts.backends.PasswordBackend")
    assert send(client, file()).status_code == 403
    assert not Job.objects.exists()
    token = client.get("/upload").context["csrf_token"]
    assert send(client, file(), csrfmiddlewaretoken=str(token)).status_code == 302
    assert Job.objects.count() == 1


def _account(name):
    from tiendo.ledger.models import Account

    return Account.objects.get(username=name)


def test_an_officer_of_one_territory_sees_only_own_files_and_cannot_take_in_others():
    send(as_one("hoa", territory="20"), file("cua-hoa.txt"))
    other = as_one("binh", territory="04")
    assert "cua-hoa.txt" not in shown(other)
    send(other, file("cua-binh.txt", REPORT.encode()))
    work()
    page = shown(other)
    assert "belongs to a territory outside your scope" in page
    assert Document.objects.standing(FOREVER).count() == 1
    administrator = as_one("quan", "administrator")
    assert "cua-hoa.txt" in shown(administrator)
    assert "cua-binh.txt" in shown(administrator)


@pytest.mark.parametrize(
    "name", ["<img src=x onerror=alert(1)>.txt", "../../etc/passwd", "a\u202etxt.exe", "tệp rất dài " * 40 + ".docx"]
)
def test_hostile_names_are_shown_as_text_and_lead_nowhere(name):
    client = as_one()
    send(client, file(name))
    (kept,) = Job.objects.get().files
    assert "/" not in kept["name"]
    assert "\u202e" not in kept["name"]
    assert len(kept["name"]) <= 120
    page = client.get("/upload/jobs").content.decode()
    assert escape(kept["name"]) in page
    assert "<img" not in page


def test_pages_and_drawings_of_others_are_given_back_as_bytes_to_be_saved():
    client = as_one("quan", "administrator")
    html = b"<!doctype html><html><body><p>B\xc3\xa1o c\xc3\xa1o</p><script>alert(1)</script></body></html>"
    send(client, file("trang.html", html))
    work()
    root = Document.objects.standing(FOREVER).get().root
    answer = client.get(f"/documents/{root}/file")
    assert answer["Content-Type"] == "application/octet-stream"
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert b"".join(answer.streaming_content) == html


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("C:\\Users\\mai\\báo cáo.docx", "báo cáo.docx"),
        ("..", "tep"),
        ("", "tep"),
        ("ke\u0302\u0301 hoạch.pdf", "kế hoạch.pdf"),
        ("a\x00b\nc.txt", "abc.txt"),
        (".htaccess", "htaccess"),
    ],
)
def test_names_are_cleaned(written, kept):
    assert clean_name(written) == kept
