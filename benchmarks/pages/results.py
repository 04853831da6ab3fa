"""Made-up results and targets of one province: 500 indicators, 20 years, month by month; the same each time."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from decimal import Decimal

from tiendo.facts.period import Period
from tiendo.reference.territories import LANG_SON

YEARS = range(2006, 2026)
_MONTHS = 12
_FIRST = (20.0, 60.0)  # levels of the first year; such values fit shares, counts and amounts
_GROWTH = (0.97, 1.06)  # from year to year
_SEASON = (0.9, 1.1)  # of a month over its year
_AMBITION = (0.9, 1.15)  # of a year's target over what is usual in the year


def results_table(codes: Sequence[str], years: Sequence[int]) -> Iterator[str]:
    """The lines of the table that `tiendo load` takes, in the order in which a province would write them."""
    chance = random.Random(2026)
    yield "indicator,territory,period,value,estimated,cumulative\n"
    levels = {code: _levels(code) for code in codes}
    for year in years:
        for month in range(1, _MONTHS + 1):
            period = Period.month(year, month)
            for code in codes:
                yield f"{code},{LANG_SON},{period},{levels[code][year] * chance.uniform(*_SEASON):.2f},,\n"


def target_of(code: str, year: int) -> Decimal:
    """What a plan wants of an indicator in a year, somewhat below or above its results."""
    ambition = random.Random(f"{code} {year}").uniform(*_AMBITION)
    return Decimal(round(_levels(code)[year] * ambition))  # whole, since some are counts


def _levels(code: str) -> dict[int, float]:
    """What is usual in each year."""
    chance = random.Random(code)
    level = chance.uniform(*_FIRST)
    levels = {}
    for year in YEARS:
        levels[year] = level
        level *= chance.uniform(*_GROWTH)
    return levels
