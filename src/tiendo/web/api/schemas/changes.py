"""What changes say, and what they are answered."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field

from tiendo.ledger.models import Role, TaskState
from tiendo.web.api.changes import Sent, Taken
from tiendo.web.api.parameters import Code, Day, EntryNumber
from tiendo.web.api.schemas.shared import Shown, WordingShown

LARGEST_BATCH = 10_000  # rows of one request; larger tables are for `tiendo load`
_LONGEST_CELL = 200  # characters, as in tables
_LONGEST_NOTE = 10_000  # characters: some pages
_LONGEST_PASSWORD = 1_000  # characters; longer ones would only make the hash slow
_MOST_CHANGES = 30  # a fact has fewer fields

Cell = Annotated[str, Field(max_length=_LONGEST_CELL, pattern=r'^[^\x00-\x1f\x7f"]*$')]
Text = Annotated[str, Field(min_length=1, max_length=_LONGEST_NOTE, pattern=r"^[^\x00-\x08\x0b-\x1f\x7f]*$")]


class ObservationRow(Taken):
    """One result."""

    indicator: Cell = Field(examples=["budget_revenue"])
    territory: Cell = Field(examples=["20"])
    period: Cell = Field(examples=["2022-Q1"])
    value: Cell = Field(description="A plain number with a decimal point, as a string.", examples=["2530.10"])
    estimated: bool = False
    cumulative: bool = False
    unit: Cell = Field("", description="By default the unit of the indicator.", examples=["tỷ đồng"])


class ObservationsSent(Sent):
    """Results that an agency reports."""

    agency: Code | None = Field(
        None, description="Who reports; a reporter has to name the own agency.", examples=["STC"]
    )
    all_or_nothing: bool = Field(True, description="Whether one refused row keeps all others out.")
    rows: list[ObservationRow] = Field(min_length=1, max_length=LARGEST_BATCH)


class RowOutcomeShown(Shown):
    """What became of a row."""

    row: int = Field(description="Its place in `rows`, counted from 0.")
    code: str = Field(description="A code of docs/loading.md.", examples=["recorded"])
    field: str | None
    message: WordingShown


class LoadedShown(Shown):
    """What became of the rows."""

    submission: int | None = Field(description="The submission that holds them; null where nothing was recorded.")
    recorded: int
    corrected: int
    unchanged: int
    refused: int
    rows: tuple[RowOutcomeShown, ...]
    dry_run: bool


class MadeShown(Shown):
    """The entry that a change made."""

    entry: int
    dry_run: bool


class TaskUpdateSent(Sent):
    """What became of a task."""

    on: Day = Field(description="The day that the update speaks of.")
    state: TaskState
    note: Text = Field(description="What was done.")
    agency: Code | None = Field(
        None, description="Who reports; a reporter has to name the own agency.", examples=["STC"]
    )
    evidence: str | None = Field(None, pattern=r"^[0-9a-f]{64}$", description="The SHA-256 of a kept file.")


class ReasonSent(Sent):
    """A change that needs nothing but its reason."""


class _ReviewSent(Sent):
    expected: EntryNumber | None = Field(
        None, description="The entry that the reviewer saw; refused with 409 where another one holds by now."
    )


class AcceptSent(_ReviewSent):
    """The fact was read rightly."""

    choice: Literal["accept"]


class RejectSent(_ReviewSent):
    """The text does not say this."""

    choice: Literal["reject"]


class CorrectSent(_ReviewSent):
    """What the text says instead, by the fields of a fact (docs/api.md)."""

    choice: Literal["correct"]
    changes: dict[str, Any] = Field(min_length=1, max_length=_MOST_CHANGES, examples=[{"low": "28.1"}])


class MergeSent(_ReviewSent):
    """The fact says the same as another one."""

    choice: Literal["merge"]
    into: EntryNumber


class ChooseIndicatorSent(_ReviewSent):
    """Which indicator it is a value of."""

    choice: Literal["choose-indicator"]
    indicator: Code
    remember: bool = Field(True, description="Whether its name means this indicator from now on.")


class MakeIndicatorSent(_ReviewSent):
    """A new indicator that it is a value of."""

    choice: Literal["make-indicator"]
    definition: dict[str, Any] = Field(min_length=1, description="What its file in the catalogue would say.")


ReviewSent = Annotated[
    AcceptSent | RejectSent | CorrectSent | MergeSent | ChooseIndicatorSent | MakeIndicatorSent,
    Field(discriminator="choice"),
]


class SignInSent(Taken):
    """Name and password."""

    username: str = Field(pattern=r"^[^\x00-\x1f\x7f]{1,150}$")
    password: str = Field(
        min_length=1, max_length=_LONGEST_PASSWORD, pattern=r"^[^\x00]*$", json_schema_extra={"format": "password"}
    )


class RoleShown(Shown):
    """A role, within an agency and a territory where these are given."""

    role: Role
    agency: str | None
    territory: str | None


class SessionShown(Shown):
    """Who asks."""

    account: str | None = Field(description="The name of the account; null for the public.")
    roles: tuple[RoleShown, ...]
    csrf_token: str | None = Field(
        description="What changes within a session have to send as the header X-CSRFToken; null without a session."
    )
