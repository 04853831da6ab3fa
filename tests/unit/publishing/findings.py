"""Findings put together by hand: two that one slip explains, a question, an unknown, a consistent one."""

from __future__ import annotations

from fractions import Fraction

from tiendo.facts.findings import Finding, Place, Severity, Slip, Suggestion, Verdict
from tiendo.facts.intervals import Interval
from tiendo.facts.wording import Wording


def place(quote: str, start: int, document: str = "bao-cao.pdf") -> Place:
    """A number at a place."""
    return Place(document, start, start + len(quote), quote)


def both(words: str) -> Wording:
    """One sentence that says in which language it is."""
    return Wording(f"{words} (vi)", f"{words} (en)")


def suggestion(quote: str, start: int, likely: str, slip: Slip = Slip.SWAPPED_DIGITS) -> Suggestion:
    """What a number is likely to have been."""
    return Suggestion(place(quote, start), likely, slip, both(f"{quote} → {likely}"))


SWAPPED = suggestion("1.789,4 tỷ đồng", 500, "1.798,4 tỷ đồng")
OTHER = suggestion("162 tỷ đồng", 600, "172 tỷ đồng", Slip.WRONG_DIGIT)

SUM = Finding(
    check="sums",
    verdict=Verdict.INCONSISTENT,
    severity=Severity.HIGH,
    message=both("Tổng chi: không khớp"),
    places=(place("1.789,4 tỷ đồng", 500), place("162 tỷ đồng", 600), place("1.960,4 tỷ đồng", 400)),
    computed=Interval(Fraction("1950.85"), Fraction("1951.95")),
    claimed=Interval(Fraction("1960.35"), Fraction("1960.45")),
    working=(both("cộng"), both("so")),
    suggestions=(SWAPPED, OTHER),
)
PLANS = Finding(
    check="implied-plan",
    verdict=Verdict.INCONSISTENT,
    severity=Severity.HIGH,
    message=both("Kế hoạch suy ra: không khớp"),
    places=(place("1.789,4 tỷ đồng", 500),),
    suggestions=(SWAPPED,),
)
QUESTION = Finding(
    check="order",
    verdict=Verdict.QUESTION,
    severity=Severity.MEDIUM,
    message=both("Giải ngân lớn hơn khối lượng"),
    places=(place("431 tỷ đồng", 900),),
    computed=Interval(Fraction(431), None),
    claimed=Interval.exactly(420),
)
UNKNOWN = Finding(
    check="plan-percent",
    verdict=Verdict.UNKNOWN,
    severity=Severity.LOW,
    message=both("chưa biết kế hoạch"),
    places=(place("8.000 lao động", 1200),),
)
CONSISTENT = Finding(
    check="ratios",
    verdict=Verdict.CONSISTENT,
    severity=Severity.NONE,
    message=both("84,5% khớp"),
    places=(place("49/58 đơn", 1500),),
    computed=Interval(Fraction(4900, 58), Fraction(4900, 58)),
    claimed=Interval(Fraction("84.45"), Fraction("84.55")),
)
ALL = (SUM, QUESTION, PLANS, UNKNOWN, CONSISTENT)
