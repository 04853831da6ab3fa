"""What is measured, and how one measure went over time."""

from __future__ import annotations

from django.http import HttpResponse
from ninja import Path, Query, Router
from pydantic import Field

from tiendo.ledger.selectors import indicators, measured
from tiendo.ledger.selectors.pages import mapped
from tiendo.web.api.answers import answer_all, answer_one, answer_page
from tiendo.web.api.authentication import Asking
from tiendo.web.api.filters import changed_after
from tiendo.web.api.parameters import ChangesQuestion, Code, Question
from tiendo.web.api.schemas.indicators import IndicatorShown, indicator_shown
from tiendo.web.api.schemas.measured import ObservationShown
from tiendo.web.api.schemas.shared import AllShown, PageShown

router = Router(tags=["indicators"], by_alias=True)


class IndicatorQuestion(ChangesQuestion):
    """Which indicators."""

    sector: Code | None = Field(None, description="The sector.", examples=["agriculture"])
    agency: Code | None = Field(None, description="The agency that answers for them.", examples=["STC"])


class HistoryQuestion(Question):
    """Which series."""

    territory: Code = Field(description="The code of the territory.", examples=["20"])
    superseded: bool = Field(True, description="Also the values that were superseded or withdrawn.")


@router.get("", response=PageShown[IndicatorShown], operation_id="listIndicators", summary="List indicators")
def list_indicators(request: Asking, asked: Query[IndicatorQuestion]) -> HttpResponse:
    """The indicators of the catalogue and those that people made, in the order in which they were defined."""
    wanted = indicators.IndicatorFilter(
        sector=asked.sector, agency=asked.agency, changed_after=changed_after(asked.updated_after)
    )
    return answer_page(
        request,
        asked,
        IndicatorShown,
        lambda _, known, page: mapped(indicators.indicators(wanted, known, page), indicator_shown),
    )


@router.get("/{code}", response=IndicatorShown, operation_id="getIndicator", summary="Show an indicator")
def get_indicator(request: Asking, code: Path[Code], asked: Query[Question]) -> HttpResponse:
    """One indicator."""
    return answer_one(
        request, asked, IndicatorShown, lambda _, known: indicator_shown(indicators.indicator(code, known))
    )


@router.get(
    "/{code}/history",
    response=AllShown[ObservationShown],
    operation_id="getIndicatorHistory",
    summary="Show the history of an indicator",
)
def get_history(request: Asking, code: Path[Code], asked: Query[HistoryQuestion]) -> HttpResponse:
    """All results of an indicator in one territory, by period; a superseded one stands before its successor.

    A value holds that no other one names in `supersedes`, unless it is withdrawn.
    """
    return answer_all(
        request,
        asked,
        ObservationShown,
        lambda viewer, known: measured.history(
            indicators.indicator(code, known).indicator.id,
            asked.territory,
            viewer,
            known,
            standing=not asked.superseded,
        ),
    )
