"""Makes the pages that readers begin with before they ask: when a process starts, and when the record has changed.

The first scoreboard of a process judges every indicator, and the first search builds its index: seconds, on a large
record. A thread beside those that serve does it ahead of the readers.
"""

from __future__ import annotations

import logging
from io import BytesIO
from threading import Thread
from time import sleep
from urllib.parse import SplitResult, urlsplit

from django.core.handlers.wsgi import WSGIRequest
from django.db import DatabaseError, connection
from django.urls import resolve

from tiendo.facts.errors import TiendoError
from tiendo.ledger.selectors.viewing import Known, known_at

# Where readers begin; the suggestions stand for everything that is searched.
_PATHS = ("/", "/indicators", "/tasks", "/documents", "/search/suggestions")
_QUERIES = {"/search/suggestions": "q=a"}

_LOOKS_EVERY = 2  # seconds
# Whoever reviews decides every few seconds. Pages for the public are made again when that has come to rest.
_RESTS_FOR = 3  # looks without a change

_LOG = logging.getLogger(__name__)


def start_warming(address: str) -> None:
    """Make the pages of the site at that address, and again behind every change, until the process ends."""
    Thread(target=_keep_warm, args=[address], name="warming", daemon=True).start()


def _keep_warm(address: str) -> None:
    warmed: Known | None = None
    seen: Known | None = None
    looks = _RESTS_FOR  # at the start nothing is waited for
    while True:
        try:
            known = known_at()
            looks = looks + 1 if known == seen or seen is None else 0
            seen = known
            if known != warmed and looks >= _RESTS_FOR:
                make_pages(address)
                warmed = known
        except (DatabaseError, OSError, TiendoError) as fault:
            _LOG.warning("pages were not made ahead: %s", fault)
        finally:
            # A file that a restore replaces must not stay open here.
            connection.close()
        sleep(_LOOKS_EVERY)


def make_pages(address: str) -> None:
    """Ask for the pages as the public does; each is kept where its next reader finds it."""
    site = urlsplit(address)
    for path in _PATHS:
        view, arguments, named = resolve(path)
        view(_request(site, path, _QUERIES.get(path, "")), *arguments, **named)


def _request(site: SplitResult, path: str, query: str) -> WSGIRequest:
    return WSGIRequest(
        {
            "REQUEST_METHOD": "GET",
            "PATH_INFO": path,
            "QUERY_STRING": query,
            "HTTP_HOST": site.netloc,
            "SERVER_NAME": site.hostname,
            "SERVER_PORT": str(site.port or ""),
            "wsgi.url_scheme": site.scheme,
            "wsgi.input": BytesIO(),
        }
    )
