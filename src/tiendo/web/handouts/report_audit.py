"""The audit of a report that was just composed: its own text, read and recomputed like any incoming document."""

from __future__ import annotations

import tempfile
from pathlib import Path

from tiendo.facts.findings import Finding
from tiendo.intake.audit import source_of
from tiendo.intake.failures import Failure
from tiendo.intake.reading import Request, read_facts
from tiendo.publishing.report.basis import Basis
from tiendo.publishing.report.compose import compose
from tiendo.publishing.report.html import as_html
from tiendo.publishing.report.letterhead_words import title_of
from tiendo.verification import verify

READ_LANGUAGE = "vi"
"""The language of the reader: in English text it takes `1,600` for a decimal, and would find what is not wrong."""


def audit_of(basis: Basis) -> tuple[Finding, ...] | None:
    """What the audit finds in the text that a basis makes; `None` where the text could not be read.

    It reads the Vietnamese report: its figures are those of the English one.
    """
    report = compose(basis, language=READ_LANGUAGE)
    # Readers take files; what is recomputed is the very text that is handed out.
    with tempfile.TemporaryDirectory(prefix="tiendo-report-") as folder:
        path = Path(folder) / "report.html"
        path.write_text(as_html(report), encoding="utf-8")
        reading = read_facts(Request(title_of(report) + path.suffix, with_relations=True, kept_at=str(path)))
    return None if isinstance(reading, Failure) else verify([source_of(reading)])
