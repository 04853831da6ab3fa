"""What an examination of the installation finds."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from tiendo.facts.wording import Wording


class State(StrEnum):
    """`OK`, `WARNING` (it works, with something missing or unwise) or `FAULT` (it does not work)."""

    OK = "ok"
    WARNING = "warning"
    FAULT = "fault"


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """One thing that was looked at: its lasting `code`, how it stands in a sentence, and what to do about it."""

    code: str
    state: State
    finding: Wording
    advice: Wording | None = None


def well(code: str, *, vi: str, en: str) -> Diagnosis:
    """Something that is as it should be."""
    return Diagnosis(code, State.OK, Wording(vi=vi, en=en))
