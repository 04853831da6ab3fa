"""Makes for readers ahead what takes long: when the site starts, and when something changed that the public can see.

Each process that serves builds the index of its own search, in a thread. The pages that people follow a plan by are
made by a process apart, which leaves the processors to those who ask (`config.page_maker`): the front pages, the
scoreboards of all periods, every indicator, document and agency, each kept where all processes find it (`pages.shelf`).
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from datetime import date
from io import BytesIO
from threading import Thread
from time import sleep
from urllib.parse import SplitResult, quote, urlsplit

from django.conf import settings
from django.core.handlers.wsgi import WSGIRequest
from django.db import DatabaseError, connection
from django.urls import resolve
from django.utils import translation
from django.utils.timezone import localdate

from tiendo.facts.errors import TiendoError
from tiendo.ledger.findable import Kind
from tiendo.ledger.selectors.public_moment import public_moment
from tiendo.ledger.selectors.reported_periods import reported_periods
from tiendo.ledger.selectors.searchable import searchable_at, seen_by
from tiendo.ledger.selectors.viewing import Known, Viewer, known_at
from tiendo.web.pages.scoreboard.asked import periods_of_year
from tiendo.web.search.kept import answer
from tiendo.web.words import LANGUAGES

_FRONT = ("/", "/indicators", "/tasks", "/documents", "/findings", "/data")
_RECENT_BOARDS = 14  # those of two years come before the rest, the others at the end
_PLACES = {Kind.INDICATOR: "/indicators/{}", Kind.DOCUMENT: "/documents/{}", Kind.AGENCY: "/agencies/{}"}

_LOOKS_EVERY = 2  # seconds
# Whoever publishes does so several times in a row. What is made for readers is made when that has come to rest.
_RESTS_FOR = 3  # looks without a change

_LOG = logging.getLogger(__name__)

Moment = tuple[Known, date]
"""What the public can see, and the day on which it looks."""


def start_warming() -> None:
    """Keep the index of this process's search ready, until the process ends."""
    Thread(target=_keep, args=[_index], name="warming", daemon=True).start()


def make_pages_ahead(address: str) -> None:
    """Make the pages of the site at that address, again whenever they change; does not return."""
    _keep(lambda moment: make_pages(address, moment))


def _keep(make: Callable[[Moment], None]) -> None:
    made: Moment | None = None
    seen: Moment | None = None
    looks = _RESTS_FOR  # at the start nothing is waited for
    while True:
        try:
            now = _now()
            looks = looks + 1 if now == seen or seen is None else 0
            seen = now
            if now != made and looks >= _RESTS_FOR:
                make(now)
                made = now
        except (DatabaseError, OSError, TiendoError) as fault:
            _LOG.warning("pages were not made ahead: %s", fault)
        finally:
            # A file that a restore replaces must not stay open here.
            connection.close()
        sleep(_LOOKS_EVERY)


def _now() -> Moment:
    return public_moment(known_at()), localdate()


def _index(moment: Moment) -> None:
    answer("a", Viewer(), moment[0], typing=True)


def make_pages(address: str, moment: Moment) -> None:
    """Ask for the pages as the public does, the most wanted first; leaves off when they are no longer of the moment."""
    site = urlsplit(address)
    for language in (settings.LANGUAGE_CODE, *(one for one in LANGUAGES if one != settings.LANGUAGE_CODE)):
        for path, query in _wanted(moment[0]):
            if _now() != moment:
                return
            view, arguments, named = resolve(path)
            with translation.override(language):
                view(_request(site, path, query, language), *arguments, **named)


def _wanted(known: Known) -> Iterator[tuple[str, str]]:
    """Path and query of what people look at: the present before the past."""
    yield from ((path, "") for path in _FRONT)
    viewer = Viewer()
    years = sorted({one.year for one in reported_periods(viewer, known)}, reverse=True)
    boards = [("/", f"period={one}") for year in years for one in periods_of_year(year)]
    yield from boards[:_RECENT_BOARDS]
    searchable = searchable_at(known)
    seen = seen_by(viewer, known, searchable)
    for one, is_seen in zip(searchable.everything, seen, strict=True):
        if is_seen and one.kind in _PLACES:
            yield _PLACES[one.kind].format(quote(one.key, safe="")), ""
    yield from boards[_RECENT_BOARDS:]


def _request(site: SplitResult, path: str, query: str, language: str = settings.LANGUAGE_CODE) -> WSGIRequest:
    return WSGIRequest(
        {
            "REQUEST_METHOD": "GET",
            "PATH_INFO": path,
            "QUERY_STRING": query,
            "HTTP_HOST": site.netloc,
            "HTTP_COOKIE": f"{settings.LANGUAGE_COOKIE_NAME}={language}",
            "SERVER_NAME": site.hostname,
            "SERVER_PORT": str(site.port or ""),
            "wsgi.url_scheme": site.scheme,
            "wsgi.input": BytesIO(),
        }
    )
