"""The page of one agency: its indicators, its tasks, how soon its results come, what it issued."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from django.http import HttpResponse

from tiendo.assessment.timeliness import REPORTED_AFTER
from tiendo.facts.decisions import Matched
from tiendo.ledger.models import Agency
from tiendo.ledger.selectors.agency_register import Agencies, agencies_at
from tiendo.ledger.selectors.document_register import ListedDocument, listed_documents
from tiendo.ledger.selectors.reports import submissions_of
from tiendo.ledger.selectors.task_register import OVER, ListedTask, WantedTasks, listed_tasks, picked
from tiendo.ledger.standing import no_such_entry
from tiendo.reference.agencies import find_agency
from tiendo.web.pages.agencies.punctuality import punctuality
from tiendo.web.pages.reading import Reading, reads
from tiendo.web.pages.scoreboard.asked import asked_for
from tiendo.web.pages.scoreboard.chosen import chosen
from tiendo.web.pages.scoreboard.sheet import sheet_of
from tiendo.web.pages.shortening import shortened
from tiendo.web.pages.tasks.distance import distance

_MOST_TASKS = 15  # what is overdue and what comes next; the list of tasks has all
_MOST_DOCUMENTS = 10
_MOST_SUBMISSIONS = 10
_LONGEST_QUOTE = 160  # characters: two lines of the table
_LONGEST_CODE = 100


@reads
def agency(reading: Reading, code: str) -> HttpResponse:
    """One agency, by its code."""
    on = reading.as_of or reading.today
    register = agencies_at(reading.known)
    name = register.name(code, on) if len(code) <= _LONGEST_CODE else None
    if name is None:
        raise no_such_entry(Agency, code[:_LONGEST_CODE])
    everything = listed_tasks(reading.viewer, reading.known, on=on)
    tasks = sorted(picked(everything, WantedTasks(agency=code)), key=lambda one: _urgency(one, code))
    documents = listed_documents(reading.viewer, reading.known)
    issued = _issued(code, documents, on)
    submissions = submissions_of(code, reading.viewer, reading.known)
    context: dict[str, Any] = {
        "code": code,
        "name": name,
        "view": register.listed.get(code),
        "before": [(one, _open_led(everything, one.code)) for one in register.before.get(code, ())],
        "after": _after(code, register, on),
        **_board(reading, code),
        "tasks": [_task(one, documents, on) for one in tasks[:_MOST_TASKS]],
        "tasks_total": len(tasks),
        "tasks_led": sum(code in one.told.lead_codes for one in tasks),
        "tasks_overdue": sum(one.overdue and code in one.told.lead_codes for one in tasks),
        "punctuality": punctuality(reading, code),
        "rule": REPORTED_AFTER.says,
        "submissions": submissions[:_MOST_SUBMISSIONS],
        "submissions_total": len(submissions),
        "issued": issued[:_MOST_DOCUMENTS],
        "issued_total": len(issued),
    }
    return reading.show("agencies/agency.html", context)


def _urgency(task: ListedTask, code: str) -> tuple[object, ...]:
    """Overdue first, then what comes next, then what has no date; what is over last, and led before helped."""
    told = task.told
    return (
        task.state in OVER,
        not task.overdue,
        code not in told.lead_codes,
        told.due is None,
        told.due or date.max,
        told.root,
    )


def _open_led(tasks: tuple[ListedTask, ...], code: str) -> int:
    """How many tasks that are not over an agency leads."""
    return sum(code in one.told.lead_codes and one.state not in OVER for one in tasks)


def _after(code: str, register: Agencies, on: date) -> list[tuple[str, str]]:
    view = register.listed.get(code)
    return register.names(view.successors, on) if view else []


def _task(task: ListedTask, documents: tuple[ListedDocument, ...], on: date) -> dict[str, Any]:
    told = task.told
    return {
        "task": task,
        "words": shortened(told.quote, _LONGEST_QUOTE),
        "distance": distance(told.due, on) if told.due and task.state not in OVER else None,
        "source": next((one for one in documents if one.root == task.document), None),
    }


def _issued(code: str, documents: tuple[ListedDocument, ...], on: date) -> list[ListedDocument]:
    """The documents whose issuer means this agency on their day, the newest first."""
    found = [one for one in documents if one.issuer and _means(one.issuer, one, on) == code]
    return sorted(found, key=lambda one: (one.issued or date.min, one.root), reverse=True)


def _means(issuer: str, document: ListedDocument, on: date) -> str | None:
    decision = find_agency(issuer, document.issued or on, province=document.territory)
    return decision.code if isinstance(decision, Matched) else None


def _board(reading: Reading, code: str) -> dict[str, Any]:
    """How the indicators of the agency stand, as on the scoreboard of the period."""
    asked = replace(asked_for(reading), agency=code, sector=None, status=None, order="status")
    shown = chosen(sheet_of(asked, reading), asked)
    named = asked.period.vietnamese() if reading.language == "vi" else asked.period.english()
    return {"sections": shown.sections, "period": asked.period, "period_name": named, "unplanned": len(shown.unplanned)}
