"""The page of a document: who may see it, what stands on it, and that nothing in a document becomes code."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.integration.record.texts import TO_SOFTWARE, resolution
from tests.integration.web.reviewing import browser_of, page_of, taken_in, waiting_root
from tests.unit.ledger.samples import moment
from tiendo.ledger.actors import OPERATOR
from tiendo.ledger.commands.publish import publish, unpublish
from tiendo.ledger.commands.withdraw_document import withdraw_document
from tiendo.ledger.models import Account, Act, Document, Fact
from tiendo.ledger.set_up import set_up
from tiendo.ledger.standing import FOREVER

pytestmark = pytest.mark.django_db

HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(2)>"


@pytest.fixture(autouse=True)
def record(db):
    set_up()


@pytest.fixture
def document(tmp_path) -> int:
    return taken_in(tmp_path, "nghi-quyet.txt", resolution())


def opened_to_all(root: int) -> None:
    publish(subject=root, by=OPERATOR, at=moment(2), why="thử")


@pytest.mark.parametrize(
    "address",
    ["", "/parts/1", "/facts/{fact}", "/file", "/changes", "/checks", "?version={version}", "?fact={fact}", "?at=5"],
)
def test_a_draft_does_not_exist_for_those_who_guess_its_address(document, address):
    version = Document.objects.get(root=document).id
    path = f"/documents/{document}{address}".format(fact=waiting_root(), version=version)
    for reader in (Client(), browser_of("nobody"), browser_of("elsewhere", "officer", territory="04")):
        assert reader.get(path).status_code == 404
    answer = browser_of("officer", "officer", territory="20").get(path)
    assert answer.status_code in (200, 302)
    answer.close()


def test_what_is_published_can_be_read_by_everybody_and_no_longer_when_it_is_taken_back(document):
    opened_to_all(document)
    answer = Client().get(f"/documents/{document}")
    assert answer.status_code == 200
    assert "7.850 tỷ đồng" in page_of(answer)
    unpublish(subject=document, by=OPERATOR, at=moment(3), why="thử")
    assert Client().get(f"/documents/{document}").status_code == 404


def test_the_public_gets_no_buttons_and_no_names(document):
    opened_to_all(document)
    page = page_of(Client().get(f"/documents/{document}?fact={waiting_root()}"))
    assert '<form method="post"' not in page
    assert "operator" not in page


def test_the_figures_are_marked_by_kind_and_each_leads_to_its_reading(document):
    page = page_of(browser_of("officer", "officer").get(f"/documents/{document}"))
    for one in Fact.objects.standing(FOREVER).filter(document=document):
        assert f'id="f-{one.root}"' in page
        assert f'id="r-{one.root}"' in page
    assert "Chỉ tiêu · Tổng thu ngân sách" in page


def test_a_fact_opens_without_scripts(document):
    root = waiting_root()
    page = page_of(browser_of("officer", "officer").get(f"/documents/{document}?fact={root}"))
    assert f'class="fact is-target waiting now" id="r-{root}"' in page
    assert "Danh mục chưa có chỉ tiêu của tên này." in page


def test_the_list_is_filtered_by_kind_and_state(document):
    officer = browser_of("officer", "officer")
    root = waiting_root()
    page = page_of(officer.get(f"/documents/{document}?state=waiting"))
    assert page.count('<li class="fact ') == 1
    assert f'id="r-{root}"' in page
    tasks = page_of(officer.get(f"/documents/{document}?kind=task"))
    assert tasks.count('<li class="fact ') == tasks.count('<li class="fact is-task') > 0
    assert officer.get(f"/documents/{document}?kind=nothing").status_code == 400


def test_text_and_names_of_documents_stay_text(tmp_path):
    text = resolution().replace("Tổng tiền góp quỹ đèn lồng", f"Tổng {HOSTILE} tiền góp quỹ đèn lồng")
    root = taken_in(tmp_path, "a<img src=x onerror=alert(3)>.txt", text)
    officer = browser_of("officer", "approver")
    fact = waiting_root()
    for path in (f"/documents/{root}?fact={fact}", f"/documents/{root}/review?fact={fact}", "/review"):
        page = page_of(officer.get(path))
        assert "<script>alert" not in page
        assert "<img" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page_of(officer.get(f"/documents/{root}"))


def test_staff_are_warned_of_words_that_speak_to_software(tmp_path):
    root = taken_in(tmp_path, "nghi-quyet.txt", resolution() + f"\n\n{TO_SOFTWARE}\n")
    assert "viết cho phần mềm đọc" in page_of(browser_of("officer", "officer").get(f"/documents/{root}"))
    opened_to_all(root)
    assert "viết cho phần mềm đọc" not in page_of(Client().get(f"/documents/{root}"))


# --- long documents ---


@pytest.fixture
def long_document(tmp_path) -> int:
    """A resolution of some ten parts, each year with its own target."""
    years = [
        f"{number}. Tổng thu ngân sách nhà nước trên địa bàn năm {2030 + number} đạt {8_000 + number} tỷ đồng.\n"
        f"{'Việc thu ngân sách được làm đều trong năm, không dồn về cuối kỳ. ' * 60}\n"
        for number in range(4, 26)
    ]
    return taken_in(tmp_path, "dai.txt", resolution().replace("Điều 2.", "".join(years) + "Điều 2."))


def test_a_long_document_comes_in_parts_and_without_scripts_by_links(long_document):
    officer = browser_of("officer", "officer")
    first = officer.get(f"/documents/{long_document}")
    assert "8.004 tỷ đồng" in page_of(first)
    assert "8.025 tỷ đồng" not in page_of(first)
    assert f'rel="next" href="/documents/{long_document}?part=2"' in page_of(first)
    last = page_of(officer.get(f"/documents/{long_document}?part=99"))
    assert "8.025 tỷ đồng" in last
    assert 'rel="next"' not in last
    assert officer.get(f"/documents/{long_document}/parts/2").status_code == 302
    part = page_of(officer.get(f"/documents/{long_document}/parts/2", headers={"HX-Request": "true"}))
    assert "<html" not in part
    assert 'id="part-2"' in part


def test_an_address_opens_the_part_that_holds_its_place(long_document):
    officer = browser_of("officer", "officer")
    last = Fact.objects.standing(FOREVER).filter(quote="8025 tỷ đồng").get()
    for query in (f"at={last.start}", f"fact={last.root}"):
        page = page_of(officer.get(f"/documents/{long_document}?{query}"))
        assert f'id="f-{last.root}"' in page
        assert "8.004 tỷ đồng" not in page
    assert f'id="at-{last.start}"' in page_of(officer.get(f"/documents/{long_document}?at={last.start}"))


def test_a_filter_opens_at_the_first_that_it_lists_and_leads_on(long_document):
    page = page_of(browser_of("officer", "officer").get(f"/documents/{long_document}?kind=task"))
    assert '<li class="fact is-task' in page
    assert "Sở Tài chính" in page


# --- the file itself ---


def test_the_file_is_saved_and_never_shown(tmp_path):
    text = resolution()
    root = taken_in(tmp_path, "nghị quyết.html.txt", text)
    answer = browser_of("officer", "officer").get(f"/documents/{root}/file")
    assert b"".join(answer.streaming_content).decode() == text
    assert answer["Content-Disposition"].startswith("attachment;")
    assert answer["Content-Type"] == "application/octet-stream"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in answer["Content-Security-Policy"]


@pytest.mark.parametrize("name", ["../../secret-key", "..%2f..%2fsecret-key", "%2e%2e/secret-key", "x\r\nX-Bad: 1"])
def test_no_address_leads_to_another_file(document, name):
    officer = browser_of("officer", "officer")
    assert officer.get(f"/documents/{document}/file/{name}").status_code == 404
    answer = officer.get(f"/documents/{document}/file", {"version": name})
    assert answer.status_code == 400


def test_the_name_of_a_file_cannot_add_headers(tmp_path):
    root = taken_in(tmp_path, 'a"; x=1 ; b.txt', resolution())
    answer = browser_of("officer", "officer").get(f"/documents/{root}/file")
    answer.close()
    assert "\n" not in answer["Content-Disposition"]
    assert answer["Content-Disposition"].startswith("attachment")


# --- versions ---


def test_an_older_version_is_shown_as_such_with_its_own_figures(tmp_path):
    root = taken_in(tmp_path, "nghi-quyet.txt", resolution())
    first = Document.objects.get(root=root).id
    assert taken_in(tmp_path, "nghi-quyet.txt", resolution().replace("7.850", "8.000")) == root
    officer = browser_of("officer", "officer")
    now, before = officer.get(f"/documents/{root}"), officer.get(f"/documents/{root}?version={first}")
    assert "8.000 tỷ đồng" in page_of(now)
    assert "7.850 tỷ đồng" not in page_of(now)
    assert "7.850 tỷ đồng" in page_of(before)
    assert "Bạn đang xem bản đã được thay thế" in page_of(before)
    changes = page_of(officer.get(f"/documents/{root}/changes"))
    assert "7.850 → 8.000 tỷ đồng" in changes
    assert officer.get(f"/documents/{root}/changes?version={first}").status_code == 200


# --- publishing and withdrawing ---


def test_an_approver_publishes_with_a_reason_and_an_officer_may_not(document):
    approver, officer = browser_of("approver", "approver"), browser_of("officer", "officer")
    assert officer.post(f"/documents/{document}/publish", {"why": "x"}).status_code == 403
    assert approver.post(f"/documents/{document}/publish", {"why": "đã ban hành"}).status_code == 302
    act = Act.objects.order_by("-number").first()
    assert (act.command, act.by, act.why) == ("publish", "approver", "đã ban hành")
    assert Client().get(f"/documents/{document}").status_code == 200


def test_a_document_is_withdrawn_with_a_reason_only(document):
    approver = browser_of("approver", "approver")
    assert approver.post(f"/documents/{document}/withdraw", {"why": " "}).status_code == 422
    assert approver.post(f"/documents/{document}/withdraw", {"why": "tải nhầm"}).status_code == 302
    assert approver.get(f"/documents/{document}").status_code == 404


def test_changes_need_the_token_of_the_page_and_a_form(document):
    browser_of("approver", "approver")
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(Account.objects.get(username="approver"))
    assert strict.post(f"/documents/{document}/publish", {"why": "x"}).status_code == 403
    assert strict.get(f"/documents/{document}/publish").status_code == 405
    assert Client().post(f"/documents/{document}/publish", {"why": "x"}).status_code in (302, 403)
    assert Client().get(f"/documents/{document}").status_code == 404


def test_what_is_withdrawn_is_gone_for_everybody(document):
    opened_to_all(document)
    withdraw_document(document=document, by=OPERATOR, at=moment(5), why="thử")
    assert Client().get(f"/documents/{document}").status_code == 404
