"""Which printed numbers of a document agree: recomputed when somebody asks, for the record keeps what needs a look."""

from __future__ import annotations

from dataclasses import dataclass

from tiendo.facts.findings import Verdict
from tiendo.ledger.catalogues import catalogue_at
from tiendo.ledger.remembered import Remembered
from tiendo.ledger.selectors.audited import audited_document
from tiendo.ledger.selectors.document_text import TextVersion
from tiendo.ledger.selectors.viewing import Known
from tiendo.verification import verify

_KEPT = 32  # documents whose checks were looked at lately


@dataclass(frozen=True, slots=True)
class Check:
    """A claim that holds: the sentence, the working, and where in the text it begins."""

    message: str
    working: tuple[str, ...]
    place: int


def consistent_in(version: TextVersion, known: Known, language: str) -> tuple[Check, ...]:
    """The claims of one document about its own numbers that hold, in the order of its text."""
    key = (version.digest, version.horizon, known.seal, language)
    return _CHECKS.of([key], lambda _: [_checks(version, language)])[0]


_CHECKS: Remembered[tuple[bytes, int, bytes, str], tuple[Check, ...]] = Remembered(_KEPT)


def _checks(version: TextVersion, language: str) -> tuple[Check, ...]:
    source = audited_document(version.entry, version.horizon)
    findings = verify([source.source], catalogue_at(version.horizon), with_consistent=True)
    return tuple(
        Check(
            one.message.sentence(language),
            tuple(step.sentence(language) for step in one.working),
            min(place.start for place in one.places),
        )
        for one in findings
        if one.verdict is Verdict.CONSISTENT
    )
