"""Sums of parts: in a sentence, in bullets, in tables, and shares that have to give a hundred."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction

from tiendo.facts.relations import Relation, RelationKind
from tiendo.facts.wording import Wording
from tiendo.verification.check import Check
from tiendo.verification.claims import Claim, Comparator
from tiendo.verification.corpus import Corpus, Entry
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
_LEAST, _MOST = Fraction(1, 2), Fraction(3, 2)  # parts that miss by more are simply not all parts …
_MOVES_FAR = 1  # … unless a mark, a unit or two first digits are wrong
_LEAST_PARTS = 2


@dataclass(frozen=True, slots=True)
class _Layout:
    """How a list is set out: how long its total has to be, and how unlikely a slip may be, to be asked about.

    The plainer it is that the list names all parts, the sooner a miss is worth a question: one digit wrong
    mends one in some ten short sums by chance, one in hundreds of long ones.
    """

    telling_digits: int
    most_cost: int


_IN_BRACKET = _Layout(3, 2)  # right behind its total
_IN_BULLETS = _Layout(4, 2)  # a line for each part
_SAID_PARTS = _Layout(5, 2)  # "trong đó" promises no full sum
_IN_A_ROW = _Layout(5, 1)
_NOT_SAID = Wording(
    "Văn bản không ghi “gồm” hay “trong đó”; các số đứng liền nhau nên trông như các phần của tổng.",
    "The text says neither “gồm” nor “trong đó”; the numbers stand side by side like parts of the total.",
)


def examine(corpus: Corpus) -> Iterator[Claim]:
    """A claim for each total with parts, each part of a "trong đó", and each composition."""
    defined = list(_whole_of_catalogue(corpus))
    yield from defined
    known = {frozenset(number.key for number in claim.numbers()) for claim in defined}
    for source, relation in corpus.relations(RelationKind.SUM, RelationKind.PARTS, RelationKind.LISTED):
        if relation.result is None or relation.result.quantity.change is not None:
            continue
        figures = (relation.result, *relation.terms)
        if frozenset(number(source.document, figure).key for figure in figures) in known:
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
        yield from _composition(corpus, source, relation)


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
        several = len(parts) > _LEAST_PARTS
        layout = _IN_BULLETS if relation.bulleted and relation.complete and several else _SAID_PARTS
        claim = Claim(
            check=ID,
            about=name,
            computed=total,
            claimed=whole,
            shown_in=whole.number,
            asserted=False,
            is_evidence=True,
            is_silent=not (adds_up or _one_slip_from_adding_up(whole, parts, layout)),
            note=_said(relation),
        )
        exceeds = whole.number.base in _NEVER_OVERLAP and not total.value().may_be_at_most(whole.value())
        if not exceeds:  # else it is said below, and asserted
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
    """A list without "gồm": a question where one likely slip, or one member that is no part, explains the miss."""
    total: Expression = Sum(parts)
    claim = Claim(
        check=ID,
        about=_name(corpus, source, relation),
        computed=total,
        claimed=whole,
        shown_in=whole.number,
        asserted=False,
        note=_NOT_SAID,
    )
    in_bracket = relation.words == "()"
    # "cụ thể: A; B; C" sets a total out in full, though it does not say so.
    set_out = relation.bulleted or (bool(relation.words) and len(parts) > _LEAST_PARTS)
    layout = _IN_BRACKET if in_bracket else _IN_BULLETS if set_out else _IN_A_ROW
    readings = _without_one(whole, parts) if layout is _IN_A_ROW and not claim.holds() else ()
    if readings or claim.holds() or (relation.complete and _one_slip_from_adding_up(whole, parts, layout)):
        yield replace(claim, readings=readings)


def _without_one(whole: Term, parts: tuple[Term, ...]) -> tuple[Expression, ...]:
    """The ways to leave one member out so that the others add up, in more digits than chance would give.

    In a row of plain words every number may be a part or not.
    """
    if significant_digits(whole.number) < _TELLING_DIGITS or len(parts) <= _LEAST_PARTS:
        return ()
    without_one = (Sum(parts[:left] + parts[left + 1 :]) for left in range(len(parts)))
    return tuple(reading for reading in without_one if reading.value().meets(whole.value()))


def _composition(corpus: Corpus, source: Source, relation: Relation) -> Iterator[Claim]:
    """Shares of one whole: all of them give a hundred; where one may be left out they are no more than that."""
    parts = tuple(Term(number(source.document, figure)) for figure in relation.terms)
    hundred = Constant(Fraction(100), "100%")
    claim = Claim(
        check=ID,
        about="cơ cấu",
        computed=Sum(parts),
        claimed=hundred,
        shown_in=parts[0].number,
        asserted=_are_all_shares(corpus, source, relation),
        note=Wording(
            "Các tỷ trọng của một cơ cấu phải cho phép tổng bằng 100%.",
            "The shares of one whole have to allow a total of 100%.",
        ),
    )
    yield claim if claim.asserted or claim.holds() else replace(claim, comparator=Comparator.AT_MOST, asserted=True)


def _are_all_shares(corpus: Corpus, source: Source, relation: Relation) -> bool:
    """Whether the catalogue knows no other share of the whole."""
    entries = [corpus.at(source, figure) for figure in relation.terms]
    indicators = {entry.indicator for entry in entries if entry is not None and entry.indicator is not None}
    wholes = {
        part.id for one in indicators if one in corpus.catalogue and (part := corpus.catalogue[one].part_of) is not None
    }
    return len(wholes) == 1 and set(corpus.catalogue.parts(next(iter(wholes)))) <= indicators


def _whole_of_catalogue(corpus: Corpus) -> Iterator[Claim]:
    """Totals that the catalogue says consist of certain parts, wherever a document prints all of them."""
    for indicator in corpus.catalogue:
        if not indicator.parts_are_all:
            continue
        part_ids = corpus.catalogue.parts(indicator.id)
        values = [{_time_and_place(entry): entry for entry in reversed(corpus.of(one))} for one in part_ids]
        for whole in corpus.of(indicator.id):
            key = _time_and_place(whole)
            parts = [one[key] for one in values if key in one]
            if len(parts) == len(part_ids) and whole.is_level and all(part.is_level for part in parts):
                yield Claim(
                    check=ID,
                    about=whole.name,
                    computed=Sum(tuple(part.term for part in parts)),
                    claimed=whole.term,
                    shown_in=whole.number,
                    note=Wording(
                        "Theo định nghĩa, tổng chỉ gồm các phần này.", "By definition these are all its parts."
                    ),
                )


def _time_and_place(entry: Entry) -> tuple[object, ...]:
    record = entry.record
    return entry.source.document, str(record.period), type(record), entry.number.base, record.quantity.change


def _one_slip_from_adding_up(whole: Term, parts: tuple[Term, ...], layout: _Layout) -> bool:
    """Whether one likely slip in one number explains why parts miss their total, by more than chance."""
    total = Sum(parts).value()
    if significant_digits(whole.number) < layout.telling_digits:
        return False
    # A little less than the total is what a small part leaves that the text does not name.
    is_rest = layout is _SAID_PARTS and not whole.value().may_be_at_most(total)
    most_cost = min(layout.most_cost, _MOVES_FAR) if is_rest else layout.most_cost
    is_near = total.may_be_at_most(whole.value().scaled(_MOST)) and whole.value().scaled(_LEAST).may_be_at_most(total)
    terms = [(whole, total)]
    for part in parts:
        others = Sum(tuple(other for other in parts if other is not part))
        terms.append((part, whole.value() - others.value()))
    return any(
        variant.interval.meets(needed)
        for term, needed in terms
        for variant in variants(term.number)
        if variant.cost <= most_cost and (is_near or variant.cost <= _MOVES_FAR)
    )


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
        "phần không lớn hơn tổng; tỷ trọng của một cơ cấu không thể vượt 100%, và đủ các phần thì phải bằng "
        "100%. Số cộng lại được so với khoảng làm tròn của tổng.",
        "“Gồm”, “bao gồm” and the total row of a table mean that the parts add up to the total; “trong đó” means "
        "that the parts do not exceed it; the shares of one whole cannot exceed 100%, and give it where all of "
        "them are named. The sum is compared with what the printed total stands for.",
    ),
    examine,
)
