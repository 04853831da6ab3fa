"""Plan values that percentages imply: a value over its percentage is the plan, and plans have to fit each other."""

from __future__ import annotations

from collections.abc import Iterator

from tiendo.facts.figures import ComparedWith
from tiendo.facts.wording import Wording
from tiendo.verification.check import Check
from tiendo.verification.checks.plan_percent import claimed_percent, targets_of
from tiendo.verification.claims import Claim, Comparator
from tiendo.verification.corpus import Breakdown, Corpus, Entry, compared
from tiendo.verification.expressions import Expression, Sum, before_change

ID = "implied-plan"


def examine(corpus: Corpus) -> Iterator[Claim]:
    """Parts against their whole, two percentages of one plan, and plans that have to be whole numbers."""
    for breakdown in corpus.breakdowns:
        yield from _parts_against_whole(corpus, breakdown)
    yield from _one_plan(corpus)
    for entry in corpus.entries:
        yield from _whole_number(entry)


def implied_plan(entry: Entry) -> Expression | None:
    """The plan that a value and its percentage imply; None where no percentage is printed."""
    if not entry.is_level or entry.record.quantity.unit.measure == "PT":
        return None
    comparison = next(compared(entry, ComparedWith.PLAN), None)
    return before_change(entry.term, claimed_percent(entry, comparison)) if comparison is not None else None


def _parts_against_whole(corpus: Corpus, breakdown: Breakdown) -> Iterator[Claim]:
    """The plans of the parts add up to the plan of the whole; where a part has none, they do not exceed it."""
    if not (breakdown.is_all or breakdown.nearly):
        return
    plans = [plan for part in breakdown.parts if (plan := implied_plan(part)) is not None]
    whole = implied_plan(breakdown.whole)
    if whole is None or not plans or len(breakdown.parts) == 1:
        return
    all_parts = len(plans) == len(breakdown.parts)
    comparison = next(compared(breakdown.whole, ComparedWith.PLAN))
    targets = [target.term for target in targets_of(corpus, breakdown.whole, comparison)]
    for claimed in (whole, *targets[:1]):
        yield Claim(
            check=ID,
            about=breakdown.whole.name,
            computed=Sum(tuple(plans)) if len(plans) > 1 else plans[0],
            claimed=claimed,
            comparator=Comparator.EQUAL if all_parts else Comparator.AT_MOST,
            shown_in=breakdown.whole.number,
            asserted=breakdown.is_all,
            is_evidence=not breakdown.is_all,
            is_silent=not breakdown.is_all,
            note=Wording(
                "Kế hoạch suy ra của các phần so với kế hoạch của tổng.",
                "The plans implied for the parts against that of the whole.",
            ),
        )


def _one_plan(corpus: Corpus) -> Iterator[Claim]:
    """Two values whose percentages are of one plan imply the same plan: volume done and money paid out."""
    groups: dict[tuple[object, ...], list[Entry]] = {}
    for entry in corpus.entries:
        indicator = corpus.indicator(entry)
        if indicator is None or indicator.planned_as is None or entry.record.period is None:
            continue
        if implied_plan(entry) is not None:
            key = (indicator.planned_as, entry.source.document, entry.record.period.year)
            groups.setdefault(key, []).append(entry)
    for entries in groups.values():
        first, *others = sorted(entries, key=lambda entry: entry.order)
        for other in others:
            one, two = implied_plan(first), implied_plan(other)
            if one is not None and two is not None and other.indicator != first.indicator:
                yield Claim(
                    check=ID,
                    about=f"{first.name}; {other.name}",
                    computed=one,
                    claimed=two,
                    shown_in=first.number,
                    note=Wording("Hai tỷ lệ của cùng một kế hoạch.", "Two percentages of one plan."),
                )


def _whole_number(entry: Entry) -> Iterator[Claim]:
    plan = implied_plan(entry)
    if plan is not None and entry.number.is_whole_count:
        yield Claim(
            check=ID,
            about=entry.name,
            computed=plan,
            claimed=entry.term,
            comparator=Comparator.WHOLE,
            shown_in=entry.number,
            note=Wording("Kế hoạch của số đếm phải là số nguyên.", "The plan of a count has to be a whole number."),
        )


CHECK = Check(
    ID,
    Wording("Kế hoạch suy ra", "Implied plan"),
    Wording(
        "Giá trị chia cho phần trăm kế hoạch là kế hoạch. Kế hoạch của các phần cộng lại phải bằng kế hoạch của "
        "tổng; hai tỷ lệ của cùng một kế hoạch phải cho cùng một số; kế hoạch của số đếm phải là số nguyên.",
        "A value over its percentage of plan is the plan. The plans of the parts have to add up to that of the "
        "whole; two percentages of one plan have to give the same number; the plan of a count has to be a whole "
        "number.",
    ),
    examine,
)
