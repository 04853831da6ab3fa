"""How soon an agency's results came, quarter by quarter, as its page prints it."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from tiendo.assessment.timeliness import Timeliness, last_whole_quarter, quarters_until, timeliness
from tiendo.facts.period import Period
from tiendo.ledger.catalogues import catalogue_at
from tiendo.ledger.selectors.reports import latest_day_reported, reports_of
from tiendo.web.pages.reading import Reading

_QUARTERS = 8  # two years
_WIDTH, _HEIGHT, _MIDDLE, _RADIUS = 300, 16, 8, 3
_DAYS_DRAWN = 60  # later than two months is drawn at the end
_MONTH = 30  # where the tick of one month stands


@dataclass(frozen=True, slots=True)
class Quarter:
    """A quarter: its name, how many results came of how many expected, after how many days, and the drawing of it."""

    name: str
    reported: int
    expected: int
    first: int | None
    last: int | None
    undated: int
    picture: SafeString


@dataclass(frozen=True, slots=True)
class Punctuality:
    """The record of some quarters; `is_past` where it ends before today, because nothing came since."""

    quarters: tuple[Quarter, ...]
    is_past: bool


def punctuality(reading: Reading, agency: str) -> Punctuality | None:
    """The record of two years, up to the last quarter that is over, or the last of which anything came before it.

    `None` where the agency owns no indicator.
    """
    catalogue = catalogue_at(reading.known.horizon)
    owned = [one for one in catalogue.indicators.values() if one.owner == agency]
    if not owned:
        return None
    codes = [one.id for one in owned]
    usual = last_whole_quarter(reading.as_of or reading.today)
    told = _told(reading, codes, usual, owned)
    latest = latest_day_reported(codes, reading.viewer, reading.known)
    is_past = not any(one.days for one in told) and latest is not None and latest < usual.last_day
    if is_past and latest is not None:
        told = _told(reading, codes, Period.quarter(latest.year, (latest.month + 2) // 3), owned)
        is_past = any(one.days for one in told)
    return Punctuality(tuple(_quarter(one, reading.language) for one in told), is_past)


def _told(reading: Reading, codes: list[str], last: Period, owned: list) -> tuple[Timeliness, ...]:  # type: ignore[type-arg]
    quarters = quarters_until(last, _QUARTERS)
    reports = reports_of(codes, [one.last_day for one in quarters], reading.viewer, reading.known)
    return timeliness(owned, reports, quarters)


def _quarter(told: Timeliness, language: str) -> Quarter:
    dated = told.dated
    name = told.quarter.vietnamese() if language == "vi" else told.quarter.english()
    return Quarter(
        name=name[:1].upper() + name[1:],
        reported=len(told.days),
        expected=len(set(told.expected) | set(told.days)),
        first=dated[0] if dated else None,
        last=dated[-1] if dated else None,
        undated=sum(days is None for days in told.days.values()),
        picture=strip(dated),
    )


def strip(days: list[int]) -> SafeString:
    """A line of two months from the end of the quarter on, with a dot for each result; the table says it in numbers."""
    ticks = format_html_join(
        "", '<path d="M{} 3v10" stroke="var(--line)"/>', ((_at(day),) for day in (0, _MONTH, _DAYS_DRAWN))
    )
    dots = format_html_join(
        "",
        '<circle cx="{}" cy="{}" r="{}" fill="{}" fill-opacity="0.55"/>',
        (
            (
                _at(day),
                _MIDDLE,
                _RADIUS,
                "var(--path)" if day <= _MONTH else "var(--watch)" if day <= _DAYS_DRAWN else "var(--behind)",
            )
            for day in days
        ),
    )
    return format_html(
        '<svg class="strip" viewBox="0 0 {} {}" aria-hidden="true">'
        '<path d="M{} {}H{}" stroke="var(--line)"/>{}{}</svg>',
        _WIDTH, _HEIGHT, _at(0), _MIDDLE, _at(_DAYS_DRAWN), ticks, dots,
    )  # fmt: skip


def _at(day: int) -> float:
    reach = _WIDTH - 2 * _RADIUS - 2
    return round(_RADIUS + 1 + reach * min(day, _DAYS_DRAWN) / _DAYS_DRAWN, 1)
