"""Who changed the record."""

from __future__ import annotations

from datetime import datetime

from pydantic import Field

from tiendo.web.api.schemas.shared import Shown


class ActShown(Shown):
    """An act of recording: the link of the hash chain."""

    number: int
    command: str = Field(examples=["publish"])
    by: str
    at: datetime
    why: str
    first_entry: int = Field(description="The first of the entries that it made.")
    last_entry: int
    previous: str = Field(description="The digest of the act before, in hexadecimal digits.")
    digest: str
