"""Ratios, means and rates: both terms printed, and totals that have to lie between their parts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from tiendo.facts.figures import ComparedWith, ComparisonForm
from tiendo.facts.intervals import Interval
from tiendo.facts.period import PeriodKind
from tiendo.facts.relations import Relation, RelationKind
from tiendo.facts.wording import Wording
from tiendo.reference.units import read_unit
from tiendo.verification.check import Check
from tiendo.verification.checks.plan_percent import claimed_percent
from tiendo.verification.checks.year_on_year import change_term
from tiendo.verification.claims import Claim
from tiendo.verification.corpus import Breakdown, Corpus, Entry, compared
from tiendo.verification.expressions import Between, Constant, Expression, Over, Sum, Term, percent_of
from tiendo.verification.numbers import number
from tiendo.verification.sources import Source

ID = "ratios"

_PERCENT = "PT"
_YEAR = "năm"
_LEAST_WITNESSES = 2  # shares that agree on a total that is not printed, before a third is held against them


def examine(corpus: Corpus) -> Iterator[Claim]:
    """Shares and means with their terms, then totals that are weighted means of their parts."""
    yield from _shares(corpus)
    for source, relation in corpus.relations(RelationKind.MEAN):
        yield from _mean(corpus, source, relation)
    for source, relation in corpus.relations(RelationKind.SUM, RelationKind.PARTS):
        yield from _rates(corpus, source, relation)
    for breakdown in corpus.breakdowns:
        yield from _percentages_of_totals(breakdown)


def _shares(corpus: Corpus) -> Iterator[Claim]:
    """Each share of the total that fits; where none does, of the one that the text names or that others confirm."""
    found: list[tuple[Source, Relation, list[Expression], Term]] = []
    confirmed: set[object] = set()
    for source, relation in corpus.relations(RelationKind.SHARE):
        if relation.result is None:
            continue
        percent = Term(number(source.document, relation.result))
        wholes = _wholes(source, relation)
        found.append((source, relation, wholes, percent))
        part = Term(number(source.document, relation.terms[0]))
        confirmed.update(_key(one) for one in wholes if percent_of(part, one).value().meets(percent.value()))
    siblings: dict[object, list[Relation]] = {}
    for source, relation, _, _ in found:
        siblings.setdefault(_siblings_key(source, relation), []).append(relation)
    for source, relation, wholes, percent in found:
        part = Term(number(source.document, relation.terms[0]))
        holding = [one for one in wholes if percent_of(part, one).value().meets(percent.value())]
        known = [one for one in wholes if _key(one) in confirmed]
        asserted = relation.asserted or bool(known)
        if not holding and not asserted:
            yield from _outlier(corpus, source, relation, siblings.get(_siblings_key(source, relation), []))
        chosen = (holding or known or wholes)[:1]
        if chosen and (holding or asserted):
            yield Claim(
                check=ID,
                about=_name(corpus, source, relation),
                computed=percent_of(part, chosen[0]),
                claimed=percent,
                shown_in=percent.number,
                asserted=asserted,
                note=Wording("Tỷ lệ của hai số được ghi.", "The share of two printed numbers."),
            )


def _siblings_key(source: Source, relation: Relation) -> object:
    return source.document, tuple(figure.start for figure in relation.siblings)


def _outlier(corpus: Corpus, source: Source, relation: Relation, group: Sequence[Relation]) -> Iterator[Claim]:
    """A share of a list whose total is not printed: the others imply one total, and this one another."""
    others = [one for one in group if one is not relation and one.result is not None]
    if len(others) < _LEAST_WITNESSES or relation.result is None:
        return
    totals = [_implied_total(source, one) for one in others]
    values = [total.value() for total in totals]
    agreed = Interval(
        max((value.low for value in values if value.low is not None), default=None),
        min((value.high for value in values if value.high is not None), default=None),
    )
    if agreed.low is None or agreed.high is None or agreed.low > agreed.high:
        return
    # The witness that knows the total best.
    witness = min(totals, key=lambda total: total.value().width or 0)
    percent = Term(number(source.document, relation.result))
    part = Term(number(source.document, relation.terms[0]))
    yield Claim(
        check=ID,
        about=_name(corpus, source, relation),
        computed=percent_of(part, witness),
        claimed=percent,
        shown_in=percent.number,
        note=Wording(
            "Các tỷ lệ khác trong danh sách cho cùng một tổng.",
            "The other shares of the list imply one and the same total.",
        ),
    )


def _implied_total(source: Source, relation: Relation) -> Expression:
    assert relation.result is not None  # noqa: S101 - the caller has looked
    percent = Term(number(source.document, relation.result))
    return Over(Term(number(source.document, relation.terms[0])), percent, 100)


def _wholes(source: Source, relation: Relation) -> list[Expression]:
    """The totals that a share can be of, the likeliest first; the list itself may be the total."""
    wholes: list[Expression] = [Term(number(source.document, figure)) for figure in relation.terms[1:]]
    if len(relation.siblings) > 1:
        wholes.append(Sum(tuple(Term(number(source.document, figure)) for figure in relation.siblings)))
    return wholes


def _key(whole: Expression) -> object:
    return tuple(one.key for one in whole.numbers())


def _mean(corpus: Corpus, source: Source, relation: Relation) -> Iterator[Claim]:
    total, *counts = (Term(number(source.document, figure)) for figure in relation.terms)
    count = counts[0] if counts else _years(corpus, source, relation)
    if relation.result is None or count is None:
        return
    mean = Term(number(source.document, relation.result))
    # "giường/vạn dân": per ten thousand.
    per = relation.result.quantity.per
    factor = 10 ** read_unit(per).multiplier if per and per != _YEAR else 1
    claim = Claim(
        check=ID,
        about=_name(corpus, source, relation),
        computed=Over(total, count, factor),
        claimed=mean,
        shown_in=mean.number,
        asserted=relation.asserted,
        note=Wording("Bình quân của hai số ghi trong câu.", "The mean of two printed numbers."),
    )
    if claim.asserted or claim.holds():
        yield claim


def _years(corpus: Corpus, source: Source, relation: Relation) -> Expression | None:
    """How many years a total is of; None where it is of no span of whole years."""
    entry = corpus.at(source, relation.terms[0])
    period = entry.record.period if entry is not None else None
    if period is None or period.kind is not PeriodKind.SPAN or period.grain is not PeriodKind.YEAR:
        return None
    years = period.last_day.year - period.first_day.year + 1
    return Constant(Fraction(years), f"{years} năm")


def _rates(corpus: Corpus, source: Source, relation: Relation) -> Iterator[Claim]:
    """A rate or growth of a whole lies between those of its parts, where the text lists them all."""
    if relation.result is None or len(relation.terms) < 2:
        return
    whole = Term(number(source.document, relation.result))
    parts = tuple(Term(number(source.document, figure)) for figure in relation.terms)
    if whole.number.base != _PERCENT or any(part.number.base != _PERCENT for part in parts):
        return
    claim = Claim(
        check=ID,
        about=_name(corpus, source, relation),
        computed=Between(parts),
        claimed=whole,
        shown_in=whole.number,
        asserted=relation.kind is RelationKind.SUM and relation.complete,
        note=_BETWEEN,
    )
    # "Trong đó" may leave parts out, and a part left out explains every total.
    if claim.asserted or claim.holds():
        yield claim


def _percentages_of_totals(breakdown: Breakdown) -> Iterator[Claim]:
    """The percentage of plan and the change of a total lie between the smallest and the largest of its parts."""
    if not breakdown.is_all:
        return
    for compared_with in (ComparedWith.PLAN, ComparedWith.YEAR_BEFORE):
        whole = _percentage(breakdown.whole, compared_with)
        parts = [_percentage(part, compared_with) for part in breakdown.parts]
        known = [part for part in parts if part is not None]
        # A part without a percentage, however small, may be anything.
        small_rest = len(known) == len(parts)
        if whole is None or len(known) < 2:
            continue
        claim = Claim(
            check=ID,
            about=breakdown.whole.name,
            computed=Between(tuple(known)),
            claimed=whole,
            shown_in=whole.number,
            asserted=small_rest,
            note=_BETWEEN,
        )
        if claim.asserted or claim.holds():
            yield claim


def _percentage(entry: Entry, compared_with: ComparedWith) -> Term | None:
    for comparison in compared(entry, compared_with):
        if comparison.form in (ComparisonForm.INDEX, ComparisonForm.CHANGE):
            is_plan = compared_with is ComparedWith.PLAN
            return claimed_percent(entry, comparison) if is_plan else change_term(entry, comparison)
    return None


def _name(corpus: Corpus, source: Source, relation: Relation) -> str:
    of_whole = relation.kind in (RelationKind.SUM, RelationKind.PARTS)
    figures = (relation.result, relation.terms[0]) if of_whole else (relation.terms[0], relation.result)
    for figure in figures:
        entry = corpus.at(source, figure) if figure is not None else None
        if entry is not None:
            return entry.name
    return ""


_BETWEEN = Wording(
    "Tỷ lệ của tổng nằm giữa tỷ lệ nhỏ nhất và lớn nhất của các phần.",
    "The percentage of a total lies between the smallest and the largest of its parts.",
)

CHECK = Check(
    ID,
    Wording("Tỷ lệ và bình quân", "Ratios and means"),
    Wording(
        "Khi cả hai số của một tỷ lệ hay bình quân đều được ghi, tính lại phải ra đúng số đã ghi. Tỷ lệ của tổng "
        "phải nằm giữa tỷ lệ nhỏ nhất và lớn nhất của các phần.",
        "Where both terms of a ratio or mean are printed, it has to come out as printed. The percentage of a "
        "total has to lie between the smallest and the largest of its parts.",
    ),
    examine,
)
