"""The sheets that explain: what does not add up in the documents, and by which rules everything was judged."""

from __future__ import annotations

from collections.abc import Iterator

from tiendo.assessment.method import CHAPTERS, METHOD_VERSION
from tiendo.facts.wording import Wording
from tiendo.publishing.findings_words import VERDICTS
from tiendo.publishing.report.basis import Basis, ReportFinding
from tiendo.publishing.workbook.sheets import Cell, Column, Sheet

_FINDINGS = Wording("Phát hiện", "Findings")
_TITLE_OF_FINDINGS = Wording("Số liệu cần kiểm tra", "Figures to be checked")
_OF_FINDINGS = (
    (Wording("Văn bản", "Document"), 24),
    (Wording("Kết luận", "Verdict"), 16),
    (Wording("Nội dung cần kiểm tra", "What is to be checked"), 70),
    (Wording("Cách tính", "Working"), 50),
    (Wording("Khả năng", "Likely"), 40),
    (Wording("Quy tắc", "Check"), 20),
)
_METHOD = Wording("Phương pháp", "Method")
_TITLE_OF_METHOD = Wording("Phương pháp đánh giá, phiên bản {version}", "How the plan is judged, version {version}")
_OF_METHOD = (
    (Wording("Phần", "Chapter"), 30),
    (Wording("Quy tắc", "Rule"), 24),
    (Wording("Nội dung", "What it says"), 110),
)


def findings_sheet(basis: Basis, language: str) -> Sheet:
    """Every finding that stands, with its working and the likeliest slip."""
    return Sheet(
        name=_FINDINGS.sentence(language),
        title=_TITLE_OF_FINDINGS.sentence(language),
        under="",
        columns=tuple(Column(title.sentence(language), width) for title, width in _OF_FINDINGS),
        rows=tuple(tuple(_finding(one, language)) for one in basis.findings),
        fixed=1,
        printed=len(_OF_FINDINGS),
    )


def _finding(one: ReportFinding, language: str) -> Iterator[Cell]:
    finding = one.finding
    yield ", ".join(one.documents)
    yield VERDICTS[finding.verdict].sentence(language)
    yield finding.message.sentence(language)
    yield "; ".join(step.sentence(language) for step in finding.working) or None
    yield finding.suggestions[0].message.sentence(language) if finding.suggestions else None
    yield finding.check


def method_sheet(language: str) -> Sheet:
    """Every rule of assessment by its own sentence."""
    return Sheet(
        name=_METHOD.sentence(language),
        title=_TITLE_OF_METHOD.sentence(language).format(version=METHOD_VERSION),
        under="",
        columns=tuple(Column(title.sentence(language), width) for title, width in _OF_METHOD),
        rows=tuple(
            (title.sentence(language), rule.id, rule.says.sentence(language))
            for title, chapter in CHAPTERS
            for rule in chapter
        ),
        fixed=1,
        printed=len(_OF_METHOD),
    )
