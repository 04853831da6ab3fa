"""`tiendo report --verify`: whether a report still agrees with the record, and whether its text adds up."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
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
    from tiendo.publishing.report.returned import Returned


def verify(chosen: argparse.Namespace, say: Messages) -> int:
    """Say what does not hold; the exit code is that of findings where a figure is not the record's, or does not add up.

    Raises `UnusableReport` or `UnreadableDocument` where the file is no report of ours.
    """
    from tiendo.config.start import ensure_ready

    _require_word(chosen)
    ensure_ready()
    from tiendo.cli.output import write_out
    from tiendo.facts.findings import Verdict
    from tiendo.ledger.selectors.viewing import Viewer, known_at
    from tiendo.publishing import findings_text
    from tiendo.publishing.report.forms import form_of
    from tiendo.web.handouts.report_agreement import agreement_of

    known = known_at(chosen.as_of)
    returned = _returned(chosen)
    found = agreement_of(returned, Viewer(acting(chosen)), known, at=now())
    write_out([_as_text(found, known, say.language)], None)
    if chosen.marked is not None:
        _mark(chosen, returned, found, known, say)
    if not form_of(chosen.verify.name).audited:
        return DONE if found.holds else FOUND
    findings = _audit(chosen.verify, say)
    if findings is None:
        return INCOMPLETE
    text = findings_text.render(findings, say.language, terminal_width())
    write_out([f"\n{say('report-text')}\n{text}"], None)
    adds_up = not any(one.verdict is Verdict.INCONSISTENT for one in findings)
    return DONE if found.holds and adds_up else FOUND


def _require_word(chosen: argparse.Namespace) -> None:
    from tiendo.facts.errors import ReportRefused

    if chosen.marked is not None and chosen.verify.suffix.lower() != ".docx":
        raise ReportRefused(
            vi="Chỉ đánh dấu được (--marked) trong báo cáo Word .docx: hãy bỏ --marked, hoặc nêu tệp .docx.",
            en="Only Word reports, .docx, can be marked: leave out --marked, or name a .docx file.",
        )


def _returned(chosen: argparse.Namespace) -> Returned:
    from tiendo.documents.limits import DEFAULT
    from tiendo.documents.read import load_bytes
    from tiendo.publishing.report.forms import form_of

    path: Path = chosen.verify
    limit = getattr(chosen, "max_size", None) or DEFAULT.max_bytes
    return form_of(path.name).read(path.name, load_bytes(path, str(path), limit))


def _as_text(found: ReportAgreement, known: Known, language: str) -> str:
    from tiendo.publishing.report.agreement_text import render

    return render(found, _names(known, language), language)


def _mark(chosen: argparse.Namespace, returned: Returned, found: ReportAgreement, known: Known, say: Messages) -> None:
    """Write the file again with a comment at all that does not hold."""
    from tiendo.cli.output import write_bytes
    from tiendo.publishing.report.agreement_text import TYPED_BY_HAND, remarks
    from tiendo.publishing.report.word_marking import marked

    path: Path = chosen.verify
    remark = remarks(found, _names(known, say.language), say.language)
    loose = TYPED_BY_HAND.sentence(say.language)
    made = marked(path.name, path.read_bytes(), returned, remark, says_loose=loose, at=now())
    write_bytes([made], chosen.marked)
    sys.stderr.write(say("report-marked-done", path=chosen.marked) + "\n")


def _names(known: Known, language: str) -> Callable[[str], str]:
    from tiendo.ledger.catalogues import catalogue_at

    catalogue = catalogue_at(known.horizon)

    def name_of(code: str) -> str:
        return catalogue[code].names.sentence(language) if code in catalogue else code

    return name_of


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
