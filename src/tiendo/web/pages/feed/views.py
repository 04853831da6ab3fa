"""The feed of new documents, results and findings, as all may see them."""

from __future__ import annotations

from datetime import UTC, datetime
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpResponse
from django.urls import reverse

from tiendo.ledger.catalogues import catalogue_at
from tiendo.ledger.selectors.indicators import indicator
from tiendo.ledger.selectors.news import WantedNews, new_documents, new_findings, new_results
from tiendo.ledger.selectors.viewing import moment_of
from tiendo.publishing.feed import MEDIA_TYPE, Feed, FeedEntry, as_atom, tag_uri
from tiendo.web.handouts.naming import place_words
from tiendo.web.pages import questions
from tiendo.web.pages.feed.told import Teller
from tiendo.web.pages.reading import Reading, reads_for_all
from tiendo.web.words import say

KINDS = ("document", "result", "finding")
"""What `?kind=` may ask for; without it all of them."""

_MOST_OF_KIND = 50  # entries: whoever looks once a day misses none of an ordinary day, and a long report hides no other
_NOWHERE = "localhost"  # who coins names on a machine without one
_SINCE = datetime(2026, 1, 1, tzinfo=UTC)  # when feeds began to be named so


@reads_for_all
def feed(reading: Reading) -> HttpResponse:
    """The newest documents, results and findings; of one territory, or the results of one indicator."""
    request, language = reading.request, reading.language
    kind = questions.choice(request, "kind", KINDS)
    wanted = WantedNews(
        limit=_MOST_OF_KIND,
        territory=questions.code(request, "territory"),
        indicator=questions.code(request, "indicator"),
    )
    named = indicator(wanted.indicator, reading.known).indicator.names.sentence(language) if wanted.indicator else ""
    about = (named, place_words(wanted.territory, reading.today, language) if wanted.territory else "")
    host = _host(reading)
    specific = "/".join(["feed", *(one or "-" for one in (kind, wanted.territory, wanted.indicator))])
    page = reverse("indicator", args=[wanted.indicator]) if wanted.indicator else reverse("scoreboard")
    made = Feed(
        id=tag_uri(host, _SINCE.date(), specific),
        title=" · ".join(one for one in (say("feed.title", language), *about) if one),
        language=language,
        author=settings.TIENDO.organisation or say("site.name", language),
        rights=settings.TIENDO.data_licence,
        address=request.build_absolute_uri(),
        page=request.build_absolute_uri(page),
        updated=moment_of(reading.known) or _SINCE,
        entries=tuple(_entries(kind, wanted, reading, host)),
    )
    answer = HttpResponse(as_atom(made), content_type=MEDIA_TYPE)
    answer["ETag"] = reading.etag
    answer["Cache-Control"] = "public, no-cache"
    return answer


def _entries(kind: str | None, wanted: WantedNews, reading: Reading, host: str) -> list[FeedEntry]:
    known = reading.known
    teller = Teller(host, reading.request.build_absolute_uri, reading.language, catalogue_at(known.horizon), known)
    found: list[FeedEntry] = []
    if kind in (None, "document") and wanted.indicator is None:
        found += teller.documents(new_documents(wanted, known))
    if kind in (None, "result"):
        found += teller.results(new_results(wanted, known))
    if kind in (None, "finding") and wanted.indicator is None:
        found += teller.findings(new_findings(wanted, known))
    return sorted(found, key=lambda one: (one.updated, one.id), reverse=True)


def _host(reading: Reading) -> str:
    """The name that coins the names of entries: that of the public address, so that they stay when ways change."""
    host = urlsplit(settings.TIENDO.public_url or reading.request.build_absolute_uri()).hostname or _NOWHERE
    return _NOWHERE if ":" in host else host  # an address of IPv6 is no name
