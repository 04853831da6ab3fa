"""Files, names of files, cookies, ways back and sessions: what else somebody may try on the site."""

from __future__ import annotations

import os
import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests.integration.processes import run
from tests.integration.record.texts import resolution
from tests.integration.web.accounts import PASSWORD, made, sign_in
from tests.integration.web.guarded_record import make_open
from tests.integration.web.reviewing import taken_in
from tests.integration.web.site_addresses import LINES, OPEN, Told, browser_of, public, told
from tests.unit.ledger.samples import moment
from tiendo.intake.evidence import keep_evidence
from tiendo.ledger.actors import OPERATOR
from tiendo.ledger.commands.publish import publish
from tiendo.ledger.commands.update_task import update_task
from tiendo.ledger.models import TaskState, TaskUpdate
from tiendo.ledger.set_up import set_up
from tiendo.web.accounts.attempts import MOST_FAILURES

pytestmark = pytest.mark.django_db

_DOWNLOADS = (
    *("scoreboard-csv", "scoreboard-svg", "scoreboard-png", "scoreboard-pdf"),
    *("indicator-csv", "indicator-svg", "indicator-png", "indicator-pdf", "report-file"),
    *("open-table", "open-package", "open-description", "open-year"),
    *("tasks-csv", "data-table", "document-file", "document-akn", "submission-template"),
)
_OF_STAFF = ("task-evidence", "submission-file")
_PAGE = "<!doctype html><html><body><script>alert(document.domain)</script></body></html>"
_DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(2)</script></svg>'

_LONGEST_NAME = 200  # bytes; a file system takes 255
NAMES = (
    "a\r\nSet-Cookie: evil=1.txt",
    'a"; filename="evil.html',
    "báo cáo\u202egnp.exe",
    "../../../../secret-key",
    "..\\..\\secret-key",
    "x" * 200 + ".txt",
    "a;b=c'd.txt",
    "tệp\x01\x7f.txt",
    "\u202ea\u2028b.txt",
)


@pytest.fixture
def numbers(db, tmp_path):
    """A record with one of everything, and the numbers that its addresses need."""
    return make_open(tmp_path)


def is_saved_and_not_shown(answer: Told) -> bool:
    """Whether a browser saves the answer, whatever it takes it for."""
    disposition = answer.headers["content-disposition"]
    return (
        re.match(r"attachment(;|$)", disposition) is not None
        and not re.search(r"[\r\n\x00-\x1f]", disposition)
        and answer.headers["x-content-type-options"] == "nosniff"
        and not answer.headers["content-type"].startswith(("text/html", "application/xhtml"))
    )


# --- files ---


def test_downloads_are_saved_and_not_shown(numbers):
    readers = {**dict.fromkeys(_DOWNLOADS, public()), **dict.fromkeys(_OF_STAFF, browser_of("administrator"))}
    for name, reader in readers.items():
        answer = told(reader, LINES[name].path(numbers))
        assert answer.status == 200, name
        assert is_saved_and_not_shown(answer), name


def test_whatever_is_no_page_is_a_download(numbers):
    """A new address that gives something else than a page has to stand above."""
    shown = {name: told(public(), LINES[name].path(numbers)).headers["content-type"] for name in OPEN}
    assert {name for name, kind in shown.items() if not kind.startswith("text/html")} <= {*_DOWNLOADS, "feed"}


def test_the_feed_is_no_page_in_which_something_runs(numbers):
    """Programs read it where it stands; a browser that shows it may load and run nothing."""
    answer = told(public(), LINES["feed"].path(numbers))
    assert answer.headers["content-type"].startswith("application/atom+xml")
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "script-src 'self'" in answer.headers["content-security-policy"]
    assert "<script" not in answer.text


@pytest.mark.parametrize(("name", "content"), [("trang.html", _PAGE), ("hinh.svg", _DRAWING), ("a.txt", _PAGE)])
def test_pages_and_drawings_that_are_sent_are_never_served_as_such(db, tmp_path, name, content):
    set_up()
    made("officer", "officer", territory="20")
    officer = browser_of("officer")
    answer = officer.post(
        "/upload",
        {"files": SimpleUploadedFile(name, content.encode(), content_type="text/html")},
        headers={"Accept": "application/json"},
    )
    assert answer["Content-Type"] == "application/json"
    assert _PAGE not in answer.content.decode()
    text = resolution() + content
    root = taken_in(tmp_path, name.replace(".svg", ".txt"), text if not name.endswith("html") else f"<p>{text}</p>")
    publish(subject=root, by=OPERATOR, at=moment(1), why="x")
    file = told(public(), f"/documents/{root}/file")
    assert is_saved_and_not_shown(file)
    assert file.headers["content-type"] == "application/octet-stream"
    assert "sandbox" in file.headers["content-security-policy"]


def test_evidence_is_never_served_as_a_page(numbers):
    kept = keep_evidence("trang.html", _PAGE.encode())
    update = told_of(numbers, kept.sha256, kept.name)
    file = told(browser_of("officer"), f"/tasks/{numbers['task']}/evidence/{update}")
    assert file.body.decode() == _PAGE
    assert is_saved_and_not_shown(file)
    assert file.headers["content-type"] == "application/octet-stream"


def told_of(numbers, digest: str, name: str) -> int:
    """A report on the task with that file."""
    update_task(
        task=numbers["task"], on=moment(9).date(), state=TaskState.RUNNING, note="x", agency="STC", evidence=digest,
        evidence_name=name, by=OPERATOR, at=moment(9), why="x",
    )  # fmt: skip
    found: int = TaskUpdate.objects.order_by("-id").values_list("id", flat=True)[0]
    return found


def test_the_name_of_a_file_is_no_header_and_no_path(numbers, tmp_path):
    reader = browser_of("officer")
    for number, name in enumerate(NAMES):
        kept = keep_evidence(name, f"evidence {number}".encode())
        update = told_of(numbers, kept.sha256, kept.name)
        answers = [told(reader, f"/tasks/{numbers['task']}/evidence/{update}")]
        if "/" not in name and "\x00" not in name and len(name.encode()) < _LONGEST_NAME:
            root = taken_in(tmp_path, name if name.endswith(".txt") else f"{name}.txt", resolution(f"9.{number}99"))
            answers.append(told(reader, f"/documents/{root}/file"))
        for answer in answers:
            assert answer.status == 200, ascii(name)
            assert is_saved_and_not_shown(answer), ascii(name)
            assert not answer.cookies
            said = answer.headers["content-disposition"]
            assert "../" not in said
            assert len(re.findall(r'(?<!\\")(?:^attachment)?; filename\*?=', said)) == 1, said


@pytest.mark.parametrize(
    "path",
    [
        "/static/../secret-key", "/static/..%2f..%2fsecret-key", "/static/%2e%2e/%2e%2e/secret-key",
        "/static/tiendo/../../../pyproject.toml", "/static//etc/passwd", "/static/tiendo/..\\..\\secret-key",
        "/data/../secret-key.csv", "/data/..%2fsecret-key.csv", "/documents/1/file/../../secret-key",
        "/indicators/..%2f..%2fsecret-key/values.csv", "/indicators/../values.csv", "/static/tiendo/base.css%00.txt",
    ],
)  # fmt: skip
def test_no_path_leads_out_of_its_folder(db, settings, path):
    set_up()
    settings.WHITENOISE_USE_FINDERS = settings.WHITENOISE_AUTOREFRESH = True
    assert told(public(), path).status in (400, 404)


# --- names of this site, ways back, cookies ---


def test_the_address_of_another_host_does_not_stay_on_a_page(numbers, settings):
    """The page of one reader is kept for the next: whatever name the first one called the site by."""
    settings.ALLOWED_HOSTS = ["testserver", "tiendo.example"]
    first = told(public(headers={"Host": "tiendo.example:4444"}), "/data")
    second = told(public(), "/data")
    assert "tiendo.example:4444" in first.text
    assert "tiendo.example" not in second.text
    assert first.headers["etag"] != second.headers["etag"]


@pytest.mark.parametrize("host", ["evil.example", "testserver.evil.example", "testserver@evil.example", "a b", ""])
def test_a_name_that_is_not_ours_is_refused(db, host):
    answer = told(public(headers={"Host": host or "."}), "/sign-in")
    assert answer.status == 400
    assert "evil" not in answer.text


@pytest.mark.parametrize(
    "path", ["//evil.example", "///evil.example/x", "/\\evil.example", "/%5cevil.example", "/%09/evil"]
)
def test_choosing_a_language_leads_to_no_other_site(db, path):
    client = Client(raise_request_exception=False)
    answer = client.get("/", {"lang": "en"}, PATH_INFO=path)
    if answer.status_code == 302:
        assert re.match(r"/(?![/\\\t])", answer["Location"])
        assert answer.cookies["tiendo_language"]["httponly"]


def test_no_parameter_leads_to_another_site(numbers):
    """`next` is the only way back that the site knows; see also the tests of signing in."""
    query = "&".join(f"{name}=//evil.example" for name in ("next", "back", "redirect", "return_to", "url"))
    for reader in (public(), browser_of("officer")):
        for line in LINES.values():
            for method in ("GET", "POST"):
                answer = told(reader, f"{line.path(numbers)}?{query}", method=method)
                place = answer.headers.get("location", "") + answer.headers.get("hx-redirect", "")
                assert not re.match(r"(\w+:)?//|/\\", place), line.name


@pytest.mark.parametrize("is_https", [False, True])
def test_cookies_are_for_this_site_alone(db, settings, is_https):
    settings.SESSION_COOKIE_SECURE = settings.CSRF_COOKIE_SECURE = is_https
    made("mai", "officer")
    client = Client()
    client.get("/sign-in")
    sign_in(client, "mai")
    client.get("/?lang=en")
    kept = {name: one for name, one in client.cookies.items() if one.value}
    assert set(kept) == {"csrftoken", "sessionid", "tiendo_language"}
    for one in kept.values():
        assert (one["httponly"], one["samesite"], bool(one["secure"])) == (True, "Lax", is_https)
        assert not one["domain"]


# --- sessions and attempts ---


def test_a_session_that_was_planted_is_worth_nothing_after_signing_in(db):
    made("mai", "officer")
    victim = Client()
    victim.cookies["sessionid"] = "a" * 32
    sign_in(victim, "mai")
    assert victim.cookies["sessionid"].value != "a" * 32
    attacker = Client()
    attacker.cookies["sessionid"] = "a" * 32
    assert attacker.get("/profile").status_code == 302


def test_a_session_is_worth_nothing_after_signing_out(db):
    made("mai", "officer")
    client, thief = Client(), Client()
    sign_in(client, "mai")
    thief.cookies["sessionid"] = client.cookies["sessionid"].value
    assert thief.get("/profile").status_code == 200
    client.post("/sign-out")
    assert thief.get("/profile").status_code == 302


def test_guessing_is_slowed_down_and_an_invitation_cannot_be_guessed(db):
    made("mai", "officer")
    client = Client()
    statuses = [sign_in(client, "mai", f"wrong-{number}").status_code for number in range(MOST_FAILURES + 1)]
    assert statuses == [422] * MOST_FAILURES + [429]
    assert sign_in(client, "mai", PASSWORD).status_code == 429
    for secret in ("", "1", "1.x", "1." + "0" * 32, "..", "\x00", "9" * 400 + ".x", "-1.x-y"):
        assert told(public(), f"/first-sign-in/{secret}").status in (400, 404), secret


# --- the settings of an installation ---


def test_djangos_check_for_deployment_warns_of_nothing_with_https(tmp_path):
    """In a process of its own, with the settings of an installation behind https, as `manage.py check --deploy`."""
    code = (
        "from tiendo.config.start import start_django\nstart_django()\n"
        "from django.core.management import call_command\ncall_command('check', deploy=True, fail_level='WARNING')\n"
        "from django.conf import settings\nprint(settings.SILENCED_SYSTEM_CHECKS, settings.DEBUG)"
    )
    environ = {
        **os.environ,
        "TIENDO_DATA_DIR": str(tmp_path / "record"),
        "TIENDO_PUBLIC_URL": "https://tiendo.example.vn",
    }
    said = run(code, environ)
    assert "no issues" in said
    # Whether browsers' built-in lists name the domain is for its owner to decide: the only check that is left out.
    assert "['security.W021'] False" in said
