"""What every reader is given: a file's bytes, the name it goes by in messages, and the limits that hold."""

from __future__ import annotations

from dataclasses import dataclass

from tiendo.documents.limits import Limits


@dataclass(frozen=True, slots=True)
class Source:
    """A file that has been loaded; `name` is how the user called it."""

    name: str
    data: bytes
    limits: Limits
