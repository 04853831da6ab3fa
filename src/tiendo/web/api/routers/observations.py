"""Results."""

from __future__ import annotations

from django.http import HttpResponse
from ninja import Query, Router
from pydantic import Field

from tiendo.ledger.selectors import measured
from tiendo.web.api.answers import answer_page
from tiendo.web.api.authentication import Asking
from tiendo.web.api.filters import MeasuredQuestion, filter_of
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
