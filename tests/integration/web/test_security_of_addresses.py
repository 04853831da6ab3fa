"""Every address of the site, found from the resolver: forged forms, headers, strange questions. None is left out."""

from __future__ import annotations

import pytest

from tests.integration.web.guarded_record import make_open
from tests.integration.web.site_addresses import EMBEDDED, LINES, OPEN, Told, browser_of, public, read, resolved, told
from tiendo.ledger.chain import head

pytestmark = pytest.mark.django_db

_METHODS = ("PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "BREW")


@pytest.fixture
def numbers(db, tmp_path):
    """A record with one of everything, and the numbers that its addresses need."""
    return make_open(tmp_path)


def test_every_address_has_a_line_in_the_table():
    assert sorted(resolved()) == sorted(LINES)


def test_an_address_answers_as_its_line_says(numbers):
    reader, administrator = public(), browser_of("administrator")
    wrong = []
    for line in LINES.values():
        path = line.path(numbers)
        found = (
            read(reader, line, path).status,
            told(reader, path, method="POST").status,
            read(administrator, line, path).status,
        )
        if found != (line.read_by_all, line.sent_by_all, line.read_by_administrator):
            wrong.append(f"{line.name}: {found}")
    assert not wrong


def test_no_form_is_taken_without_the_token_of_its_page(numbers):
    administrator = browser_of("administrator", enforce_csrf_checks=True)
    before = head()
    taken = [
        f"{line.name}: {answer.status}"
        for line in LINES.values()
        if (answer := told(administrator, line.path(numbers), method="POST")).status != 403
        or "Biểu mẫu" not in answer.text
    ]
    assert not taken
    assert head() == before
    assert told(administrator, "/profile").status == 200, "not even signing out is forged"


def test_looking_at_an_address_changes_nothing(numbers):
    administrator = browser_of("administrator")
    before = head()
    for line in LINES.values():
        told(administrator, line.path(numbers))
    assert head() == before


def test_who_is_not_signed_in_is_led_to_sign_in_and_back_to_no_other_place(numbers):
    reader, elsewhere = public(), {"sign-out"}
    for line in LINES.values():
        for method, expected in (("GET", line.read_by_all), ("POST", line.sent_by_all)):
            answer = told(reader, line.path(numbers), method=method)
            if expected == 302 and line.name not in elsewhere:
                assert answer.headers["location"].startswith("/sign-in"), line.name


def test_other_methods_are_refused(numbers):
    administrator = browser_of("administrator")
    before = head()
    wrong = [
        f"{method} {line.name}: {status}"
        for line in LINES.values()
        for method in _METHODS
        if (status := told(administrator, line.path(numbers), method=method).status) not in (302, 404, 405)
    ]
    assert not wrong
    assert head() == before


# --- headers ---


def faults_of(answer: Told) -> list[str]:
    """What the headers of an answer do not say."""
    headers, policy = answer.headers, answer.headers.get("content-security-policy", "")
    checks = {
        "no policy": "default-src 'none'" in policy,
        "unsafe policy": "unsafe" not in policy and "*" not in policy and "http" not in policy,
        "may be framed": "frame-ancestors 'none'" in policy or "sandbox" in policy,
        "may be framed by old browsers": headers.get("x-frame-options") == "DENY",
        "may be taken for something else": headers.get("x-content-type-options") == "nosniff",
        "tells where one comes from": headers.get("referrer-policy") == "same-origin",
    }
    return [fault for fault, holds in checks.items() if not holds]


def test_every_answer_of_every_address_is_guarded(numbers):
    readers = {"public": public(), "administrator": browser_of("administrator")}
    wrong = [
        f"{method} {line.name} {who}: {faults}"
        for line in LINES.values()
        for who, reader in readers.items()
        for method in ("GET", "POST")
        if line.name not in EMBEDDED and (faults := faults_of(told(reader, line.path(numbers), method=method)))
    ]
    assert not wrong


def test_every_refusal_is_guarded(numbers, settings, monkeypatch):
    def fails(*arguments, **named):
        raise RuntimeError("a secret of the inside")

    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 1_000
    reader, strict = public(), browser_of("administrator", enforce_csrf_checks=True)
    answers = {
        400: told(reader, "/?period=x"),
        "wrong host": told(public(headers={"Host": "evil.example"}), "/"),
        403: told(browser_of("nobody"), "/admin"),
        "forged": told(strict, "/sign-out", method="POST"),
        404: told(reader, "/nothing/is/here"),
        "api 404": told(reader, "/api/v1/nothing"),
        405: told(reader, "/", method="POST"),
        413: told(reader, "/sign-in", method="POST", data=b"login=" + b"x" * 2_000,
                  content_type="application/x-www-form-urlencoded"),
        "api": told(reader, "/api/v1/tasks"),
        "description": told(reader, "/api/v1/openapi.json"),
    }  # fmt: skip
    monkeypatch.setattr("tiendo.web.pages.findings.views.page_of", fails)
    answers[500] = told(reader, "/findings")
    statuses = {name: answer.status for name, answer in answers.items() if isinstance(name, int)}
    assert statuses == {status: status for status in statuses}
    assert answers["wrong host"].status == 400
    assert "secret of the inside" not in answers[500].text
    assert not {name: faults for name, answer in answers.items() if (faults := faults_of(answer))}


def test_files_of_the_site_are_guarded(settings):
    settings.WHITENOISE_USE_FINDERS = settings.WHITENOISE_AUTOREFRESH = True
    for path in ("/static/tiendo/base.css", "/static/django_htmx/htmx-2.min.js", "/static/tiendo/document.js"):
        answer = told(public(), path)
        assert answer.status in (200, 404)
        assert not faults_of(answer), path
    assert told(public(), "/static/tiendo/base.css").status == 200


def test_only_the_documentation_of_the_api_has_scripts_of_its_own(db):
    answer = told(public(), "/api/v1/docs")
    assert answer.status == 200
    assert faults_of(answer) == ["unsafe policy"]
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert "connect-src 'self'" in answer.headers["content-security-policy"]


def test_who_only_reads_gets_no_cookie(numbers):
    forms = {"sign-in", "account_login", "sign-out", "first-sign-in"}
    reader = public()
    given = {name: set(told(reader, LINES[name].path(numbers)).cookies) for name in OPEN}
    assert {name for name, cookies in given.items() if cookies} <= forms
