"""Statements of the record as observations: rows of text in the columns of the data structure.

A number stays the text that was printed. A range becomes two observations, its lower and its upper bound; a floor or
a ceiling one. What has no period or no territory has no place in a data structure and is left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from operator import attrgetter
from typing import NamedTuple

from tiendo.facts.period import Period, PeriodKind
from tiendo.facts.quantity import Change
from tiendo.facts.sdmx_periods import to_sdmx
from tiendo.publishing.sdmx.areas import area_of
from tiendo.publishing.sdmx.definition import COLUMNS, PLACE_OF
from tiendo.publishing.sdmx.own_codes import Basis, Horizon, Measure, Written

Observation = tuple[str, ...]
"""The values of `definition.COLUMNS`, empty where there is none, and behind them the action of `Action`."""

ACTION = len(COLUMNS)
"""The place of the action."""

_FREQUENCIES = {
    PeriodKind.YEAR: "A",
    PeriodKind.HALF: "S",
    PeriodKind.QUARTER: "Q",
    PeriodKind.MONTH: "M",
    PeriodKind.DAY: "D",
    PeriodKind.FIRST_MONTHS: "_O",
    PeriodKind.SPAN: "_O",
}
_REMEMBERED = 65_536  # periods of a large record many times over
_TIME = PLACE_OF["TIME_PERIOD"]


class Action:
    """What whoever keeps a copy is to do with an observation, as SDMX-CSV writes it."""

    INFORM = "I"
    REPLACE = "R"
    DELETE = "D"


class Stated(NamedTuple):
    """One standing statement: numbers as printed, the names of `models.Measured`.

    `record` is the number of the first entry of the same thing. `is_of_falls` says that the indicator measures a fall
    (points less poverty), so that one is no negative value. A statement that is not shown keeps its number among those
    of the same thing.
    """

    record: int
    indicator: str
    territory: str | None
    period: str | None
    low: str | None
    high: str | None
    unit_measure: str
    unit_mult: int
    per: str | None
    of: str | None
    change: str | None
    approximate: bool
    annual: bool
    cumulative: bool
    plan_percent: str | None
    yoy_percent: str | None
    yoy_change: str | None
    estimated: bool
    in_force_from: str | None
    source: str
    is_published: bool
    is_of_falls: bool = False
    is_shown: bool = True


class _Time(NamedTuple):
    """A period as the columns have it, with its days for the order."""

    frequency: str
    written: str
    horizon: str
    first_day: str
    last_day: str


def observations(groups: Iterable[Iterable[Stated]], *, are_targets: bool) -> Iterator[Observation]:
    """The observations of groups of statements, each group all that is said of one or several indicators.

    In a group the observations stand series by series and in the order of time; no group may hold what another does.
    """
    for group in groups:
        yield from _of_group(group, are_targets=are_targets)


def _of_group(group: Iterable[Stated], *, are_targets: bool) -> Iterator[Observation]:
    said: dict[tuple[str, ...], int] = {}
    series: dict[Observation, list[tuple[str, str, Observation]]] = {}
    for row in sorted(group, key=_RECORD):
        if row.territory is None or row.period is None:
            continue
        time = _time(row.period)
        area = area_of(row.territory, row.in_force_from or time.last_day)
        basis = _basis(row)
        same = (area, row.indicator, basis, row.unit_measure, time.written)
        said[same] = number = said.get(same, 0) + 1
        if not row.is_shown:
            continue
        for measure, value in _values(row, are_targets=are_targets):
            key: Observation = (time.frequency, area, row.indicator, measure, basis, row.unit_measure, str(number))
            observation = key + _attached(row, time, value)
            series.setdefault(key, []).append((time.last_day, time.first_day, observation))
    for one in sorted(series, key=_place_of):
        for _, _, observation in sorted(series[one]):
            yield observation


def _attached(row: Stated, time: _Time, value: str) -> Observation:
    """Everything of an observation that stands behind its series."""
    return (
        time.written,
        value,
        str(row.unit_mult),
        str(len(value.partition(".")[2])),
        "E" if row.estimated else "A",
        "F" if row.is_published else "N",
        time.horizon,
        _WRITTEN[row.change],
        "true" if row.approximate else "",
        row.per or "",
        row.of or "",
        row.plan_percent or "",
        row.yoy_percent or "",
        row.yoy_change or "",
        row.in_force_from or "",
        row.source,
        str(row.record),
        Action.INFORM,
    )


def _place_of(series: Observation) -> tuple[str | int, ...]:
    """Indicator by indicator, then place by place; statements of one thing in the order of their numbers."""
    frequency, area, indicator, *others, number = series
    return (indicator, area, frequency, *others, int(number))


_RECORD = attrgetter("record")
_WRITTEN = {None: "", Change.INCREASE.value: Written.INCREASE.value, Change.DECREASE.value: Written.DECREASE.value}
_DECREASE = Change.DECREASE.value
_NAMES = {
    False: (Measure.RESULT.value, Measure.RESULT_MIN.value, Measure.RESULT_MAX.value),
    True: (Measure.TARGET.value, Measure.TARGET_MIN.value, Measure.TARGET_MAX.value),
}


def _values(row: Stated, *, are_targets: bool) -> Sequence[tuple[str, str]]:
    """The numbers of a statement; a fall turns the signs and with them the bounds round."""
    point, least, most = _NAMES[are_targets]
    low, high = row.low, row.high
    if row.change == _DECREASE and not row.is_of_falls:
        low, high = (None if high is None else _negative(high)), (None if low is None else _negative(low))
    if low is not None and low == high:
        return ((point, low),)
    bounds = ((least, low), (most, high))
    return [(measure, value) for measure, value in bounds if value is not None]


def _negative(number: str) -> str:
    return f"-{number}" if number.strip("0.") else number


# Asked of an enumeration for every row these took a tenth of the time.
_PERIOD, _CUMULATIVE, _EACH_YEAR = Basis.PERIOD.value, Basis.CUMULATIVE.value, Basis.EACH_YEAR.value


def _basis(row: Stated) -> str:
    if row.annual:
        return _EACH_YEAR
    return _CUMULATIVE if row.cumulative else _PERIOD


@lru_cache(maxsize=_REMEMBERED)
def _time(code: str) -> _Time:
    period = Period.parse(code)
    return _Time(
        frequency=_FREQUENCIES[period.kind],
        written=to_sdmx(period),
        horizon=(Horizon.BY_END if period.is_deadline else Horizon.OF_PERIOD).value,
        first_day=period.first_day.isoformat(),
        last_day=period.last_day.isoformat(),
    )


def series_of(observation: Observation) -> Observation:
    """What all observations of one series share: the dimensions but the time."""
    return observation[:_TIME]
