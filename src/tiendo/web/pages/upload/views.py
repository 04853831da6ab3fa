"""The form for sending files, and what became of those that were sent."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from tiendo.documents.readers.formats import SUFFIXES
from tiendo.facts.errors import NotPermitted
from tiendo.intake.progress import sent_files
from tiendo.web import uploads
from tiendo.web.pages.frame import Frame
from tiendo.web.pages.reading import Reading, reads
from tiendo.web.pages.upload.options import period_choices, territory_choices
from tiendo.web.pages.upload.rows import shown_files, waits_for_nobody
from tiendo.web.pages.upload.sizes import size_text


def require_recorder(request: HttpRequest) -> None:
    """Raise `NotPermitted` for whoever may take in no document at all."""
    if not Frame(request).may_record:
        raise NotPermitted(
            vi="Tải văn bản lên là việc của cán bộ tổng hợp, người duyệt và người quản trị.",
            en="Documents are taken in by officers, approvers and administrators.",
        )


@reads
def upload_form(reading: Reading) -> HttpResponse:
    """The form, with the latest files below."""
    require_recorder(reading.request)
    limit = int(settings.TIENDO.max_upload)
    context = {
        "limit": size_text(limit, reading.language),
        "limit_bytes": limit,
        "most": uploads.MOST_FILES,
        "endings": ",".join(sorted({*SUFFIXES, ".rtf"})),
        "periods": period_choices(reading.today, reading.language),
        "territories": territory_choices(reading.today),
    }
    return reading.show("upload/page.html", context | _jobs(reading))


@reads
def upload_jobs(reading: Reading) -> HttpResponse:
    """The latest files alone: the part that an open page asks for again while something is under way."""
    require_recorder(reading.request)
    return reading.show("upload/jobs_page.html", _jobs(reading), part="upload/jobs.html")


def _jobs(reading: Reading) -> dict[str, Any]:
    """Everybody sees what they sent themselves; whoever answers for the whole record sees all."""
    now = datetime.now(UTC)
    viewer = reading.viewer
    files = sent_files(by=None if viewer.sees_everything else viewer.actor.name)
    return {
        "files": shown_files(files, reading, now),
        "under_way": any(one.is_under_way for one in files),
        "shows_all": viewer.sees_everything,
        "nobody_reads": waits_for_nobody(files, now),
    }
