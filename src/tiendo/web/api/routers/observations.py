"""Results."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.http import HttpResponse
from ninja import Query, Router
from pydantic import Field

from tiendo.intake.observations import load_observations
from tiendo.ledger.actors import Actor
from tiendo.ledger.selectors import measured
from tiendo.web.api.answers import answer_page
from tiendo.web.api.authentication import Asking
from tiendo.web.api.changes import Asked, Key, make_change
from tiendo.web.api.filters import MeasuredQuestion, filter_of
from tiendo.web.api.rows import outcome_said, refused_rows, table_of_rows
from tiendo.web.api.schemas.changes import LoadedShown, ObservationsSent
from tiendo.web.api.schemas.measured import ObservationShown
from tiendo.web.api.schemas.shared import PageShown

router = Router(tags=["observations"], by_alias=True)


class ObservationQuestion(MeasuredQuestion):
    """Which results."""

    agency: str | None = Field(None, pattern=r"^[A-Za-z0-9_.Đđ-]{1,60}$", description="The agency that reported them.")


@router.get("", response=PageShown[ObservationShown], operation_id="listObservations", summary="List results")
def list_observations(request: Asking, asked: Query[ObservationQuestion]) -> HttpResponse:
    """Results that stand, in the order of their recording; with `updatedAfter` what changed since."""
    return answer_page(
        request,
        asked,
        ObservationShown,
        lambda viewer, known, page: measured.observations(filter_of(asked, agency=asked.agency), viewer, known, page),
    )


@router.post(
    "",
    response={201: LoadedShown, 200: LoadedShown},
    operation_id="reportObservations",
    summary="Report results",
)
def report_observations(request: Asking, sent: ObservationsSent, asked: Asked, key: Key) -> HttpResponse:
    """Record results of an agency as one submission.

    A row takes the place of what the agency had reported for the same indicator, territory and period; one that says
    the same changes nothing. Rows that cannot be taken are named with a code each.
    """

    def make(by: Actor, at: datetime) -> dict[str, Any]:
        outcome = load_observations(
            table_of_rows(sent.rows),
            name="API",
            agency=sent.agency,
            by=by,
            at=at,
            why=sent.why,
            rehearsal=asked.dry_run,
            all_or_nothing=sent.all_or_nothing,
        )
        if outcome.refused and sent.all_or_nothing:
            raise refused_rows(outcome)
        return outcome_said(outcome)

    return make_change(request, key, asked, 201, make)
