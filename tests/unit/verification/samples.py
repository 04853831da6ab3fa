"""Printed numbers, claims and records put together by hand, for the tests of the audit."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any

from tiendo.facts.contract import from_contract
from tiendo.facts.figures import Figure
from tiendo.facts.intervals import Interval
from tiendo.facts.quantity import Change, Quantity, Unit
from tiendo.facts.records import Fact
from tiendo.verification.claims import Claim
from tiendo.verification.expressions import Expression, Term
from tiendo.verification.numbers import Number, number

UNITS = {
    "%": Unit("PT"),
    "ha": Unit("HA"),
    "tỷ đồng": Unit("VND", 9),
    "triệu đồng": Unit("VND", 6),
    "nghìn lượt": Unit("LUOT", 3),
    "lượt": Unit("LUOT"),
    "xã": Unit("XA"),
    "vụ": Unit("VU"),
    "triệu USD": Unit("USD", 6),
}


def printed(quote: str, start: int = 0, *, document: str = "a.txt", is_plan: bool = False, **more: Any) -> Number:
    """A printed number such as `2.530 ha`; `low` and `high` replace what its digits say."""
    token, _, unit = quote.replace("%", " %").partition(" ")
    value = Decimal(token.replace(".", "").replace(",", "."))
    low, high = more.pop("low", value), more.pop("high", value)
    quantity = Quantity(low=low, high=high, written_unit=unit, unit=UNITS[unit], **more)
    figure = Figure(start=start, end=start + len(quote), quote=quote, quantity=quantity, is_plan=is_plan)
    return number(document, figure)


def term(quote: str, start: int = 0, *, added: int = 0, **more: Any) -> Term:
    """A printed number as a formula."""
    return Term(printed(quote, start, **more), added)


def fall(quote: str, start: int = 0) -> Term:
    """`giảm 8,9%` as an index."""
    return term(quote, start, added=100, change=Change.DECREASE)


def between(low: Any, high: Any) -> Interval:
    """The interval of two numbers written as text."""
    return Interval(*(None if end is None else Fraction(end) for end in (low, high)))


def claim(computed: Expression, claimed: Expression, **more: Any) -> Claim:
    """A claim of the check `sums`; more fields on demand."""
    return Claim(**{"check": "sums", "about": "tổng", "computed": computed, "claimed": claimed, **more})


def record(subject: str, value: float, unit: str = "tỷ đồng", start: int = 0, **more: Any) -> Fact:
    """An observation as `tiendo extract --format jsonl` writes it, without places of what compares it."""
    quote = f"{value} {unit}"
    fields: dict[str, Any] = {
        "kind": "observation", "start": start, "end": start + len(quote), "quote": quote, "provision": [],
        "subject": subject, "within": None, "low": value, "high": value, "unit": unit,
        "unit_measure": UNITS[unit].measure, "unit_mult": UNITS[unit].multiplier, "per": None, "of": None,
        "change": None, "approximate": False, "estimated": False, "period": "2022-Q1", "annual": False,
        "cumulative": False, "plan_percent": None, "yoy_percent": None, "yoy_change": None,
    }  # fmt: skip
    return from_contract({**fields, **more})
