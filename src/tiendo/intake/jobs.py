"""Long work as jobs: one worker takes a job, shows that it is alive, and a job whose worker died is taken up once more.

A queue library would carry the messages and lose the work of a process that is killed (they hand a job out at most
once, or keep it "running" for ever), so the row that says who is at it is the queue as well.
"""

from __future__ import annotations

import threading
import uuid
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import Any

from django.db import DatabaseError, connection
from django.db.models import F, Q

from tiendo.intake.models import Job, JobState

MOST_ATTEMPTS = 2  # a job that killed two workers would kill the third
BEAT_SECONDS = 5  # often enough to be noticed soon, seldom enough to disturb no writer
DEAD_AFTER_SECONDS = 90  # a long load may hold the database for a minute, during which no heart can beat

DIED_TWICE = "worker-died-twice"

Work = Callable[[Job], None]


def make_job(*, kind: str, files: Sequence[dict[str, str]], by: str, why: str, again: bool = False) -> Job:
    """A job that waits for a worker."""
    return Job.objects.create(kind=kind, files=list(files), by=by, why=why, again=again, made_at=_now())


def take_job(number: int | None = None) -> Job | None:
    """Take up the oldest job that waits or whose worker died, or the one asked for; `None` where there is none.

    Two workers never get the same job: the row is changed only where it is still as it was seen.
    """
    give_up_hopeless()
    wanted = Job.objects.filter(_free(), attempts__lt=MOST_ATTEMPTS)
    if number is not None:
        wanted = wanted.filter(pk=number)
    for seen in wanted.order_by("pk"):
        taken = Job.objects.filter(pk=seen.pk, attempts=seen.attempts).filter(_free())
        mark = uuid.uuid4().hex
        changes = {"state": JobState.RUNNING, "worker": mark, "heartbeat": _now(), "attempts": F("attempts") + 1}
        if taken.update(**changes):
            return Job.objects.get(pk=seen.pk)
    return None


def failed_jobs(most: int) -> list[Job]:
    """The last jobs that failed, the latest first."""
    return list(Job.objects.filter(state=JobState.FAILED).order_by("-pk")[:most])


def give_up_hopeless() -> int:
    """Mark the jobs as failed whose workers died as often as is allowed; how many those were."""
    lost = Job.objects.filter(_abandoned(), attempts__gte=MOST_ATTEMPTS)
    return lost.update(state=JobState.FAILED, fault=DIED_TWICE, ended_at=_now())


def do_job(job: Job, work: Work) -> None:
    """Do a job that was taken up; it ends as done, or as failed with the fault.

    A worker that is told to end in the middle puts the job back, with what was done of it, for the next one.
    """
    try:
        with _heartbeat(job):
            work(job)
    except (SystemExit, KeyboardInterrupt):
        put_back(job)
        raise
    except Exception as fault:
        end_job(job, JobState.FAILED, f"{type(fault).__name__}: {fault}")
        raise
    end_job(job, JobState.DONE)


def report(job: Job, *, doing: str | None = None, outcome: dict[str, Any] | None = None) -> None:
    """Show how far a job has come; an outcome is added to those before."""
    if doing is not None:
        job.doing = doing
    if outcome is not None:
        job.outcomes = [*job.outcomes, outcome]
    _mine(job).update(doing=job.doing, outcomes=job.outcomes, heartbeat=_now())


def end_job(job: Job, state: JobState, fault: str = "") -> None:
    """Say that a job ended."""
    job.state, job.fault = state, fault
    _mine(job).update(state=state, fault=fault, doing="", ended_at=_now())


def put_back(job: Job) -> None:
    """Let a job wait again, for whoever comes next, as if it had not been taken up."""
    _mine(job).update(state=JobState.WAITING, worker="", doing="", attempts=F("attempts") - 1)


def _mine(job: Job) -> Any:
    """The row, as long as this worker holds it."""
    return Job.objects.filter(pk=job.pk, worker=job.worker)


def _free() -> Q:
    return Q(state=JobState.WAITING) | _abandoned()


def _abandoned() -> Q:
    return Q(state=JobState.RUNNING, heartbeat__lt=_now() - timedelta(seconds=DEAD_AFTER_SECONDS))


@contextmanager
def _heartbeat(job: Job) -> Iterator[None]:
    """Let the heart of the job beat until the work is done."""
    stop = threading.Event()
    beating = threading.Thread(target=_beat, args=(job, stop), daemon=True)
    beating.start()
    try:
        yield
    finally:
        stop.set()
        beating.join()


def _beat(job: Job, stop: threading.Event) -> None:
    try:
        while not stop.wait(BEAT_SECONDS):
            try:
                _mine(job).update(heartbeat=_now())
            except DatabaseError:
                continue  # somebody writes for long; the next beat will do
    finally:
        connection.close()


def _now() -> datetime:
    return datetime.now(UTC)
