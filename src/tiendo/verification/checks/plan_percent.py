"""Percentages of a plan against the plan itself: printed beside them, or in another document."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tiendo.facts.figures import ComparedWith, Comparison, ComparisonForm
from tiendo.facts.findings import Finding, Severity, Verdict
from tiendo.facts.period import Period, PeriodKind
from tiendo.facts.records import Target
from tiendo.facts.relations import RelationKind
from tiendo.facts.wording import Wording
from tiendo.reference.units import comparable
from tiendo.verification.check import Check
from tiendo.verification.claims import Claim
from tiendo.verification.corpus import AUTHORITIES, Corpus, Entry, compared
from tiendo.verification.expressions import Expression, Term, percent_of
from tiendo.verification.numbers import Number, number

ID = "plan-percent"

_SAME_SENTENCE = 240  # characters between a value and a second percentage that is said of it
# A plan of somebody else than the province, or of a part of the year: not the target of the yearly resolution.
_OTHER_PLAN = re.compile(
    r"(?<!\w)(?:thủ\s+tướng|chính\s+phủ|trung\s+ương|tw|bộ|cấp\s+trên|quý|tháng|vụ|kỳ|giai\s+đoạn|đợt|tuần|huyện|xã)(?!\w)",
    re.IGNORECASE,
)


def examine(corpus: Corpus) -> Iterator[Claim | Finding]:
    """A claim for every percentage of a plan whose plan is at hand; what is missing for the others."""
    printed = _plans_printed_beside(corpus)
    last: Entry | None = None
    for one in corpus.entries:
        entry = one
        if _is_percentage_of_plan(one):
            # "đạt 72,7% kế hoạch A và đạt 64,8% kế hoạch B": the second percentage is of the value before.
            if last is None or not _says_of(last, one):
                continue
            entry = last
        elif one.is_level:
            last = one
        else:
            continue
        for comparison in compared(one, ComparedWith.PLAN):
            claimed = claimed_percent(one, comparison)
            beside = printed.get(entry.number.key)
            whole = corpus.whole_before(entry)
            if beside is not None:
                of = (entry,) if whole is None else (entry, whole)
                yield _beside(of, claimed, Term(beside))
                continue
            if whole is not None:
                yield from _of_part_or_whole(corpus, entry, whole, claimed, comparison)
                continue
            targets = targets_of(corpus, entry, comparison)
            named = [] if targets else _named_plans(corpus, entry, comparison)
            if named:
                yield from _of_named_plan(corpus, entry, claimed, named, comparison)
            elif targets and (not _may_be_of_another(entry, targets, comparison) or _fitting(entry, targets, claimed)):
                asserted = _OTHER_PLAN.search(comparison.basis) is None
                targets.sort(key=lambda target: not _fits(entry, target, claimed))
                terms = tuple(target.term for target in targets)
                yield _claim(entry, claimed, terms, _note(corpus, targets, comparison), asserted=asserted)
            else:
                yield _missing(entry, claimed.number)


def _beside(values: Sequence[Entry], claimed: Term, plan: Term) -> Claim:
    """Of the value itself, or of the total whose last part it is: one of them has to give the percentage."""
    formulas = [percent_of(value.term, plan) for value in values]
    return _claim_of(values[0], claimed, formulas, _beside_note(), asserted=True)


def _of_part_or_whole(
    corpus: Corpus, part: Entry, whole: Entry, claimed: Term, comparison: Comparison
) -> Iterator[Claim | Finding]:
    """A percentage behind the last part of a total: of either; where neither fits, it is not sure which was meant."""
    planned = [(value, targets_of(corpus, value, comparison)) for value in (part, whole)]
    fitting = [(value, fits) for value, targets in planned if (fits := _fitting(value, targets, claimed))]
    found = fitting or [(value, targets) for value, targets in planned if targets]
    if not found:
        yield _missing(part, claimed.number)
        return
    value, targets = found[0]
    terms = [target.term for target in targets]
    yield _claim(value, claimed, terms, _note(corpus, targets, comparison), asserted=bool(fitting))


def _says_of(value: Entry, percent: Entry) -> bool:
    same = value.source is percent.source and value.record.subject == percent.record.subject
    return same and 0 < percent.record.start - value.record.end < _SAME_SENTENCE


def claimed_percent(entry: Entry, comparison: Comparison) -> Term:
    """The percentage of the plan that is claimed: `vượt 2,5%` is 102,5%."""
    added = 0 if comparison.form is ComparisonForm.INDEX else 100
    return Term(number(entry.source.document, comparison.figure), added)


def targets_of(corpus: Corpus, entry: Entry, comparison: Comparison) -> list[Entry]:
    """What the plan can be: targets of one measure, place and time, or what the catalogue names as its plan."""
    indicator = corpus.indicator(entry)
    period = entry.record.period
    if indicator is None or period is None:
        return []
    of_part = _part_of_year(comparison)
    own_plan = indicator.planned_as is None
    found: dict[object, Entry] = {}
    for other in corpus.of_year(indicator.planned_as or indicator.id, entry.source.territory, period.year):
        is_plan = isinstance(other.record, Target) and _is_for(other.record.period, period, of_part)
        if (is_plan or not own_plan) and not other.is_near and _same_measure(entry, other):
            quantity = other.record.quantity
            found.setdefault((quantity.low, quantity.high, quantity.unit), other)
    return list(found.values())


def _named_plans(corpus: Corpus, entry: Entry, comparison: Comparison) -> list[Entry]:
    """Values of the same document that are called the plan of the same authority: `kế hoạch HĐND tỉnh giao`."""
    authority = _authority(comparison.basis)
    if authority is None:
        return []
    plans = corpus.plans_of_authorities.get((entry.source.document, authority), ())
    return [plan for plan in plans if plan is not entry and _same_measure(entry, plan)]


def _authority(words: str) -> str | None:
    """Who gave a plan; None where it is not said."""
    lower = words.lower()
    return next((name for name, pattern in AUTHORITIES.items() if pattern.search(lower)), None)


def _of_named_plan(
    corpus: Corpus, entry: Entry, claimed: Term, plans: Sequence[Entry], comparison: Comparison
) -> Iterator[Claim | Finding]:
    """Of the plan that fits; where none does, a contradiction only if the document names one such plan."""
    fitting = _fitting(entry, plans, claimed)
    if fitting or len(plans) == 1:
        chosen = fitting[:1] or plans
        note = _note(corpus, chosen, comparison)
        yield _claim(entry, claimed, [plan.term for plan in chosen], note, asserted=bool(fitting))
    else:
        yield _missing(entry, claimed.number)


def _may_be_of_another(entry: Entry, plans: Sequence[Entry], comparison: Comparison) -> bool:
    """Whether the words name who gave the plan while the plans at hand stand beside the result, given by anybody."""
    return _authority(comparison.basis) is not None and all(plan.source is entry.source for plan in plans)


def _part_of_year(comparison: Comparison) -> bool:
    return re.search(r"(?<!\w)(?:quý|tháng|vụ|kỳ|đợt)(?!\w)", comparison.basis.lower()) is not None


def _same_measure(entry: Entry, other: Entry) -> bool:
    same_place = entry.source.territory == other.source.territory
    one, two = entry.record.quantity, other.record.quantity
    return (
        same_place and other.is_level and other is not entry and comparable(one.unit, two.unit) and one.per == two.per
    )


def _is_for(target: Period | None, result: Period, of_part: bool) -> bool:
    """Whether a target is the plan of a result's year; that of a quarter only where the text says so."""
    if target is None:
        return False
    if of_part:
        return target.named == result
    named = target.named
    whole_year = named.kind is PeriodKind.YEAR or named.kind is PeriodKind.DAY
    return whole_year and named.year == result.year and named.first_day <= result.last_day


def _is_percentage_of_plan(entry: Entry) -> bool:
    """`đạt trên 60% kế hoạch` without an amount: the percentage is the figure itself."""
    quantity, percent = entry.record.quantity, entry.record.plan_percent
    return quantity.unit.measure == "PT" and percent in (quantity.low, quantity.high)


def _plans_printed_beside(corpus: Corpus) -> dict[object, Number]:
    found: dict[object, Number] = {}
    for source, relation in corpus.relations(RelationKind.PLAN):
        if relation.result is not None:
            term = number(source.document, relation.terms[0])
            found[term.key] = number(source.document, relation.result)
    return found


def _fits(entry: Entry, target: Entry, claimed: Term) -> bool:
    return percent_of(entry.term, target.term).value().meets(claimed.value())


def _fitting(entry: Entry, plans: Sequence[Entry], claimed: Term) -> list[Entry]:
    return [plan for plan in plans if _fits(entry, plan, claimed)]


def _claim(entry: Entry, claimed: Term, plans: Sequence[Term], note: Wording, *, asserted: bool) -> Claim:
    return _claim_of(entry, claimed, [percent_of(entry.term, plan) for plan in plans], note, asserted=asserted)


def _claim_of(entry: Entry, claimed: Term, formulas: Sequence[Expression], note: Wording, *, asserted: bool) -> Claim:
    return Claim(
        check=ID,
        about=entry.name,
        computed=formulas[0],
        readings=tuple(formulas[1:]),
        any_reading=True,
        claimed=claimed,
        shown_in=claimed.number,
        asserted=asserted,
        note=note,
    )


def _beside_note() -> Wording:
    return Wording("Kế hoạch ghi ngay trong câu.", "The plan is printed beside it.")


def _note(corpus: Corpus, targets: Sequence[Entry], comparison: Comparison) -> Wording:
    """Whose plan it is, and what it holds: the denominator by name, and what other versions there are."""
    first, *others = (f"“{one.name}” {one.number.text} ({corpus.name(one.source)})" for one in targets)
    said = f", văn bản ghi “{comparison.basis}”" if comparison.basis else ""
    said_en = f", called “{comparison.basis}” here" if comparison.basis else ""
    more = f" Bản khác: {'; '.join(others)}." if others else ""
    more_en = f" Other versions: {'; '.join(others)}." if others else ""
    return Wording(f"Mẫu số: {first}{said}.{more}", f"Denominator: {first}{said_en}.{more_en}")


def _missing(entry: Entry, percent: Number) -> Finding:
    value = entry.number
    return Finding(
        check=ID,
        verdict=Verdict.UNKNOWN,
        severity=Severity.LOW,
        message=Wording(
            f"{entry.name}: {value.text}, bằng {percent.text} kế hoạch; chưa có văn bản nào cho biết kế hoạch là "
            "bao nhiêu.",
            f"{entry.name}: {value.text}, {percent.text} of the plan; no document at hand says how much was planned.",
        ),
        places=(value.place, percent.place),
    )


CHECK = Check(
    ID,
    Wording("Phần trăm kế hoạch", "Percentage of plan"),
    Wording(
        "Kết quả chia cho kế hoạch phải ra đúng phần trăm đã ghi. Kế hoạch lấy ở ngay câu đó, hoặc ở chỉ tiêu "
        "cùng tên, cùng năm, cùng địa bàn trong văn bản khác; nếu có nhiều bản kế hoạch thì khớp một bản là đủ "
        "và bản đó được nêu tên.",
        "The result over the plan must give the percentage that is printed. The plan is the one in the same "
        "sentence, or the target of the same measure, year and place in another document; where there are "
        "several versions, one that fits is enough, and it is named.",
    ),
    examine,
)
