"""The frame of a chart: its size, and where days and values stand in it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from tiendo.publishing.chart_labels import Box, width_of
from tiendo.publishing.chart_scales import TimeScale, ValueScale, value_scale
from tiendo.publishing.chart_values import Break, Chart, Step

_MIDDLE_OF_YEAR = (7, 2)
_BESIDE_A_QUARTER = timedelta(days=45)  # half a quarter
_WIDEST_LEVEL, _LEVEL_SHARE, _NARROWEST_LEVEL = 40.0, 0.62, 12.0  # of the step of a level: units, share of a year
VALUE_GAP = 10.0  # between the numbers of the axis and the plot
_INSET = 2.0  # between the steps of two years


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """Sizes of a drawing. `long_labels` says that there is room for the names of documents beside the values."""

    name: str
    width: float
    height: float
    left: float
    right: float
    top: float
    bottom: float
    letters: float
    ticks: float
    most_ticks: int
    year_room: float
    long_labels: bool
    tip_letters: int


WIDE = Layout(
    name="wide", width=1030, height=400, left=58, right=16, top=40, bottom=74, letters=13, ticks=12,
    most_ticks=6, year_room=44, long_labels=True, tip_letters=44,
)  # fmt: skip
COMPACT = Layout(
    name="compact", width=358, height=320, left=40, right=10, top=40, bottom=86, letters=12, ticks=11,
    most_ticks=5, year_room=34, long_labels=False, tip_letters=34,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Frame:
    """A chart in a layout."""

    chart: Chart
    layout: Layout
    time: TimeScale
    values: ValueScale

    @property
    def plot(self) -> Box:
        """The area between the axes."""
        layout = self.layout
        return Box(self.time.left, layout.top, self.time.right, layout.height - layout.bottom)

    def ends_of(self, step: Step) -> tuple[float, float]:
        """From where to where a step is drawn: a level around its day, anything else over its time."""
        first, last = self.time.at(step.first_day), self.time.at(step.last_day)
        plot = self.plot
        if self.chart.levels:
            half = self._level_width / 2
            return max(last - half, plot.left), min(last + half, plot.right)
        return max(first + _INSET, plot.left), max(last - _INSET, first + _INSET)

    def middle_of(self, step: Step) -> float:
        """Where the ladder meets a step."""
        if self.chart.levels:
            return self.time.at(step.last_day)
        return sum(self.ends_of(step)) / 2

    def place_of(self, broken: Break) -> float | None:
        """Where a break is drawn: between the last value before and the first one after; `None` outside the picture."""
        year = date(broken.year, 1, 1)
        day = year
        if self.chart.levels:
            later = [one for one in _days(self.chart) if one >= year]
            middle = date(broken.year, *_MIDDLE_OF_YEAR)
            day = min(year + (min(later) - year) / 2, middle) if later else middle
        return self.time.at(day) if self.time.first < day < self.time.last else None

    @property
    def today(self) -> float | None:
        """Where today stands; `None` where that is outside the picture."""
        day = self.chart.today
        return self.time.at(day) if day is not None and self.time.first <= day <= self.time.last else None

    @property
    def _level_width(self) -> float:
        year = self.time.at(date(2001, 1, 1)) - self.time.at(date(2000, 1, 1))
        return max(min(year * _LEVEL_SHARE, _WIDEST_LEVEL), _NARROWEST_LEVEL)


def framed(chart: Chart, layout: Layout) -> Frame:
    """The chart, which is not empty, in a layout."""
    first, last = _domain(chart)
    right, bottom = layout.width - layout.right, layout.height - layout.bottom
    values = value_scale(
        _values(chart),
        bottom=bottom,
        top=layout.top,
        from_zero=chart.from_zero,
        whole=chart.whole,
        most_ticks=layout.most_ticks,
        language=chart.language,
    )
    widest = max(width_of(tick.text, layout.ticks) for tick in values.ticks)
    left = max(layout.left, widest + VALUE_GAP)
    return Frame(chart, layout, TimeScale(first, last, left, right), values)


def _domain(chart: Chart) -> tuple[date, date]:
    """Whole years; for levels half a year less before the first and half a year more behind the last year's end."""
    days = _days(chart)
    if not chart.levels:
        days += [step.first_day for step in chart.steps]
        return date(min(days).year, 1, 1), date(max(days).year, 12, 31)
    first, last = min(days), max(days)
    if last.year == first.year:
        return date(first.year, 1, 1), date(last.year, 12, 31) + _BESIDE_A_QUARTER
    middle = date(first.year, *_MIDDLE_OF_YEAR)
    beside = date(last.year + 1, *_MIDDLE_OF_YEAR)
    return (middle if first >= middle else date(first.year, 1, 1)), beside


def _days(chart: Chart) -> list[date]:
    return [step.last_day for step in chart.steps] + [point.day for point in chart.points]


def _values(chart: Chart) -> list[float]:
    bounds = [value for step in chart.steps for value in (step.low, step.high) if value is not None]
    return bounds + [point.value for point in chart.points]
