"""Facts as they were read."""

from __future__ import annotations

from typing import Literal

from django.http import HttpResponse
from ninja import Path, Query, Router
from pydantic import Field

from tiendo.ledger.models import FactState
from tiendo.ledger.selectors import facts
from tiendo.ledger.selectors.documents import require_seen
from tiendo.ledger.selectors.pages import Asked, Page, mapped
from tiendo.ledger.selectors.viewing import Known, Viewer
from tiendo.web.api.answers import answer_page
from tiendo.web.api.authentication import Asking
from tiendo.web.api.filters import changed_after
from tiendo.web.api.parameters import ChangesQuestion, Code, EntryNumber
from tiendo.web.api.schemas.facts import FactShown, fact_shown
from tiendo.web.api.schemas.shared import PageShown

router = Router(tags=["facts"], by_alias=True)


class FactsOfDocumentQuestion(ChangesQuestion):
    """Which facts of a document."""

    kind: Literal["target", "observation", "task", "citation"] | None = Field(None, description="The kind of fact.")
    state: FactState | None = Field(None, description="How far it has come: `waiting` ones wait for a person.")
    indicator: Code | None = Field(None, description="The code of the indicator.")
    territory: Code | None = Field(None, description="The code of the territory.")


class FactQuestion(FactsOfDocumentQuestion):
    """Which facts."""

    document: EntryNumber | None = Field(None, description="The document that they stand in.")


@router.get("/facts", response=PageShown[FactShown], operation_id="listFacts", summary="List facts")
def list_facts(request: Asking, asked: Query[FactQuestion]) -> HttpResponse:
    """Facts as they were read, whether they count or wait, in the order of their recording."""
    wanted = _filter_of(asked, asked.document)
    return answer_page(
        request,
        asked,
        FactShown,
        lambda viewer, known, page: mapped(facts.facts(wanted, viewer, known, page), fact_shown),
    )


@router.get(
    "/documents/{document}/facts",
    response=PageShown[FactShown],
    operation_id="listFactsOfDocument",
    summary="List the facts of a document",
)
def list_facts_of_document(
    request: Asking, document: Path[EntryNumber], asked: Query[FactsOfDocumentQuestion]
) -> HttpResponse:
    """The facts of a document in the version that stands."""
    wanted = _filter_of(asked, document)

    def find(viewer: Viewer, known: Known, page: Asked) -> Page[FactShown]:
        require_seen(document, viewer, known)
        return mapped(facts.facts(wanted, viewer, known, page), fact_shown)

    return answer_page(request, asked, FactShown, find)


def _filter_of(asked: FactsOfDocumentQuestion, document: int | None) -> facts.FactFilter:
    return facts.FactFilter(
        document=document,
        kind=asked.kind,
        state=asked.state,
        indicator=asked.indicator,
        territory=asked.territory,
        changed_after=changed_after(asked.updated_after),
    )
