"""What can never exceed what: parts and wholes of the catalogue, numerators, running totals over the year."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from tiendo.catalogue.model import Indicator, PartKind, Semantics
from tiendo.facts.period import Period, PeriodKind
from tiendo.facts.records import Observation
from tiendo.facts.relations import RelationKind
from tiendo.facts.wording import Wording
from tiendo.reference.units import comparable
from tiendo.text.numbers import format_number
from tiendo.verification.check import Check
from tiendo.verification.claims import Claim, Comparator
from tiendo.verification.corpus import Corpus, Entry
from tiendo.verification.expressions import Constant

ID = "order"

# From January on, in the order in which they end: what a flow reached can only grow along them.
_FROM_JANUARY = (PeriodKind.QUARTER, PeriodKind.HALF, PeriodKind.FIRST_MONTHS, PeriodKind.YEAR, PeriodKind.MONTH)


def examine(corpus: Corpus) -> Iterator[Claim]:
    """Pairs that the catalogue orders, written ratios, stages of one thing, and results that follow each other."""
    for entry in corpus.entries:
        yield from _written_ratio(entry)
    for indicator in corpus.catalogue:
        for bound, is_usual in _bounds(corpus, indicator):
            yield from _pairs(corpus, indicator, bound, is_usual)
    yield from _stages(corpus)
    yield from _running_totals(corpus)


def _bounds(corpus: Corpus, indicator: Indicator) -> Iterator[tuple[str, bool]]:
    part = indicator.part_of
    if part is not None and part.kind is PartKind.TOTAL and part.id in corpus.catalogue:
        yield part.id, False
    for bound in indicator.at_most:
        if bound.id in corpus.catalogue:
            yield bound.id, bound.usual


def _pairs(corpus: Corpus, indicator: Indicator, bound: str, is_usual: bool) -> Iterator[Claim]:
    wholes: dict[tuple[object, ...], Entry] = {}
    for whole in corpus.of(bound):
        if whole.is_level and not whole.is_near:
            wholes.setdefault(_time_and_place(whole), whole)
    for part in corpus.of(indicator.id):
        found = wholes.get(_time_and_place(part))
        if found is None or not part.is_level or part.is_near:
            continue
        if not comparable(part.record.quantity.unit, found.record.quantity.unit):
            continue
        of = part.record.quantity.of
        yield _at_most(
            part,
            found,
            about=part,
            asserted=not is_usual,
            note=Wording(
                f"“{part.name}” không thể lớn hơn “{found.name}”.", f"“{part.name}” cannot exceed “{found.name}”."
            ),
        )
        if of is not None:
            yield _same_denominator(part, found)


def _at_most(less: Entry, more: Entry, *, about: Entry, asserted: bool, note: Wording) -> Claim:
    """One value is no more than another; `about` is the one that the finding shows."""
    return Claim(
        check=ID,
        about=about.name,
        computed=less.term,
        claimed=more.term,
        comparator=Comparator.AT_MOST,
        shown_in=about.number,
        asserted=asserted,
        note=note,
    )


def _written_ratio(entry: Entry) -> Iterator[Claim]:
    """`261/411 thửa`: no more than there are."""
    of = entry.record.quantity.of
    # A count out of a plan may exceed it.
    if of is not None and entry.record.plan_percent is None:
        yield Claim(
            check=ID,
            about=entry.name,
            computed=entry.term,
            claimed=Constant(
                Fraction(of) * entry.number.scale, f"{format_number(of)} {entry.record.quantity.written_unit}"
            ),
            comparator=Comparator.AT_MOST,
            shown_in=entry.number,
            note=Wording("Số đạt được không thể lớn hơn tổng số.", "What was reached cannot exceed the total."),
        )


def _stages(corpus: Corpus) -> Iterator[Claim]:
    """`triển khai 92 cuộc, đã kết thúc 63 cuộc`: no more is finished than was begun, unless it was begun earlier."""
    for source, relation in corpus.relations(RelationKind.STAGE):
        finished = corpus.at(source, relation.terms[0])
        begun = corpus.at(source, relation.result) if relation.result is not None else None
        if finished is None or begun is None or _is_ordered(corpus, finished, begun):
            continue
        yield _at_most(
            finished,
            begun,
            about=finished,
            asserted=False,
            note=Wording(
                "Việc đã xong thường không nhiều hơn việc đã triển khai; có thể việc đã bắt đầu từ kỳ trước.",
                "What is finished is seldom more than what was begun; it may have been begun earlier.",
            ),
        )


def _is_ordered(corpus: Corpus, part: Entry, whole: Entry) -> bool:
    """Whether the catalogue already says that one is no more than the other."""
    indicator = corpus.indicator(part)
    return indicator is not None and any(bound == whole.indicator for bound, _ in _bounds(corpus, indicator))


def _same_denominator(part: Entry, whole: Entry) -> Claim:
    """`đã kết thúc 01/07 cuộc`: the seven are those that the text named before."""
    of = part.record.quantity.of
    assert of is not None  # noqa: S101 - the caller has looked
    return Claim(
        check=ID,
        about=part.name,
        computed=Constant(Fraction(of) * part.number.scale, format_number(of)),
        claimed=whole.term,
        shown_in=whole.number,
        asserted=False,
        note=Wording("Mẫu số là tổng đã nêu.", "The denominator is the total that was named."),
    )


def _time_and_place(entry: Entry) -> tuple[object, ...]:
    period = entry.record.period
    return entry.source.document, str(period), type(entry.record)


def _running_totals(corpus: Corpus) -> Iterator[Claim]:
    """A flow counted from January on does not fall from one report of the year to the next."""
    for indicator_id, entries in corpus.by_indicator.items():
        indicator = corpus.catalogue[indicator_id]
        if indicator.semantics not in (Semantics.FLOW, Semantics.CUMULATIVE_FLOW, Semantics.CEILING):
            continue
        years: dict[tuple[object, ...], list[Entry]] = {}
        for entry in entries:
            period = entry.record.period
            if _is_running_total(entry, period) and period is not None:
                years.setdefault((entry.source.territory, period.year, entry.number.base), []).append(entry)
        for group in years.values():
            yield from _not_falling(corpus, group)


def _is_running_total(entry: Entry, period: Period | None) -> bool:
    if period is None or entry.is_near or not entry.is_level or not isinstance(entry.record, Observation):
        return False
    from_january = period.first_day.month == 1 and period.first_day.day == 1
    return period.kind in _FROM_JANUARY and from_january and not period.is_deadline and not entry.record.annual


def _not_falling(corpus: Corpus, group: list[Entry]) -> Iterator[Claim]:
    latest: dict[object, Entry] = {}
    for entry in group:
        if entry.record.period is not None:
            latest.setdefault(entry.record.period.last_day, entry)
    ordered = [latest[day] for day in sorted(latest, key=str)]
    for earlier, later in pairwise(ordered):
        if earlier.source.document == later.source.document:
            continue
        estimated = isinstance(earlier.record, Observation) and earlier.record.estimated
        before, after = corpus.name(earlier.source), corpus.name(later.source)
        yield _at_most(
            earlier,
            later,
            about=later,
            asserted=not estimated,
            note=Wording(
                f"Tính từ đầu năm, số của kỳ sau ({after}) không nhỏ hơn số của kỳ trước ({before}).",
                f"Counted from January, the later figure ({after}) is no smaller than the earlier one ({before}).",
            ),
        )


CHECK = Check(
    ID,
    Wording("Thứ tự", "Order"),
    Wording(
        "Phần không lớn hơn tổng, mũi hai không nhiều hơn mũi một, việc đã xong không nhiều hơn việc đã triển "
        "khai, giải ngân không quá khối lượng; số tính từ đầu năm không giảm từ báo cáo này sang báo cáo sau.",
        "A part does not exceed its whole, second doses not the first, what is finished not what was started, "
        "money paid out not the work done; what is counted from January does not fall from one report to the "
        "next.",
    ),
    examine,
)
