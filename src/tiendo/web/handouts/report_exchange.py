"""What the process that reads returned reports tells the one that asked, as plain values."""

from __future__ import annotations

from dataclasses import dataclass

from tiendo.facts.findings import Finding
from tiendo.intake.failures import Failure
from tiendo.publishing.report.returned import LooseNumber


@dataclass(frozen=True, slots=True)
class KeptField:
    """A field of the text: the key of its figure, what stands there now, and the paragraph around it."""

    key: str
    text: str
    around: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnRead:
    """A report as it was read: `stamp` is its line of JSON, `findings` are `None` where its text cannot be audited."""

    stamp: str
    fields: tuple[KeptField, ...]
    removed: tuple[str, ...]
    loose: tuple[LooseNumber, ...]
    findings: tuple[Finding, ...] | None


@dataclass(frozen=True, slots=True)
class ReturnAnswer:
    """What was read, or why it was refused."""

    read: ReturnRead | None = None
    refused: Failure | None = None
