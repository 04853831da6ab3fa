"""Ratios, means and rates: both terms printed, and totals that have to lie between their parts."""

from __future__ import annotations

from collections.abc import Iterator

from tiendo.facts.figures import ComparedWith, ComparisonForm
from tiendo.facts.relations import Relation, RelationKind
from tiendo.facts.wording import Wording
from tiendo.verification.check import Check
from tiendo.verification.checks.plan_percent import claimed_percent
from tiendo.verification.checks.year_on_year import change_term
from tiendo.verification.claims import Claim
from tiendo.verification.corpus import Breakdown, Corpus, Entry, compared
from tiendo.verification.expressions import Between, Over, Term, percent_of
from tiendo.verification.numbers import number
from tiendo.verification.sources import Source

ID = "ratios"

_PERCENT = "PT"


def examine(corpus: Corpus) -> Iterator[Claim]:
    """Shares and means with their terms, then totals that are weighted means of their parts."""
    for source, relation in corpus.relations(RelationKind.SHARE):
        yield _share(corpus, source, relation)
    for source, relation in corpus.relations(RelationKind.MEAN):
        yield _mean(corpus, source, relation)
    for source, relation in corpus.relations(RelationKind.SUM, RelationKind.PARTS):
        yield from _rates(corpus, source, relation)
    for breakdown in corpus.breakdowns:
        yield from _percentages_of_totals(breakdown)


def _share(corpus: Corpus, source: Source, relation: Relation) -> Claim:
    part, *wholes = (Term(number(source.document, figure)) for figure in relation.terms)
    assert relation.result is not None  # noqa: S101 - a share without its percentage is no share
    share = Term(number(source.document, relation.result))
    formulas = [percent_of(part, whole) for whole in wholes]
    return Claim(
        check=ID,
        about=_name(corpus, source, relation),
        computed=formulas[0],
        readings=tuple(formulas[1:]),
        any_reading=True,
        claimed=share,
        shown_in=share.number,
        asserted=relation.asserted,
        note=Wording("Tỷ lệ của hai số ghi trong câu.", "The share of two printed numbers."),
    )


def _mean(corpus: Corpus, source: Source, relation: Relation) -> Claim:
    total, count = (Term(number(source.document, figure)) for figure in relation.terms)
    assert relation.result is not None  # noqa: S101 - a mean without its value is no mean
    mean = Term(number(source.document, relation.result))
    return Claim(
        check=ID,
        about=_name(corpus, source, relation),
        computed=Over(total, count),
        claimed=mean,
        shown_in=mean.number,
        asserted=relation.asserted,
        note=Wording("Bình quân của hai số ghi trong câu.", "The mean of two printed numbers."),
    )


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
    if not (breakdown.is_full or breakdown.adds_up):
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
    for figure in (relation.terms[0], relation.result):
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
