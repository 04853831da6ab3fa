"""What stands at the head of every message: its id, and the moment of the record that it shows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from tiendo.publishing.sdmx.own_codes import AGENCY

NAMESPACE = "http://www.sdmx.org/resources/sdmxml/schemas/v3_0"
SENDER = AGENCY


@dataclass(frozen=True, slots=True)
class Header:
    """`id` names the state of the record, `moment` is when that state came about: no clock is asked."""

    id: str
    moment: datetime

    @property
    def prepared(self) -> str:
        """The moment as SDMX writes it, in universal time to the second."""
        return self.moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
