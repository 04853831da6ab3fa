"""Calendar days as documents write them: `ngày 19 tháng 6 năm 2015`, `29/12/2021`, `ngày   tháng 4 năm 2022`."""

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

    @property
    def is_possible(self) -> bool:
        """Whether the calendar has such a day, as far as it is written."""
        try:
            date(self.year, 1 if self.month is None else self.month, 1 if self.day is None else self.day)
        except ValueError:
            return False
        return True


# A blank to be filled in by hand is spaces, dots, an ellipsis or a line.
_BLANK = r"[\s.…_]*"
# Both kinds begin with a letter or digit of their own, which lets the scan pass quickly over all else.
_DATE = re.compile(
    rf"[nN][gG][àÀ][yY]{_BLANK}(?i:tháng)(?:\s+(?P<month>\d{{1,2}})\s+|{_BLANK})(?i:năm)\s+(?P<year>\d{{4}})(?!\d)"
    r"|\d(?<![\w/.,-]\d)\d?(?:"
    r"\s?(?P<mark>[/.-])\s?(?P<m>\d{1,2})\s?(?P=mark)\s?(?P<y>\d{4})(?!\d|/|-\w)"
    r"|\s+(?i:tháng)\s+(?P<mm>\d{1,2})\s+(?i:năm)\s+(?P<yy>\d{4})(?!\d))"
)
_DAY = re.compile(r"\d+")
_DAY_WORD = re.compile(r"ngày\s{1,3}\Z", re.IGNORECASE)
_DAY_WORD_LENGTH = 7


def find_dates(text: str, start: int = 0, end: int | None = None) -> Iterator[DateMention]:
    """The dates of a stretch of text in order. Impossible days (`31/2/2022`) are none."""
    for match in _DATE.finditer(text, start, len(text) if end is None else end):
        written_day = _DAY.match(text, match.start())
        begin = _with_day_word(text, max(start, match.start() - _DAY_WORD_LENGTH), match.start())
        mention = DateMention(
            begin if written_day else match.start(),
            match.end(),
            year=int(match["year"] or match["y"] or match["yy"]),
            month=_number(match["month"] or match["m"] or match["mm"]),
            day=_number(written_day and written_day[0]),
        )
        if mention.is_possible:
            yield mention


def _with_day_word(text: str, earliest: int, start: int) -> int:
    word = _DAY_WORD.search(text, earliest, start)
    return word.start() if word else start


def _number(written: str | None) -> int | None:
    return int(written) if written else None
