"""The findings of an audit for the terminal: what does not agree first, with the one change that would mend it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tiendo.facts.findings import Finding, Verdict
from tiendo.publishing.columns import cut, printable, width_of, wrapped
from tiendo.publishing.findings_words import NOTHING, SYMBOLS, UNKNOWN_HEAD, VERDICTS, grouped, summary

LEAST_WIDTH, MOST_WIDTH = 60, 140
_INDENT = "  "
_RESET, _BOLD, _DIM = "\x1b[0m", "\x1b[1m", "\x1b[2m"
_COLOURS = {
    Verdict.INCONSISTENT: "\x1b[31m",
    Verdict.QUESTION: "\x1b[33m",
    Verdict.UNKNOWN: _DIM,
    Verdict.CONSISTENT: "\x1b[32m",
}
_MOST_UNKNOWN = 8  # the data files hold all of them


def render(findings: Sequence[Finding], language: str, width: int, *, color: bool = False) -> str:
    """The findings as lines of at most `width` columns, ending with a line break."""
    width = min(max(width, LEAST_WIDTH), MOST_WIDTH)
    lines = [_paint(summary(findings, language), _BOLD, color), ""]
    loud = [one for one in findings if one.verdict in (Verdict.INCONSISTENT, Verdict.QUESTION)]
    if findings and not loud:
        lines += [NOTHING.sentence(language), ""]
    for group in grouped(loud):
        for finding in group.findings:
            lines += _finding(finding, language, width, color)
        if group.suggestion is not None:
            lines += [_INDENT + line for line in _wrapped(f"→ {group.suggestion.message.sentence(language)}", width)]
        for other in group.findings[0].suggestions[1:] if len(group.findings) == 1 else ():
            lines += [_INDENT + line for line in _wrapped(f"→ {other.message.sentence(language)}", width)]
        lines.append("")
    lines += _unknown([one for one in findings if one.verdict is Verdict.UNKNOWN], language, width, color)
    for finding in findings:
        if finding.verdict is Verdict.CONSISTENT:
            lines += _finding(finding, language, width, color)
    while lines and not lines[-1]:
        lines.pop()
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _finding(finding: Finding, language: str, width: int, color: bool) -> Iterator[str]:
    place = min(finding.places)
    symbol = f"{SYMBOLS[finding.verdict]} {VERDICTS[finding.verdict].sentence(language)}"
    where = f"{printable(place.document)}:{place.start} · {finding.check}"
    room = width - width_of(symbol) - 1
    yield f"{_paint(symbol, _COLOURS[finding.verdict], color)} {_paint(cut(where, room), _DIM, color)}"
    yield from (_INDENT + line for line in _wrapped(finding.message.sentence(language), width))


def _unknown(findings: Sequence[Finding], language: str, width: int, color: bool) -> Iterator[str]:
    if not findings:
        return
    yield _paint(f"{UNKNOWN_HEAD.sentence(language)} ({len(findings)})", _BOLD, color)
    for finding in findings[:_MOST_UNKNOWN]:
        first, *rest = _wrapped(finding.message.sentence(language), width - len(_INDENT))
        yield f"{SYMBOLS[Verdict.UNKNOWN]} {first}"
        yield from (_INDENT + line for line in rest)
    if len(findings) > _MOST_UNKNOWN:
        yield _paint(f"… +{len(findings) - _MOST_UNKNOWN}", _DIM, color)


def _wrapped(text: str, width: int) -> list[str]:
    return wrapped(printable(text), width - len(_INDENT)) or [""]


def _paint(text: str, colour: str, color: bool) -> str:
    return f"{colour}{text}{_RESET}" if color else text
