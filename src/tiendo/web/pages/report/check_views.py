"""A report that comes back edited: what of it still agrees with the record, and whether its text adds up."""

from __future__ import annotations

from http import HTTPStatus
from pathlib import Path
from typing import Any, cast

from django.conf import settings
from django.core.files.uploadedfile import TemporaryUploadedFile
from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt, csrf_protect

from tiendo.facts.errors import InvalidSetting, NotPermitted, ReportRefused, UnusableReport
from tiendo.publishing.report.forms import FORMS, form_of
from tiendo.publishing.report.periods import SORT_NAMES
from tiendo.web import uploads
from tiendo.web.handouts.report_return import ReturnedReport, returned_report
from tiendo.web.pages.asking import asker_of
from tiendo.web.pages.changing import Change, changes
from tiendo.web.pages.reading import Reading, reads
from tiendo.web.pages.refusals import refusal, to_sign_in
from tiendo.web.pages.report.checked import checked
from tiendo.web.pages.upload.sizes import size_text
from tiendo.web.words import say

_SEAL_DIGITS = 16  # as the report prints it


# The token of a form stands in its body, and the bounds have to be there before the body is read: `_sent` asks for it.
@csrf_exempt
def check(request: HttpRequest) -> HttpResponse:
    """The form, and the outcome for the file that is sent by it; nothing of the file is kept."""
    if request.method != "POST":
        return _form(request)
    try:
        if asker_of(request).account is None:
            return to_sign_in(request)
    except Exception as fault:  # noqa: BLE001 the boundary: what is known becomes a page, the rest goes on
        return refusal(request, fault)
    if uploads.is_too_much(request):
        return refusal(request, HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
    request.upload_handlers = [uploads.BoundedFiles(request)]
    return _sent(request)


@reads
def _form(reading: Reading) -> HttpResponse:
    if reading.account is None:
        # Reading a file takes a process of its own for seconds: whoever asks for that says who they are.
        raise NotPermitted(
            vi="Hãy đăng nhập để kiểm tra một báo cáo đã sửa.", en="Sign in to check a report that was edited."
        )
    return _shown(reading, {})


@csrf_protect
@changes
def _sent(change: Change) -> HttpResponse:
    """Changes nothing; the form comes from somebody who is signed in, as those that do."""
    reading = change.reading()
    try:
        name, found = _compared(change, reading)
    except (UnusableReport, ReportRefused, InvalidSetting) as fault:
        return _shown(reading, {"fault": fault.sentence(change.language)}, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    stamp = found.agreement.stamp
    period = stamp.period.vietnamese() if change.language == "vi" else stamp.period.english()
    context = {
        "name": name,
        "checked": checked(found, reading.known, change.language),
        "sort_name": SORT_NAMES[stamp.sort],
        "period_name": period,
        "stamp": stamp,
        "seal": stamp.seal[:_SEAL_DIGITS],
    }
    return _shown(reading, context)


def _compared(change: Change, reading: Reading) -> tuple[str, ReturnedReport]:
    """The file that was sent, by its name; raises `UnusableReport` or `ReportRefused` with the reason."""
    sent = change.request.FILES.get("file")
    handler = cast("uploads.BoundedFiles", change.request.upload_handlers[0])
    limit = int(settings.TIENDO.max_upload)
    if handler.too_large:
        raise _refused("report.check-large", name=handler.too_large[0], limit=limit)
    if sent is None or not sent.size:
        raise _refused("report.check-nothing")
    name = uploads.clean_name(sent.name or "")
    form_of(name)
    path = Path(cast("TemporaryUploadedFile", sent).temporary_file_path())
    found = returned_report(path, name, reading.viewer, reading.known, at=change.at, largest=limit)
    return name, found


def _refused(key: str, *, limit: int = 0, **values: str) -> UnusableReport:
    vi, en = (say(key, one, **values, limit=size_text(limit, one)) for one in ("vi", "en"))
    return UnusableReport(vi=vi, en=en)


def _shown(reading: Reading, context: dict[str, Any], *, status: int = HTTPStatus.OK) -> HttpResponse:
    always = {
        "endings": ",".join(one.suffix for one in FORMS),
        "limit": size_text(int(settings.TIENDO.max_upload), reading.language),
    }
    return reading.show("report/check.html", always | context, status=status)
