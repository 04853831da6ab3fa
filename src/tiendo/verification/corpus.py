"""All documents of an audit, with the look-ups that the checks need; each is built once, none compares all pairs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cached_property

from tiendo.catalogue.model import Catalogue, Indicator
from tiendo.facts.figures import ComparedWith, Comparison, ComparisonForm, Figure
from tiendo.facts.quantity import Change, Quantity, Unit
from tiendo.facts.records import Measurement
from tiendo.facts.relations import Relation, RelationKind
from tiendo.text.numbers import format_number
from tiendo.verification.expressions import Sum, Term
from tiendo.verification.numbers import Number, number
from tiendo.verification.sources import Source

_PERCENT = Unit("PT")
_CALLED_A_PLAN = re.compile(r"(?<!\w)(?:kế\s+hoạch|dự\s+toán)(?!\w)")
AUTHORITIES = {
    "prime-minister": re.compile(r"(?<!\w)(?:thủ\s+tướng|ttg|chính\s+phủ)(?!\w)"),
    "central": re.compile(r"(?<!\w)(?:trung\s+ương|tw|bộ\s+tài\s+chính)(?!\w)"),
    "council": re.compile(r"(?<!\w)(?:hđnd|hội\s+đồng\s+nhân\s+dân)(?!\w)"),
    "committee": re.compile(r"(?<!\w)(?:ubnd|[uủ][ỷy]\s+ban\s+nhân\s+dân)(?!\w)"),
}
"""Who gives plans, in the order in which a phrase is searched for them."""
# Parts between these shares of their whole may be all of them with one number wrong; others are only some of them.
_NEARLY = (Fraction(1, 2), Fraction(3, 2))


@dataclass(frozen=True, eq=False)
class Entry:
    """A value of a document with what it was matched to."""

    source: Source
    record: Measurement
    indicator: str | None
    is_near: bool

    @cached_property
    def number(self) -> Number:
        """The printed number."""
        return number(self.source.document, self.record.figure)

    @property
    def term(self) -> Term:
        """The printed number as a formula."""
        return Term(self.number)

    @property
    def name(self) -> str:
        """How a sentence calls it."""
        return self.record.subject

    @property
    def is_level(self) -> bool:
        """Whether it is an amount and no change."""
        return self.record.quantity.change is None

    @property
    def order(self) -> tuple[str, int]:
        """A fixed order that does not depend on the order in which documents were given."""
        return self.source.document, self.record.start


@dataclass(frozen=True, slots=True)
class Breakdown:
    """A total with the parts that a document names for it.

    `is_full` is true where the text says that the parts are all, `adds_up` where the numbers do, `nearly` where
    they are not far from it: then something may be wrong with one of them.
    """

    source: Source
    relation: Relation
    whole: Entry
    parts: tuple[Entry, ...]
    is_full: bool
    adds_up: bool
    nearly: bool

    @property
    def is_all(self) -> bool:
        """Whether what holds for the parts together has to hold for the whole."""
        return self.is_full or self.adds_up


class Corpus:
    """The documents of one audit."""

    def __init__(self, sources: Sequence[Source], catalogue: Catalogue) -> None:
        self.sources = tuple(sources)
        self.catalogue = catalogue
        self.entries: list[Entry] = []
        self._at: dict[tuple[str, int, int], Entry] = {}
        for source in self.sources:
            for fact in source.facts:
                if isinstance(fact.record, Measurement):
                    entry = Entry(source, fact.record, fact.indicator, fact.is_near)
                    self.entries.append(entry)
                    self._at[(source.document, fact.record.start, fact.record.end)] = entry

    @cached_property
    def by_indicator(self) -> dict[str, list[Entry]]:
        """The values of each indicator, over all documents, in a fixed order."""
        found: dict[str, list[Entry]] = {}
        for entry in self.entries:
            if entry.indicator is not None and entry.indicator in self.catalogue and not self.is_base(entry):
                found.setdefault(entry.indicator, []).append(entry)
        for entries in found.values():
            entries.sort(key=lambda entry: entry.order)
        return found

    def of(self, indicator: str) -> Sequence[Entry]:
        """The values of an indicator."""
        return self.by_indicator.get(indicator, ())

    def of_year(self, indicator: str, territory: str | None, year: int) -> Sequence[Entry]:
        """The values of an indicator for a place whose time ends in a year."""
        return self._by_year.get((indicator, territory, year), ())

    @cached_property
    def _by_year(self) -> dict[tuple[str, str | None, int], list[Entry]]:
        found: dict[tuple[str, str | None, int], list[Entry]] = {}
        for indicator, entries in self.by_indicator.items():
            for entry in entries:
                if entry.record.period is not None:
                    found.setdefault((indicator, entry.source.territory, entry.record.period.year), []).append(entry)
        return found

    @cached_property
    def plans_of_authorities(self) -> dict[tuple[str, str], list[Entry]]:
        """Values that a document calls a plan and says who gave it, by document and authority."""
        found: dict[tuple[str, str], list[Entry]] = {}
        for entry in self.entries:
            words = entry.record.subject.lower()
            if entry.is_level and _CALLED_A_PLAN.search(words):
                for authority, pattern in AUTHORITIES.items():
                    if pattern.search(words):
                        found.setdefault((entry.source.document, authority), []).append(entry)
                        break
        return found

    def name(self, source: Source) -> str:
        """How a sentence calls a document: by its title, or by its file where several have that title."""
        if source.title and self._titles[source.title] == 1:
            return source.title
        return source.document.rpartition("/")[2]

    @cached_property
    def _titles(self) -> Counter[str]:
        return Counter(source.title for source in self.sources)

    def indicator(self, entry: Entry) -> Indicator | None:
        """The indicator of a value that was matched without a doubt."""
        if entry.indicator is None or entry.is_near or entry.indicator not in self.catalogue:
            return None
        return self.catalogue[entry.indicator]

    def at(self, source: Source, figure: Figure) -> Entry | None:
        """The value that a figure of a relation is, if it is one."""
        return self._at.get((source.document, figure.start, figure.end))

    def relations(self, *kinds: RelationKind) -> Iterator[tuple[Source, Relation]]:
        """The relations of some kinds, document by document."""
        for source in self.sources:
            for relation in source.relations:
                if relation.kind in kinds:
                    yield source, relation

    def is_base(self, entry: Entry) -> bool:
        """Whether a value only says how it was before: no figure of the document's own time."""
        return (entry.source.document, entry.record.start, entry.record.end) in self._bases

    @cached_property
    def _bases(self) -> frozenset[tuple[str, int, int]]:
        found: list[tuple[str, Figure]] = []
        for source, relation in self.relations(RelationKind.BEFORE):
            if relation.result is not None:
                found.append((source.document, relation.result))
        for source, relation in self.relations(RelationKind.FROM_TO):
            found.append((source.document, relation.terms[0]))
        return frozenset((document, figure.start, figure.end) for document, figure in found)

    def whole_before(self, entry: Entry) -> Entry | None:
        """The total whose last part a value is: what follows the part may be said of it.

        `1.215,7 triệu USD, gồm xuất khẩu 486,3, nhập khẩu 729,4 triệu USD, đạt 51,7% kế hoạch`.
        """
        return self._wholes_of_last_parts.get((entry.source.document, entry.record.start, entry.record.end))

    @cached_property
    def _wholes_of_last_parts(self) -> dict[tuple[str, int, int], Entry]:
        found: dict[tuple[str, int, int], Entry] = {}
        for source, relation in self.relations(RelationKind.SUM, RelationKind.PARTS):
            whole = self.at(source, relation.result) if relation.result is not None else None
            *parts, last = (self.at(source, figure) for figure in relation.terms)
            if whole is None or last is None or relation.bulleted or whole.record.comparisons:
                continue
            if not any(part is not None and part.record.comparisons for part in parts):
                found[(source.document, last.record.start, last.record.end)] = whole
        return found

    @cached_property
    def breakdowns(self) -> tuple[Breakdown, ...]:
        """Every total of levels with its named parts."""
        return tuple(self._breakdowns())

    def _breakdowns(self) -> Iterator[Breakdown]:
        for source, relation in self.relations(RelationKind.SUM, RelationKind.PARTS):
            whole = self.at(source, relation.result) if relation.result is not None else None
            parts = [self.at(source, figure) for figure in relation.terms]
            found = [part for part in parts if part is not None]
            if whole is None or len(found) != len(parts) or not whole.is_level:
                continue
            total, value = sum_of(found).value(), whole.number.interval
            several = len(found) > 1
            near = total.may_be_at_most(value.scaled(_NEARLY[1])) and value.scaled(_NEARLY[0]).may_be_at_most(total)
            yield Breakdown(
                source=source,
                relation=relation,
                whole=whole,
                parts=tuple(found),
                is_full=relation.kind is RelationKind.SUM and relation.complete,
                adds_up=several and total.meets(value),
                nearly=several and near,
            )


def sum_of(entries: Sequence[Entry]) -> Sum:
    """The entries added up."""
    return Sum(tuple(entry.term for entry in entries))


def compared(entry: Entry, compared_with: ComparedWith) -> Iterator[Comparison]:
    """What a value is compared with, as printed; made from the plain fields of a record that names no places."""
    record = entry.record
    if record.comparisons:
        yield from (one for one in record.comparisons if one.compared_with is compared_with)
    elif compared_with is ComparedWith.PLAN and record.plan_percent is not None:
        yield _unplaced(record, compared_with, ComparisonForm.INDEX, record.plan_percent, "%")
    elif compared_with is ComparedWith.YEAR_BEFORE:
        if record.yoy_percent is not None and record.quantity.change is None:
            yield _unplaced(record, compared_with, ComparisonForm.CHANGE, record.yoy_percent, "%")
        if record.yoy_change is not None:
            unit = record.quantity.written_unit
            yield _unplaced(record, compared_with, ComparisonForm.AMOUNT, record.yoy_change, unit)


def _unplaced(
    record: Measurement, compared_with: ComparedWith, form: ComparisonForm, value: Decimal, unit: str
) -> Comparison:
    """A comparison at the place of its record; the quote is the number alone."""
    is_change = form is not ComparisonForm.INDEX
    direction = (Change.INCREASE if value >= 0 else Change.DECREASE) if is_change else None
    size = abs(value)
    quantity = Quantity(
        low=size,
        high=size,
        written_unit=unit,
        unit=_PERCENT if unit == "%" else record.quantity.unit,
        change=direction,
    )
    quote = f"{format_number(size)}{'' if unit == '%' else ' '}{unit}"
    figure = Figure(start=record.start, end=record.end, quote=quote, quantity=quantity)
    return Comparison(figure=figure, compared_with=compared_with, form=form)
