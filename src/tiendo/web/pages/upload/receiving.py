"""Takes the files of a form: kept byte for byte, queued for a worker, and never read by the server itself."""

from __future__ import annotations

from http import HTTPStatus
from pathlib import Path
from typing import cast

from django.conf import settings
from django.contrib import messages
from django.core.files.uploadedfile import TemporaryUploadedFile
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.urls import reverse
from django.views.decorators.csrf import csrf_exempt, csrf_protect

from tiendo.facts.errors import UnreadableDocument
from tiendo.intake.ingest import Kept, ingest_job, keep_file
from tiendo.web import uploads
from tiendo.web.pages.asking import asker_of
from tiendo.web.pages.changing import Change, changes
from tiendo.web.pages.refusals import refusal, to_sign_in
from tiendo.web.pages.upload.options import Given, given_in
from tiendo.web.pages.upload.views import require_recorder, upload_form
from tiendo.web.words import say

_MEGABYTE = 1_000_000  # as `TIENDO_MAX_UPLOAD` is written


# The token of a form stands in its body, and the bounds have to be there before the body is read: `_received` asks.
@csrf_exempt
def upload(request: HttpRequest) -> HttpResponse:
    """The form, and what is sent by it."""
    if request.method != "POST":
        return upload_form(request)
    try:
        asker = asker_of(request)
        if asker.account is None:
            return to_sign_in(request)
        require_recorder(request)
    except Exception as fault:  # noqa: BLE001 the boundary: what is known becomes a page, the rest goes on
        return refusal(request, fault)
    if uploads.is_too_much(request):
        return refusal(request, HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
    request.upload_handlers = [uploads.BoundedFiles(request)]
    return _received(request)


@csrf_protect
@changes
def _received(change: Change) -> HttpResponse:
    """Keep and queue the files, and say of each other one why not."""
    request = change.request
    given = given_in(request)
    kept, refused = _kept(change, given)
    if kept:
        ingest_job(kept, by=change.actor, why=change.why("upload.usual"), again="again" in request.POST)
    if "application/json" in request.headers.get("Accept", ""):
        # That a file was refused is an answer, and no fault of the page that browsers should complain about.
        return JsonResponse({"taken": len(kept), "refused": refused})
    for one in refused:
        messages.error(request, one)
    address = reverse("upload-jobs" if kept else "upload")
    if kept:
        return change.done(address, "upload.taken", count=len(kept))
    return HttpResponseRedirect(address)


def _kept(change: Change, given: Given) -> tuple[list[Kept], list[str]]:
    """The files that are kept now, and a sentence for each that is not."""
    kept, refused = [], _let_go_by(change)
    for sent in change.request.FILES.getlist("files"):
        name = uploads.clean_name(sent.name or "")
        try:
            path = Path(cast("TemporaryUploadedFile", sent).temporary_file_path())
            one = keep_file(path, name)
        except UnreadableDocument as fault:
            refused.append(fault.sentence(change.language))
            continue
        kept.append(Kept(one.name, one.sha256, one.size, given.period, given.territory))
    if not kept and not refused:
        refused.append(say("upload.nothing", change.language))
    return kept, refused


def _let_go_by(change: Change) -> list[str]:
    handler = cast("uploads.BoundedFiles", change.request.upload_handlers[0])
    # The form is read now, if it was not: only then the handler knows.
    change.request.FILES  # noqa: B018
    limit = f"{settings.TIENDO.max_upload / _MEGABYTE:g} MB"
    said = [say("upload.too-large", change.language, name=name, limit=limit) for name in handler.too_large]
    if handler.too_many:
        said.append(say("upload.too-many", change.language, count=handler.too_many, most=uploads.MOST_FILES))
    return said
