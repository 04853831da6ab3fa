"""The findings of an audit as a Markdown report: for a mail, a note on a draft, a printed page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tiendo.facts.findings import Finding, Verdict
from tiendo.facts.wording import Wording
from tiendo.publishing.columns import printable
from tiendo.publishing.findings_words import SYMBOLS, UNKNOWN_HEAD, VERDICTS, grouped, summary

_TITLE = Wording("Kiểm tra số liệu", "Audit of figures")
_FIGURES = Wording("Số liệu", "Figures")
_WORKING = Wording("Cách tính", "Working")
# What Markdown or HTML would take for its own.
_SPECIAL = re.compile(r"([\\`*_\[\]<>#|~])")


def as_markdown(findings: Sequence[Finding], language: str) -> str:
    """The report, ending with a line break; text from documents is escaped."""
    lines = [f"# {_TITLE.sentence(language)}", "", summary(findings, language), ""]
    loud = [one for one in findings if one.verdict not in (Verdict.UNKNOWN, Verdict.CONSISTENT)]
    for group in grouped(loud):
        for finding in group.findings:
            lines += _finding(finding, language)
        suggestions = [group.suggestion] if group.suggestion is not None else []
        if len(group.findings) == 1:
            suggestions = list(group.findings[0].suggestions)
        lines += [f"→ **{_escaped(one.message.sentence(language))}**" for one in suggestions]
        lines.append("")
    unknown = [one for one in findings if one.verdict is Verdict.UNKNOWN]
    if unknown:
        lines += [f"## {UNKNOWN_HEAD.sentence(language)}", ""]
        lines += [f"- {_escaped(one.message.sentence(language))}" for one in unknown]
        lines.append("")
    consistent = [one for one in findings if one.verdict is Verdict.CONSISTENT]
    if consistent:
        lines += [f"## {VERDICTS[Verdict.CONSISTENT].sentence(language).capitalize()}", ""]
        lines += [f"- {_escaped(one.message.sentence(language))}" for one in consistent]
    return "\n".join(lines).rstrip() + "\n"


def _finding(finding: Finding, language: str) -> Iterator[str]:
    verdict = VERDICTS[finding.verdict].sentence(language)
    yield f"## {SYMBOLS[finding.verdict]} {verdict.capitalize()} · {finding.check}"
    yield ""
    yield _escaped(finding.message.sentence(language))
    yield ""
    yield f"{_FIGURES.sentence(language)}:"
    yield ""
    for place in finding.places:
        quote = " ".join(place.quote.split())
        yield f"- {_escaped(quote)} ({_escaped(place.document)}, {place.start}–{place.end})"
    yield ""
    if finding.working:
        yield f"{_WORKING.sentence(language)}:"
        yield ""
        yield from (f"{number}. {_escaped(step.sentence(language))}" for number, step in enumerate(finding.working, 1))
        yield ""


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", printable(text))
