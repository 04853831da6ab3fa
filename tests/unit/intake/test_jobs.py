from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from tiendo.intake.jobs import DEAD_AFTER_SECONDS, DIED_TWICE, do_job, give_up_hopeless, make_job, report, take_job
from tiendo.intake.models import Job, JobState

pytestmark = pytest.mark.django_db


def job():
    return make_job(kind="ingest", files=[{"name": "a.txt", "sha256": "a" * 64, "size": "1"}], by="operator", why="")


def let_die(one):
    """The worker of the job has not been heard of for too long."""
    Job.objects.filter(pk=one.pk).update(heartbeat=datetime.now(UTC) - timedelta(seconds=DEAD_AFTER_SECONDS + 1))


def test_a_job_is_taken_once():
    made = job()
    taken = take_job()
    assert (taken.pk, taken.state, taken.attempts) == (made.pk, JobState.RUNNING, 1)
    assert take_job() is None


def test_the_oldest_job_comes_first():
    first, second = job(), job()
    assert [take_job().pk, take_job().pk] == [first.pk, second.pk]


def test_a_job_whose_worker_died_is_taken_up_again_with_what_it_had_done():
    job()
    taken = take_job()
    report(taken, outcome={"name": "a.txt", "outcome": "new"})
    let_die(taken)
    again = take_job()
    assert (again.pk, again.attempts) == (taken.pk, 2)
    assert again.outcomes == [{"name": "a.txt", "outcome": "new"}]
    assert again.worker != taken.worker


def test_a_job_that_killed_two_workers_is_given_up():
    job()
    let_die(take_job())
    let_die(take_job())
    assert take_job() is None
    assert Job.objects.values_list("state", "fault").get() == (JobState.FAILED, DIED_TWICE)
    assert give_up_hopeless() == 0


def test_a_worker_that_was_given_up_writes_no_more():
    job()
    slow = take_job()
    let_die(slow)
    take_job()
    report(slow, outcome={"name": "late"})
    assert Job.objects.get().outcomes == []


def test_a_job_ends_as_done_or_with_its_fault():
    def fail(_):
        raise RuntimeError("no such luck")

    job()
    do_job(take_job(), lambda _: None)
    job()
    with pytest.raises(RuntimeError):
        do_job(take_job(), fail)
    assert list(Job.objects.values_list("state", "fault")) == [
        (JobState.DONE, ""),
        (JobState.FAILED, "RuntimeError: no such luck"),
    ]
