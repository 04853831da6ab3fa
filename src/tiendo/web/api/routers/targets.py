"""Targets."""

from __future__ import annotations

from django.http import HttpResponse
from ninja import Query, Router
from pydantic import Field

from tiendo.ledger.selectors import measured
from tiendo.web.api.answers import answer_page
from tiendo.web.api.authentication import Asking
from tiendo.web.api.filters import MeasuredQuestion, day_of, filter_of
from tiendo.web.api.parameters import Day
from tiendo.web.api.schemas.measured import TargetShown
from tiendo.web.api.schemas.shared import PageShown

router = Router(tags=["targets"], by_alias=True)


class TargetQuestion(MeasuredQuestion):
    """Which targets."""

    valid_on: Day | None = Field(
        None,
        description="Only targets that hold in law on this day, whenever they were recorded: a target counts until the "
        "day on which one that amends it comes into force.",
    )


@router.get("", response=PageShown[TargetShown], operation_id="listTargets", summary="List targets")
def list_targets(request: Asking, asked: Query[TargetQuestion]) -> HttpResponse:
    """Targets that stand, in the order of their recording; with `updatedAfter` what changed since."""
    day = day_of(asked.valid_on)
    return answer_page(
        request,
        asked,
        TargetShown,
        lambda viewer, known, page: measured.targets(filter_of(asked), viewer, known, page, valid_on=day),
    )
