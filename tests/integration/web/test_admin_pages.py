"""The administrator's pages: who may see them, and what each change does."""

from __future__ import annotations

import re
from datetime import date

import pytest
from django.test import Client
from django.urls import URLPattern, reverse

from tests.integration.web.accounts import PASSWORD, browser, made, sign_in, signed_in
from tests.unit.ledger.samples import moment
from tiendo.ledger.actors import OPERATOR
from tiendo.ledger.commands.accounts import make_token
from tiendo.ledger.models import Account, Act, Grant
from tiendo.ledger.selectors.account_register import changes_of
from tiendo.ledger.selectors.viewing import known_at
from tiendo.ledger.set_up import set_up
from tiendo.ledger.standing import FOREVER
from tiendo.reference.agencies import agency_name, find_agency, successors, supplement
from tiendo.web.pages.admin import urls

pytestmark = pytest.mark.django_db

WHY = {"why": "theo quyết định"}
NUMBERS = {"username": "mai", "number": 1, "code": "STC", "action": "close"}
READING = (
    "admin",
    "admin-lists",
    "admin-accounts",
    "admin-new-account",
    "admin-account",
    "admin-agencies",
    "admin-agency",
)
NAMES = sorted({pattern.name for pattern in urls.urlpatterns if isinstance(pattern, URLPattern)})

# Everybody who is no administrator of everything, and what they are answered: to sign in, or refused.
OTHERS = {
    "public": 302,
    "nobody": 403,
    "reporter": 403,
    "officer": 403,
    "approver": 403,
    "administrator-of-a-part": 403,
}


def address_of(name):
    pattern = next(one for one in urls.urlpatterns if one.name == name)
    wanted = pattern.pattern.converters or pattern.pattern.regex.groupindex
    return reverse(name, kwargs={key: NUMBERS[key] for key in wanted})


@pytest.fixture
def chi(db):
    set_up(at=moment(0))
    known_at()
    made("mai", "officer", territory="20")
    made("chi", "administrator")
    yield signed_in("chi")
    # What this record knew of agencies is nothing for the tests that follow in this process.
    supplement(())


def client_of(who):
    if who == "public":
        return browser()
    role = {"nobody": None, "administrator-of-a-part": "administrator"}.get(who, who)
    made(who, role, agency="STC" if role == "reporter" else None, territory="20" if role else None)
    return signed_in(who)


@pytest.mark.parametrize("who", OTHERS)
def test_nobody_else_sees_or_changes_anything(chi, who):
    client = client_of(who)
    acts, accounts = Act.objects.count(), list(Account.objects.values_list("username", "is_active", "password"))
    found = {}
    for name in NAMES:
        send = client.get if name in READING else client.post
        found[name] = send(address_of(name), WHY | {"username": "x", "role": "administrator"}).status_code
    assert found == dict.fromkeys(NAMES, OTHERS[who])
    assert Act.objects.count() == acts
    assert list(Account.objects.values_list("username", "is_active", "password")) == accounts


@pytest.mark.parametrize("name", NAMES)
def test_an_administrator_gets_every_page_and_changes_nothing_by_looking(chi, name):
    assert chi.get(address_of(name)).status_code == (200 if name in READING else 405)


@pytest.mark.parametrize("name", [name for name in NAMES if name not in READING])
def test_every_change_needs_the_token_of_its_form(chi, name):
    client = Client(enforce_csrf_checks=True)
    client.cookies["sessionid"] = chi.cookies["sessionid"].value
    assert client.post(address_of(name), WHY).status_code == 403


def handed(answer):
    return re.search(r"http://testserver(/first-sign-in/[^<]+)", answer.content.decode()).group(1)


def test_an_account_is_made_with_a_role_and_an_address_to_hand_over(chi):
    sent = {"username": "le.an", "last_name": "Lê", "first_name": "An", "role": "officer", "territory": "20", **WHY}
    answer = chi.post("/admin/new-account/add", sent)
    assert answer.status_code == 200
    address = handed(answer)
    assert browser().post(address, {"username": "le.an", "password": PASSWORD, "again": PASSWORD}).status_code == 302
    assert sign_in(browser(), "le.an").status_code == 302
    assert [(one.role, one.territory) for one in Grant.objects.filter(account="le.an")] == [("officer", "20")]
    assert address not in chi.get("/admin/accounts/le.an").content.decode(), "it is shown once"


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"username": "mai"}, "đã có người dùng"),
        ({"username": "<b>"}, "không dùng được"),
        ({"username": "x1", "role": "reporter"}, "cơ quan"),
        ({"username": "x2", "role": "officer", "agency": "NO_SUCH"}, "Không có cơ quan"),
        ({"username": "x3", "role": "officer", "territory": "99999999"}, "Không có địa bàn"),
    ],
)
def test_what_cannot_be_is_said_beside_the_form(chi, sent, said):
    answer = chi.post("/admin/new-account/add", sent | WHY)
    assert answer.status_code == 422
    assert said in answer.content.decode()


def test_roles_are_granted_and_taken_back_with_a_reason(chi):
    chi.post("/admin/accounts/mai/roles", {"role": "reporter", "agency": "STC", **WHY})
    grant = Grant.objects.standing(FOREVER).get(account="mai", role="reporter")
    assert Act.objects.get(number=grant.act).why == WHY["why"]
    assert chi.post(f"/admin/accounts/mai/roles/{grant.root}/revoke").status_code == 400, "a reason is needed"
    chi.post(f"/admin/accounts/mai/roles/{grant.root}/revoke", WHY)
    assert not Grant.objects.standing(FOREVER).filter(account="mai", role="reporter").exists()


def test_an_account_is_closed_and_opened_again_and_that_is_kept(chi):
    chi.post("/admin/accounts/mai/close", WHY)
    assert sign_in(browser()).status_code == 422
    chi.post("/admin/accounts/mai/reopen", WHY)
    assert sign_in(browser()).status_code == 302
    assert [(one.what, one.by, one.why) for one in changes_of("mai")][:2] == [
        ("reopen_account", "chi", WHY["why"]),
        ("close_account", "chi", WHY["why"]),
    ]


def test_nobody_locks_themselves_out(chi):
    chi.post("/admin/accounts/chi/close", WHY)
    assert Account.objects.get(username="chi").is_active


def test_a_token_of_somebody_is_revoked(chi):
    made_token = make_token(username="mai", name="xuất hằng tháng", by=OPERATOR, at=moment(1))
    assert "xuất hằng tháng" in chi.get("/admin/accounts/mai").content.decode()
    chi.post(f"/admin/accounts/mai/tokens/{made_token.number}/revoke")
    assert "xuất hằng tháng" not in chi.get("/admin/accounts/mai").content.decode()


@pytest.mark.parametrize(
    ("query", "found"),
    [("", {"mai", "chi"}), ("words=MAI", {"mai"}), ("role=officer", {"mai"}), ("state=closed", set())],
)
def test_accounts_are_filtered(chi, query, found):
    page = chi.get(f"/admin/accounts?{query}").content.decode()
    assert set(re.findall(r'href="/admin/accounts/([^"/?]+)"', page)) == found


def test_a_department_is_renamed_without_a_line_of_code(chi):
    made("phong", "reporter", agency="STC", territory="20")
    sent = {"name": "Sở Tài chính và Đầu tư", "code": "STCDT", "since": "2026-07-01", **WHY}
    assert chi.post("/admin/agencies/STC/rename", sent).headers["Location"] == "/admin/agencies/STCDT"
    known_at()
    assert agency_name("STCDT", date(2026, 8, 1)) == "Sở Tài chính và Đầu tư"
    assert successors("STC", date(2026, 8, 1)) == ("STCDT",)
    assert successors("STC", date(2026, 6, 30)) == ("STC",)
    found = find_agency("Sở Tài chính và Đầu tư", date(2026, 8, 1), province="20")
    assert found.code == "STCDT", "documents that are read from now on are understood"
    granted = Grant.objects.standing(FOREVER).filter(account="phong").values_list("agency", flat=True)
    assert sorted(granted) == ["STC", "STCDT"]
    set_up(at=moment(5))
    assert "Sở Tài chính và Đầu tư" in chi.get("/admin/agencies/STCDT").content.decode(), "a new version keeps it"
    assert "30/6/2026" in chi.get("/admin/agencies/STC").content.decode()


def test_an_agency_is_merged_into_another(chi):
    chi.post("/admin/agencies/SXD/end", {"last_day": "2026-06-30", "successor": ["SCT"], **WHY})
    known_at()
    assert successors("SXD", date(2026, 7, 1)) == ("SCT",)


@pytest.mark.parametrize(
    ("address", "sent"),
    [
        ("/admin/agencies/STC/rename", {"name": "X", "code": "SXD", "since": "2026-07-01"}),
        ("/admin/agencies/STC/rename", {"name": "X", "code": "stc!", "since": "2026-07-01"}),
        ("/admin/agencies/STC/rename", {"name": "X", "code": "XX", "since": "soon"}),
        ("/admin/agencies/STC/rename", {"name": " ", "code": "XX", "since": "2026-07-01"}),
        ("/admin/agencies/SKHDT/rename", {"name": "X", "code": "XX", "since": "2026-07-01"}),
        ("/admin/agencies/STC/end", {"last_day": "2026-07-01", "successor": ["STC"]}),
        ("/admin/agencies-add", {"name": "X", "code": "STC", "level": "province"}),
        ("/admin/agencies-add", {"name": "X", "code": "XX", "level": "moon"}),
    ],
)
def test_what_cannot_be_changed_is_not(chi, address, sent):
    before = Act.objects.count()
    assert chi.post(address, sent | WHY).status_code == 302
    assert Act.objects.count() == before


def test_the_record_is_proved_at_the_page(chi):
    assert "Toàn vẹn" in chi.post("/admin/proof").content.decode()


@pytest.mark.parametrize(("chosen", "text"), [("territories", "Lạng Sơn"), ("units", "triệu"), ("indicators", "GRDP")])
def test_the_lists_can_be_searched(chi, chosen, text):
    assert chi.get("/admin/lists", {"list": chosen, "words": text}).status_code == 200
    assert "Không có dòng nào" in chi.get("/admin/lists", {"list": chosen, "words": "zzzz"}).content.decode()
