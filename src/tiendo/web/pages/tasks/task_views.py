"""The page of a task: its words, what became of it, where it came from; and reporting on it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.http import HttpResponse
from django.urls import reverse

from tiendo.facts.period import Period
from tiendo.intake.evidence import keep_evidence
from tiendo.ledger.catalogues import catalogue_at
from tiendo.ledger.commands.update_task import update_task
from tiendo.ledger.models import TaskState
from tiendo.ledger.permissions import Permission, Scope, require
from tiendo.ledger.selectors import tasks as selectors
from tiendo.ledger.selectors.agency_register import agencies_at
from tiendo.ledger.selectors.bases import BASES, chain_of_bases
from tiendo.ledger.selectors.task_register import OVER
from tiendo.ledger.selectors.task_story import Served, TaskReading, story_of
from tiendo.ledger.selectors.tasks import TaskView
from tiendo.web.pages.changing import Change, changes
from tiendo.web.pages.documents.chain import nearest_branches_up
from tiendo.web.pages.reading import Reading, reads
from tiendo.web.pages.shortening import shortened
from tiendo.web.pages.tasks.distance import distance
from tiendo.web.pages.tasks.forms import CHOICES, Reported, agencies_to_report_for, largest_megabytes, report_of

_LONGEST_TITLE = 150  # characters of the heading; the words of the task stand whole below it
_MOST_SERVED = 12  # of a long list of targets more say less
_INVALID = 422

_COMMANDS = {"record_document": "task.history.read", "review_fact": "task.history.reviewed"}


@reads
def task(reading: Reading, number: int) -> HttpResponse:
    """One task."""
    return _page(reading, number)


@changes
def report(change: Change, number: int) -> HttpResponse:
    """Record a report on the task, with its evidence."""
    reading = change.reading()
    seen = selectors.task(number, reading.viewer, reading.known, on=reading.today)
    sent = report_of(change.request, agencies_to_report_for(seen, reading), reading.today, change.language)
    agency = sent.agency or None
    if "agency" in sent.faults:
        # Whoever may not report at all is told so, and no file of theirs is kept.
        require(reading.actor, Permission.UPDATE_TASK, Scope(agency, seen.territory))
    if sent.faults:
        return _page(reading, number, sent, status=_INVALID)
    kept = keep_evidence(sent.evidence.name or "", sent.evidence.read()) if sent.evidence else None
    update_task(
        task=number, on=sent.day, state=TaskState(sent.state), note=sent.note, agency=agency,
        evidence=kept.sha256 if kept else None, evidence_name=kept.name if kept else "",
        by=change.actor, at=change.at, why=change.why("task.report.why"),
    )  # fmt: skip
    return change.done(reverse("task", args=[number]), "task.report.done")


def _page(reading: Reading, number: int, sent: Reported | None = None, *, status: int = 200) -> HttpResponse:
    on = reading.as_of or reading.today
    seen = selectors.task(number, reading.viewer, reading.known, on=on)
    story = story_of(seen, reading.viewer, reading.known)
    chain = chain_of_bases(reading.viewer, reading.known)
    agencies = agencies_at(reading.known)
    latest = next((one.update for one in story.told if one.update.on <= on), None)
    may_report_for = agencies_to_report_for(seen, reading) if reading.as_of is None else []
    context: dict[str, Any] = {
        "task": seen,
        "title": shortened(seen.quote, _LONGEST_TITLE),
        "document": chain.documents.get(seen.document or 0),
        "heading": story.heading,
        "latest": latest,
        "distance": distance(seen.due, on) if seen.due and seen.state not in OVER else None,
        "deadline": _named(seen.deadline, reading.language),
        "leads": _bodies(seen.lead, seen.lead_codes),
        "helpers": _bodies(seen.coordinators, seen.coordinator_codes),
        "told": story.told,
        "names": dict(agencies.names(tuple({one.update.agency for one in story.told if one.update.agency}), on)),
        "served": _served(story.served, reading),
        "bases": nearest_branches_up(seen.document, chain),
        "bases_rule": BASES,
        "readings": [_told_reading(one, reading.language) for one in story.readings],
        "may_see_evidence": may_see_evidence(seen, reading),
    }
    if may_report_for:
        named = dict(agencies.names(tuple(one for one in may_report_for if one), on))
        context["form"] = {
            "sent": sent,
            "states": tuple(CHOICES.items()),
            "agencies": [(one, named.get(one or "")) for one in may_report_for],
            "size": largest_megabytes(),
        }
    return reading.show("tasks/task.html", context, status=status)


def may_see_evidence(seen: TaskView, reading: Reading) -> bool:
    """Files are for staff and for the agencies of the task: they may hold what is not for everybody."""
    bodies: Iterable[str | None] = (*seen.lead_codes, *seen.coordinator_codes, None)
    return any(reading.may(Permission.READ_DRAFTS, Scope(one, seen.territory)) for one in bodies)


def _named(period: str | None, language: str) -> str:
    if period is None:
        return ""
    found = Period.parse(period)
    return found.vietnamese() if language == "vi" else found.english()


def _bodies(written: tuple[str, ...], codes: tuple[str, ...]) -> list[tuple[str, str | None]]:
    """The bodies as written, each with its code where every one of them is known: only then is it clear whose it is."""
    known: tuple[str | None, ...] = codes if len(codes) == len(written) else (None,) * len(written)
    return list(zip(written, known, strict=True))


def _served(served: tuple[Served, ...], reading: Reading) -> list[dict[str, Any]]:
    catalogue = catalogue_at(reading.known.horizon)
    first = sorted(served, key=lambda one: not one.inside)[:_MOST_SERVED]
    return [
        {
            "served": one,
            "name": catalogue[one.indicator].names.sentence(reading.language),
            "period": _named(one.period, reading.language),
        }
        for one in first
        if one.indicator in catalogue
    ]


def _told_reading(one: TaskReading, language: str) -> dict[str, Any]:
    command = "task.history.withdrawn" if one.withdrawn else _COMMANDS.get(one.command, "task.history.recorded")
    return {"reading": one, "command": command, "deadline": _named(one.deadline, language)}
