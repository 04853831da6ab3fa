"""Pages that read: who looks, at what was known when, in which language; and pages that were made already.

What the record held at a moment never changes, so a page for the public is made once for each address, language and
state of the record, and a browser that has it is told so.
"""

from __future__ import annotations

import functools
import gzip
import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from http import HTTPStatus
from typing import Any, Concatenate, ParamSpec

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.template.loader import render_to_string
from django.utils.timezone import localdate

from tiendo.intake.boundaries.kept import boundaries_stamp
from tiendo.ledger.actors import Actor
from tiendo.ledger.models import Account
from tiendo.ledger.permissions import EVERYWHERE, Permission, Scope, may
from tiendo.ledger.selectors.public_moment import public_moment
from tiendo.ledger.selectors.viewing import Known, Viewer, known_at
from tiendo.ledger.selectors.visible import visible_to
from tiendo.web.api.authentication import Asker
from tiendo.web.language import language_of
from tiendo.web.pages import questions
from tiendo.web.pages.asking import Looker, asker_of, require_text
from tiendo.web.pages.maker import maker
from tiendo.web.pages.refusals import refusal
from tiendo.web.pages.shelf import PAGES

_TAG_DIGITS = 32
_QUICKLY = 4  # of gzip's nine levels: a tenth larger than the best, in a third of its time

P = ParamSpec("P")


@dataclass(frozen=True)
class Reading:
    """A request for a page."""

    request: HttpRequest
    asker: Asker
    language: str
    as_of: date | None
    today: date

    @property
    def viewer(self) -> Viewer:
        """What may be seen."""
        return self.asker.viewer

    @property
    def actor(self) -> Actor:
        """Who looks, with their roles."""
        return self.asker.actor

    @property
    def account(self) -> Account | None:
        """The account that is signed in; `None` for the public."""
        return self.asker.account

    @cached_property
    def known(self) -> Known:
        """What was known on the day that `?asOf=` names, by default now."""
        if self.as_of is None:
            return self.asker.known
        then = known_at(self.as_of)
        return public_moment(then) if self.account is None else then

    @property
    def is_fragment(self) -> bool:
        """Whether a page that is open already asks for a part of itself."""
        headers = self.request.headers
        return "HX-Request" in headers and "HX-History-Restore-Request" not in headers and "HX-Boosted" not in headers

    def may(self, permission: Permission, scope: Scope = EVERYWHERE) -> bool:
        """Whether whoever looks may do that, there."""
        return may(self.actor, permission, scope)

    def show(
        self, template: str, context: Mapping[str, Any], *, part: str | None = None, status: int = 200
    ) -> HttpResponse:
        """The page; only its `part` where an open page asks for it again."""
        chosen = part if part is not None and self.is_fragment else template
        return HttpResponse(render_to_string(chosen, {**context, "reading": self}, self.request), status=status)

    @cached_property
    def etag(self) -> str:
        """The same as long as the page is the same."""
        said = (
            maker(),
            self.known.horizon,
            self.known.seal.hex(),
            visible_to(self.viewer, self.known).sight,
            # With the name that the reader calls the site by: a page that says its own address is kept for those alone.
            self.request.build_absolute_uri(self.request.get_full_path()),
            self.language,
            self.is_fragment,
            self.today.isoformat(),
            boundaries_stamp(),  # outlines for maps are no part of the record
        )
        return f'"{hashlib.sha256(repr(said).encode("utf-8", "surrogatepass")).hexdigest()[:_TAG_DIGITS]}"'


View = Callable[Concatenate[Reading, P], HttpResponse]


def reads(view: View[P]) -> Callable[Concatenate[HttpRequest, P], HttpResponse]:
    """A view of a page that changes nothing; what goes wrong becomes a page that says so."""
    return _reads(view, reading_of)


def reads_for_all(view: View[P]) -> Callable[Concatenate[HttpRequest, P], HttpResponse]:
    """The same, where whoever is signed in sees what all see."""
    return _reads(view, lambda request: _reading(request, Looker()))


def _reads(
    view: View[P], reading_for: Callable[[HttpRequest], Reading]
) -> Callable[Concatenate[HttpRequest, P], HttpResponse]:
    @functools.wraps(view)
    def answer(request: HttpRequest, /, *arguments: P.args, **named: P.kwargs) -> HttpResponse:
        try:
            require_text(request)
            reading = reading_for(request)
            if request.method not in ("GET", "HEAD"):
                return refusal(request, 405)
            if reading.account is not None:
                given = view(reading, *arguments, **named)
                given.setdefault("Cache-Control", "private, no-store")
                return given
            return _public(reading, lambda: view(reading, *arguments, **named))
        except Exception as fault:  # noqa: BLE001 the boundary: what is known becomes a page, the rest goes on
            return refusal(request, fault)

    return answer


def reading_of(request: HttpRequest) -> Reading:
    """The reading that a request means; raises `WrongQuestion` for a day that is none."""
    return _reading(request, asker_of(request))


def _reading(request: HttpRequest, asker: Asker) -> Reading:
    return Reading(request, asker, language_of(request), questions.day(request, "asOf"), localdate())


def _public(reading: Reading, make: Callable[[], HttpResponse]) -> HttpResponse:
    """A page of the public, made only where nobody asked for it before."""
    held = reading.request.headers.get("If-None-Match", "")
    if reading.etag in [tag.strip().removeprefix("W/") for tag in held.split(",")]:
        return _with_headers(HttpResponseNotModified(), reading)
    # Whoever has a session may be shown what was done a moment ago, which is for nobody else.
    has_session = settings.SESSION_COOKIE_NAME in reading.request.COOKIES
    kept = None if has_session else PAGES.get(reading.etag)
    if kept is None:
        made = make()
        if has_session or not _is_for_everybody(made):
            return made
        kept = gzip.compress(made.content, _QUICKLY, mtime=0)
        PAGES.put(reading.etag, kept)
    return _with_headers(_packed(reading, kept), reading)


def _is_for_everybody(made: HttpResponse) -> bool:
    """Whether it is a whole page, and no redirect, refusal, download or form with the token of one reader."""
    is_page = made.get("Content-Type", "").startswith("text/html") and "Content-Disposition" not in made
    whole = made.status_code == HTTPStatus.OK and is_page and not made.streaming and not made.cookies
    return whole and b"csrfmiddlewaretoken" not in made.content


def _packed(reading: Reading, kept: bytes) -> HttpResponse:
    """The kept page as the browser can take it; nothing secret stands in it that its size could tell."""
    if "gzip" not in reading.request.headers.get("Accept-Encoding", ""):
        return HttpResponse(gzip.decompress(kept))
    answer = HttpResponse(kept)
    answer["Content-Encoding"] = "gzip"
    return answer


def _with_headers(answer: HttpResponse, reading: Reading) -> HttpResponse:
    answer["ETag"] = reading.etag
    answer["Vary"] = "Accept-Encoding, Cookie, HX-Request"
    answer["Cache-Control"] = "public, no-cache"
    return answer
