"""Progress in numbers: the ratio of reached to expected, and what is still needed per remaining period."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from tiendo.assessment.aim import Aim, Demand
from tiendo.assessment.rules import Outcome, Rule
from tiendo.facts.wording import Wording

RATIO = Rule(
    "ratio",
    Wording(
        "Tỷ lệ thực hiện là kết quả chia cho mức nên đạt; chỉ tiêu cần giảm và mức trần thì đảo lại: "
        "mức nên đạt chia cho kết quả.",
        "The ratio is the result divided by what is expected; for what should fall, and for ceilings, "
        "it is turned round: what is expected divided by the result.",
    ),
)
STILL_NEEDED = Rule(
    "still-needed",
    Wording(
        "Phần còn thiếu được chia cho số quý còn lại (hoặc số tháng, khi không tròn quý; số năm, khi còn từ hai năm).",
        "What is missing is divided by the quarters left (by months where they are no whole quarters, "
        "by years where two or more are left).",
    ),
)

_MONTHS_A_QUARTER = 3
_MONTHS_A_YEAR = 12
_LEAST_YEARS = 2  # a shorter rest is planned by quarter


class Every(StrEnum):
    """The periods in which the rest is counted."""

    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Requirement:
    """What is still needed: `amount` in all, `each` per remaining period, in the unit of the case.

    For a rate, `amount` is `None` and `each` is the rate that the remaining periods must average.
    For a ceiling the same numbers say what may still be used.
    """

    amount: Fraction | None
    each: Fraction
    periods: Fraction
    every: Every


def ratio(expectation: Aim, value: Fraction) -> Fraction | Outcome:
    """Reached to expected, 1 being on the path; a named outcome where a ratio means nothing."""
    if expectation.demand is Demand.WITHIN and expectation.met_by(value):
        return Fraction(1)
    if expectation.demand is Demand.AT_MOST or _lies_above(expectation, value):
        bound = expectation.high if expectation.high is not None else expectation.deciding
        return _divided(bound, value)
    return _divided(value, expectation.deciding)


def still_needed(missing: Fraction, months_left: Fraction) -> Requirement | None:
    """What is missing, spread on the time that is left; `None` where nothing or no time is left."""
    if missing <= 0 or months_left <= 0:
        return None
    periods, every = _periods_left(months_left)
    return Requirement(amount=missing, each=missing / periods, periods=periods, every=every)


def still_required_rate(
    rate: Fraction, mean_so_far: Fraction, elapsed: Fraction, months: Fraction
) -> Requirement | None:
    """The rate that the rest must average for the whole to average `rate`; `months` is the whole's length."""
    if not 0 < elapsed < 1:
        return None
    required = (rate - mean_so_far * elapsed) / (1 - elapsed)
    periods, every = _periods_left(months * (1 - elapsed))
    return Requirement(amount=None, each=required, periods=periods, every=every)


def _periods_left(months: Fraction) -> tuple[Fraction, Every]:
    if months >= _LEAST_YEARS * _MONTHS_A_YEAR:
        return months / _MONTHS_A_YEAR, Every.YEAR
    if months % _MONTHS_A_QUARTER == 0:
        return months / _MONTHS_A_QUARTER, Every.QUARTER
    return months, Every.MONTH


def _lies_above(expectation: Aim, value: Fraction) -> bool:
    return expectation.demand is Demand.WITHIN and expectation.high is not None and value > expectation.high


def _divided(numerator: Fraction, denominator: Fraction) -> Fraction | Outcome:
    if denominator == 0:
        return Outcome.DIVISION_BY_ZERO
    return Outcome.NEGATIVE_BASE if denominator < 0 else numerator / denominator
