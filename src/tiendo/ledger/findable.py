"""What a search can find, as frozen values: how it is called, what it says, and where it stands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Kind(StrEnum):
    """What is found, in the order in which equally good results of several kinds are shown."""

    INDICATOR = "indicator"
    DOCUMENT = "document"
    AGENCY = "agency"
    TASK = "task"
    PROVISION = "provision"


@dataclass(frozen=True, slots=True, kw_only=True)
class Findable:
    """One thing that a search can find.

    `key` is what its address is made of: a code, or the number of an entry. `title` is shown, in English `english`
    where there is one; `names` are what it is called besides, `codes` its numbers and symbols, `context` what it
    says. `place` is where it stands, outermost first: the document and the headings above a provision. `document`
    is the root of the document that it stands in, `start` its offset there. `day` is when a document was issued,
    and when an agency ended.

    `version` is the entry of the document that it was read from. Whoever sees that sees this too, and a task also
    whoever reports for one of its `agencies` in its `territory`. Without a version it is for everybody.
    """

    kind: Kind
    key: str
    title: str
    english: str = ""
    names: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    context: str = ""
    place: tuple[str, ...] = ()
    document: int | None = None
    start: int | None = None
    day: date | None = None
    version: int | None = None
    agencies: tuple[str, ...] = ()
    territory: str | None = None
