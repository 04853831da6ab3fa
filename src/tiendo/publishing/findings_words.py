"""The words around findings, and how findings are put together for a reader."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tiendo.facts.findings import Finding, Suggestion, Verdict
from tiendo.facts.wording import Wording

SYMBOLS = {
    Verdict.INCONSISTENT: "✗",
    Verdict.QUESTION: "?",
    Verdict.UNKNOWN: "·",
    Verdict.CONSISTENT: "✓",
}
VERDICTS = {
    Verdict.INCONSISTENT: Wording("không khớp", "inconsistent"),
    Verdict.QUESTION: Wording("cần hỏi lại", "to ask about"),
    Verdict.UNKNOWN: Wording("chưa kiểm tra được", "not to be checked"),
    Verdict.CONSISTENT: Wording("khớp", "consistent"),
}
NOTHING = Wording("Không có chỗ nào không khớp.", "Nothing disagrees.")
UNKNOWN_HEAD = Wording("Chưa kiểm tra được, vì thiếu số để so", "Not checked: a number is missing")


@dataclass(frozen=True, slots=True)
class Group:
    """Findings that one and the same slip explains, or a single finding."""

    suggestion: Suggestion | None
    findings: tuple[Finding, ...]


def grouped(findings: Iterable[Finding]) -> list[Group]:
    """The findings in their order, those with one likeliest slip together at the first of them."""
    groups: dict[object, list[Finding]] = {}
    for finding in findings:
        first = finding.suggestions[0] if finding.suggestions else None
        key: object = (first.place, first.likely) if first is not None else id(finding)
        groups.setdefault(key, []).append(finding)
    return [
        Group(listed[0].suggestions[0] if listed[0].suggestions else None, tuple(listed)) for listed in groups.values()
    ]


def summary(findings: Sequence[Finding], language: str) -> str:
    """How many findings of each verdict there are, the worst first."""
    counts = Counter(finding.verdict for finding in findings)
    parts = [f"{counts[verdict]} {VERDICTS[verdict].sentence(language)}" for verdict in SYMBOLS if counts[verdict]]
    return ", ".join(parts) if parts else NOTHING.sentence(language)
