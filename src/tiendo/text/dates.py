"""Calendar days as documents write them: `ngày 19 tháng 6 năm 2015`, `29/12/2021`, `14.9.2020`, `ngày   tháng 4 năm 2022`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class DateMention:
    """A day in a text, from its word `ngày` if there is one to the end of the year.

    Drafts leave the day, or the day and the month, blank; `date` is then `None`.
    """

    start: int
    end: int
    year: int
    month: int | None
    day: int | None

    @property
    def date(self) -> date | None:
        """The calendar day, where it is written in full."""
        return date(self.year, self.month, self.day) if self.month and self.day else None


# A blank to be filled in by hand is spaces, dots, an ellipsis or a line.
_BLANK = r"[\s.…_]*"
_DATE = re.compile(
    # The trigger is a literal word or a digit, so that the scan passes quickly over all else.
    rf"(?:ngày\s*(?:(?P<day>(?<=\s)\d{{1,2}})\s+|{_BLANK})tháng(?:\s+(?P<month>\d{{1,2}})\s+|{_BLANK})năm\s+(?P<year>\d{{4}})"
    r"|(?:ngày\s+)?(?<![\w/.,-])(?P<d>\d{1,2})\s?(?P<mark>[/.-])\s?(?P<m>\d{1,2})\s?(?P=mark)\s?(?P<y>\d{4})(?!/|-\w))(?!\d)",
    re.IGNORECASE,
)


def find_dates(text: str, start: int = 0, end: int | None = None) -> Iterator[DateMention]:
    """The dates of a stretch of text in order. Impossible days (`31/2/2022`) are none."""
    for match in _DATE.finditer(text, start, len(text) if end is None else end):
        year, month, day = (
            int(written) if written else None
            for written in (match["year"] or match["y"], match["month"] or match["m"], match["day"] or match["d"])
        )
        if year and _is_possible(year, month, day):
            yield DateMention(match.start(), match.end(), year, month, day)


def _is_possible(year: int, month: int | None, day: int | None) -> bool:
    try:
        date(year, 1 if month is None else month, 1 if day is None else day)
    except ValueError:
        return False
    return True
