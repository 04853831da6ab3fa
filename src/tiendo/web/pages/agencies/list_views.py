"""The list of agencies with what each answers for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from django.http import HttpResponse

from tiendo.ledger.catalogues import catalogue_at
from tiendo.ledger.selectors.agency_register import Agencies, agencies_at
from tiendo.ledger.selectors.reports import rows_sent_in
from tiendo.ledger.selectors.task_register import ListedTask, listed_tasks
from tiendo.text.folding import fold
from tiendo.web.pages import questions
from tiendo.web.pages.reading import Reading, reads

LEVELS = {
    "province": "agencies.level.province",
    "central": "agencies.level.central",
    "committee": "agencies.level.committee",
}


@dataclass(frozen=True, slots=True)
class ShownAgency:
    """An agency and its counts; `heirs` are named where it is gone."""

    code: str
    name: str
    level: str
    ended: bool
    heirs: tuple[tuple[str, str], ...]
    indicators: int
    tasks: int
    overdue: int
    results: int

    @property
    def is_idle(self) -> bool:
        """Whether nothing in the record hangs on it."""
        return not (self.indicators or self.tasks or self.results)


@reads
def agencies(reading: Reading) -> HttpResponse:
    """All agencies on which something hangs, by level; the others on request."""
    everything = _everything(reading)
    words = fold(questions.text(reading.request, "q"))
    shows_all = questions.choice(reading.request, "all", ("yes",)) == "yes" or bool(words)
    found = [one for one in everything if (shows_all or not one.is_idle) and words in fold(f"{one.name} {one.code}")]
    context = {
        "levels": [(key, [one for one in found if one.level == level]) for level, key in LEVELS.items()],
        "found": found,
        "words": questions.text(reading.request, "q"),
        "hidden": len(everything) - len(found),
        "shows_all": shows_all,
    }
    return reading.show("agencies/page.html", context, part="agencies/rows.html")


def _everything(reading: Reading) -> list[ShownAgency]:
    on = reading.as_of or reading.today
    register = agencies_at(reading.known)
    tasks = listed_tasks(reading.viewer, reading.known, on=on)
    led = Counter(code for one in tasks for code in one.told.lead_codes)
    overdue = Counter(code for one in tasks if one.overdue for code in one.told.lead_codes)
    owned = Counter(one.owner for one in catalogue_at(reading.known.horizon).indicators.values())
    sent = rows_sent_in(reading.viewer, reading.known)
    codes = [*register.listed, *(code for code in _committees(tasks, sent) if code not in register.listed)]
    found = [
        ShownAgency(
            code=code,
            name=register.name(code, on) or code,
            level=_level(code, register),
            ended=(view := register.listed.get(code)) is not None and not view.in_force(on),
            heirs=tuple(register.names(view.successors, on)) if view else (),
            indicators=owned[code],
            tasks=led[code],
            overdue=overdue[code],
            results=sent.get(code, 0),
        )
        for code in codes
    ]
    return sorted(found, key=lambda one: (one.ended, fold(one.name)))


def _committees(tasks: Iterable[ListedTask], sent: Iterable[str]) -> set[str]:
    """Bodies that are in no list and have something to do all the same."""
    return {code for one in tasks for code in one.told.lead_codes} | set(sent)


def _level(code: str, register: Agencies) -> str:
    view = register.listed.get(code)
    return view.level if view and view.level in LEVELS else "committee"
