"""The workbook of a report: which sheets it has, in which order."""

from __future__ import annotations

from collections.abc import Iterator

from tiendo.publishing.report.basis import Basis
from tiendo.publishing.report.model import Report
from tiendo.publishing.report.stamp import as_json, sealed
from tiendo.publishing.workbook.explanations import findings_sheet, method_sheet
from tiendo.publishing.workbook.front import front, stamp_words
from tiendo.publishing.workbook.rulers import rulers_sheet
from tiendo.publishing.workbook.sheets import Sheet
from tiendo.publishing.workbook.stamp import pieces
from tiendo.publishing.workbook.targets import targets_sheet
from tiendo.publishing.workbook.tasks import agencies_sheet, tasks_sheet
from tiendo.publishing.workbook.writing import written


def as_workbook(report: Report, basis: Basis) -> bytes:
    """The annexes of a report, composed from that basis, as an .xlsx file; the same report gives the same bytes."""
    stamp, language = report.stamp, report.language
    return written(
        front(basis, language),
        list(_sheets(basis, language)),
        hidden=pieces(as_json(sealed(report))),
        stamp=stamp_words(basis, language),
        by=stamp.by,
        at=stamp.at,
        language=language,
    )


def _sheets(basis: Basis, language: str) -> Iterator[Sheet]:
    """Those that have something in them; the targets and the method are always there."""
    yield targets_sheet(basis, language)
    if (rulers := rulers_sheet(basis, language)) is not None:
        yield rulers
    if basis.tasks:
        yield agencies_sheet(basis, language)
        yield tasks_sheet(basis, language)
    if basis.findings:
        yield findings_sheet(basis, language)
    yield method_sheet(language)
