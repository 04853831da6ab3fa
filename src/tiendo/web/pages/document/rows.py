"""Facts as rows of the list beside the text; made here and not in a template, for a part has a hundred of them."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from tiendo.web.pages.document.told import Told, state_words
from tiendo.web.words import say


@dataclass(frozen=True, slots=True)
class FactRow:
    """A row: the fact, the classes of the row, its first line as a link, and what stands below."""

    told: Told
    classes: str
    head: SafeString
    lines: SafeString


def fact_row(one: Told, language: str, address: str, cited: int | None) -> FactRow:
    """The row of a fact that leads to an address; `cited` is the document that a citation means."""
    fact = one.fact
    head = format_html(
        '<a class="what" href="{}"><span class="kind">{}</span> {}</a>{}',
        address,
        say(f"document.kind.{fact.kind}", language),
        one.title,
        format_html(' <span class="quiet">{}</span>', say("document.within", language, whole=one.within))
        if one.within
        else "",
    )
    lines = [_citation(language, cited) if fact.kind == "citation" else _SAID[fact.kind](one, language)]
    if one.comparisons:
        lines.append(format_html('<span class="said quiet num">{}</span>', " · ".join(one.comparisons)))
    if fact.state != "sure":
        lines.append(format_html('<span class="state {}">{}</span>', fact.state, state_words(fact, language)))
    return FactRow(
        one, f"fact is-{fact.kind} {fact.state}", head, format_html_join("", "{}", ((line,) for line in lines))
    )


def _measured(one: Told, language: str) -> SafeString:
    parts = (*one.notes, one.period or say("document.no-period", language))
    return format_html(
        '<span class="said num">{}<span class="unit">{}{}</span> <span class="quiet">· {}</span></span>',
        one.value,
        "" if one.unit == "%" else " ",
        one.unit,
        " · ".join(parts),
    )


def _task(one: Told, language: str) -> SafeString:
    parts = [one.lead or say("document.no-lead", language)]
    if one.period:
        parts.append(say("document.deadline", language, deadline=one.period))
    return format_html('<span class="said quiet">{}</span>', " · ".join(parts))


def _citation(language: str, cited: int | None) -> SafeString:
    if cited is None:
        return format_html('<span class="said quiet">{}</span>', say("document.cited.missing", language))
    return format_html(
        '<span class="said"><a href="{}">{}</a></span>',
        reverse("document", args=[cited]),
        say("document.cited.open", language),
    )


_SAID = {"observation": _measured, "target": _measured, "task": _task}
