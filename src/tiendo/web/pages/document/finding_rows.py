"""Findings as rows of the list beside the text; made here and not in a template, for a part may have many of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.timezone import localtime

from tiendo.ledger.selectors.findings import DismissalView
from tiendo.web.pages.document.margin import Asked
from tiendo.web.pages.tags import day_text
from tiendo.web.words import say

_LONGEST_REASON = 2_000  # characters, as changes take them


@dataclass(frozen=True)
class FindingRows:
    """Makes the rows of one document; `token` is the hidden field of forms, `None` for whoever may not dismiss."""

    document: int
    language: str
    token: SafeString | None

    def row(self, one: Asked) -> SafeString:
        """The row of a finding: its sentence, the likeliest slips, and on demand its working and a form."""
        dismissed = one.finding.dismissed
        classes = " ".join(["finding", *(["loud"] if one.is_loud else []), *(["dismissed"] if dismissed else [])])
        aside = f" · {self._say('document.finding.dismissed')}" if dismissed else ""
        return format_html(
            '<li class="{}" id="{}"><span class="{}">{}{}</span><span class="said">{}</span>{}{}</li>',
            classes,
            one.anchor,
            "flag" if one.is_loud else "kind",
            one.verdict,
            aside,
            one.message,
            self._listed("ul", "suggested", one.suggestions),
            self._working(one),
        )

    def _working(self, one: Asked) -> SafeString:
        inside = format_html_join("", "{}", ((part,) for part in self._parts(one)))
        if not inside:
            return SafeString()
        return format_html("<details><summary>{}</summary>{}</details>", self._say("document.finding.working"), inside)

    def _parts(self, one: Asked) -> Iterator[SafeString]:
        yield self._listed("ol", "working num", one.working)
        for root in one.others:
            words = self._say("document.finding.other", number=root)
            yield format_html('<p><a href="{}">{}</a></p>', reverse("document", args=[root]), words)
        if one.finding.dismissal is not None:
            yield self._dismissal(one.finding.dismissal)
        if self.token is not None:
            yield self._form(one)

    def _dismissal(self, said: DismissalView) -> SafeString:
        day = day_text(localtime(said.at).date(), self.language)
        return format_html('<p class="quiet">{} · {}: {}</p>', day, said.by, said.why)

    def _form(self, one: Asked) -> SafeString:
        name = "restore" if one.finding.dismissed else "dismiss"
        return format_html(
            '<form method="post" class="reasoned" action="{}">{}<label for="why-{}">{}</label>'
            '<input id="why-{}" name="why" maxlength="{}"{}><button>{}</button></form>',
            reverse(f"document-finding-{name}", args=[self.document, one.finding.id]),
            self.token,
            one.finding.id,
            self._say("document.why"),
            one.finding.id,
            _LONGEST_REASON,
            "" if one.finding.dismissed else SafeString(" required"),
            self._say(f"document.finding.{name}"),
        )

    def _listed(self, tag: str, classes: str, lines: tuple[str, ...]) -> SafeString:
        if not lines:
            return SafeString()
        items = format_html_join("", "<li>{}</li>", ((line,) for line in lines))
        return format_html('<{0} class="{1}">{2}</{0}>', tag, classes, items)

    def _say(self, key: str, **values: int) -> str:
        return say(key, self.language, **values)
