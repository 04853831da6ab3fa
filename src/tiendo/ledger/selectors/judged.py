"""How one indicator stands in a period: its row of the scoreboard, without the rest of the scoreboard."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q

from tiendo.assessment.board import Row
from tiendo.facts.findings import Finding
from tiendo.facts.period import Period
from tiendo.ledger.catalogues import catalogue_at
from tiendo.ledger.measured_rows import observation_places, observation_rows, target_places, target_rows
from tiendo.ledger.plans import in_force
from tiendo.ledger.selectors.board_families import rows_of
from tiendo.ledger.selectors.board_sources import Sources, entries_of
from tiendo.ledger.selectors.marking_findings import marking_findings
from tiendo.ledger.selectors.series import Figure
from tiendo.ledger.selectors.viewing import Known, Viewer
from tiendo.ledger.selectors.visible import visible_to


def judged(indicator: str, territory: str, period: Period, viewer: Viewer, known: Known) -> Row | None:
    """The row that a board of the period has for the indicator; `None` where it has none.

    What is said of an indicator depends on its family alone, so only that is looked at.
    """
    horizon, catalogue = known.horizon, catalogue_at(known.horizon)
    if indicator not in catalogue:
        return None
    family = Q(indicator__in=[indicator, *catalogue.counterparts(indicator)])
    seen = Sources.at(horizon, visible_to(viewer, known).roots)
    on = period.last_day
    promised = [row for row in target_rows(target_places(territory, horizon), family, horizon) if seen.holds(row)]
    upto = family & Q(last_day__lte=on)
    results = observation_rows(observation_places(territory, horizon), upto, horizon, unseen=seen.unseen)
    reached = [row for row in results if seen.holds(row)]
    in_order = sorted([*in_force(promised, on), *reached], key=lambda row: row.id)
    rows = rows_of(in_order, entries_of(in_order, seen, catalogue, territory, horizon), period, catalogue, on)
    return next((row for row in rows if row.indicator.id == indicator), None)


@dataclass(frozen=True, slots=True)
class Touching:
    """A finding that touches a figure: its root, and what it says."""

    root: int
    finding: Finding


def findings_touching(figures: Iterable[Figure], viewer: Viewer, known: Known) -> tuple[Touching, ...]:
    """The findings that ask for a look, were not set aside, and touch a figure at its place in a document."""
    last = [one.last.value for one in figures]
    places = {(str(value.document), value.start, value.end) for value in last if value.document is not None}
    documents = {value.document for value in last if value.document is not None}
    if not places:
        return ()
    visible = visible_to(viewer, known)
    return tuple(
        Touching(one.root, one.finding)
        for one in marking_findings(known.horizon)
        if documents.intersection(one.documents)
        and visible.sees(one.documents)
        and any((at.document, at.start, at.end) in places for at in one.finding.places)
    )
