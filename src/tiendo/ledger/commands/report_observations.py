"""Record what an agency reports: many results of one submission at once."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import NamedTuple

from django.utils.timezone import localdate

from tiendo.catalogue import Catalogue, Semantics
from tiendo.facts.errors import InvalidChange
from tiendo.facts.period import Period
from tiendo.facts.quantity import Change
from tiendo.ledger import files
from tiendo.ledger.actors import Actor
from tiendo.ledger.catalogues import catalogue_at
from tiendo.ledger.chain import Recorder, recording
from tiendo.ledger.models import Agency as AgencyEntry
from tiendo.ledger.models import Observation, Submission
from tiendo.ledger.patterns import Pattern, Values, bare
from tiendo.ledger.permissions import Permission, Scope, require
from tiendo.ledger.places import lies_within
from tiendo.ledger.slots import Said, Slot, Standing, has_reported, standing_in
from tiendo.ledger.standing import FOREVER
from tiendo.ledger.storage import renew_statistics
from tiendo.reference.agencies import agency_name

SIGNED = frozenset({Semantics.GROWTH, Semantics.INCREMENT})
"""The kinds of measures that can be negative: a minus is a decrease."""

RECORDED, CORRECTED, UNCHANGED = range(3)
"""What became of a row: it is new, it took the place of another value, or it says what stood there."""

_ROWS_LOOKED_UP_AT_ONCE = 2_000  # one query for so many; more make it no quicker
_MANY_ROWS = 20_000  # so many new ones may change which index is the best
_LONGEST_NAME = 255  # characters of a file's name; no file system takes more
_VARYING = ("territory", "period", "first_day", "last_day", "low", "high", "start", "end", "quote")


class Where(NamedTuple):
    """A territory and a period as columns; made once for all rows that speak of them."""

    territory: str
    period: str
    first_day: str
    last_day: str


def where(territory: str, period: Period) -> Where:
    """The columns of a territory and a period."""
    return Where(bare(territory), str(period), period.first_day.isoformat(), period.last_day.isoformat())


class ReportedValue(NamedTuple):
    """One row, found sound: `low` is the number without its sign, in the unit of the indicator.

    `start` and `quote` are the place of the number in the submitted text.
    """

    indicator: str
    where: Where
    cumulative: bool
    estimated: bool
    negative: bool
    low: str
    start: int
    quote: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What was sent in: the file, and the sound rows of it, which can be gone through more than once.

    `indicators` and `territories` are those that occur in the rows; `rows` tells how many the file had.
    """

    name: str
    content: bytes
    agency: str | None
    rows: int
    indicators: Collection[str]
    territories: Collection[str]
    values: Iterable[ReportedValue]


@dataclass(frozen=True, slots=True)
class Reported:
    """What became of the rows, in their order; `submission` is the entry, `None` where nothing had to be recorded."""

    submission: int | None
    outcomes: bytes

    def count(self, outcome: int) -> int:
        """How many rows had that outcome."""
        return self.outcomes.count(outcome)


def report_observations(*, report: Report, by: Actor, at: datetime, why: str, rehearsal: bool = False) -> Reported:
    """Record the rows of a submission by the rule `slots.SLOT`; where all say what stands already, nothing at all.

    Raises `NotPermitted` unless the actor may report for the agency in every territory of the rows, `InvalidChange`
    for an agency that nobody knows, `LookupRefused` for an indicator that the catalogue does not know.
    """
    for territory in report.territories or (None,):
        require(by, Permission.REPORT_OBSERVATION, Scope(report.agency, territory))
    _check_agency(report.agency, at)
    outcomes = bytearray()
    with recording("report_observations", by=by.name, at=at, why=why, rehearsal=rehearsal) as recorder:
        writer = _Writer(recorder, report, catalogue_at(), keep=not rehearsal)
        look_up = _look_up(recorder, report.agency)
        rest = iter(report.values)
        while batch := list(islice(rest, _ROWS_LOOKED_UP_AT_ONCE)):
            outcomes += bytes(writer.settle(batch, look_up(batch)))
        if len(outcomes) - outcomes.count(UNCHANGED) >= _MANY_ROWS:
            recorder.flush()
            renew_statistics(Observation._meta.db_table)
    return Reported(None if rehearsal else writer.submission, bytes(outcomes))


def _check_agency(agency: str | None, at: datetime) -> None:
    if agency is None or agency_name(agency, localdate(at)):
        return
    if not AgencyEntry.objects.standing(FOREVER).filter(code=agency).exists():
        raise InvalidChange(
            vi=f"Không có cơ quan nào mang mã {agency[:60]!r}; hãy kiểm tra mã cơ quan báo cáo (agency).",
            en=f"No agency has the code {agency[:60]!r}; check the code of the agency that reports.",
        )


def _look_up(recorder: Recorder, agency: str | None) -> Callable[[list[ReportedValue]], dict[Slot, Standing]]:
    if not has_reported(agency):
        return lambda _: {}

    def look_up(batch: list[ReportedValue]) -> dict[Slot, Standing]:
        recorder.flush()
        return standing_in(agency, {(one.indicator, one.where.territory, one.where.last_day) for one in batch})

    return look_up


class _Writer:
    """Writes rows of one report; its submission is recorded with the first of them that says anything new."""

    def __init__(self, recorder: Recorder, report: Report, catalogue: Catalogue, *, keep: bool) -> None:
        self.submission: int | None = None
        self._recorder = recorder
        self._report = report
        self._keep = keep
        self._patterns: dict[tuple[str, bool, bool, bool], Pattern] = {}
        self._indicators = {code: catalogue[code] for code in report.indicators}
        self._signed = {code for code, one in self._indicators.items() if one.semantics in SIGNED}

    def settle(self, batch: Iterable[ReportedValue], held: dict[Slot, Standing]) -> Iterator[int]:
        """Record those rows that say something else than what stands in their slot; the outcome of each."""
        for one in batch:
            indicator, where, cumulative, estimated, negative, low, _, _ = one
            if not held:
                self._record(one, None)
                yield RECORDED
                continue
            standing = held.get(Slot(indicator, where.territory, where.period, cumulative))
            if standing is None:
                self._record(one, None)
                yield RECORDED
            elif standing.said == Said(low, self._change(indicator, negative=negative), estimated):
                yield UNCHANGED
            else:
                self._record(one, standing)
                yield CORRECTED

    def _record(self, one: ReportedValue, replaced: Standing | None) -> None:
        indicator, where, cumulative, estimated, negative, low, start, quote = one
        key = (indicator, cumulative, estimated, negative)
        pattern = self._patterns.get(key) or self._patterns.setdefault(key, self._pattern(*key))
        values: Values = (*where, low, low, start, start + len(quote), quote)
        if replaced is None:
            self._recorder.add_like(pattern, values)
        else:
            self._recorder.add_like(pattern, values, root=replaced.root, supersedes=replaced.entry)

    def _pattern(self, indicator: str, cumulative: bool, estimated: bool, negative: bool) -> Pattern:
        measured_in = self._indicators[indicator].measured_in
        constant = {
            "indicator": indicator,
            "unit": measured_in.written,
            "unit_measure": measured_in.unit.measure,
            "unit_mult": measured_in.unit.multiplier,
            "per": measured_in.per,
            "change": self._change(indicator, negative=negative),
            "cumulative": cumulative or None,
            "estimated": estimated or None,
            "submission": self._submission(),
            "agency": self._report.agency,
        }
        return Pattern(Observation, constant, _VARYING)

    def _change(self, indicator: str, *, negative: bool) -> str | None:
        if indicator not in self._signed:
            return None
        return (Change.DECREASE if negative else Change.INCREASE).value

    def _submission(self) -> int:
        if self.submission is None:
            report = self._report
            self.submission = self._recorder.add(
                Submission,
                agency=report.agency,
                territory=_around(report.territories),
                # A rehearsal leaves nothing behind, no file either.
                file=files.keep(report.content) if self._keep else hashlib.sha256(report.content).hexdigest(),
                name=report.name[:_LONGEST_NAME],
                rows=report.rows,
            )
        return self.submission


def _around(territories: Collection[str]) -> str | None:
    """The one of the territories that all others lie within; `None` where none of them is that."""
    return next((one for one in territories if all(lies_within(other, one) for other in territories)), None)
