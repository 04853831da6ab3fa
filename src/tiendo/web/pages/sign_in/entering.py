"""Views for somebody who is not known yet: they show a form and take it, for anybody, and nothing of it is kept."""

from __future__ import annotations

import functools
from collections.abc import Callable
from http import HTTPStatus
from typing import Concatenate, ParamSpec

from django.http import HttpRequest, HttpResponse
from django.views.decorators.debug import sensitive_post_parameters

from tiendo.web.pages.reading import Reading, reading_of
from tiendo.web.pages.refusals import refusal

P = ParamSpec("P")
View = Callable[Concatenate[Reading, P], HttpResponse]
_METHODS = frozenset({"GET", "HEAD", "POST"})


def enters(view: View[P]) -> Callable[Concatenate[HttpRequest, P], HttpResponse]:
    """A view of a page with a form about who somebody is; what goes wrong becomes a page that says so."""

    @sensitive_post_parameters()
    @functools.wraps(view)
    def answer(request: HttpRequest, *arguments: P.args, **named: P.kwargs) -> HttpResponse:
        try:
            if request.method not in _METHODS:
                return refusal(request, HTTPStatus.METHOD_NOT_ALLOWED)
            given = view(reading_of(request), *arguments, **named)
        except Exception as fault:  # noqa: BLE001 the boundary: what is known becomes a page, the rest goes on
            return refusal(request, fault)
        given.setdefault("Cache-Control", "no-store")
        return given

    return answer  # type: ignore[return-value] # the decorator of Django says less than it keeps
