"""The scoreboard of a period: one judged row an indicator, by sector, with totals."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from fractions import Fraction

from tiendo.assessment.choice import (
    growth_claimed,
    horizons_after,
    result_for,
    target_for,
    without_repeats,
)
from tiendo.assessment.entries import BoardEntry as BoardEntry
from tiendo.assessment.judgement import Assessment, Case, assess
from tiendo.assessment.rules import Rule
from tiendo.assessment.status import USUAL, Status, Thresholds
from tiendo.assessment.timing import is_dated
from tiendo.catalogue.model import Catalogue, Indicator, Sector, Semantics
from tiendo.facts.decisions import Matched
from tiendo.facts.findings import Finding, Verdict
from tiendo.facts.period import Period
from tiendo.facts.records import Observation, Target
from tiendo.facts.wording import Wording
from tiendo.reference.territories import NATIONAL

_NEAR_NAME = "near-name"  # how a decision marks a name of something nearly the same (`matching.reasons`)
FRESH_DAYS = 45  # half a quarter: a result that is older belongs to the period before

FRESH_DATA = Rule(
    "fresh-data",
    Wording(
        "Số liệu của kỳ là mới khi kỳ của nó kết thúc không quá 45 ngày trước ngày của bảng.",
        "A result is fresh where its period ended no more than 45 days before the day of the board.",
    ),
)

ONE_TERRITORY = Rule(
    "one-territory",
    Wording(
        "Bảng chỉ gồm số liệu của một địa bàn, là tỉnh có nhiều số liệu nhất; "
        "số của tỉnh khác và của cả nước để ngoài.",
        "A board holds the figures of one territory, the province with the most of them; "
        "those of other provinces and of the country are left out.",
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One indicator on the board. `horizons` are its later targets, the nearest first.

    `from_claim` is true where the result is the year-on-year change claimed beside an amount.
    `warnings` are those of the near names that were linked. `findings` come from the audit.
    """

    indicator: Indicator
    target: BoardEntry | None
    result: BoardEntry | None
    assessment: Assessment
    horizons: tuple[BoardEntry, ...] = ()
    from_claim: bool = False
    warnings: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()

    @property
    def is_fresh(self) -> bool:
        """Whether there is a result and it is of this period."""
        age = self.assessment.age_days
        return age is not None and age <= FRESH_DAYS


@dataclass(frozen=True, slots=True)
class Section:
    """The rows of one sector."""

    sector: Sector
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Totals:
    """How many rows have each status, and how many of all have a fresh result."""

    counts: Mapping[Status, int]
    fresh: int

    @property
    def rows(self) -> int:
        """All rows with a target."""
        return sum(self.counts.values())

    @property
    def fresh_share(self) -> Fraction | None:
        """The share of rows with a fresh result; `None` on an empty board."""
        return Fraction(self.fresh, self.rows) if self.rows else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Board:
    """A scoreboard. `unplanned` are results without a target.

    `unlinked` counts the figures of no known indicator, `undated` the linked ones without a period,
    `elsewhere` those of other territories. `territory` is the code of the board's own, if it is known.
    `catalogue` is the one that the rows were made with; the sentences of their warnings stand in it.
    """

    period: Period
    on: date
    sections: tuple[Section, ...]
    unplanned: tuple[Row, ...]
    totals: Totals
    documents: tuple[tuple[str, str], ...]
    unlinked: int
    undated: int
    territory: str | None
    elsewhere: int
    catalogue: Catalogue = field(repr=False)

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows of all sections, in order."""
        return tuple(row for section in self.sections for row in section.rows)


def build_board(
    entries: Sequence[BoardEntry],
    period: Period,
    catalogue: Catalogue,
    *,
    on: date | None = None,
    thresholds: Mapping[str, Thresholds] | None = None,
    findings: Iterable[Finding] = (),
) -> Board:
    """The board of a period, as on a day (by default the period's last).

    `thresholds` holds those of indicators that differ from the usual ones, each with its reason. `findings`
    are those of an audit of the same documents; a row is marked by those that touch its target or result.
    """
    territory = _territory(entries)
    own = [entry for entry in entries if entry.territory in (None, territory)]
    rows = judged_rows(own, period, catalogue, on=on, thresholds=thresholds)
    board = board_of(rows, own, period, catalogue, on=on, findings=findings)
    return replace(board, territory=territory, elsewhere=len(entries) - len(own))


def judged_rows(
    entries: Sequence[BoardEntry],
    period: Period,
    catalogue: Catalogue,
    *,
    on: date | None = None,
    thresholds: Mapping[str, Thresholds] | None = None,
) -> tuple[Row, ...]:
    """A row for each indicator that the entries of one territory speak of, in their order, as yet without findings.

    What is said of an indicator depends on the entries of its family alone.
    """
    groups = _by_indicator(entries, catalogue)
    day = on or period.last_day
    made = (_row(indicator_id, groups, period, catalogue, day, thresholds or {}) for indicator_id in groups)
    return tuple(row for row in made if row is not None)


def board_of(
    rows: Sequence[Row],
    entries: Sequence[BoardEntry],
    period: Period,
    catalogue: Catalogue,
    *,
    on: date | None = None,
    findings: Iterable[Finding] = (),
) -> Board:
    """The board of rows that were judged, marked by the findings; `entries` are those that the rows were made of."""
    touching = _by_place(findings)
    marked = [replace(row, findings=_touching(row, touching)) for row in rows] if touching else rows
    planned = [row for row in marked if row.target is not None]
    return Board(
        period=period,
        on=on or period.last_day,
        sections=_sections(planned, catalogue),
        unplanned=tuple(row for row in marked if row.target is None),
        totals=totals_of(planned),
        documents=tuple(dict.fromkeys((entry.document, entry.title) for entry in entries)),
        unlinked=sum(1 for entry in entries if not isinstance(entry.decision, Matched)),
        undated=sum(1 for entry in entries if isinstance(entry.decision, Matched) and not is_dated(entry.record)),
        territory=None,
        elsewhere=0,
        catalogue=catalogue,
    )


def _by_place(findings: Iterable[Finding]) -> dict[tuple[str, int, int], list[Finding]]:
    """The findings that ask for a look, by each place that they touch."""
    touching: dict[tuple[str, int, int], list[Finding]] = {}
    for finding in findings:
        if finding.verdict in (Verdict.INCONSISTENT, Verdict.QUESTION):
            for place in finding.places:
                touching.setdefault((place.document, place.start, place.end), []).append(finding)
    return touching


def _touching(row: Row, touching: Mapping[tuple[str, int, int], list[Finding]]) -> tuple[Finding, ...]:
    found: dict[int, Finding] = {}
    for entry in (row.target, row.result):
        if entry is not None:
            figures = [entry.record.figure, *(one.figure for one in entry.record.comparisons)]
            for figure in figures:
                for finding in touching.get((entry.document, figure.start, figure.end), ()):
                    found.setdefault(id(finding), finding)
    return tuple(found.values())


def _territory(entries: Iterable[BoardEntry]) -> str | None:
    """The province with the most figures; the country only where no province is named."""
    figures = Counter(entry.territory for entry in entries if entry.territory is not None)
    return max(figures, key=lambda code: (code != NATIONAL, figures[code]), default=None)


def _by_indicator(entries: Iterable[BoardEntry], catalogue: Catalogue) -> dict[str, tuple[BoardEntry, ...]]:
    groups: dict[str, list[BoardEntry]] = {}
    for entry in entries:
        if isinstance(entry.decision, Matched) and entry.decision.code in catalogue and is_dated(entry.record):
            groups.setdefault(entry.decision.code, []).append(entry)
    return {code: without_repeats(group) for code, group in groups.items()}


def _row(
    indicator_id: str,
    groups: Mapping[str, tuple[BoardEntry, ...]],
    period: Period,
    catalogue: Catalogue,
    day: date,
    thresholds: Mapping[str, Thresholds],
) -> Row | None:
    indicator, entries = catalogue[indicator_id], groups[indicator_id]
    target = target_for(entries, indicator, period)
    result = result_for(entries, indicator, period, target.record if target else None)
    claim = None
    if result is None and target is not None and indicator.semantics is Semantics.GROWTH:
        claim = _claim(indicator_id, groups, period, catalogue)
    if target is None and result is None:
        return None
    chosen = result or claim
    case = Case(
        indicator=indicator,
        target=_as_target(target),
        observation=_as_observation(chosen),
        on=day,
        known=tuple(entry.record for entry in entries if entry is not target and entry is not result),
        thresholds=thresholds.get(indicator_id, USUAL),
        near_names=target is not None and chosen is not None and _near_names(target) != _near_names(chosen),
    )
    return Row(
        indicator=indicator,
        target=target,
        result=chosen,
        assessment=assess(case),
        horizons=horizons_after(entries, indicator, target) if target else (),
        from_claim=claim is not None,
        warnings=_warnings(target, chosen),
    )


def _claim(
    indicator_id: str, groups: Mapping[str, tuple[BoardEntry, ...]], period: Period, catalogue: Catalogue
) -> BoardEntry | None:
    for counterpart in catalogue.counterparts(indicator_id):
        other = catalogue[counterpart]
        if other.semantics is not Semantics.GROWTH:
            amount = result_for(groups.get(counterpart, ()), other, period, None)
            claim = growth_claimed(amount) if amount else None
            if claim is not None:
                return claim
    return None


def _as_target(entry: BoardEntry | None) -> Target | None:
    return entry.record if entry is not None and isinstance(entry.record, Target) else None


def _as_observation(entry: BoardEntry | None) -> Observation | None:
    return entry.record if entry is not None and isinstance(entry.record, Observation) else None


def _near_names(entry: BoardEntry) -> list[str]:
    warnings = entry.decision.warnings if isinstance(entry.decision, Matched) else ()
    return [warning for warning in warnings if warning.startswith(_NEAR_NAME)]


def _warnings(*entries: BoardEntry | None) -> tuple[str, ...]:
    decisions = [entry.decision for entry in entries if entry is not None]
    return tuple(dict.fromkeys(text for one in decisions if isinstance(one, Matched) for text in one.warnings))


def _sections(rows: Sequence[Row], catalogue: Catalogue) -> tuple[Section, ...]:
    by_sector: dict[str, list[Row]] = {}
    for row in rows:
        by_sector.setdefault(row.indicator.sector, []).append(row)
    listed = [sector for sector in catalogue.sectors if sector.id in by_sector]
    unlisted = [Sector(code, Wording(code, code)) for code in by_sector if code not in {one.id for one in listed}]
    return tuple(Section(sector, tuple(by_sector[sector.id])) for sector in (*listed, *unlisted))


def totals_of(rows: Sequence[Row]) -> Totals:
    """How many of the rows have each status."""
    statuses = [row.assessment.status for row in rows]
    return Totals({status: statuses.count(status) for status in Status}, sum(row.is_fresh for row in rows))
