"""One value in two currencies: the exchange rates that a document implies."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from tiendo.facts.figures import ComparedWith
from tiendo.facts.relations import RelationKind
from tiendo.facts.wording import Wording
from tiendo.text.numbers import format_number
from tiendo.verification.check import Check
from tiendo.verification.checks.year_on_year import year_before
from tiendo.verification.claims import Claim, Comparator
from tiendo.verification.corpus import Corpus, Entry, compared
from tiendo.verification.expressions import Constant, Expression, Over, Term
from tiendo.verification.numbers import Number, number
from tiendo.verification.sources import Source

ID = "currencies"

_DONG = "VND"
# What one unit of money has cost in đồng since 2005, with room on both sides; far outside stands a wrong unit.
_PLAUSIBLE = {"USD": (14_000, 36_000), "CNY": (1_800, 5_000), "EUR": (18_000, 40_000)}


def examine(corpus: Corpus) -> Iterator[Claim]:
    """Each implied rate against the first of the document, and against what money can have cost."""
    first: dict[tuple[str, str], tuple[Expression, Number]] = {}
    for source, relation in corpus.relations(RelationKind.EQUIVALENT):
        if relation.result is None:
            continue
        one, two = number(source.document, relation.terms[0]), number(source.document, relation.result)
        dong, foreign = (one, two) if one.base == _DONG else (two, one)
        if dong.base == foreign.base:
            yield _same_in_other_unit(corpus, source, one, two)
        if dong.base != _DONG or foreign.base not in _PLAUSIBLE:
            continue
        rate = Over(Term(dong), Term(foreign))
        entry = corpus.at(source, dong.figure)
        about = entry.name if entry is not None else dong.text
        yield from _plausible(about, rate, foreign.base)
        seen = first.setdefault((source.document, foreign.base), (rate, dong))
        if seen[0] is not rate:
            yield Claim(
                check=ID,
                about=about,
                computed=rate,
                claimed=seen[0],
                asserted=False,
                note=Wording("Hai tỷ giá suy ra trong một văn bản.", "Two exchange rates implied by one document."),
            )
        yield from _rate_of_year_before(corpus.at(source, dong.figure), corpus.at(source, foreign.figure), foreign.base)


def _same_in_other_unit(corpus: Corpus, source: Source, one: Number, two: Number) -> Claim:
    """`14,25 tỷ đồng (14.250 triệu đồng)`."""
    entry = corpus.at(source, one.figure)
    return Claim(
        check=ID,
        about=entry.name if entry is not None else one.text,
        computed=Term(one),
        claimed=Term(two),
        shown_in=two,
        note=Wording("Cùng một giá trị ghi bằng hai đơn vị.", "One value printed in two units."),
    )


def _plausible(about: str, rate: Expression, currency: str) -> Iterator[Claim]:
    least, most = _PLAUSIBLE[currency]
    for bound, comparator in ((least, Comparator.AT_LEAST), (most, Comparator.AT_MOST)):
        yield Claim(
            check=ID,
            about=about,
            computed=rate,
            claimed=Constant(Fraction(bound), f"{format_number(Decimal(bound))} đồng/{currency}"),
            comparator=comparator,
            asserted=False,
            is_bound=comparator is Comparator.AT_LEAST,  # one of the two is enough to say that the rate is possible
            note=Wording("Tỷ giá suy ra phải là tỷ giá có thật.", "The implied rate has to be one that existed."),
        )


def _rate_of_year_before(dong: Entry | None, foreign: Entry | None, currency: str) -> Iterator[Claim]:
    """Growth in two currencies: the values of the year before imply a rate as well."""
    if dong is None or foreign is None:
        return
    changes = [next(compared(entry, ComparedWith.YEAR_BEFORE), None) for entry in (dong, foreign)]
    if changes[0] is not None and changes[1] is not None:
        rate = Over(year_before(dong, changes[0]), year_before(foreign, changes[1]))
        yield from _plausible(dong.name, rate, currency)


CHECK = Check(
    ID,
    Wording("Hai loại tiền", "Two currencies"),
    Wording(
        "Một giá trị ghi bằng hai đơn vị là một; ghi bằng hai loại tiền thì cho một tỷ giá. Các tỷ giá trong một "
        "văn bản phải gần như nhau trong khoảng làm tròn, và phải là tỷ giá có thể có; tỷ giá suy ra cho năm "
        "trước từ mức tăng cũng vậy.",
        "A value printed in two units is one value; in two currencies it gives an exchange rate. The rates of "
        "one document have to agree within rounding and to be possible ones; so has the rate that the growth "
        "implies for the year before.",
    ),
    examine,
)
