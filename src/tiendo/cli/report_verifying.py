"""`tiendo report --verify`: whether a report still agrees with the record, and whether its text adds up."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from tiendo.cli.acting import acting, now
from tiendo.cli.arguments import DONE, FOUND, INCOMPLETE
from tiendo.cli.messages import Messages
from tiendo.cli.terminal import terminal_width

if TYPE_CHECKING:
    from tiendo.facts.findings import Finding
    from tiendo.ledger.selectors.viewing import Known
    from tiendo.publishing.report.agreement import ReportAgreement


def verify(chosen: argparse.Namespace, say: Messages) -> int:
    """Say what does not hold; the exit code is that of findings where a figure is not the record's, or does not add up.

    Raises `UnusableReport` or `UnreadableDocument` where the file is no report of ours.
    """
    from tiendo.config.start import ensure_ready

    ensure_ready()
    from tiendo.cli.output import write_out
    from tiendo.facts.findings import Verdict
    from tiendo.ledger.selectors.viewing import known_at
    from tiendo.publishing import findings_text
    from tiendo.publishing.report.forms import form_of

    known = known_at(chosen.as_of)
    found = _agreement(chosen, known)
    write_out([_as_text(found, known, say.language)], None)
    if not form_of(chosen.verify.name).audited:
        return DONE if found.holds else FOUND
    findings = _audit(chosen.verify, say)
    if findings is None:
        return INCOMPLETE
    text = findings_text.render(findings, say.language, terminal_width())
    write_out([f"\n{say('report-text')}\n{text}"], None)
    adds_up = not any(one.verdict is Verdict.INCONSISTENT for one in findings)
    return DONE if found.holds and adds_up else FOUND


def _agreement(chosen: argparse.Namespace, known: Known) -> ReportAgreement:
    from tiendo.documents.limits import DEFAULT
    from tiendo.documents.read import load_bytes
    from tiendo.ledger.selectors.viewing import Viewer
    from tiendo.publishing.report.forms import form_of
    from tiendo.web.handouts.report_agreement import agreement_of

    path: Path = chosen.verify
    limit = getattr(chosen, "max_size", None) or DEFAULT.max_bytes
    returned = form_of(path.name).read(path.name, load_bytes(path, str(path), limit))
    return agreement_of(returned, Viewer(acting(chosen)), known, at=now())


def _as_text(found: ReportAgreement, known: Known, language: str) -> str:
    from tiendo.ledger.catalogues import catalogue_at
    from tiendo.publishing.report.agreement_text import render

    catalogue = catalogue_at(known.horizon)

    def name_of(code: str) -> str:
        return catalogue[code].names.sentence(language) if code in catalogue else code

    return render(found, name_of, language)


def _audit(path: Path, say: Messages) -> tuple[Finding, ...] | None:
    """What the audit finds in the text; `None` where it cannot be read, which is said."""
    from tiendo.cli.audit import findings_of
    from tiendo.intake.failures import Failure
    from tiendo.intake.reading import Request, read_facts

    reading = read_facts(Request(str(path), None, None, True))
    if isinstance(reading, Failure):
        sys.stderr.write(reading.sentence(say.language) + "\n")
        return None
    return findings_of([reading])
