"""Tasks and what became of them."""

from __future__ import annotations

from datetime import date, datetime

from pydantic import Field

from tiendo.ledger.models import TaskState
from tiendo.ledger.selectors.tasks import Standing
from tiendo.web.api.schemas.shared import Shown


class TaskUpdateShown(Shown):
    """A report on the task."""

    id: int
    entry: int
    recorded_at: datetime
    on: date = Field(description="The day that it speaks of.")
    state: TaskState
    note: str
    agency: str | None
    evidence: str | None = Field(description="The SHA-256 of a file that shows it.")


class TaskShown(Shown):
    """A task of a document, as it stands on the day asked for."""

    id: int
    entry: int
    supersedes: int | None
    withdrawn: bool
    recorded_at: datetime
    document: int | None = Field(description="The document that it stands in; null where you may see the task only.")
    document_version: int
    fact: int
    territory: str | None
    start: int
    end: int
    quote: str
    provision: tuple[str, ...]
    lead: tuple[str, ...] = Field(description="Who leads, as written.")
    coordinators: tuple[str, ...]
    lead_codes: tuple[str, ...] = Field(description="The agencies that lead, where their codes are known.")
    coordinator_codes: tuple[str, ...]
    deadline: str | None = Field(examples=["../2030"])
    due: date | None
    reviewed: bool
    state: Standing = Field(description="As the latest update by that day says; open where there is none.")
    overdue: bool = Field(description="True where the day due is over and the task neither done nor stopped.")
    updates: tuple[TaskUpdateShown, ...]
