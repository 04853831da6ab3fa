"""Finds the period that a document's title speaks of: `kế hoạch năm 2022`, `giai đoạn 2026 - 2030`, `quý I/2022`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tiendo.facts.errors import InvalidPeriod
from tiendo.facts.period import Period
from tiendo.text.dates import find_dates

_YEAR = r"(?:19|20)\d{2}"
_MENTION = re.compile(
    rf"""
      (?P<school>năm\ học\ {_YEAR}(?:\s?[-–]\s?{_YEAR})?)
    | (?P<view>(?:tầm\ nhìn|định\ hướng)(?:\ đến)?(?:\ năm)?\ {_YEAR})
    | (?P<span>(?P<programme>(?:giai\ đoạn|thời\ kỳ)\ )?(?:từ\ )?(?:năm\ )?(?P<first>{_YEAR})
          \s?(?:[-–]|đến)\s?(?:năm\ )?(?P<last>{_YEAR}))
    | (?P<half>(?:0?6|sáu)\ tháng\ (?P<which>đầu|cuối)\ năm(?:\ (?P<half_year>{_YEAR}))?)
    | (?P<months>(?P<count>\d{{1,2}}|chín)\ tháng(?:\ đầu)?\ năm(?:\ (?P<months_year>{_YEAR}))?)
    | (?P<quarter>quý\ (?P<number>IV|I{{1,3}}|[1-4])\b(?:(?:\s?/\s?|,?\ năm\ )(?P<quarter_year>{_YEAR}))?)
    | (?P<month>tháng\ (?P<month_number>\d{{1,2}})(?:\s?/\s?|,?\ năm\ )(?P<month_year>{_YEAR}))
    | (?P<by>(?:đến|tới)\ (?:hết\ |cuối\ )?(?:năm\ )?(?P<by_year>{_YEAR}))
    | (?P<year>năm\ (?P<plain_year>{_YEAR}))
    """,
    re.VERBOSE | re.IGNORECASE,
)
# Documents that the title cites, with the year in which they were issued: "Kế hoạch 23/KH-UBND năm 2023".
_CITED = re.compile(
    rf"\d+(?:/\d{{4}})?[/-][A-ZĐ][\w/-]*(?:\ năm\ {_YEAR})?|\b(?:Bộ luật|Luật|Pháp lệnh)\b[^,;]{{0,60}}?\ năm\ {_YEAR}"
)
_QUARTERS = {"I": 1, "II": 2, "III": 3, "IV": 4}
_NINE, _HALF_MONTHS, _ALL_MONTHS = 9, 6, 12


@dataclass(frozen=True, slots=True)
class _Mention:
    """A period in the title; `of_programme` for the years of a programme that the document carries out a part of."""

    period: Period
    of_programme: bool = False


def title_period(title: str) -> Period | None:
    """The period of a title, `None` where it names none.

    The first one counts ("quý I năm 2022, nhiệm vụ trọng tâm quý II"), but for a year within the
    years of a programme ("Chương trình … giai đoạn 2021 - 2025, năm 2023" speaks of 2023). What a
    document looks out to beyond its own time (`tầm nhìn đến năm 2045`) is left aside.
    """
    mentions = list(_mentions(_without_citations(title)))
    if not mentions:
        return None
    first, *others = mentions
    if first.of_programme:
        within = (other.period for other in others if first.period.contains(other.period))
        return next(within, first.period)
    return first.period


def _without_citations(title: str) -> str:
    """The title with the numbers, dates and years of cited documents blanked."""
    for mention in find_dates(title):
        title = title[: mention.start] + " " * (mention.end - mention.start) + title[mention.end :]
    return _CITED.sub(" ", title)


def _mentions(title: str) -> Iterator[_Mention]:
    found = list(_MENTION.finditer(title))
    for index, mention in enumerate(found):
        try:
            period = _period(mention, _year_of(found[index:]))
        except InvalidPeriod:  # "tháng 13 năm 2022", "2030 - 2026"
            continue
        if period is not None:
            yield _Mention(period, mention["programme"] is not None)


def _year_of(mentions: list[re.Match[str]]) -> int | None:
    """The year of the first mention that has one: "quý I, nhiệm vụ quý II năm 2022"."""
    for mention in mentions:
        for name in ("half_year", "months_year", "quarter_year", "month_year", "plain_year"):
            if mention[name]:
                return int(mention[name])
    return None


def _period(mention: re.Match[str], year: int | None) -> Period | None:
    if mention["span"]:
        return Period.span(int(mention["first"]), int(mention["last"]))
    if mention["by"]:
        return Period.by(Period.of_year(int(mention["by_year"])))
    if year is None:
        return None
    if mention["half"]:
        return Period.half(year, 1 if mention["which"].lower() == "đầu" else 2)
    if mention["months"]:
        return _first_months(year, mention["count"])
    if mention["quarter"]:
        number = mention["number"].upper()
        return Period.quarter(year, _QUARTERS.get(number) or int(number))
    if mention["month"]:
        return Period.month(year, int(mention["month_number"]))
    return Period.of_year(year) if mention["year"] else None


def _first_months(year: int, written: str) -> Period:
    """The first months of a year, as the half or the whole year where they make one up."""
    count = int(written) if written.isdigit() else _NINE
    if count == _HALF_MONTHS:
        return Period.half(year, 1)
    return Period.of_year(year) if count == _ALL_MONTHS else Period.first_months(year, count)
