"""The findings of an audit as JSON Lines: one object a finding, with stable field names."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from tiendo.facts.findings import Finding, Place, Suggestion
from tiendo.facts.intervals import Interval
from tiendo.publishing.json_lines import json_line


def as_json_lines(findings: Iterable[Finding], language: str) -> str:
    """One line a finding; `message`, `working` and the suggestion speak the language asked for."""
    return "".join(json_line(fields_of(finding, language)) for finding in findings)


def fields_of(finding: Finding, language: str) -> dict[str, Any]:
    """A finding as plain data.

    `computed` and `claimed` are [low, high] in the unit of the claimed number, an open side is null;
    `suggestion` is the likeliest slip, `alternatives` are the next ones.
    """
    suggestions = [_suggestion(one, language) for one in finding.suggestions]
    return {
        "check": finding.check,
        "verdict": finding.verdict.value,
        "severity": finding.severity.value,
        "message": finding.message.sentence(language),
        "message_vi": finding.message.vi,
        "message_en": finding.message.en,
        "computed": _interval(finding.computed),
        "claimed": _interval(finding.claimed),
        "figures": [_place(place) for place in finding.places],
        "working": [step.sentence(language) for step in finding.working],
        "suggestion": suggestions[0] if suggestions else None,
        "alternatives": suggestions[1:],
    }


def _place(place: Place) -> dict[str, Any]:
    return {"document": place.document, "start": place.start, "end": place.end, "quote": place.quote}


def _suggestion(suggestion: Suggestion, language: str) -> dict[str, Any]:
    return {
        **_place(suggestion.place),
        "likely": suggestion.likely,
        "slip": suggestion.slip.value,
        "message": suggestion.message.sentence(language),
    }


def _interval(interval: Interval | None) -> list[float | None] | None:
    if interval is None:
        return None
    return [None if end is None else _json_number(float(end)) for end in (interval.low, interval.high)]


def _json_number(value: float) -> float:
    return int(value) if value.is_integer() else value
