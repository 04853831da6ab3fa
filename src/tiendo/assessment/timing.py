"""The period of a figure, for figures that have one."""

from __future__ import annotations

from tiendo.facts.errors import InvalidFact
from tiendo.facts.period import Period
from tiendo.facts.records import Measurement


def is_dated(fact: Measurement) -> bool:
    """Whether the text says what time the figure is about; without that it cannot be judged."""
    return fact.period is not None


def time_of(fact: Measurement) -> Period:
    """The period of a dated figure; raises `InvalidFact` for one without a period."""
    if fact.period is None:
        raise InvalidFact(
            vi=f"Số liệu {fact.quote!r} không có kỳ nên không đánh giá được.",
            en=f"The figure {fact.quote!r} has no period and cannot be judged.",
        )
    return fact.period
