"""A reading as the audit takes it: its records with what they were matched to, and what the text says of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tiendo.facts.decisions import Decision, Matched

if TYPE_CHECKING:
    from tiendo.intake.reading import Reading
    from tiendo.verification import Source


def source_of(reading: Reading) -> Source:
    """A reading as the audit takes it."""
    from tiendo.verification import Audited, Source

    return Source(
        document=reading.path,
        facts=tuple(Audited(fact.record, _code(fact.indicator), _is_near(fact.indicator)) for fact in reading.facts),
        relations=reading.relations,
        title=reading.title,
        # The place keeps documents of two provinces that the list of territories does not know apart.
        territory=reading.territory or reading.place,
        day=reading.day,
        period=reading.period,
    )


def _code(decision: Decision | None) -> str | None:
    return decision.code if isinstance(decision, Matched) else None


def _is_near(decision: Decision | None) -> bool:
    from tiendo.matching.reasons import NEAR_NAME

    warnings = decision.warnings if isinstance(decision, Matched) else ()
    return any(warning.startswith(NEAR_NAME) for warning in warnings)
