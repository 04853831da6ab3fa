"""Files that came with reports, to be saved."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.http import content_disposition_header

from tiendo.ledger import files
from tiendo.ledger.models import TaskUpdate
from tiendo.ledger.selectors import tasks as selectors
from tiendo.ledger.selectors.task_story import story_of
from tiendo.ledger.standing import no_such_entry
from tiendo.web.pages.reading import Reading, reads
from tiendo.web.pages.tasks.task_views import may_see_evidence

_DIGITS = 12  # of its hash, where nobody knows what a file was called


@reads
def evidence(reading: Reading, number: int, update: int) -> HttpResponse:
    """The file of an update, as bytes to be saved: nothing in it runs or is shown as a page of this site."""
    seen = selectors.task(number, reading.viewer, reading.known, on=reading.today)
    story = story_of(seen, reading.viewer, reading.known)
    told = next((one for one in story.told if one.update.id == update and one.update.evidence), None)
    if told is None or told.update.evidence is None or not may_see_evidence(seen, reading):
        raise no_such_entry(TaskUpdate, update)
    name = told.file or f"{told.update.evidence[:_DIGITS]}.bin"
    answer = HttpResponse(files.path_of(told.update.evidence).read_bytes(), content_type="application/octet-stream")
    answer["Content-Disposition"] = content_disposition_header(True, name) or "attachment"
    return answer
