"""How far the files have come that somebody sent in, and what became of each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import PurePath
from typing import Any

from django.db.models import Q

from tiendo.facts.wording import Wording
from tiendo.intake.ingest import FAILED, KIND, UNCHANGED
from tiendo.intake.jobs import DIED_TWICE
from tiendo.intake.models import Job, JobState

_STILL_SHOWN = 40  # ended jobs: two desks full; of the others the documents themselves tell
_PROGRAM_FAULT = "reader-fault"


class Stage(StrEnum):
    """How far one file has come."""

    WAITING = "waiting"
    READING = "reading"
    CHECKING = "checking"  # it stands in the record, and the documents of its territory are being audited
    DONE = "done"
    KNOWN = "known"  # the same bytes stand in the record already
    REFUSED = "refused"


@dataclass(frozen=True, slots=True, kw_only=True)
class SentFile:
    """One file of a job.

    `document` is the root of the document that it became, `outcome` says whether it is new or the next version of
    one. `changes` tell what became of the facts of the version before. `refusal` says why nothing was recorded and
    what to do, `code` is its stable name.
    """

    job: int
    place: int
    name: str
    size: int
    stage: Stage
    sent_at: datetime
    by: str
    outcome: str = ""
    document: int | None = None
    title: str = ""
    facts: int = 0
    addressed: int = 0
    notes: tuple[Wording, ...] = ()
    changes: tuple[Wording, ...] = ()
    refusal: Wording | None = None
    code: str = ""

    @property
    def is_under_way(self) -> bool:
        """Whether something will still become of it."""
        return self.stage in (Stage.WAITING, Stage.READING, Stage.CHECKING)


def sent_files(*, by: str | None) -> list[SentFile]:
    """The files of all jobs that are under way and of the latest others, the latest job first.

    Those that somebody sent, or with `None` those of all.
    """
    jobs = Job.objects.filter(kind=KIND).order_by("-pk")
    if by is not None:
        jobs = jobs.filter(by=by)
    going_on = Q(state__in=(JobState.WAITING, JobState.RUNNING))
    shown = [*jobs.filter(going_on), *jobs.exclude(going_on)[:_STILL_SHOWN]]
    return [file for job in sorted(shown, key=lambda job: -job.pk) for file in _files(job)]


def _files(job: Job) -> Iterator[SentFile]:
    outcomes: dict[str, dict[str, Any]] = {one["sha256"]: one for one in job.outcomes}
    left = [listed["sha256"] for listed in job.files if listed["sha256"] not in outcomes]
    for place, listed in enumerate(job.files):
        outcome = outcomes.get(listed["sha256"])
        yield SentFile(
            job=job.pk,
            place=place,
            name=PurePath(listed["name"]).name,
            size=int(listed["size"]),
            stage=_stage(job, outcome, is_next=listed["sha256"] in left[:1]),
            sent_at=job.made_at,
            by=job.by,
            **(_told(outcome) if outcome else _not_done(job)),
        )


def _stage(job: Job, outcome: Mapping[str, Any] | None, *, is_next: bool) -> Stage:
    if outcome is not None:
        if outcome["outcome"] == FAILED:
            return Stage.REFUSED
        if outcome["outcome"] == UNCHANGED:
            return Stage.KNOWN
        return Stage.CHECKING if job.state in (JobState.RUNNING, JobState.WAITING) else Stage.DONE
    if job.state == JobState.FAILED:
        return Stage.REFUSED
    return Stage.READING if job.state == JobState.RUNNING and is_next else Stage.WAITING


def _told(outcome: Mapping[str, Any]) -> dict[str, Any]:
    if outcome["outcome"] == FAILED:
        return {"outcome": FAILED, "code": outcome["code"], "refusal": Wording(outcome["vi"], outcome["en"])}
    return {
        "outcome": outcome["outcome"],
        "document": outcome["document"],
        "title": outcome["title"],
        "facts": outcome.get("facts", 0),
        "addressed": outcome.get("addressed", 0),
        "notes": tuple(Wording(one["vi"], one["en"]) for one in outcome.get("notes", ())),
        "changes": tuple(Wording(one["vi"], one["en"]) for one in outcome.get("changes", ())),
    }


def _not_done(job: Job) -> dict[str, Any]:
    if job.state != JobState.FAILED:
        return {}
    return {"outcome": FAILED, "code": DIED_TWICE if job.fault == DIED_TWICE else _PROGRAM_FAULT}
