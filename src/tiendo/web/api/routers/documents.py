"""Documents."""

from __future__ import annotations

from django.http import HttpResponse
from ninja import Path, Query, Router
from pydantic import Field

from tiendo.ledger.selectors import documents
from tiendo.web.api.answers import answer_one, answer_page
from tiendo.web.api.authentication import Asking
from tiendo.web.api.filters import changed_after, day_of
from tiendo.web.api.parameters import ChangesQuestion, Code, Day, EntryNumber, PeriodText, Question
from tiendo.web.api.schemas.documents import DocumentShown, WholeDocumentShown
from tiendo.web.api.schemas.shared import PageShown

router = Router(tags=["documents"], by_alias=True)


class DocumentQuestion(ChangesQuestion):
    """Which documents."""

    territory: Code | None = Field(None, description="The territory that they speak of.", examples=["20"])
    period: PeriodText | None = Field(None, description="The period that they speak of.")
    number: str | None = Field(None, pattern=r"^[^\x00-\x1f\x7f]{1,100}$", description="Number and symbol as printed.")
    type: str | None = Field(None, pattern=r"^[^\x00-\x1f\x7f]{1,100}$", description="The type, such as Nghị quyết.")
    from_: Day | None = Field(None, alias="from", description="Only those issued on this day or later.")
    to: Day | None = Field(None, description="Only those issued on this day or earlier.")


@router.get("", response=PageShown[DocumentShown], operation_id="listDocuments", summary="List documents")
def list_documents(request: Asking, asked: Query[DocumentQuestion]) -> HttpResponse:
    """Documents in the version that stands, in the order of their recording; with `updatedAfter` what changed since."""
    wanted = documents.DocumentFilter(
        territory=asked.territory,
        period=asked.period,
        number=asked.number,
        type_name=asked.type,
        first_day=day_of(asked.from_),
        last_day=day_of(asked.to),
        changed_after=changed_after(asked.updated_after),
    )
    return answer_page(
        request, asked, DocumentShown, lambda viewer, known, page: documents.documents(wanted, viewer, known, page)
    )


@router.get("/{document}", response=WholeDocumentShown, operation_id="getDocument", summary="Show a document")
def get_document(request: Asking, document: Path[EntryNumber], asked: Query[Question]) -> HttpResponse:
    """A document with its provisions and all its versions."""
    return answer_one(
        request, asked, WholeDocumentShown, lambda viewer, known: documents.document(document, viewer, known)
    )
