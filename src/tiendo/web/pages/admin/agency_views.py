"""Agencies: what the record knows of them, and their names and successors from a day on."""

from __future__ import annotations

from datetime import date

from django.http import HttpResponse
from django.urls import reverse

from tiendo.facts.errors import InvalidChange, NoSuchEntry
from tiendo.facts.wording import Wording
from tiendo.ledger.commands.agencies import LEVELS, add_agency, end_agency, rename_agency
from tiendo.ledger.selectors.agencies import AgencyView, agencies
from tiendo.text.folding import fold
from tiendo.web.pages import questions
from tiendo.web.pages.admin.administering import administers, alters, reason, sent
from tiendo.web.pages.changing import Change
from tiendo.web.pages.paging import page_of
from tiendo.web.pages.reading import Reading

_STATES = ("now", "ended")


@administers
def agency_list(reading: Reading) -> HttpResponse:
    """All agencies, by name; those in force unless others are asked for."""
    state = questions.choice(reading.request, "state", (*_STATES, "all")) or "now"
    text = questions.text(reading.request, "words")
    known = agencies(reading.known)
    wanted = fold(text)
    found = [
        one
        for one in known
        if (state == "all" or one.in_force(reading.today) is (state == "now"))
        and (not wanted or wanted in fold(f"{one.name} {one.code}"))
    ]
    context = {
        "pager": page_of(found, questions.number(reading.request, "page")),
        "names": _names(known),
        "text": text,
        "state": state,
        "states": [(one, f"admin.agencies-{one}") for one in (*_STATES, "all")],
        "levels": [(one, f"admin.level-{one}") for one in LEVELS],
    }
    return reading.show("admin/agencies.html", context, part="admin/agency_rows.html")


@administers
def agency(reading: Reading, code: str) -> HttpResponse:
    """One agency with its predecessors and successors, and the forms to rename or end it."""
    known = agencies(reading.known)
    held = next((one for one in known if one.code == code), None)
    if held is None:
        raise NoSuchEntry(vi="Không có cơ quan này.", en="There is no such agency.")
    context = {
        "held": held,
        "before": [one for one in known if code in one.successors],
        "names": _names(known),
        "level": f"admin.level-{held.level}",
        "choices": [one for one in known if one.in_force(reading.today) and one.code != code],
        "is_in_force": held.in_force(reading.today),
    }
    return reading.show("admin/agency.html", context)


@alters
def add(change: Change) -> HttpResponse:
    """An agency that the lists do not have."""
    try:
        since = _day(change, "since", needed=False)
        code = sent(change, "code")
        add_agency(
            code=code,
            name=sent(change, "name"),
            level=sent(change, "level"),
            valid_from=since,
            by=change.actor,
            at=change.at,
            why=reason(change),
        )
    except InvalidChange as refused:
        return change.refused(reverse("admin-agencies"), Wording(refused.vi, refused.en))
    return change.done(reverse("admin-agency", args=[code]), "admin.agency-added")


@alters
def rename(change: Change, code: str) -> HttpResponse:
    """Another name from a day on."""
    heir = sent(change, "code")
    try:
        since = _day(change, "since")
        rename_agency(
            agency=code,
            code=heir,
            name=sent(change, "name"),
            since=since or date.min,
            by=change.actor,
            at=change.at,
            why=reason(change),
        )
    except InvalidChange as refused:
        return change.refused(reverse("admin-agency", args=[code]), Wording(refused.vi, refused.en))
    return change.done(reverse("admin-agency", args=[heir]), "admin.agency-renamed")


@alters
def end(change: Change, code: str) -> HttpResponse:
    """The last day, and who carries on."""
    address = reverse("admin-agency", args=[code])
    try:
        end_agency(
            agency=code,
            last_day=_day(change, "last_day") or date.min,
            successors=change.request.POST.getlist("successor"),
            by=change.actor,
            at=change.at,
            why=reason(change),
        )
    except InvalidChange as refused:
        return change.refused(address, Wording(refused.vi, refused.en))
    return change.done(address, "admin.agency-ended")


def _names(known: list[AgencyView]) -> dict[str, str]:
    return {one.code: one.name for one in known}


def _day(change: Change, name: str, *, needed: bool = True) -> date | None:
    written = sent(change, name)
    if not written and not needed:
        return None
    try:
        return date.fromisoformat(written)
    except ValueError:
        raise InvalidChange(vi="Cần một ngày, ví dụ 2026-03-01.", en="A day is needed, such as 2026-03-01.") from None
