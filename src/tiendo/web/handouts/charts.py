"""The chart of an indicator and the board, as drawings that stand alone: for pages and commands alike."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from tiendo.assessment.board import Board
from tiendo.catalogue import Indicator
from tiendo.facts.errors import NoSuchEntry
from tiendo.facts.period import Period
from tiendo.ledger.measures import record_of
from tiendo.ledger.selectors.board import board_at, usual_territory
from tiendo.ledger.selectors.indicators import indicator
from tiendo.ledger.selectors.measured import TargetView
from tiendo.ledger.selectors.series import Figure, Said, series, territories_of
from tiendo.ledger.selectors.viewing import Known, Viewer
from tiendo.ledger.selectors.visible import visible_to
from tiendo.publishing import board_svg
from tiendo.publishing.chart_of_indicator import Sourced, chart_of
from tiendo.publishing.chart_values import Chart
from tiendo.publishing.chart_words import label
from tiendo.publishing.indicator_chart import picture
from tiendo.publishing.picture import Drawing
from tiendo.web.handouts.naming import origin_words, place_words
from tiendo.web.pages.tags import day_text
from tiendo.web.words import say

_DIGITS_OF_SEAL = 8  # as at the foot of every page


@dataclass(frozen=True, slots=True, kw_only=True)
class WantedDrawing:
    """What to draw: of which territory, by default the one that most of the record is about, up to which period.

    `day` is the day of what was known, which the drawing names.
    """

    territory: str | None
    period: Period | None
    day: date
    language: str


def chart_at(
    shown: Indicator, figures: Iterable[Figure], *, day: date, language: str, marked: date | None = None
) -> Chart:
    """The figures as a chart as of a day; `marked` is the day that its upright line names, by default today."""
    words = say("indicator.to-day", language, day=day_text(marked, language)) if marked else ""
    values = [sourced(figure.last, shown, day, language) for figure in figures]
    return chart_of(shown, values, language=language, today=day, today_words=words)


def sourced(said: Said, shown: Indicator, day: date, language: str) -> Sourced:
    """What was said once, as a record with the words for its source.

    A denominator that the name says already ("trên 1 vạn dân") is left out.
    """
    value = said.value
    is_target = isinstance(value, TargetView)
    since = value.in_force_from if isinstance(value, TargetView) else None
    subject = shown.names.vi
    record = record_of(value, subject, is_target=is_target)
    if record.quantity.per is not None and record.quantity.per in subject:
        record = replace(record, quantity=replace(record.quantity, per=None))
    return Sourced(record, origin_words(said.origin, day, language), since or said.origin.issued)


def place_to_show(territories: Sequence[str], usual: str | None) -> str | None:
    """The territory that is meant where none is named: the usual one, unless only others have values."""
    return usual if usual in territories or not territories else territories[0]


def indicator_drawing(code: str, wanted: WantedDrawing, viewer: Viewer, known: Known) -> Drawing:
    """The chart of an indicator; with a period all targets, and the results up to its end.

    Raises `NoSuchEntry` for an indicator that is not known, and where there is nothing to draw.
    """
    shown = indicator(code, known).indicator
    places = territories_of(code, viewer, known)
    place = wanted.territory or place_to_show(places, usual_territory(known.horizon))
    day = wanted.period.last_day if wanted.period else wanted.day
    figures = figures_by(series(code, place, viewer, known, on=day).standing if place else (), wanted.period)
    chart = chart_at(shown, figures, day=day, language=wanted.language, marked=day)
    return alone(chart, place, known, day=day, recorded=wanted.day)


def figures_by(figures: Iterable[Figure], period: Period | None) -> list[Figure]:
    """The targets, and the results for a time that is over by the end of the period; all where there is none."""
    return [one for one in figures if period is None or one.is_target or _last_day(one) <= period.last_day]


def _last_day(figure: Figure) -> date:
    return figure.last.value.last_day or date.min


def alone(chart: Chart, place: str | None, known: Known, *, day: date, recorded: date) -> Drawing:
    """The chart as a drawing with its place above, and below it the day and the state of the record.

    Raises `NoSuchEntry` for an empty chart.
    """
    if chart.is_empty:
        raise NoSuchEntry(vi="Chỉ tiêu này chưa có số liệu nào để vẽ ở đó.", en="There is no value to draw there.")
    language = chart.language
    named = place_words(place, day, language) if place else ""
    above = " · ".join(one for one in (named, chart.unit) if one)
    drawn = picture(chart, under_title=above, foot=stamp_words(known, recorded, language))
    return Drawing(drawn, label(chart), language)


def board_drawing(period: Period, wanted: WantedDrawing, viewer: Viewer, known: Known) -> Drawing:
    """The board of a period; raises `NoSuchEntry` where it has no row."""
    board = board_at(
        period,
        territory=wanted.territory or usual_territory(known.horizon),
        horizon=known.horizon,
        sources=visible_to(viewer, known).roots,
    )
    if not board.rows:
        raise NoSuchEntry(
            vi=f"Không có chỉ tiêu nào của kỳ {period} để vẽ ở đó.",
            en=f"There is no target of {period} to draw there.",
        )
    return board_alone(board, known, wanted.language, recorded=wanted.day)


def board_alone(board: Board, known: Known, language: str, *, recorded: date) -> Drawing:
    """A board as a drawing, with the day and the state of the record at its foot."""
    drawn = board_svg.render(board, language, stamp=stamp_words(known, recorded, language))
    return Drawing(drawn, board_svg.told(board, language), language)


def stamp_words(known: Known, recorded: date, language: str) -> str:
    """From which record a drawing was made: the day of what was known, and the beginning of its digest."""
    seal = known.seal.hex()[:_DIGITS_OF_SEAL]
    return say("indicator.picture-foot", language, day=day_text(recorded, language), seal=seal)
