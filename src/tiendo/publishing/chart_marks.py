"""The drawn parts of a chart, from the grid up to the labels; every function gives elements of SVG."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

from tiendo.publishing.chart_labels import Label
from tiendo.publishing.chart_layout import VALUE_GAP, Frame
from tiendo.publishing.chart_skin import Skin
from tiendo.publishing.chart_values import Point, Step

POINT, PART = 4.2, 2.6  # radii
_ROOM_OF_POINT = 13.0  # along the line
_TICK_GAP, _SECOND_ROW = 20.0, 16.0  # below the plot
_UNIT_GAP = 20.0  # above it
_HAIRS, _HAIR = 4, 5.0  # that show the open side of a target: how many, how long


@dataclass(frozen=True, slots=True)
class Pen:
    """Draws the parts of one frame in one skin."""

    frame: Frame
    skin: Skin

    def grid(self) -> Iterator[str]:
        """Light lines at round values, their numbers, and the unit."""
        plot, layout = self.frame.plot, self.frame.layout
        for tick in self.frame.values.ticks:
            part = "zero" if tick.text == "0" else "grid"
            yield self._path(part, f"M{plot.left:.0f} {tick.at:.1f}H{plot.right:.0f}")
            yield self.text("tick", plot.left - VALUE_GAP, tick.at + layout.ticks / 3, tick.text, "end", layout.ticks)
        yield self.text("tick", 0, plot.top - _UNIT_GAP, self.frame.chart.unit, "start", layout.ticks)

    def days(self) -> Iterator[str]:
        """Years below the plot, and the quarters where the time is short."""
        frame, layout = self.frame, self.frame.layout
        at_end = frame.chart.levels
        y = frame.plot.bottom + _TICK_GAP
        if frame.time.is_short:
            for tick in frame.time.quarters(at_end=at_end):
                yield self.text("tick", tick.at, y, tick.text, "middle", layout.ticks)
            y += _SECOND_ROW
        wanted = tuple(step.last_day.year for step in frame.chart.steps)
        for tick in frame.time.years(at_end=at_end, room=layout.year_room, wanted=wanted):
            yield self.text("tick", tick.at, y, tick.text, "middle", layout.ticks)

    def ladder(self, stretches: Sequence[Sequence[Step]]) -> Iterator[str]:
        """The dotted way from target to target; each stretch is drawn by itself."""
        for steps in stretches:
            places = [(self.frame.middle_of(step), self.frame.values.at(step.deciding)) for step in steps]
            yield from self._way("ladder", places)

    def step(self, step: Step) -> Iterator[str]:
        """A target: bold at the bound that decides, a band up to the other one, hairs towards an open side."""
        left, right = self.frame.ends_of(step)
        y = self.frame.values.at(step.deciding)
        if step.low is not None and step.high is not None and step.is_range:
            top, bottom = self.frame.values.at(step.high), self.frame.values.at(step.low)
            size = f'width="{right - left:.1f}" height="{max(bottom - top, 1):.1f}"'
            yield f'<rect {self.skin("band")} x="{left:.1f}" y="{top:.1f}" {size}/>'
            other = bottom if y == top else top
            yield self._path("bound", f"M{left:.1f} {other:.1f}H{right:.1f}")
        elif step.is_cap or step.is_floor:
            length = _HAIR if step.is_cap else -_HAIR
            gap = (right - left) / (_HAIRS + 1)
            hairs = "".join(f"M{left + gap * (place + 1):.1f} {y:.1f}v{length:.0f}" for place in range(_HAIRS))
            yield self._path("side", hairs)
        yield self._path("step", f"M{left:.1f} {y:.1f}H{right:.1f}")

    def line(self, stretches: Sequence[Sequence[Point]]) -> Iterator[str]:
        """Lines through results that can be compared; each stretch is drawn by itself."""
        for points in stretches:
            yield from self._way("line", [self.at(point) for point in points])

    def risers(self, years: Sequence[Sequence[Point]]) -> Iterator[str]:
        """What has run up within a year, joined by a thin line."""
        for points in years:
            yield from self._way("riser", [self.at(point) for point in points])

    def point(self, point: Point) -> str:
        """A result: full, hollow where it is an estimate, small where it is of a part of a year."""
        x, y = self.at(point)
        part = ("estimate" if point.estimated else "point") if point.whole else _part_of_year(point)
        radius = POINT if point.whole and not self._is_dense else PART
        return f'<circle {self.skin(part)} cx="{x:.1f}" cy="{y:.1f}" r="{radius}"/>'

    @property
    def _is_dense(self) -> bool:
        """Whether points of the usual size would run into each other."""
        plot = self.frame.plot
        return len(self.frame.chart.line) * _ROOM_OF_POINT > plot.right - plot.left

    def at(self, point: Point) -> tuple[float, float]:
        """Where a result stands."""
        return self.frame.time.at(point.day), self.frame.values.at(point.value)

    def upright(self, part: str, x: float) -> str:
        """A line from the top of the plot to its bottom: today, or a break."""
        plot = self.frame.plot
        return self._path(part, f"M{x:.1f} {plot.top - _HAIR:.0f}V{plot.bottom:.0f}")

    def label(self, label: Label, size: float) -> str:
        """A text at the place that it was given."""
        place = label.place
        return self.text(label.part, place.x, place.y, label.text, place.anchor, size)

    def text(self, part: str, x: float, y: float, words: str, anchor: str, size: float) -> str:
        """Words, escaped."""
        told = escape(words, quote=False)
        at = f'x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" font-size="{size:g}"'
        return f"<text {self.skin(part)} {at}>{told}</text>"

    def _way(self, part: str, places: Sequence[tuple[float, float]]) -> Iterator[str]:
        if len(places) > 1:
            yield self._path(part, "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in places))

    def _path(self, part: str, course: str) -> str:
        return f'<path {self.skin(part)} d="{course}"/>'


def _part_of_year(point: Point) -> str:
    return "part-estimate" if point.estimated else "part"
