"""Sums of parts: in a sentence, in bullets, in tables, and shares that have to give a hundred."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from tiendo.facts.relations import Relation, RelationKind
from tiendo.facts.wording import Wording
from tiendo.verification.check import Check
from tiendo.verification.claims import Claim, Comparator
from tiendo.verification.corpus import Corpus
from tiendo.verification.expressions import Constant, Expression, Sum, Term
from tiendo.verification.numbers import number, significant_digits
from tiendo.verification.slips import variants
from tiendo.verification.sources import Source

ID = "sums"

_PERCENT = "PT"
# Parts of these do not overlap: money is spent once, an area lies at one place. People and things can be in two parts.
_NEVER_OVERLAP = frozenset(("VND", "USD", "CNY", "EUR", "M2", "KG", "M3", "M", "WH", "J"))
# A plain list of numbers looks like a total with parts only where so many digits agree by more than chance.
_TELLING_DIGITS = 4
# "Trong đó" promises no full sum: only where one likely slip explains a miss of so long a number is it asked about.
_TELLING_DIGITS_OF_PARTS = 5
_TELLING_DIGITS_OF_BRACKET = 3  # a bracket right behind a total that lists several parts mostly lists all
_LEAST, _MOST = Fraction(1, 2), Fraction(3, 2)  # parts that miss by more are simply not all parts
_LIKELY = 2  # not two digits far apart: those would explain too much
_LEAST_PARTS = 2


def examine(corpus: Corpus) -> Iterator[Claim]:
    """A claim for each total with parts, each part of a "trong đó", and each composition."""
    for source, relation in corpus.relations(RelationKind.SUM, RelationKind.PARTS, RelationKind.LISTED):
        if relation.result is None or relation.result.quantity.change is not None:
            continue
        whole = Term(number(source.document, relation.result))
        parts = tuple(Term(number(source.document, figure)) for figure in relation.terms)
        if whole.number.base == _PERCENT:
            continue  # rates lie between those of their parts: `ratios`
        match relation.kind:
            case RelationKind.SUM:
                yield from _full_sum(corpus, source, relation, whole, parts)
            case RelationKind.PARTS:
                yield from _parts(corpus, source, relation, whole, parts)
            case _:
                yield from _listed(corpus, source, relation, whole, parts)
    for source, relation in corpus.relations(RelationKind.COMPOSITION):
        yield _composition(source, relation)


def _full_sum(
    corpus: Corpus, source: Source, relation: Relation, whole: Term, parts: tuple[Term, ...]
) -> Iterator[Claim]:
    total: Expression = Sum(parts)
    is_equal = relation.complete and len(parts) >= _LEAST_PARTS
    if not is_equal and not total.value().meets(whole.value()):
        yield from _parts(corpus, source, relation, whole, parts)
        return
    yield Claim(
        check=ID,
        about=_name(corpus, source, relation),
        computed=total,
        claimed=whole,
        shown_in=whole.number,
        asserted=relation.asserted,
        note=_said(relation),
    )


def _parts(corpus: Corpus, source: Source, relation: Relation, whole: Term, parts: tuple[Term, ...]) -> Iterator[Claim]:
    """Parts that add up are a sum; otherwise none exceeds the whole, and those that never overlap do not together."""
    name = _name(corpus, source, relation)
    total: Expression = Sum(parts)
    if len(parts) >= _LEAST_PARTS:
        adds_up = total.value().meets(whole.value())
        claim = Claim(
            check=ID,
            about=name,
            computed=total,
            claimed=whole,
            shown_in=whole.number,
            asserted=False,
            is_evidence=True,
            is_silent=not (adds_up or _one_slip_from_adding_up(whole, parts)),
            note=_said(relation),
        )
        yield claim
        if adds_up:
            return
    groups = [total] if whole.number.base in _NEVER_OVERLAP else list(parts)
    for part in groups:
        yield Claim(
            check=ID,
            about=name,
            computed=part,
            claimed=whole,
            comparator=Comparator.AT_MOST,
            shown_in=whole.number,
            note=_said(relation),
        )


def _listed(
    corpus: Corpus, source: Source, relation: Relation, whole: Term, parts: tuple[Term, ...]
) -> Iterator[Claim]:
    """A list without "gồm": a question only where all but one of its members add up, in too many digits for chance."""
    total: Expression = Sum(parts)
    claim = Claim(
        check=ID,
        about=_name(corpus, source, relation),
        computed=total,
        claimed=whole,
        shown_in=whole.number,
        asserted=False,
        note=Wording(
            "Văn bản không ghi “gồm” hay “trong đó”; các số đứng liền nhau nên trông như các phần của tổng.",
            "The text says neither “gồm” nor “trong đó”; the numbers stand side by side like parts of the total.",
        ),
    )
    if claim.holds():
        yield claim
        return
    if relation.words == "()" and _one_slip_from_adding_up(whole, parts, in_bracket=True):
        yield claim
    if significant_digits(whole.number) < _TELLING_DIGITS or len(parts) <= _LEAST_PARTS or not relation.complete:
        return
    without_one = tuple(Sum(parts[:left] + parts[left + 1 :]) for left in range(len(parts)))
    holding = tuple(reading for reading in without_one if reading.value().meets(whole.value()))
    if holding:
        yield Claim(
            check=ID,
            about=claim.about,
            computed=total,
            claimed=whole,
            shown_in=whole.number,
            asserted=False,
            readings=holding,
            note=claim.note,
        )


def _composition(source: Source, relation: Relation) -> Claim:
    parts = tuple(Term(number(source.document, figure)) for figure in relation.terms)
    return Claim(
        check=ID,
        about="cơ cấu",
        computed=Sum(parts),
        claimed=Constant(Fraction(100), "100%"),
        # A share that the list leaves out explains a total under a hundred, nothing explains one above.
        comparator=Comparator.AT_MOST,
        shown_in=parts[0].number,
        note=Wording(
            "Các tỷ trọng của một cơ cấu phải cho phép tổng bằng 100%.",
            "The shares of one whole have to allow a total of 100%.",
        ),
    )


def _one_slip_from_adding_up(whole: Term, parts: tuple[Term, ...], *, in_bracket: bool = False) -> bool:
    """Whether one likely slip in one number explains why parts miss their total, by more than chance."""
    total = Sum(parts).value()
    telling = _TELLING_DIGITS_OF_BRACKET if in_bracket else _TELLING_DIGITS_OF_PARTS
    if significant_digits(whole.number) < telling or not total.may_be_at_most(whole.value().scaled(_MOST)):
        return False
    if not whole.value().scaled(_LEAST).may_be_at_most(total):
        return False
    if any(variant.interval.meets(total) for variant in variants(whole.number) if variant.cost <= _LIKELY):
        return True
    for part in parts:
        others = Sum(tuple(other for other in parts if other is not part))
        needed = whole.value() - others.value()
        if any(variant.interval.meets(needed) for variant in variants(part.number) if variant.cost <= _LIKELY):
            return True
    return False


def _name(corpus: Corpus, source: Source, relation: Relation) -> str:
    entry = corpus.at(source, relation.result) if relation.result is not None else None
    return entry.name if entry is not None else "tổng cộng"


def _said(relation: Relation) -> Wording:
    if not relation.words:
        return Wording("Tổng và các phần của một bảng.", "A total and its parts in a table.")
    return Wording(f"Văn bản ghi “{relation.words}”.", f"The text says “{relation.words}”.")


CHECK = Check(
    ID,
    Wording("Tổng và các phần", "Totals and parts"),
    Wording(
        "“Gồm”, “bao gồm” và dòng tổng của bảng nghĩa là các phần cộng lại bằng tổng; “trong đó” nghĩa là các "
        "phần không lớn hơn tổng; tỷ trọng của một cơ cấu không thể vượt 100%. Số cộng lại được so với khoảng "
        "làm tròn của tổng.",
        "“Gồm”, “bao gồm” and the total row of a table mean that the parts add up to the total; “trong đó” means "
        "that the parts do not exceed it; the shares of one whole cannot exceed 100%. The sum is compared with "
        "what the printed total stands for.",
    ),
    examine,
)
