"""The files of submissions: the one that came in, as it was, and the empty template."""

from __future__ import annotations

from pathlib import PurePath

from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseBase

from tiendo.intake.observations import TEMPLATE
from tiendo.ledger.files import path_of
from tiendo.ledger.models import Submission
from tiendo.ledger.selectors.submissions import submission
from tiendo.ledger.standing import no_such_entry
from tiendo.web.pages.reading import Reading, reading_of, reads
from tiendo.web.pages.refusals import refusal

# A browser must not take it for a page, whatever stands in it.
_AS_BYTES = "application/octet-stream"
_ENDING = ".csv"


def submission_file(request: HttpRequest, number: int) -> HttpResponseBase:
    """The bytes under the name that the file had, to be saved and never shown, for those who may see drafts.

    Which file it is follows from the submission alone, so no address leads to any other.
    """
    try:
        if request.method not in ("GET", "HEAD"):
            return refusal(request, 405)
        reading = reading_of(request)
        submitted = submission(number, reading.viewer, reading.known)
        if not submitted.may_see_drafts:
            raise no_such_entry(Submission, number)
        stream = path_of(submitted.file).open("rb")
    except Exception as fault:  # noqa: BLE001 the boundary: what is known becomes a page, the rest goes on
        return refusal(request, fault)
    name = submitted.name if PurePath(submitted.name).suffix else submitted.name + _ENDING
    answer = FileResponse(stream, as_attachment=True, filename=name, content_type=_AS_BYTES)
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Content-Security-Policy"] = "default-src 'none'; sandbox"
    answer["Cache-Control"] = "private, no-store"
    return answer


@reads
def template(reading: Reading) -> HttpResponse:  # noqa: ARG001 the same for everybody
    """The header of an empty table."""
    answer = HttpResponse(TEMPLATE, content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="tiendo-template.csv"'
    return answer
