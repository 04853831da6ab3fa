"""All checks, in the order in which they are documented."""

from __future__ import annotations

from tiendo.verification.check import Check
from tiendo.verification.checks import (
    currencies,
    dates_and_words,
    implied_plan,
    long_plans,
    order,
    plan_percent,
    ratios,
    same_figure,
    sanity,
    sums,
    year_on_year,
)

CHECKS: tuple[Check, ...] = (
    plan_percent.CHECK,
    implied_plan.CHECK,
    sums.CHECK,
    year_on_year.CHECK,
    ratios.CHECK,
    order.CHECK,
    same_figure.CHECK,
    long_plans.CHECK,
    currencies.CHECK,
    dates_and_words.CHECK,
    sanity.CHECK,
)
