"""A document as Akoma Ntoso, under an address that stays."""

from __future__ import annotations

from django.http import HttpResponse

from tiendo.web.handouts.documents import MEDIA_TYPE, akn_document
from tiendo.web.pages import questions
from tiendo.web.pages.reading import Reading, reads


@reads
def document_akn(reading: Reading, number: int) -> HttpResponse:
    """The version that stands, or the one that `?version=` names, as XML."""
    entry = questions.number(reading.request, "version")
    name, content = akn_document(number, reading.viewer, reading.known, entry)
    answer = HttpResponse(content, content_type=f"{MEDIA_TYPE}; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Content-Security-Policy"] = "default-src 'none'; sandbox"
    if reading.account is None:
        answer["ETag"] = reading.etag
        answer["Vary"] = "Cookie"
        answer["Cache-Control"] = "public, no-cache"
    return answer
