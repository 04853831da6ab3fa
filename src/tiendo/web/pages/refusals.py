"""Pages for what went wrong: each says what it was and what to do now."""

from __future__ import annotations

from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from django.core.exceptions import PermissionDenied, RequestDataTooBig, SuspiciousOperation
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.http import urlencode

from tiendo.facts import errors
from tiendo.web.language import language_of
from tiendo.web.pages.asking import asker_of
from tiendo.web.pages.questions import WrongQuestion
from tiendo.web.words import say

# The first that fits counts, so the narrower ones stand first.
_STATUSES: tuple[tuple[type[Exception], HTTPStatus], ...] = (
    (WrongQuestion, HTTPStatus.BAD_REQUEST),
    (errors.NoSuchEntry, HTTPStatus.NOT_FOUND),
    (Http404, HTTPStatus.NOT_FOUND),
    (errors.NotPermitted, HTTPStatus.FORBIDDEN),
    (PermissionDenied, HTTPStatus.FORBIDDEN),
    (errors.SupersededMeanwhile, HTTPStatus.CONFLICT),
    (errors.RecordBusy, HTTPStatus.SERVICE_UNAVAILABLE),
    (errors.RecordNotReady, HTTPStatus.SERVICE_UNAVAILABLE),
    (RequestDataTooBig, HTTPStatus.REQUEST_ENTITY_TOO_LARGE),
    (SuspiciousOperation, HTTPStatus.BAD_REQUEST),
    (errors.RecordRefused, HTTPStatus.UNPROCESSABLE_ENTITY),
    (errors.InvalidFact, HTTPStatus.UNPROCESSABLE_ENTITY),
    (errors.LookupRefused, HTTPStatus.UNPROCESSABLE_ENTITY),
    (errors.UnreadableDocument, HTTPStatus.UNPROCESSABLE_ENTITY),
    (errors.ReportRefused, HTTPStatus.NOT_FOUND),
)
_RETRY_SECONDS = "5"  # writers take their turns within seconds
_SERVER_FAULT = 500


def refusal(request: HttpRequest, fault: Exception | int) -> HttpResponse:
    """The page for a fault or a status; raises a fault again that nobody foresaw.

    The public is sent to sign in where something is not permitted: it may well be for the account they have.
    """
    status = fault if isinstance(fault, int) else _status_of(fault)
    if status == HTTPStatus.FORBIDDEN and asker_of(request).account is None:
        return to_sign_in(request)
    said = fault.sentence(language_of(request)) if isinstance(fault, errors.TiendoError) else ""
    answer = _page(request, int(status), said)
    if status == HTTPStatus.SERVICE_UNAVAILABLE:
        answer["Retry-After"] = _RETRY_SECONDS
    return answer


def to_sign_in(request: HttpRequest) -> HttpResponse:
    """To the page for signing in, and back to this one afterwards."""
    back = request.get_full_path() if request.method in ("GET", "HEAD") else "/"
    answer = HttpResponseRedirect(f"{reverse('sign-in')}?{urlencode({'next': back})}")
    if "HX-Request" in request.headers:
        # A part of a page cannot become the page for signing in: the whole window goes there.
        answer = HttpResponse(status=HTTPStatus.NO_CONTENT, headers={"HX-Redirect": answer["Location"]})  # type: ignore[assignment]
    return answer


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001 Django names it
    """Nothing stands at the address, or nothing that may be seen."""
    return _page(request, HTTPStatus.NOT_FOUND, "")


def not_permitted(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001 Django names it
    """The account may not do this."""
    return refusal(request, HTTPStatus.FORBIDDEN)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001 Django names it
    """The request cannot be understood."""
    return _page(request, HTTPStatus.BAD_REQUEST, "")


def forged(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001 Django names it
    """A form came without the token that its page gave it."""
    return _page(request, HTTPStatus.FORBIDDEN, "", kind="forged")


def failed(request: HttpRequest) -> HttpResponse:
    """The program failed. The page asks neither the record nor the session: these may be what failed."""
    return HttpResponse(
        render_to_string("components/failed.html", {"language": language_of(request)}), status=_SERVER_FAULT
    )


def _status_of(fault: Exception) -> HTTPStatus:
    for kind, status in _STATUSES:
        if isinstance(fault, kind):
            return status
    raise fault


def _page(request: HttpRequest, status: int, said: str, *, kind: str | None = None) -> HttpResponse:
    kind, language = kind or _KINDS.get(status, "other"), language_of(request)
    context: dict[str, Any] = {
        "kind": kind,
        "title": say(f"refusal.{kind}", language),
        "said": said,
        "advice": say(f"refusal.{kind}.do", language),
        "status": status,
    }
    template = "components/refused_part.html" if "HX-Request" in request.headers else "components/refusal.html"
    answer = HttpResponse(render_to_string(template, context, request), status=status)
    answer["Cache-Control"] = "no-store"
    return answer


_KINDS: Mapping[int, str] = {
    HTTPStatus.BAD_REQUEST: "wrong-question",
    HTTPStatus.FORBIDDEN: "not-permitted",
    HTTPStatus.NOT_FOUND: "not-found",
    HTTPStatus.METHOD_NOT_ALLOWED: "wrong-method",
    HTTPStatus.CONFLICT: "superseded",
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: "too-large",
    HTTPStatus.UNPROCESSABLE_ENTITY: "not-recorded",
    HTTPStatus.SERVICE_UNAVAILABLE: "busy",
}
