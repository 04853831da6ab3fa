"""A department that was renamed: nobody edits code, and documents of before and after are understood."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from tests.integration.record.texts import resolution, write
from tiendo.intake.ingest import ingest_job, keep_file, work_on
from tiendo.intake.jobs import do_job, take_job
from tiendo.ledger.actors import OPERATOR
from tiendo.ledger.chain import head
from tiendo.ledger.commands.agencies import add_agency, rename_agency
from tiendo.ledger.models import Task
from tiendo.ledger.selectors.viewing import known_at
from tiendo.ledger.set_up import set_up
from tiendo.ledger.standing import FOREVER
from tiendo.reference.agencies import agency_name, supplement
from tiendo.reference.collectives import expand

pytestmark = pytest.mark.django_db
RENAMED = {"agency": "STC", "code": "SNK", "name": "Sở Ngân khố", "since": date(2021, 12, 1)}
TOLD = {"by": OPERATOR, "at": datetime.now(UTC), "why": "Nghị quyết đổi tên"}


@pytest.fixture(autouse=True)
def record(db):
    set_up()
    yield
    # What this record knew of agencies is nothing for the tests that follow in this process.
    supplement(())


def leads_of(tmp_path, name):
    path = write(tmp_path, f"{name}.txt", resolution().replace("Sở Tài chính", name))
    job = ingest_job([keep_file(path)], by=OPERATOR, why="thử")
    do_job(take_job(job.pk), lambda mine: work_on(mine, by=OPERATOR))
    return [task.lead_codes for task in Task.objects.standing(FOREVER)]


def test_a_document_that_names_it_by_its_new_name_is_understood(tmp_path):
    assert leads_of(tmp_path, "Sở Ngân khố") == [[]]


def test_once_it_is_renamed(tmp_path):
    rename_agency(**RENAMED, **TOLD)
    assert leads_of(tmp_path, "Sở Ngân khố") == [["SNK"]]


def test_collective_phrases_mean_the_successor(tmp_path):
    before = expand("các sở, ban, ngành", date(2026, 1, 1), province="20").codes
    rename_agency(**RENAMED, **TOLD)
    known_at()
    after = expand("các sở, ban, ngành", date(2026, 1, 1), province="20").codes
    assert set(after) - set(before) == {"SNK"}
    assert set(before) - set(after) == {"STC"}


def test_newer_lists_take_nothing_back():
    rename_agency(**RENAMED, **TOLD)
    add_agency(code="BQLMOI", name="Ban Quản lý mới", level="province", valid_from=None, **TOLD)
    before = head()
    set_up()
    assert head() == before
    known_at()
    assert (agency_name("SNK", date(2026, 1, 1)), agency_name("BQLMOI", date(2026, 1, 1))) == (
        "Sở Ngân khố",
        "Ban Quản lý mới",
    )
