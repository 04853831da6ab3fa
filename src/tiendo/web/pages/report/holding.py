"""What does not hold in a report, shown before it is issued: the audit of its text, tasks, findings, drafts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from tiendo.assessment.status import Status
from tiendo.facts.findings import Finding, Verdict
from tiendo.ledger.selectors.document_register import listed_documents
from tiendo.ledger.selectors.visible import visible_to
from tiendo.publishing.report.basis import Basis, ReportFinding, ReportTask, Standing
from tiendo.verification.registry import CHECKS
from tiendo.web.handouts.report_audit import audit_of
from tiendo.web.pages.findings.working import Working, working_of
from tiendo.web.pages.reading import Reading
from tiendo.web.pages.shortening import shortened

_FAULTS = (Verdict.INCONSISTENT, Verdict.QUESTION)
_TASKS_SHOWN = 5  # enough to see what they are like; the annex has all
_LONGEST_TASK = 160  # characters: two lines
_NAMES = {check.id: check.name for check in CHECKS}


@dataclass(frozen=True, slots=True)
class ShownFault:
    """A finding with its working; `documents` are the names of those that it touches, besides the report itself."""

    finding: Finding
    name: object
    working: Working
    documents: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Holding:
    """What was found: in the text (`is_read` is false where it could not be), in its sources, and what is missing."""

    is_read: bool
    in_text: tuple[ShownFault, ...]
    unknown: int
    in_sources: tuple[ShownFault, ...]
    ownerless: tuple[str, ...]
    ownerless_count: int
    without_data: int
    drafts: tuple[str, ...]

    @property
    def is_clean(self) -> bool:
        """Whether nothing needs a look."""
        return self.is_read and not (self.in_text or self.in_sources or self.ownerless or self.drafts)


def holding_of(basis: Basis, reading: Reading) -> Holding:
    """What does not hold in the report that a basis makes for whoever looks."""
    findings, ownerless = audit_of(basis), _ownerless(basis.tasks)
    return Holding(
        is_read=findings is not None,
        in_text=tuple(faults_in(findings or (), reading.language)),
        unknown=sum(one.verdict is Verdict.UNKNOWN for one in findings or ()),
        in_sources=tuple(_fault(one, reading.language) for one in basis.findings),
        ownerless=tuple(shortened(one.quote, _LONGEST_TASK) for one in ownerless[:_TASKS_SHOWN]),
        ownerless_count=len(ownerless),
        without_data=sum(row.assessment.status is Status.NO_DATA for row in basis.board.rows),
        drafts=tuple(dict.fromkeys(_drafts(basis, reading))),
    )


def faults_in(findings: Sequence[Finding], language: str) -> Iterator[ShownFault]:
    """The findings that need a look, what is wrong before what is doubtful."""
    for verdict in _FAULTS:
        for one in findings:
            if one.verdict is verdict:
                yield ShownFault(one, _NAMES.get(one.check), working_of(one, language))


def _fault(found: ReportFinding, language: str) -> ShownFault:
    finding = found.finding
    return ShownFault(finding, _NAMES.get(finding.check), working_of(finding, language), found.documents)


def _ownerless(tasks: Iterable[ReportTask]) -> list[ReportTask]:
    over = (Standing.DONE, Standing.STOPPED)
    return [one for one in tasks if not one.leaders and one.standing not in over]


def _drafts(basis: Basis, reading: Reading) -> Iterator[str]:
    """The names of what the report is made of and what not everybody may see."""
    if reading.account is None:
        return
    published = visible_to(reading.viewer, reading.known).published
    yield from (title for root, title in basis.board.documents if int(root) not in published)
    told = {one.document for one in basis.tasks}
    documents = listed_documents(reading.viewer, reading.known)
    yield from (one.title for one in documents if not one.published and one.title in told)
