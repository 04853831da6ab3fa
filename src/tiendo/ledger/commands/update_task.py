"""Report what became of a task."""

from __future__ import annotations

from datetime import date, datetime

from django.utils.timezone import localdate

from tiendo.facts.errors import InvalidChange
from tiendo.ledger import files
from tiendo.ledger.actors import Actor
from tiendo.ledger.chain import recording
from tiendo.ledger.models import StoredFile, Task, TaskState, TaskUpdate
from tiendo.ledger.permissions import Permission, Scope, require
from tiendo.ledger.standing import standing_entry


def update_task(
    *,
    task: int,
    on: date,
    state: TaskState,
    note: str,
    agency: str | None = None,
    evidence: str | None = None,
    evidence_name: str = "",
    by: Actor,
    at: datetime,
    why: str,
    rehearsal: bool = False,
) -> int:
    """Record that the task with that root stood so on a day; the entry of the update.

    `agency` is who reports: a lead or a coordinator of the task, where their codes are known. `evidence` is the
    SHA-256 of a kept file, `evidence_name` the name that it came under.
    """
    if not note.strip():
        raise InvalidChange(
            vi="Cập nhật nhiệm vụ cần một câu nói đã làm gì (note).",
            en="A task update needs a sentence that says what was done (note).",
        )
    # A day begins in the time zone of the installation: in Vietnam seven hours before it begins in UTC.
    if on > localdate(at):
        raise InvalidChange(
            vi=f"Ngày {on} chưa đến; cập nhật nói về điều đã xảy ra.",
            en=f"The day {on} is yet to come; an update speaks of what happened.",
        )
    if evidence is not None:
        files.path_of(evidence)
    with recording("update_task", by=by.name, at=at, why=why, rehearsal=rehearsal) as recorder:
        entry = standing_entry(Task, task)
        bodies = {*entry.lead_codes, *entry.coordinator_codes}
        require(by, Permission.UPDATE_TASK, Scope(agency=agency, territory=entry.territory))
        if agency is not None and bodies and agency not in bodies:
            raise InvalidChange(
                vi=f"Cơ quan {agency} không chủ trì hay phối hợp nhiệm vụ này ({', '.join(sorted(bodies))}).",
                en=f"The agency {agency} neither leads nor helps with this task ({', '.join(sorted(bodies))}).",
            )
        if evidence is not None and evidence_name and not StoredFile.objects.filter(sha256=evidence).exists():
            size = files.path_of(evidence).stat().st_size
            recorder.add(StoredFile, sha256=evidence, size=size, name=evidence_name)
        return recorder.add(
            TaskUpdate, task=task, on=on, state=state, note=note.strip(), agency=agency, evidence=evidence
        )
