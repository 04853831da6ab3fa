"""The file that a document was read from, as it came in."""

from __future__ import annotations

from django.http import FileResponse, HttpRequest, HttpResponseBase

from tiendo.ledger.files import path_of
from tiendo.ledger.selectors.documents import document
from tiendo.web.pages import questions
from tiendo.web.pages.reading import reading_of
from tiendo.web.pages.refusals import refusal

# A browser must not take it for a page, whatever stands in it.
_AS_BYTES = "application/octet-stream"


def document_file(request: HttpRequest, number: int) -> HttpResponseBase:
    """The bytes under the name that the file had, always to be saved and never shown.

    Which file it is follows from the document alone, so no address leads to any other.
    """
    try:
        if request.method not in ("GET", "HEAD"):
            return refusal(request, 405)
        reading = reading_of(request)
        entry = questions.number(request, "version")
        shown = document(number, reading.viewer, reading.known, entry).document
        stream = path_of(shown.file).open("rb")
    except Exception as fault:  # noqa: BLE001 the boundary: what is known becomes a page, the rest goes on
        return refusal(request, fault)
    answer = FileResponse(stream, as_attachment=True, filename=shown.name, content_type=_AS_BYTES)
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Content-Security-Policy"] = "default-src 'none'; sandbox"
    answer["Cache-Control"] = "private, no-store"
    return answer
