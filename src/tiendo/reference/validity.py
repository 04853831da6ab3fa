"""How long an entry of a reference list holds: dated, with open ends where the list does not know."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tiendo.facts.errors import InvalidFact


@dataclass(frozen=True, slots=True)
class Validity:
    """First and last day in force, both included. `None`: older than the list, or still in force."""

    start: date | None = None
    end: date | None = None

    def __post_init__(self) -> None:
        if self.start and self.end and self.end < self.start:
            raise InvalidFact(
                vi=f"Ngày hết hiệu lực {self.end} đứng trước ngày có hiệu lực {self.start}.",
                en=f"The last day in force, {self.end}, is before the first, {self.start}.",
            )

    def covers(self, on: date) -> bool:
        """True where the entry is in force on that day."""
        return not self.begins_after(on) and not self.ended_before(on)

    def ended_before(self, on: date) -> bool:
        """True where the last day in force is past on that day."""
        return self.end is not None and self.end < on

    def begins_after(self, on: date) -> bool:
        """True where the first day in force is yet to come on that day."""
        return self.start is not None and self.start > on

    def overlaps(self, other: Validity) -> bool:
        """True where the two hold on at least one day together."""
        starts_in_time = other.end is None or self.start is None or self.start <= other.end
        return starts_in_time and (self.end is None or other.start is None or other.start <= self.end)


def printed(day: date) -> str:
    """A date as Vietnamese documents print it: 01/7/2025 (days, and months 1 and 2, with two digits).

    Source: Decree 30/2020/NĐ-CP, annex I.
    """
    month = f"{day.month:02}" if day.month <= 2 else str(day.month)
    return f"{day.day:02}/{month}/{day.year}"
