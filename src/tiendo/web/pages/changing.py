"""Pages that change: somebody who is signed in sends a form, and the browser is led to a page that reads."""

from __future__ import annotations

import functools
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from http import HTTPStatus
from typing import Any, Concatenate, ParamSpec

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from tiendo.facts.wording import Wording
from tiendo.ledger.actors import Actor
from tiendo.web.language import language_of
from tiendo.web.pages.asking import asker_of, require_text
from tiendo.web.pages.questions import WrongQuestion
from tiendo.web.pages.reading import Reading, reading_of
from tiendo.web.pages.refusals import refusal, to_sign_in
from tiendo.web.words import say

LONGEST_REASON = 2_000  # characters: a long paragraph, as the API takes it

P = ParamSpec("P")


@dataclass(frozen=True)
class Change:
    """A change that somebody asks for, who it is, and when."""

    request: HttpRequest
    actor: Actor
    at: datetime
    language: str

    def why(self, usual: str) -> str:
        """The reason that was written into the form, else the usual one of this change (a key of the words)."""
        written = " ".join(self.request.POST.get("why", "").replace("\x00", " ").split())
        if len(written) > LONGEST_REASON:
            raise WrongQuestion(
                vi=f"Lý do dài quá {LONGEST_REASON} ký tự.", en=f"The reason has more than {LONGEST_REASON} characters."
            )
        # The record speaks Vietnamese, whatever the page does.
        return written or say(usual, "vi")

    def done(self, address: str, key: str, **values: Any) -> HttpResponse:
        """Lead to a page of this site that says what was done; `key` is one of the words."""
        messages.success(self.request, say(key, self.language, **values))
        return self._lead(address)

    def refused(self, address: str, why: Wording) -> HttpResponse:
        """Lead to a page of this site that says why nothing was done."""
        messages.error(self.request, why.sentence(self.language))
        return self._lead(address)

    def reading(self) -> Reading:
        """The record after the change, for a part of the page that is open."""
        return reading_of(self.request)

    def _lead(self, address: str) -> HttpResponse:
        if "HX-Request" in self.request.headers:
            return HttpResponse(status=HTTPStatus.NO_CONTENT, headers={"HX-Redirect": address})
        return HttpResponseRedirect(address)


View = Callable[Concatenate[Change, P], HttpResponse]


def changes(view: View[P]) -> Callable[Concatenate[HttpRequest, P], HttpResponse]:
    """A view that changes the record; what the record refuses becomes a page that says so."""

    @functools.wraps(view)
    def answer(request: HttpRequest, /, *arguments: P.args, **named: P.kwargs) -> HttpResponse:
        try:
            if request.method != "POST":
                return refusal(request, HTTPStatus.METHOD_NOT_ALLOWED)
            require_text(request)
            asker = asker_of(request)
            if asker.account is None:
                return to_sign_in(request)
            change = Change(request, asker.actor, datetime.now(UTC), language_of(request))
            given = view(change, *arguments, **named)
        except Exception as fault:  # noqa: BLE001 the boundary: what is known becomes a page, the rest goes on
            return refusal(request, fault)
        given.setdefault("Cache-Control", "no-store")
        return given

    return answer
