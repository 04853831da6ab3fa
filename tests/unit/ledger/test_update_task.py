"""What may be said of a task, and of which day."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from tests.unit.ledger.samples import MORNING, document, read, recorded, task
from tiendo.facts.errors import InvalidChange
from tiendo.ledger.actors import OPERATOR
from tiendo.ledger.commands.update_task import update_task
from tiendo.ledger.models import Task, TaskState, TaskUpdate
from tiendo.ledger.set_up import set_up

pytestmark = pytest.mark.django_db

AFTER_MIDNIGHT = datetime(2026, 1, 5, 18, 0, tzinfo=UTC)
"""One o'clock at night of 6 January in Vietnam."""


@pytest.fixture
def told() -> int:
    set_up(MORNING)
    recorded(document(read(task("Lập đề án mẫu"))))
    return Task.objects.values_list("root", flat=True).get()


def say(told: int, on: date) -> None:
    update_task(task=told, on=on, state=TaskState.DONE, note="xong", by=OPERATOR, at=AFTER_MIDNIGHT, why="báo cáo")


def test_a_day_has_begun_when_it_has_begun_where_the_record_is_kept(told):
    say(told, date(2026, 1, 6))
    assert TaskUpdate.objects.values_list("on", flat=True).get() == date(2026, 1, 6)


def test_a_day_that_is_yet_to_come_is_refused(told):
    with pytest.raises(InvalidChange, match="2026-01-07"):
        say(told, date(2026, 1, 7))
