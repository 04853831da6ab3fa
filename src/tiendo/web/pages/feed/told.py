"""What the feed says of each piece of news."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC
from typing import Any

from django.urls import NoReverseMatch, reverse
from django.utils.http import urlencode
from django.utils.timezone import localdate

from tiendo.catalogue import Catalogue
from tiendo.facts.period import Period
from tiendo.facts.printing import bounds, unit_of, with_unit
from tiendo.ledger.measures import record_of
from tiendo.ledger.selectors.document_register import ListedDocument
from tiendo.ledger.selectors.measured import ObservationView
from tiendo.ledger.selectors.news import New, ShownFinding
from tiendo.ledger.selectors.series import origins_of
from tiendo.ledger.selectors.viewing import Known, Viewer
from tiendo.publishing.feed import FeedEntry, tag_uri
from tiendo.web.handouts.naming import origin_words, place_words
from tiendo.web.words import say


@dataclass(frozen=True, slots=True)
class Teller:
    """Tells news in a language; `host` coins the names of entries, `absolute` makes a path a whole address."""

    host: str
    absolute: Callable[[str], str]
    language: str
    catalogue: Catalogue
    known: Known

    def documents(self, news: list[New[ListedDocument]]) -> Iterator[FeedEntry]:
        """A document: its number and what it is about."""
        for one in news:
            document = one.thing
            named = ": ".join(part for part in (document.title, document.subject) if part)
            issued = [document.issuer or "", document.issued.isoformat() if document.issued else ""]
            yield self._entry(
                one,
                "document",
                say("feed.document", self.language, name=named),
                ", ".join(part for part in issued if part) or document.title,
                _address("document", one.root),
            )

    def results(self, news: list[New[ObservationView]]) -> Iterator[FeedEntry]:
        """A result: the indicator, its territory and period, the value, and where it stands."""
        origins = origins_of([one.thing for one in news], Viewer(), self.known)
        for one, origin in zip(news, origins, strict=True):
            value = one.thing
            source = say("feed.source", self.language, source=origin_words(origin, localdate(one.since), self.language))
            quote = f" “{value.quote}”" if value.quote else ""
            page = f"{_address('indicator', value.indicator or '')}?{_query(territory=value.territory)}"
            yield self._entry(
                one,
                "result",
                self._value(value, one),
                f"{source}{quote}",
                f"{page}#value-{value.entry}",
            )

    def findings(self, news: list[New[ShownFinding]]) -> Iterator[FeedEntry]:
        """A finding: what does not add up, with its working."""
        for one in news:
            finding = one.thing.finding
            working = " ".join(step.sentence(self.language) for step in finding.working)
            message = finding.message.sentence(self.language)
            address = f"{reverse('findings')}?{_query(document=finding.places[0].document)}#finding-{one.root}"
            yield self._entry(
                one, "finding", say("feed.finding", self.language, message=message), working or message, address
            )

    def _value(self, value: ObservationView, one: New[ObservationView]) -> str:
        code = value.indicator or ""
        name = self.catalogue[code].names if code in self.catalogue else None
        said = name.sentence(self.language) if name else code
        quantity = record_of(value, name.vi if name else code, is_target=False).quantity
        if quantity.per is not None and name is not None and quantity.per in name.vi:
            quantity = replace(quantity, per=None)
        amount = with_unit(bounds(quantity, self.language), unit_of(quantity, self.language))
        place = place_words(value.territory, localdate(one.since), self.language) if value.territory else ""
        around = ", ".join(part for part in (said, place, self._period(value)) if part)
        return f"{around}: {say('feed.estimated', self.language) + ' ' if value.estimated else ''}{amount}"

    def _period(self, value: ObservationView) -> str:
        if value.period is None:
            return ""
        period = Period.parse(value.period)
        return period.vietnamese() if self.language == "vi" else period.english()

    def _entry(self, one: New[Any], kind: str, title: str, summary: str, path: str) -> FeedEntry:
        return FeedEntry(
            # The name is that of the thing and not of its version: a correction is the same entry, updated.
            id=tag_uri(self.host, one.first.astimezone(UTC).date(), f"{kind}/{one.root}"),
            kind=kind,
            title=title,
            summary=summary,
            updated=one.since,
            published=one.first,
            address=self.absolute(path),
        )


def _query(**said: str | None) -> str:
    return urlencode({name: value for name, value in said.items() if value is not None})


def _address(name: str, argument: int | str) -> str:
    try:
        return reverse(name, args=[argument])
    except NoReverseMatch:
        return reverse("scoreboard")
