"""The process that reads reports that come back: their stamp, what became of their figures, the audit of their text.

Started by `report_return`; bound like the one that reads documents, for such a file is as strange as any.
"""

from __future__ import annotations

import sys
from pathlib import Path

from tiendo.catalogue import Catalogue
from tiendo.documents.limits import DEFAULT
from tiendo.documents.read import load_bytes
from tiendo.facts.errors import TiendoError
from tiendo.facts.findings import Finding
from tiendo.intake.audit import source_of
from tiendo.intake.exchange import to_bytes
from tiendo.intake.failures import failure, refusal
from tiendo.intake.reading import Request, open_document, reading_of
from tiendo.intake.sandbox_limits import SandboxLimits
from tiendo.intake.sandbox_process import main
from tiendo.publishing.report.forms import form_of
from tiendo.publishing.report.returned import Returned
from tiendo.publishing.report.stamp import as_json
from tiendo.verification import verify
from tiendo.web.handouts.report_audit import READ_LANGUAGE
from tiendo.web.handouts.report_exchange import KeptField, ReturnAnswer, ReturnRead


def _answer(request: Request, catalogue: Catalogue, _: SandboxLimits) -> bytes:
    return to_bytes(_read(request, catalogue), ReturnAnswer)


def _read(request: Request, catalogue: Catalogue) -> ReturnAnswer:
    try:
        form = form_of(request.path)
        limit = request.max_bytes or DEFAULT.max_bytes
        data = load_bytes(Path(request.kept_at or request.path), request.path, limit)
        returned = form.read(request.path, data)
        is_audited = form.audited and returned.sealed.language == READ_LANGUAGE
        return ReturnAnswer(_told(returned, _findings(request, catalogue) if is_audited else None))
    except TiendoError as fault:
        return ReturnAnswer(refused=refusal(fault, request.path))
    except Exception as fault:  # noqa: BLE001 the outermost boundary of a file: what is in it may break a library
        return ReturnAnswer(refused=failure("reader-fault", request.path, fault=type(fault).__name__))


def _findings(request: Request, catalogue: Catalogue) -> tuple[Finding, ...]:
    return verify([source_of(reading_of(open_document(request), request, catalogue))])


def _told(returned: Returned, findings: tuple[Finding, ...] | None) -> ReturnRead:
    return ReturnRead(
        stamp=as_json(returned.sealed),
        fields=tuple(KeptField(one.figure.binding.key, one.text, one.around) for one in returned.fields),
        removed=tuple(one.binding.key for one in returned.removed),
        loose=returned.loose,
        findings=findings,
    )


if __name__ == "__main__":
    sys.exit(main(_answer))
