"""Sending a table of results: it is checked first, and recorded whole when somebody who saw the outcome says so."""

from __future__ import annotations

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from tiendo.facts.errors import NotPermitted, RecordRefused
from tiendo.intake.observations import SOUND, LoadOutcome, load_observations
from tiendo.intake.observations.faults import CORRECTED
from tiendo.web.pages.changing import Change, changes
from tiendo.web.pages.reading import Reading, reads
from tiendo.web.pages.submissions.sending import LARGEST_TABLE, Sent, reporting_agencies, sent_again, sent_in
from tiendo.web.pages.upload.sizes import size_text

_REFUSALS_SHOWN = 200  # rows; who has more mends these first
_CORRECTED_SHOWN = 40

Agencies = list[tuple[str, str]]


def sending(request: HttpRequest) -> HttpResponse:
    """The form, and the check of what is sent by it."""
    return _checked(request) if request.method == "POST" else _form(request)


@reads
def _form(reading: Reading) -> HttpResponse:
    return _shown(reading, _agencies(reading), Sent())


@changes
def _checked(change: Change) -> HttpResponse:
    """Say what would become of every row; nothing is recorded and nothing kept."""
    reading = change.reading()
    agencies = _agencies(reading)
    sent = sent_in(change.request, agencies, change.language)
    return _shown(reading, agencies, sent) if sent.faults else _outcome(change, reading, agencies, sent)


@changes
def record(change: Change) -> HttpResponse:
    """Record a table that was checked: all of it, or nothing where the record has changed meanwhile."""
    reading = change.reading()
    agencies = _agencies(reading)
    sent = sent_again(change.request, agencies, change.language)
    if sent.faults:
        return _shown(reading, agencies, sent)
    outcome = _loaded(change, sent, rehearsal=False)
    if outcome.refused:
        return _checked_page(reading, agencies, sent, outcome)
    if outcome.submission is None:
        return change.done(reverse("submissions"), "sending.nothing-new")
    return change.done(reverse("submission", args=[outcome.submission]), "sending.done")


def _agencies(reading: Reading) -> Agencies:
    """The agencies to choose from; raises `NotPermitted` where there is none."""
    found = reporting_agencies(reading)
    if not found:
        raise NotPermitted(
            vi="Gửi bảng số liệu là việc của người báo cáo và cán bộ; hãy nhờ người quản trị cấp quyền.",
            en="Tables of results are sent by reporters and staff; an administrator can grant the role.",
        )
    return found


def _outcome(change: Change, reading: Reading, agencies: Agencies, sent: Sent) -> HttpResponse:
    try:
        outcome = _loaded(change, sent, rehearsal=True)
    except (NotPermitted, RecordRefused) as fault:
        sent.faults["agency"] = fault.sentence(change.language)
        return _shown(reading, agencies, sent)
    return _checked_page(reading, agencies, sent, outcome)


def _loaded(change: Change, sent: Sent, *, rehearsal: bool) -> LoadOutcome:
    return load_observations(
        sent.content,
        name=sent.name,
        agency=sent.agency,
        by=change.actor,
        at=change.at,
        why=change.why("sending.usual"),
        rehearsal=rehearsal,
        decimal_mark=sent.decimal_mark,
        largest=LARGEST_TABLE,
    )


def _shown(reading: Reading, agencies: Agencies, sent: Sent) -> HttpResponse:
    context = {"agencies": agencies, "sent": sent, "limit": size_text(LARGEST_TABLE, reading.language)}
    status = HTTPStatus.UNPROCESSABLE_ENTITY if sent.faults else HTTPStatus.OK
    return reading.show("submissions/new.html", context, status=status)


def _checked_page(reading: Reading, agencies: Agencies, sent: Sent, outcome: LoadOutcome) -> HttpResponse:
    refused = [one for one in outcome.rows if one.code not in SOUND]
    told = [(one.row, one.field or "", one.sentence(reading.language)) for one in refused[:_REFUSALS_SHOWN]]
    corrected = [str(one.row) for one in outcome.rows if one.code == CORRECTED]
    context = {
        "sent": sent,
        "agency": dict(agencies)[sent.agency],
        "outcome": outcome,
        "refused": told,
        "more": outcome.refused - len(told),
        "corrected": ", ".join(corrected[:_CORRECTED_SHOWN]) + ("…" if len(corrected) > _CORRECTED_SHOWN else ""),
        "is_new": bool(outcome.recorded or outcome.corrected),
    }
    return reading.show("submissions/checked.html", context)
