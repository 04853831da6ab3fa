"""What may be said of files that do not say it themselves: the period and the territory."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest

from tiendo.facts.errors import InvalidPeriod
from tiendo.facts.period import Period
from tiendo.reference.territories import NATIONAL, all_provinces, territory
from tiendo.web.pages.questions import WrongQuestion

_YEARS_BACK = 3  # older documents mostly say what they are about; others name it in the text of the year
_PARTS = ("", "-Q1", "-Q2", "-H1", "-Q3", "-M09", "-Q4")


@dataclass(frozen=True, slots=True)
class Given:
    """What was chosen in the form; `None` leaves it to the text."""

    period: Period | None
    territory: str | None


def period_choices(today: date, language: str) -> list[tuple[str, str]]:
    """Codes and words of the periods of the last years, the latest year first."""
    years = range(today.year, today.year - _YEARS_BACK - 1, -1)
    periods = [Period.parse(f"{year}{part}") for year in years for part in _PARTS]
    return [(str(one), _capital(one.vietnamese() if language == "vi" else one.english())) for one in periods]


def territory_choices(today: date) -> list[tuple[str, str]]:
    """Codes and names of the provinces of today."""
    return [(unit.code, unit.name) for unit in all_provinces() if unit.validity.covers(today)]


def given_in(request: HttpRequest) -> Given:
    """What the form says; raises `WrongQuestion`."""
    return Given(_period(request.POST.get("period", "")), _territory(request.POST.get("territory", "")))


def _period(written: str) -> Period | None:
    if not written.strip():
        return None
    try:
        return Period.parse(written.strip())
    except InvalidPeriod as fault:
        raise WrongQuestion(vi=fault.vi, en=fault.en) from fault


def _territory(written: str) -> str | None:
    code = written.strip()
    if not code or code == NATIONAL or territory(code, date.today()) is not None:  # noqa: DTZ011 a list of years
        return code or None
    raise WrongQuestion(vi=f"Không có địa bàn mã {code[:20]!r}.", en=f"There is no territory {code[:20]!r}.")


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
