"""What the commands have in common that audit: the findings about all files of a call."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from tiendo.intake.audit import source_of

if TYPE_CHECKING:
    from tiendo.facts.findings import Finding
    from tiendo.intake.reading import Reading


def findings_of(
    readings: Sequence[Reading], *, only: Collection[str] = (), with_consistent: bool = False
) -> tuple[Finding, ...]:
    """What an audit of all readings together finds."""
    from tiendo.verification import verify

    sources = [source_of(reading) for reading in readings]
    return verify(sources, only=only, with_consistent=with_consistent)
