"""Values that cannot be: shares over a hundred percent, falls by more than all, jumps by a power of ten."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from tiendo.catalogue.model import Semantics
from tiendo.facts.figures import ComparedWith, ComparisonForm
from tiendo.facts.quantity import Change
from tiendo.facts.records import Measurement
from tiendo.facts.wording import Wording
from tiendo.reference.rounding import is_count
from tiendo.verification.check import Check
from tiendo.verification.claims import Claim, Comparator
from tiendo.verification.corpus import Corpus, Entry, compared
from tiendo.verification.expressions import Constant, Over, Term
from tiendo.verification.numbers import number

ID = "sanity"

_PERCENT = "PT"
_MEAN = re.compile(r"(?<!\w)(?:bình\s+quân|trung\s+bình|mỗi|tỷ\s+suất|hệ\s+số|chỉ\s+số|số\s+con|sĩ\s+số)(?!\w)")
_HUNDRED = Constant(Fraction(100), "100%")
_SHARES = (Semantics.RATIO, Semantics.COMPOSITION_PART)
# How a share begins that says so itself, and what makes it no share of a whole.
_SHARE_HEADS = ("tỷ lệ", "tỉ lệ", "tỷ trọng", "tỉ trọng")
_NO_SHARE = (
    "tăng",
    "giảm",
    "tốc độ",
    "kế hoạch",
    "dự toán",
    "hoàn thành",
    "so với",
    "giải ngân",
    "chỉ tiêu",
    "nhập học",
)
# No measure of a plan grows or shrinks eightfold from one period to a like one; a factor this near to 10, 100 or
# 1.000 is a slip of the mark or the unit.
_JUMPS = tuple((Fraction(8, 10) * 10**power, Fraction(125, 100) * 10**power) for power in (1, 2, 3, 6))
_JUMPING = (Semantics.FLOW, Semantics.CUMULATIVE_FLOW, Semantics.STOCK, Semantics.CEILING)


def examine(corpus: Corpus) -> Iterator[Claim]:
    """Bounds of single values, then neighbours in time."""
    for entry in corpus.entries:
        yield from _share(corpus, entry)
        yield from _fall(entry)
        yield from _whole_things(entry)
    yield from _jumps(corpus)


def _share(corpus: Corpus, entry: Entry) -> Iterator[Claim]:
    record = entry.record
    indicator = corpus.indicator(entry)
    is_known = indicator is not None and indicator.semantics in _SHARES and not indicator.percent_of_plan
    is_percent = record.quantity.unit.measure == _PERCENT and entry.is_level and record.plan_percent is None
    if is_percent and record.yoy_percent is None and (is_known or _says_share(record)):
        yield Claim(
            check=ID,
            about=entry.name,
            computed=entry.term,
            claimed=_HUNDRED,
            comparator=Comparator.AT_MOST,
            shown_in=entry.number,
            asserted=is_known,
            is_bound=True,
            note=Wording(
                "Tỷ lệ của một phần trong tổng thể không quá 100%.", "A share of a whole is no more than 100%."
            ),
        )


def _says_share(record: Measurement) -> bool:
    name = record.subject.lower()
    return name.startswith(_SHARE_HEADS) and not any(word in name for word in _NO_SHARE)


def _fall(entry: Entry) -> Iterator[Claim]:
    """Nothing that is counted falls by more than all of it."""
    for change in compared(entry, ComparedWith.YEAR_BEFORE):
        quantity = change.figure.quantity
        if change.form is ComparisonForm.CHANGE and quantity.change is Change.DECREASE:
            fall = Term(number(entry.source.document, change.figure), 100)
            yield Claim(
                check=ID,
                about=entry.name,
                computed=fall,
                claimed=Constant(Fraction(0), "0"),
                comparator=Comparator.AT_LEAST,
                shown_in=fall.number,
                is_bound=True,
                note=Wording("Không thể giảm quá 100%.", "Nothing falls by more than 100%."),
            )


def _whole_things(entry: Entry) -> Iterator[Claim]:
    """Things are counted in whole numbers; a mean says so, or so many per something."""
    quantity, name = entry.record.quantity, f"{entry.record.subject} {entry.record.within or ''}".lower()
    is_point = quantity.is_point and quantity.low is not None
    if not is_point or quantity.per is not None or not is_count(quantity.unit) or quantity.approximate:
        return
    if quantity.low is not None and quantity.low != quantity.low.to_integral_value() and not _MEAN.search(name):
        yield Claim(
            check=ID,
            about=entry.name,
            computed=Constant(Fraction(quantity.low), entry.number.text),
            claimed=entry.term,
            comparator=Comparator.WHOLE,
            shown_in=entry.number,
            asserted=False,
            is_bound=True,
            note=Wording("Số đếm phải là số nguyên.", "A count has to be a whole number."),
        )


def _jumps(corpus: Corpus) -> Iterator[Claim]:
    for indicator_id, entries in corpus.by_indicator.items():
        if corpus.catalogue[indicator_id].semantics not in _JUMPING:
            continue
        groups: dict[tuple[object, ...], list[Entry]] = {}
        for entry in entries:
            record = entry.record
            if record.period is not None and entry.is_level and not entry.is_near and not record.annual:
                kind = (record.period.kind, record.period.is_deadline, record.cumulative, record.quantity.per)
                key = (*kind, type(record), entry.source.territory, entry.number.base)
                groups.setdefault(key, []).append(entry)
        for group in groups.values():
            ordered = sorted(group, key=lambda one: (str(one.record.period), one.order))
            for earlier, later in pairwise(ordered):
                yield from _jump(corpus, earlier, later)


def _jump(corpus: Corpus, earlier: Entry, later: Entry) -> Iterator[Claim]:
    """A question where two neighbours of different documents differ by nearly a power of ten."""
    if earlier.source.document == later.source.document:
        return
    for first, second in ((earlier, later), (later, earlier)):
        factor = Over(second.term, first.term).value()
        other = corpus.name(first.source)
        for least, most in _JUMPS:
            if factor.low is not None and factor.high is not None and least <= factor.low and factor.high <= most:
                yield Claim(
                    check=ID,
                    about=later.name,
                    computed=Over(second.term, first.term),
                    claimed=Constant(least, f"{least}"),
                    comparator=Comparator.AT_MOST,
                    asserted=False,
                    note=Wording(
                        f"Chênh nhau gần đúng một lũy thừa của 10 so với {other}: có thể nhầm đơn vị.",
                        f"Nearly a power of ten away from {other}: perhaps a wrong unit.",
                    ),
                )


CHECK = Check(
    ID,
    Wording("Giá trị không thể có", "Impossible values"),
    Wording(
        "Tỷ lệ của một phần trong tổng thể không quá 100%; không gì giảm quá 100%; số đếm là số nguyên; cùng một "
        "chỉ tiêu không tăng hay giảm gấp gần đúng 10, 100, 1.000 lần từ văn bản này sang văn bản khác.",
        "A share of a whole is no more than 100%; nothing falls by more than 100%; counts are whole; one measure "
        "does not move by nearly 10, 100 or 1,000 times from one document to another.",
    ),
    examine,
)
