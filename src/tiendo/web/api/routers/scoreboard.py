"""The scoreboard of a period."""

from __future__ import annotations

from typing import Annotated

from django.http import HttpResponse
from ninja import Query, Router
from pydantic import AfterValidator, Field

from tiendo.facts.period import Period
from tiendo.facts.wording import Wording
from tiendo.ledger.selectors.board import board_at, usual_territory
from tiendo.ledger.selectors.viewing import Known, Viewer
from tiendo.ledger.selectors.visible import visible_to
from tiendo.web.api.answers import answer_one
from tiendo.web.api.authentication import Asking
from tiendo.web.api.fields import unfit
from tiendo.web.api.filters import day_of
from tiendo.web.api.parameters import Code, Day, PeriodText, Question
from tiendo.web.api.schemas.scoreboard import BoardRowShown, ScoreboardShown, scoreboard_shown

router = Router(tags=["scoreboard"], by_alias=True)


_YEARS = (1945, 2200)  # a board looks back 20 years, and ahead to the end of its targets

_NOT_OF_OUR_TIME = Wording("bảng chỉ có cho các năm 1945 đến 2200", "there are boards of the years 1945 to 2200 only")


def _of_our_time(written: str) -> str:
    if _YEARS[0] <= Period.parse(written).year <= _YEARS[1]:
        return written
    raise unfit("wrong-period", _NOT_OF_OUR_TIME)


class ScoreboardQuestion(Question):
    """Which board."""

    period: Annotated[PeriodText, AfterValidator(_of_our_time)] = Field(description="The period; not before 1945.")
    territory: Code | None = Field(None, description="The territory; by default the province with the most targets.")
    agency: Code | None = Field(None, description="Only indicators that this agency answers for.", examples=["STC"])
    on: Day | None = Field(None, description="The day of the board; by default the last day of the period.")


@router.get("", response=ScoreboardShown, operation_id="getScoreboard", summary="Show a scoreboard")
def get_scoreboard(request: Asking, asked: Query[ScoreboardQuestion]) -> HttpResponse:
    """How every indicator stands against its target: as the record knew it then, made of what you may see."""
    period, day = Period.parse(asked.period), day_of(asked.on)

    def find(viewer: Viewer, known: Known) -> ScoreboardShown:
        board = board_at(
            period,
            territory=asked.territory or usual_territory(known.horizon),
            horizon=known.horizon,
            on=day,
            agency=asked.agency,
            sources=visible_to(viewer, known).roots,
        )
        return scoreboard_shown(board)

    return answer_one(request, asked, ScoreboardShown, find, table=(BoardRowShown, lambda board: board.rows))
