"""Made-up results of one province: 20 years, 500 indicators, 277 territories, month by month; the same each time."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date
from itertools import islice
from typing import Any

from tiendo.catalogue import Catalogue, Semantics, load_catalogue
from tiendo.facts.period import Period
from tiendo.reference.territories import LANG_SON, all_territories

YEARS = range(2006, 2026)
INDICATORS = 500
_MONTHS = 12
# The province reports every month; of every other territory an indicator has a value in one month of ten.
_ONE_IN = 10


def made_up_definitions() -> Iterator[dict[str, Any]]:
    """Definitions of indicators beyond those of the catalogue, until there are as many as are wanted."""
    for number in range(len(load_catalogue()), INDICATORS):
        yield {
            "id": f"made_up_{number:03}",
            "sector": "agriculture",
            "names": {"vi": f"Chỉ tiêu bịa số {number}", "en": f"Made-up measure {number}"},
            "unit": {"measure": "T", "multiplier": 3, "written": "nghìn tấn"},
            "semantics": "flow",
            "direction": "up",
            "frequency": "monthly",
            "owner": "SNNPTNT",
            "definition": {"vi": "Bịa ra để đo tốc độ.", "en": "Made up to measure speed."},
        }


def table(catalogue: Catalogue, rows: int) -> str:
    """A table of so many results in the order in which a province would write them: month, territory, indicator."""
    chosen = random.Random(2026)
    lines = islice(_lines(catalogue, chosen), rows)
    return "indicator,territory,period,value,estimated,cumulative\n" + "".join(lines)


def _lines(catalogue: Catalogue, chosen: random.Random) -> Iterator[str]:
    indicators = [(one.id, one.semantics) for one in catalogue]
    for part in range(_ONE_IN):
        for year in YEARS:
            for month in range(1, _MONTHS + 1):
                period = Period.month(year, month)
                for code in _in_force(period.last_day):
                    whole = code == LANG_SON
                    if whole and part:
                        continue
                    for number, (indicator, semantics) in enumerate(indicators):
                        if whole or (number + int(code) + month) % _ONE_IN == part:
                            yield f"{indicator},{code},{period},{_value(semantics, chosen)},,\n"


def _value(semantics: Semantics, chosen: random.Random) -> str:
    value = chosen.randrange(1, 10_000_000) / 100
    falls = semantics is Semantics.GROWTH and chosen.random() < 0.3
    return f"-{value:.2f}" if falls else f"{value:.2f}"


def _in_force(day: date) -> list[str]:
    return [
        one.code
        for one in all_territories()
        if one.validity.covers(day) and (one.level != "province" or one.code == LANG_SON)
    ]
