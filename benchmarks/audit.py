"""How fast the audit is: beside the reading of the same texts, and on a large made-up corpus of records.

The corpus is of records, not of texts: what is measured is the audit alone. Its relations hold, but for one
in a hundred documents, where a digit is wrong.
"""

from __future__ import annotations

import random
import time
from collections.abc import Iterator, Sequence
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import Any

from benchmarks.rows import Row
from tiendo.catalogue import Catalogue, Semantics, load_catalogue
from tiendo.facts.figures import ComparedWith, Comparison, ComparisonForm, Figure
from tiendo.facts.period import Period
from tiendo.facts.quantity import Change, Quantity, Unit
from tiendo.facts.records import Observation, Target
from tiendo.facts.relations import Relation, RelationKind
from tiendo.intake.audit import source_of
from tiendo.intake.reading import Reading, Request, read_facts
from tiendo.verification import Audited, Source, verify

DOCUMENTS = 5_000  # with 40 figures each on average, values and what compares them
_TOTALS_A_DOCUMENT = 4
_PARTS = 3
_WRONG_EVERY = 100  # documents
_PROVINCES = 63
_PERCENT, _MONEY = Unit("PT"), Unit("VND", 9)
_TENTH = Decimal("0.1")
_SECONDS = 60.0
_ROUNDS = 5


def measure(paths: Sequence[Path], documents: int = DOCUMENTS) -> list[Row]:
    """The time of the audit over that of the reading, and the seconds for the corpus on one core."""
    catalogue = load_catalogue()
    ratio = min(_beside_reading(paths) for _ in range(_ROUNDS))
    sources = list(corpus(documents, catalogue))
    figures = sum(len(source.facts) + sum(_comparisons(source)) for source in sources)
    start = time.process_time()
    findings = verify(sources, catalogue)
    spent = time.process_time() - start
    wrong = sum(finding.verdict.value == "inconsistent" for finding in findings)
    return [
        Row("audit of the texts over reading them, with relations", ratio, "", 2, at_most=1.0),
        Row(f"audit of {documents:,} documents with {figures:,} figures", spent, "s", 1, at_most=_SECONDS),
        Row("  contradictions found in it", wrong, ""),
    ]


def _beside_reading(paths: Sequence[Path]) -> float:
    start = time.process_time()
    readings = [read_facts(Request(str(path), with_relations=True)) for path in paths]
    read = time.process_time()
    verify([source_of(reading) for reading in readings if isinstance(reading, Reading)])
    return (time.process_time() - read) / (read - start)


def _comparisons(source: Source) -> Iterator[int]:
    for fact in source.facts:
        yield len(fact.record.comparisons) if isinstance(fact.record, Observation | Target) else 0


def corpus(documents: int, catalogue: Catalogue) -> Iterator[Source]:
    """Of each province and year a resolution with targets, and four quarterly reports on them."""
    # Measures that no rule of the catalogue ties to each other: their values here are drawn by chance.
    tied = {bound.id for one in catalogue for bound in one.at_most} | {
        one.part_of.id for one in catalogue if one.part_of
    }
    flows = [
        one.id
        for one in catalogue
        if one.semantics is Semantics.FLOW and not (one.part_of or one.at_most or one.id in tied or one.planned_as)
    ]
    size = _PARTS + 1
    groups = [flows[place : place + size] for place in range(0, _TOTALS_A_DOCUMENT * size, size)]
    for number in range(documents):
        order, kind = divmod(number, 5)
        place, year = f"province-{order % _PROVINCES}", 2005 + order // _PROVINCES
        if kind == 0:
            yield _Writer(f"resolution-{number}", place, Period.of_year(year)).resolution(groups)
        else:
            is_wrong = number % _WRONG_EVERY == 1
            yield _Writer(f"report-{number}", place, Period.quarter(year, kind)).report(groups, is_wrong=is_wrong)


def _amount(place: str, indicator: str, year: int, quarter: int) -> Decimal:
    """The same each time it is asked for: documents of several years agree."""
    return Decimal(random.Random(f"{place}{indicator}{year}{quarter}").randint(10_000, 19_999)) / 10


class _Writer:
    """Writes the records of one document, each at a place behind the one before."""

    def __init__(self, name: str, place: str, period: Period) -> None:
        self.name, self.place, self.period = name, place, period
        self.facts: list[Audited] = []
        self.relations: list[Relation] = []
        self.cursor = 0

    def resolution(self, groups: Sequence[Sequence[str]]) -> Source:
        for total, *parts in groups:
            plans = [self._plan(one) for one in parts]
            for indicator, plan in zip((total, *parts), (sum(plans, Decimal(0)), *plans), strict=True):
                own = self._figure(plan, _MONEY, " tỷ đồng")
                record = Target(**self._common(own, indicator, None))
                self.facts.append(Audited(record, indicator))
        return self._source()

    def report(self, groups: Sequence[Sequence[str]], *, is_wrong: bool) -> Source:
        for total, *parts in groups:
            values = [self._value(one, self.period.year) for one in parts]
            before = [self._value(one, self.period.year - 1) for one in parts]
            plans = [self._plan(one) for one in parts]
            wrong = Decimal(300) if is_wrong and total == groups[0][0] else Decimal(0)
            whole = self._result(total, sum(values, wrong), sum(plans, Decimal(0)), sum(before, Decimal(0)), None)
            terms = [self._result(*numbers, total) for numbers in zip(parts, values, plans, before, strict=True)]
            self.relations.append(Relation(kind=RelationKind.SUM, terms=tuple(terms), result=whole, words="gồm"))
        return self._source()

    def _value(self, indicator: str, year: int) -> Decimal:
        return _amount(self.place, indicator, year, self.period.first_day.month)

    def _plan(self, indicator: str) -> Decimal:
        return _amount(self.place, indicator, self.period.year, 0) * 4

    def _result(self, indicator: str, value: Decimal, plan: Decimal, before: Decimal, within: str | None) -> Figure:
        own = self._figure(value, _MONEY, " tỷ đồng")
        share = (value * 100 / plan).quantize(_TENTH, ROUND_HALF_UP)
        growth = ((value / before - 1) * 100).quantize(_TENTH, ROUND_HALF_UP)
        direction = Change.INCREASE if growth >= 0 else Change.DECREASE
        comparisons = (
            Comparison(
                figure=self._figure(share, _PERCENT, "%"), compared_with=ComparedWith.PLAN, form=ComparisonForm.INDEX
            ),
            Comparison(
                figure=self._figure(abs(growth), _PERCENT, "%", direction),
                compared_with=ComparedWith.YEAR_BEFORE,
                form=ComparisonForm.CHANGE,
            ),
        )
        claims = {"plan_percent": share, "yoy_percent": growth, "comparisons": comparisons}
        self.facts.append(Audited(Observation(**self._common(own, indicator, within), **claims), indicator))
        return own

    def _common(self, own: Figure, indicator: str, within: str | None) -> dict[str, Any]:
        place = {"start": own.start, "end": own.end, "quote": own.quote}
        return place | {"subject": indicator, "within": within, "quantity": own.quantity, "period": self.period}

    def _figure(self, value: Decimal, unit: Unit, written: str, change: Change | None = None) -> Figure:
        quote = f"{value:,f}".translate({44: 46, 46: 44}) + written
        self.cursor += len(quote) + 20
        quantity = Quantity(low=value, high=value, written_unit=written.strip(), unit=unit, change=change)
        return Figure(start=self.cursor, end=self.cursor + len(quote), quote=quote, quantity=quantity)

    def _source(self) -> Source:
        return Source(
            document=self.name,
            facts=tuple(self.facts),
            relations=tuple(self.relations),
            title=self.name,
            territory=self.place,
            day=self.period.last_day,
            period=self.period,
        )
