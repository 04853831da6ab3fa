"""Pages for those who cannot come in now, each with what to do instead."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from tiendo.web.accounts.attempts import counted_name, seconds_to_wait
from tiendo.web.accounts.second_factor import MISSING
from tiendo.web.language import language_of
from tiendo.web.pages.reading import reading_of

_MINUTE = 60  # seconds


def locked_out(request: HttpRequest, answer: HttpResponse | None, credentials: dict[str, Any] | None) -> HttpResponse:
    """The answer to an attempt that was not looked at, or to the failure after which none will be.

    Who failed just now is told that they failed, as before; only the next attempt is told to wait.
    """
    was_looked_at = request.axes_failures_since_start is not None  # type: ignore[attr-defined]
    if answer is not None and was_looked_at:
        return answer
    return has_to_wait(request, seconds_to_wait(request, counted_name(request, credentials)))


def has_to_wait(request: HttpRequest, seconds: int) -> HttpResponse:
    """Too many attempts: for how long the next one is not looked at."""
    minutes = max(1, -(-seconds // _MINUTE))
    answer = reading_of(request).show("sign_in/waiting.html", {"minutes": minutes}, status=HTTPStatus.TOO_MANY_REQUESTS)
    answer["Retry-After"] = str(max(1, seconds))
    answer["Cache-Control"] = "no-store"
    return answer


def not_known(request: HttpRequest) -> HttpResponse:
    """The login of the province knows somebody for whom there is no account here."""
    return _refused(request, "sign_in/not_known.html")


def not_proven(request: HttpRequest) -> HttpResponse:
    """The login of the province did not say who somebody is, or not so that it can be believed."""
    return _refused(request, "sign_in/not_proven.html")


def needs_second_factor(request: HttpRequest) -> HttpResponse:
    """To the page where a second factor is set up; nothing was changed."""
    messages.error(request, MISSING.sentence(language_of(request)))
    address = reverse("second-factor")
    if "HX-Request" in request.headers:
        return HttpResponse(status=HTTPStatus.NO_CONTENT, headers={"HX-Redirect": address})
    return HttpResponseRedirect(address)


def _refused(request: HttpRequest, template: str) -> HttpResponse:
    answer = reading_of(request).show(template, {}, status=HTTPStatus.FORBIDDEN)
    answer["Cache-Control"] = "no-store"
    return answer
