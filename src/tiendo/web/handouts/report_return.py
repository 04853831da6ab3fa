"""A report that came back from people, read in a process of its own and held against the record."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from tiendo.documents.limits import MEBIBYTE
from tiendo.facts.errors import UnusableReport
from tiendo.facts.findings import Finding
from tiendo.intake.exchange import ExchangeRefused, from_bytes, to_bytes
from tiendo.intake.failures import failure
from tiendo.intake.reading import Request
from tiendo.intake.reading_process import ProcessLost, ReadingProcess
from tiendo.intake.sandbox_limits import SandboxLimits
from tiendo.intake.sandbox_process import SetUp
from tiendo.ledger.catalogues import taught_names
from tiendo.ledger.selectors.viewing import Known, Viewer
from tiendo.publishing.report.agreement import ReportAgreement
from tiendo.publishing.report.returned import Returned, ReturnedField
from tiendo.publishing.report.stamp import from_json
from tiendo.reference.agencies import supplemented
from tiendo.web.handouts.report_agreement import agreement_of
from tiendo.web.handouts.report_exchange import ReturnAnswer, ReturnRead

_PROGRAM = "tiendo.web.handouts.report_process"

LIMITS = SandboxLimits.of(memory=1024 * MEBIBYTE, seconds=60)
"""Somebody waits before the page: the longest report takes some seconds, and no scan is recognised in that time."""

_AT_ONCE = threading.BoundedSemaphore(1)  # of one server process: the others of its readers are not to wait for it
_PATIENCE_SECONDS = 20
_CODE = re.compile(r"[A-Za-z0-9_.Đđ-]{1,100}")
_YEARS = range(1945, 2201)  # a board looks back 20 years, and ahead to the end of its targets


@dataclass(frozen=True, slots=True)
class ReturnedReport:
    """A report that came back: read, compared, and audited (`None` where it has no text that can be)."""

    returned: Returned
    agreement: ReportAgreement
    findings: tuple[Finding, ...] | None


def returned_report(
    path: Path, name: str, viewer: Viewer, known: Known, *, at: datetime, largest: int
) -> ReturnedReport:
    """The file at a path, called `name`, against what the viewer may see of the record as it is known.

    Nothing of it is kept. Raises `UnusableReport` for whatever cannot be read as a report of ours, with the reason.
    """
    request = Request(name, max_bytes=largest, with_relations=True, kept_at=str(path))
    read = _read(request, known)
    returned = _returned(read)
    return ReturnedReport(returned, agreement_of(returned, viewer, known, at=at), read.findings)


def _read(request: Request, known: Known) -> ReturnRead:
    set_up = to_bytes(SetUp(LIMITS, taught_names(known.horizon), supplemented()), SetUp)
    process = ReadingProcess(set_up, LIMITS, _PROGRAM)
    try:
        with _turn():
            answer: ReturnAnswer = from_bytes(process.ask(to_bytes(request, Request)), ReturnAnswer)
    except ProcessLost as lost:
        answer = ReturnAnswer(refused=failure(lost.code, request.path, **lost.values))
    except ExchangeRefused:
        answer = ReturnAnswer(refused=failure("answer-not-understood", request.path))
    finally:
        process.stop()
    if answer.read is None:
        refused = answer.refused or failure("answer-not-understood", request.path)
        raise UnusableReport(vi=refused.vi, en=refused.en)
    return answer.read


@contextmanager
def _turn() -> Iterator[None]:
    if not _AT_ONCE.acquire(timeout=_PATIENCE_SECONDS):
        raise UnusableReport(
            vi="Máy đang kiểm tra báo cáo của người khác; hãy gửi lại sau ít giây.",
            en="Reports of others are being checked; send it again in some seconds.",
        )
    try:
        yield
    finally:
        _AT_ONCE.release()


def _returned(read: ReturnRead) -> Returned:
    kept = from_json(read.stamp)
    stamp = kept.stamp
    codes = [code for code in (stamp.territory, stamp.agency) if code is not None]
    if stamp.period.year not in _YEARS or not all(map(_CODE.fullmatch, codes)):
        raise UnusableReport(
            vi="Dấu của báo cáo nêu kỳ hoặc mã không có thật: dấu đã bị sửa.",
            en="The stamp of the report names a period or a code that cannot be: it was changed.",
        )
    by_key = {figure.binding.key: figure for figure in kept.figures}
    return Returned(
        sealed=kept,
        fields=tuple(
            ReturnedField(figure=by_key[one.key], text=one.text, around=one.around)
            for one in read.fields
            if one.key in by_key
        ),
        removed=tuple(by_key[key] for key in read.removed if key in by_key),
        loose=read.loose,
    )
