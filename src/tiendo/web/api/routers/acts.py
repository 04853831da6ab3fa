"""Who changed the record, when and why."""

from __future__ import annotations

from django.http import HttpResponse
from ninja import Query, Router
from pydantic import Field

from tiendo.ledger.selectors import acts
from tiendo.web.api.answers import answer_page
from tiendo.web.api.authentication import Asking, signed_in
from tiendo.web.api.filters import changed_after
from tiendo.web.api.parameters import ChangesQuestion, Code, EntryNumber
from tiendo.web.api.schemas.acts import ActShown
from tiendo.web.api.schemas.shared import PageShown

router = Router(tags=["acts"], by_alias=True)


class ActQuestion(ChangesQuestion):
    """Which acts."""

    entry: EntryNumber | None = Field(None, description="The act that made this entry.")
    by: str | None = Field(None, pattern=r"^[A-Za-z0-9_.@-]{1,150}$", description="Who did it.")
    command: Code | None = Field(None, description="What was done.", examples=["publish"])


@router.get("", response=PageShown[ActShown], operation_id="listActs", summary="List acts")
def list_acts(request: Asking, asked: Query[ActQuestion]) -> HttpResponse:
    """Acts of recording, the first one first. Staff without bounds see all of them, everybody else their own."""
    signed_in(request)
    wanted = acts.ActFilter(
        entry=asked.entry, by=asked.by, command=asked.command, changed_after=changed_after(asked.updated_after)
    )
    return answer_page(
        request,
        asked,
        ActShown,
        lambda viewer, known, page: acts.acts(wanted, viewer, known, page),
        is_personal=True,
    )
