"""What a search can find, as frozen values: how it is called, what it says, and where it stands."""

from __future__ import annotations

from dataclasses import dataclass
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

    `key` is what its address is made of: a code, or the number of an entry. `title` is shown; `names` are what it is
    called besides, `codes` its numbers and symbols, `context` what it says. `place` is where it stands, outermost
    first: the provision's headings, an agency's level. `document` is the root of the document that it stands in,
    `start` its place there. The fields behind that say who may see it: everybody where it has no `version` (the
    entry of a document), else whoever sees that, and for a task whoever reports for one of `agencies`.
    """

    kind: Kind
    key: str
    title: str
    names: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    context: str = ""
    place: tuple[str, ...] = ()
    document: int | None = None
    start: int | None = None
    version: int | None = None
    agencies: tuple[str, ...] = ()
    territory: str | None = None
