"""The sections of the site, in the order in which they are named at the top of every page."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse

# The name of an address, and what its page is for whoever may take documents in.
_SECTIONS = (
    *(("scoreboard", False), ("indicators", False), ("tasks", False), ("documents", False), ("findings", False)),
    *(("agencies", False), ("map", False), ("report", False), ("data", False), ("review", True), ("upload", True)),
)


@dataclass(frozen=True, slots=True)
class Section:
    """A section: where it is, the key of its name, and whether the reader is in it."""

    address: str
    words: str
    is_here: bool


def sections_at(path: str, *, may_record: bool) -> list[Section]:
    """The sections for a reader who is at a path."""
    found = []
    for name, is_for_staff in _SECTIONS:
        if is_for_staff and not may_record:
            continue
        address = reverse(name)
        here = path == address or (address != "/" and path.startswith(f"{address}/"))
        found.append(Section(address, f"section.{name}", here))
    return found
