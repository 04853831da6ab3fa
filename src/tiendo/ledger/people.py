"""People who can sign in, without anything by which they do."""

from __future__ import annotations

from typing import NamedTuple


class Person(NamedTuple):
    """An account as it may be shown to others; `joined` is a moment as the record writes it."""

    username: str
    first_name: str
    last_name: str
    email: str
    active: bool
    joined: str
