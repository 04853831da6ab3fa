"""Pages of the public last until something changes that the public can see."""

from __future__ import annotations

from datetime import date

import pytest

from tests.integration.api.samples import reported
from tests.integration.web.accounts import made
from tests.integration.web.guarded_record import Numbers, add_hidden, make_open
from tests.integration.web.site_addresses import public
from tests.unit.ledger.samples import moment
from tiendo.ledger.actors import OPERATOR
from tiendo.ledger.commands.agencies import rename_agency
from tiendo.ledger.commands.dismiss_finding import dismiss_finding
from tiendo.ledger.commands.publish import publish, unpublish
from tiendo.ledger.commands.review_fact import accept_fact
from tiendo.ledger.commands.update_task import update_task
from tiendo.ledger.models import TaskState
from tiendo.ledger.selectors.public_moment import public_moment
from tiendo.ledger.selectors.viewing import Known, known_at

pytestmark = pytest.mark.django_db


@pytest.fixture
def opened(tmp_path) -> Numbers:
    return make_open(tmp_path)


@pytest.fixture
def hidden(opened, tmp_path) -> Numbers:
    return add_hidden(tmp_path, opened)


def seen() -> Known:
    return public_moment(known_at())


def changes(act) -> bool:
    """Whether the public sees something change by what is done; the record itself always changes."""
    before, all_before = seen(), known_at()
    act()
    assert known_at() != all_before
    return seen() != before


def report_done(task: int, hours: int) -> None:
    on, state = date(2022, 6, 1), TaskState.DONE
    update_task(task=task, on=on, state=state, note="xong", agency="STC", by=OPERATOR, at=moment(hours), why="báo cáo")


def test_what_is_recorded_of_drafts_is_no_change(opened, tmp_path):
    assert not changes(lambda: add_hidden(tmp_path, opened))


def test_decisions_about_drafts_are_no_change(hidden):
    assert not changes(lambda: accept_fact(fact=hidden["fact"], by=OPERATOR, at=moment(10)))
    assert not changes(lambda: report_done(hidden["task"], 12))


def test_who_may_do_what_is_no_change(opened):
    assert not changes(lambda: made("more", "officer"))


def test_what_is_published_and_hidden_again_is_a_change(hidden):
    for subject in ("document", "submission"):
        assert changes(lambda one=subject: publish(subject=hidden[one], by=OPERATOR, at=moment(10), why="đã duyệt"))
        assert changes(lambda one=subject: unpublish(subject=hidden[one], by=OPERATOR, at=moment(11), why="nhầm"))


def test_what_is_done_about_published_things_is_a_change(opened):
    assert changes(lambda: accept_fact(fact=opened["fact"], by=OPERATOR, at=moment(10)))
    assert changes(lambda: dismiss_finding(finding=opened["finding"], by=OPERATOR, at=moment(11), why="làm tròn"))
    renamed = {"agency": "STC", "code": "STCM", "name": "Sở Tài chính mới", "since": date(2026, 1, 1)}
    assert changes(lambda: rename_agency(**renamed, by=OPERATOR, at=moment(12), why="đổi tên"))
    assert changes(lambda: report_done(opened["task"], 13))


def test_a_draft_that_supersedes_a_published_result_is_no_change(opened):
    assert not changes(lambda: reported("indicator,territory,period,value\nbudget_revenue,20,2022-Q1,2202.9\n", 10))


def test_a_moment_of_the_past_is_seen_as_it_was(opened, tmp_path):
    before = known_at()
    moment_before = seen()
    numbers = add_hidden(tmp_path, opened)
    publish(subject=numbers["document"], by=OPERATOR, at=moment(10), why="đã duyệt")
    assert public_moment(before) == moment_before
    assert seen() == known_at()


def test_a_page_keeps_its_tag_while_drafts_change(opened, tmp_path):
    reader = public()
    before = reader.get("/")
    add_hidden(tmp_path, opened)
    again = reader.get("/", headers={"If-None-Match": before.headers["ETag"]})
    assert again.status_code == 304
