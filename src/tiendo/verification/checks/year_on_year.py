"""Changes on the year before: against the value printed for it, against each other, and in total and parts."""

from __future__ import annotations

from collections.abc import Iterator

from tiendo.facts.figures import ComparedWith, Comparison, ComparisonForm
from tiendo.facts.records import Observation
from tiendo.facts.relations import RelationKind
from tiendo.facts.wording import Wording
from tiendo.reference.units import comparable
from tiendo.verification.check import Check
from tiendo.verification.claims import Claim, Comparator
from tiendo.verification.corpus import Breakdown, Corpus, Entry, compared
from tiendo.verification.expressions import Expression, Minus, Over, Sum, Term, before_change, percent_of
from tiendo.verification.numbers import number

ID = "year-on-year"

_PERCENT = "PT"


def examine(corpus: Corpus) -> Iterator[Claim]:
    """Printed bases, two ways to say one change, counts, totals with parts, and earlier documents."""
    yield from _printed_bases(corpus)
    for entry in corpus.entries:
        if entry.is_level and entry.record.quantity.unit.measure != _PERCENT:
            changes = list(compared(entry, ComparedWith.YEAR_BEFORE))
            yield from _two_ways(entry, changes)
            yield from _whole_number(entry, changes)
            yield from _earlier_documents(corpus, entry, changes)
    for breakdown in corpus.breakdowns:
        yield from _totals(breakdown)


def change_term(entry: Entry, change: Comparison) -> Term:
    """A change as a term: an index in percent (`giảm 8,9%` is 91,1), or an amount with its sign."""
    term = number(entry.source.document, change.figure)
    return Term(term, 100 if change.form is ComparisonForm.CHANGE else 0)


def year_before(entry: Entry, change: Comparison) -> Expression:
    """The value of the year before that a change implies."""
    term = change_term(entry, change)
    match change.form:
        case ComparisonForm.AMOUNT:
            return Minus(entry.term, term)
        case ComparisonForm.MULTIPLE:
            return Over(entry.term, term)
        case _:
            return before_change(entry.term, term)


def against_base(entry: Entry, change: Comparison, base: Expression) -> tuple[Expression, Term]:
    """(what a printed value of the year before gives, what the text claims)."""
    claimed = change_term(entry, change)
    match change.form:
        case ComparisonForm.AMOUNT:
            return Minus(entry.term, base), claimed
        case ComparisonForm.MULTIPLE:
            return Over(entry.term, base), claimed
        case _:
            return percent_of(entry.term, base), claimed


def _printed_bases(corpus: Corpus) -> Iterator[Claim]:
    for source, relation in corpus.relations(RelationKind.BEFORE):
        entry = corpus.at(source, relation.terms[0])
        if entry is None or relation.result is None:
            continue
        base = Term(number(source.document, relation.result))
        for change in compared(entry, ComparedWith.YEAR_BEFORE):
            computed, claimed = against_base(entry, change, base)
            yield _claim(
                entry, computed, claimed, Wording("Số cùng kỳ ghi trong câu.", "Last year's value is printed.")
            )


def _two_ways(entry: Entry, changes: list[Comparison]) -> Iterator[Claim]:
    """`giảm 7 vụ (7,3%)`, `bằng 91,1% cùng kỳ, giảm 8,9%`."""
    amounts = [change for change in changes if change.form is ComparisonForm.AMOUNT]
    others = [change for change in changes if change.form is not ComparisonForm.AMOUNT]
    for amount in amounts:
        base = year_before(entry, amount)
        for other in others:
            computed, claimed = against_base(entry, other, base)
            both = Wording("Mức tăng, giảm tuyệt đối và tương đối.", "The change in absolute and in relative terms.")
            yield _claim(entry, computed, claimed, both)
    for other in others[1:]:
        again = Wording("Hai cách ghi của một mức thay đổi.", "Two ways to print one change.")
        yield _claim(entry, change_term(entry, others[0]), change_term(entry, other), again)


def _whole_number(entry: Entry, changes: list[Comparison]) -> Iterator[Claim]:
    for change in changes:
        if entry.number.is_whole_count and change.form is not ComparisonForm.AMOUNT:
            yield Claim(
                check=ID,
                about=entry.name,
                computed=year_before(entry, change),
                claimed=entry.term,
                comparator=Comparator.WHOLE,
                shown_in=entry.number,
                note=Wording("Số đếm của cùng kỳ phải là số nguyên.", "Last year's count has to be a whole number."),
            )


def _earlier_documents(corpus: Corpus, entry: Entry, changes: list[Comparison]) -> Iterator[Claim]:
    """The same period of the year before, where another document prints it; an estimate may have been revised."""
    period = entry.record.period.year_before() if entry.record.period is not None else None
    if not changes or period is None or corpus.indicator(entry) is None or not isinstance(entry.record, Observation):
        return
    for other in corpus.of(entry.indicator or ""):
        is_base = other.record.period == period and other.source.document != entry.source.document
        if not (is_base and other.is_level and not other.is_near and isinstance(other.record, Observation)):
            continue
        if other.source.territory != entry.source.territory:
            continue
        if not comparable(other.record.quantity.unit, entry.record.quantity.unit):
            continue
        for change in changes:
            computed, claimed = against_base(entry, change, other.term)
            yield _claim(
                entry,
                computed,
                claimed,
                Wording(
                    f"Số cùng kỳ theo {other.source.title or other.source.document}.",
                    f"Last year's value as in {other.source.title or other.source.document}.",
                ),
                asserted=not other.record.estimated,
            )


def _totals(breakdown: Breakdown) -> Iterator[Claim]:
    """The values of the year before add up too; where a part has none, the others do not exceed the total's."""
    if not (breakdown.is_full or breakdown.adds_up) or len(breakdown.parts) == 1:
        return
    whole = _implied(breakdown.whole)
    bases = [base for part in breakdown.parts if (base := _implied(part)) is not None]
    if whole is None or not bases:
        return
    yield Claim(
        check=ID,
        about=breakdown.whole.name,
        computed=Sum(tuple(bases)) if len(bases) > 1 else bases[0],
        claimed=whole,
        comparator=Comparator.EQUAL if len(bases) == len(breakdown.parts) else Comparator.AT_MOST,
        shown_in=breakdown.whole.number,
        note=Wording(
            "Giá trị cùng kỳ suy ra của các phần so với của tổng.",
            "The values of the year before implied for the parts against that of the total.",
        ),
    )


def _implied(entry: Entry) -> Expression | None:
    changes = list(compared(entry, ComparedWith.YEAR_BEFORE))
    amounts = [change for change in changes if change.form is ComparisonForm.AMOUNT]
    return year_before(entry, (amounts or changes)[0]) if changes and entry.is_level else None


def _claim(entry: Entry, computed: Expression, claimed: Term, note: Wording, *, asserted: bool = True) -> Claim:
    return Claim(
        check=ID,
        about=entry.name,
        computed=computed,
        claimed=claimed,
        shown_in=claimed.number,
        asserted=asserted,
        note=note,
    )


CHECK = Check(
    ID,
    Wording("So với cùng kỳ", "Change on the year before"),
    Wording(
        "Từ giá trị và mức tăng, giảm tính ra giá trị cùng kỳ: phải khớp với số cùng kỳ đã ghi, với mức thay đổi "
        "ghi theo cách khác, với tổng của các phần, và phải là số nguyên nếu là số đếm.",
        "A value and its change give the value of the year before: it has to agree with the one that is printed, "
        "with the same change printed in another way, with the sum of the parts, and has to be a whole number "
        "for a count.",
    ),
    examine,
)
