"""What a look-up by name can answer: small types with reasons, never a bare yes or no."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Matched:
    """One code, and why. `warnings` names what differs (scope, unit, definition) in a near match."""

    code: str
    reasons: tuple[str, ...]
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """Several codes fit equally well; a person has to choose."""

    codes: tuple[str, ...]
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Unknown:
    """Nothing in the reference fits."""

    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rejected:
    """Something fits by name, but must not be linked; `code` is what it would have been."""

    code: str
    reasons: tuple[str, ...]


Decision = Matched | Ambiguous | Unknown | Rejected
