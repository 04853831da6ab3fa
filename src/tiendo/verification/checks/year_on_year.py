"""Changes on the year before: against the value printed for it, against each other, and in total and parts."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from tiendo.facts.figures import ComparedWith, Comparison, ComparisonForm, Figure
from tiendo.facts.records import Observation
from tiendo.facts.relations import Relation, RelationKind
from tiendo.facts.wording import Wording
from tiendo.reference.units import comparable
from tiendo.verification.check import Check
from tiendo.verification.claims import Claim, Comparator
from tiendo.verification.corpus import Breakdown, Corpus, Entry, compared
from tiendo.verification.expressions import Constant, Expression, Minus, Over, Sum, Term, before_change, percent_of
from tiendo.verification.numbers import number
from tiendo.verification.sources import Source

ID = "year-on-year"

_PERCENT, _TIMES = "PT", "LAN"


def examine(corpus: Corpus) -> Iterator[Claim]:
    """Printed bases, two ways to say one change, counts, totals with parts, and earlier documents."""
    yield from _printed_bases(corpus)
    yield from _said_again(corpus)
    for entry in corpus.entries:
        if entry.is_level and entry.record.quantity.unit.measure != _PERCENT and not corpus.is_base(entry):
            changes = list(compared(entry, ComparedWith.YEAR_BEFORE))
            yield from _two_ways(entry, changes)
            if corpus.whole_before(entry) is not None:
                continue  # the change may be that of the total
            yield from _whole_number(entry, changes)
            yield from _earlier_documents(corpus, entry, changes)
    for breakdown in corpus.breakdowns:
        yield from _totals(breakdown)


def change_term(entry: Entry, change: Comparison) -> Term:
    """A change as a term: an index in percent (`giảm 8,9%` is 91,1), or an amount with its sign."""
    return Term(number(entry.source.document, change.figure), _added(change.form))


def form_of(value: Figure, change: Figure) -> ComparisonForm:
    """How a change of a value is written, told by its unit and direction."""
    unit = change.quantity.unit.measure
    if unit == _TIMES:
        return ComparisonForm.MULTIPLE
    if unit == _PERCENT and value.quantity.unit.measure != _PERCENT:
        return ComparisonForm.INDEX if change.quantity.change is None else ComparisonForm.CHANGE
    return ComparisonForm.AMOUNT


def _added(form: ComparisonForm) -> int:
    return 100 if form is ComparisonForm.CHANGE else 0


def year_before(entry: Entry, change: Comparison) -> Expression:
    """The value of the year before that a change implies."""
    return _before(entry.term, change_term(entry, change), change.form)


def _before(value: Expression, change: Term, form: ComparisonForm) -> Expression:
    match form:
        case ComparisonForm.AMOUNT:
            return Minus(value, change)
        case ComparisonForm.MULTIPLE:
            return Over(value, change)
        case _:
            return before_change(value, change)


def _against(value: Expression, base: Expression, form: ComparisonForm) -> Expression:
    """What a value and the one before it give, in the form of the change."""
    match form:
        case ComparisonForm.AMOUNT:
            return Minus(value, base)
        case ComparisonForm.MULTIPLE:
            return Over(value, base)
        case _:
            return percent_of(value, base)


def _printed_bases(corpus: Corpus) -> Iterator[Claim]:
    for source, relation in corpus.relations(RelationKind.BEFORE):
        if relation.result is None or len(relation.terms) == 1:
            continue
        value, change = (number(source.document, figure) for figure in relation.terms)
        form = form_of(value.figure, change.figure)
        claimed, base = Term(change, _added(form)), Term(number(source.document, relation.result))
        computed = _against(Term(value), base, form)
        readings: tuple[Expression, ...] = ()
        if form is ComparisonForm.MULTIPLE and change.figure.quantity.change is not None:
            # "tăng 1,2 lần" is said of 1,2 times as much, and of 1,2 times more.
            readings = (Minus(computed, Constant(Fraction(1), "1")),)
        whole = _whole_before(corpus, source, relation.terms[0])
        if whole is not None:
            readings += (_against(whole.term, base, form),)
        yield Claim(
            check=ID,
            about=_name(corpus, source, relation.terms[0]),
            computed=computed,
            claimed=claimed,
            readings=readings,
            any_reading=True,
            shown_in=change,
            note=Wording("Số trước đó được ghi trong câu.", "The value before it is printed."),
        )


def _said_again(corpus: Corpus) -> Iterator[Claim]:
    """`giảm 7 vụ (giảm 7,3%)`."""
    for source, relation in corpus.relations(RelationKind.CHANGE):
        if relation.result is None:
            continue
        value, amount = (Term(number(source.document, figure)) for figure in relation.terms)
        percent = number(source.document, relation.result)
        form = form_of(value.number.figure, percent.figure)
        whole = _whole_before(corpus, source, relation.terms[0])
        first = form_of(value.number.figure, amount.number.figure)
        if first is ComparisonForm.INDEX and form is ComparisonForm.CHANGE:
            yield _two_percentages(corpus, source, relation, amount, Term(percent, 100))
            continue
        if form not in (ComparisonForm.CHANGE, ComparisonForm.INDEX):
            continue
        yield Claim(
            check=ID,
            about=_name(corpus, source, relation.terms[0]),
            computed=percent_of(value, Minus(value, amount)),
            claimed=Term(percent, _added(form)),
            readings=() if whole is None else (percent_of(whole.term, Minus(whole.term, amount)),),
            any_reading=True,
            shown_in=percent,
            note=Wording("Mức tăng, giảm tuyệt đối và tương đối.", "The change in absolute and in relative terms."),
        )


def _two_percentages(corpus: Corpus, source: Source, relation: Relation, index: Term, change: Term) -> Claim:
    """`bằng 91,1% cùng kỳ, giảm 8,9%`."""
    return Claim(
        check=ID,
        about=_name(corpus, source, relation.terms[0]),
        computed=index,
        claimed=change,
        shown_in=change.number,
        note=Wording("Hai cách ghi của một mức thay đổi.", "Two ways to print one change."),
    )


def _name(corpus: Corpus, source: Source, figure: Figure) -> str:
    entry = corpus.at(source, figure)
    return entry.name if entry is not None else ""


def _whole_before(corpus: Corpus, source: Source, figure: Figure) -> Entry | None:
    entry = corpus.at(source, figure)
    return corpus.whole_before(entry) if entry is not None else None


def _two_ways(entry: Entry, changes: list[Comparison]) -> Iterator[Claim]:
    """`bằng 91,1% cùng kỳ, giảm 8,9%`; and for records that name no places, an amount and a percentage."""
    percents = [change for change in changes if change.form in (ComparisonForm.CHANGE, ComparisonForm.INDEX)]
    for other in percents[1:]:
        again = Wording("Hai cách ghi của một mức thay đổi.", "Two ways to print one change.")
        yield _claim(entry, change_term(entry, percents[0]), change_term(entry, other), again)
    amounts = [change for change in changes if change.form is ComparisonForm.AMOUNT]
    if not entry.record.comparisons and amounts and percents:
        both = Wording("Mức tăng, giảm tuyệt đối và tương đối.", "The change in absolute and in relative terms.")
        base = Minus(entry.term, change_term(entry, amounts[0]))
        yield _claim(entry, percent_of(entry.term, base), change_term(entry, percents[0]), both)


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
    for other in corpus.of_year(entry.indicator or "", entry.source.territory, period.year):
        is_base = other.record.period == period and other.source.document != entry.source.document
        if not (is_base and other.is_level and not other.is_near and isinstance(other.record, Observation)):
            continue
        if not comparable(other.record.quantity.unit, entry.record.quantity.unit):
            continue
        for change in changes:
            yield _claim(
                entry,
                _against(entry.term, other.term, change.form),
                change_term(entry, change),
                Wording(
                    f"Số cùng kỳ theo {corpus.name(other.source)}.",
                    f"Last year's value as in {corpus.name(other.source)}.",
                ),
                asserted=not other.record.estimated,
            )


def _totals(breakdown: Breakdown) -> Iterator[Claim]:
    """The values of the year before add up too; where a part has none, the others do not exceed the total's."""
    if not (breakdown.is_all or breakdown.nearly) or len(breakdown.parts) == 1:
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
        asserted=breakdown.is_all,
        is_evidence=not breakdown.is_all,
        is_silent=not breakdown.is_all,
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
