"""The form by which progress of a task is reported."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest

from tiendo.ledger.models import TaskState
from tiendo.ledger.permissions import Permission, Scope
from tiendo.ledger.selectors.tasks import TaskView
from tiendo.web.pages.reading import Reading
from tiendo.web.words import say

LONGEST_NOTE = 4_000  # characters; whoever has more to say attaches it
_MEGABYTE = 1 << 20

CHOICES = {
    TaskState.RUNNING: "tasks.state.running",
    TaskState.DONE: "tasks.state.done",
    TaskState.STOPPED: "tasks.state.stopped",
}


@dataclass(frozen=True, slots=True)
class Reported:
    """A report as it was sent: `faults` say by field what is wrong with it."""

    state: str
    on: str
    note: str
    agency: str
    evidence: UploadedFile[bytes] | None
    faults: dict[str, str]

    @property
    def day(self) -> date:
        """The day that it speaks of."""
        return date.fromisoformat(self.on)


def agencies_to_report_for(task: TaskView, reading: Reading) -> list[str | None]:
    """For which agencies whoever looks may report on the task; `None` is to name none. Nobody else sees the form."""
    bodies = dict.fromkeys((*task.lead_codes, *task.coordinator_codes)) or dict.fromkeys(
        sorted(reading.viewer.reports_for)
    )
    asked: list[str | None] = [*bodies, None]
    return [one for one in asked if reading.may(Permission.UPDATE_TASK, Scope(one, task.territory))]


def largest_megabytes() -> int:
    """How large a file may be."""
    return int(settings.TIENDO.max_upload) // _MEGABYTE


def report_of(request: HttpRequest, agencies: list[str | None], today: date, language: str) -> Reported:
    """What was sent, with what is wrong with it."""
    sent = {name: request.POST.get(name, "").replace("\x00", "").strip() for name in ("state", "on", "note", "agency")}
    evidence = request.FILES.get("evidence")
    faults = {
        "state": None if sent["state"] in TaskState else "task.report.fault.state",
        "on": None if _is_day(sent["on"], today) else "task.report.fault.day",
        "note": _fault_of_note(sent["note"]),
        "agency": None if (sent["agency"] or None) in agencies else "task.report.fault.agency",
        "evidence": _fault_of_file(evidence),
    }
    values = {"count": LONGEST_NOTE, "size": largest_megabytes()}
    said = {name: say(key, language, **values) for name, key in faults.items() if key is not None}
    return Reported(**sent, evidence=evidence, faults=said)


def _is_day(written: str, today: date) -> bool:
    try:
        return date.fromisoformat(written) <= today
    except ValueError:
        return False


def _fault_of_note(note: str) -> str | None:
    if not note:
        return "task.report.fault.note"
    return "task.report.fault.long" if len(note) > LONGEST_NOTE else None


def _fault_of_file(file: UploadedFile[bytes] | None) -> str | None:
    if file is None:
        return None
    if not file.size:
        return "task.report.fault.empty"
    return "task.report.fault.large" if file.size > settings.TIENDO.max_upload else None
