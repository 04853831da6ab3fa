"""The door of the API: what every request has to pass before its handler, and what every answer gets on the way out."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable
from typing import Any, cast

from django.conf import settings
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.urls import URLPattern
from django.views.decorators.csrf import csrf_exempt
from ninja.operation import Operation, PathView

from tiendo.facts.wording import Wording
from tiendo.web.api.authentication import Asker, Asking, asker_of
from tiendo.web.api.errors import body_too_large, invalid_request, not_found, problem_answer
from tiendo.web.api.problems import Problem
from tiendo.web.api.routers.session import SIGN_IN

Answer = HttpResponse | StreamingHttpResponse
View = Callable[..., Answer]

_BODY = "application/json"
_UNSAFE_CACHE = "no-store"

_WRONG_TYPE = Wording(
    "Nội dung phải là JSON (Content-Type: application/json).",
    "The body has to be JSON (Content-Type: application/json).",
)


def guarded(pattern: URLPattern) -> URLPattern:
    """The same address, with its view behind the door."""
    operations = _operations_of(pattern.callback)
    pattern.callback = _guard(pattern.callback, operations)
    return pattern


def no_such_address(request: HttpRequest) -> Answer:
    """The answer to an address below `/api` that leads nowhere."""
    return _finished(request, problem_answer(request, not_found()))


no_such_address = csrf_exempt(no_such_address)


def _operations_of(view: Callable[..., Any]) -> dict[str, Operation]:
    """The operations of a view by method; none for the pages of the documentation."""
    path = inspect.getclosurevars(view).nonlocals.get("self") if inspect.isfunction(view) else None
    if not isinstance(path, PathView):
        return {}
    return {method: one for one in path.operations for method in one.methods}


def _guard(view: View, operations: dict[str, Operation]) -> View:
    def guarded_view(request: HttpRequest, *arguments: Any, **named: Any) -> Answer:
        is_head = request.method == "HEAD"
        if is_head:
            request.method = "GET"
        answer: Answer
        try:
            if operations:
                _let_in(request, operations)
            answer = view(request, *arguments, **named)
        except Exception as fault:  # noqa: BLE001 the boundary: whatever happens, the answer is a problem document
            answer = problem_answer(request, fault)
        return _finished(request, answer, is_head=is_head)

    return csrf_exempt(guarded_view)


def _let_in(request: HttpRequest, operations: dict[str, Operation]) -> None:
    """Raise a `Problem` for what can be seen to be wrong before the handler."""
    operation = operations.get(request.method or "")
    if operation is None:
        raise _wrong_method(operations)
    # Whoever signs in is somebody else from now on, whatever cookie they still have.
    cast(Asking, request).asker = Asker() if operation.operation_id == SIGN_IN else asker_of(request)
    _check_parameters(request, _parameters_of(operation))
    if any(model.__ninja_param_source__ == "body" for model in operation.models):
        _check_body(request)


def _wrong_method(operations: dict[str, Operation]) -> Problem:
    allowed = ", ".join(sorted({*operations, *(["HEAD"] if "GET" in operations else [])}))
    words = Wording(f"Địa chỉ này chỉ nhận {allowed}.", f"This address takes {allowed} only.")
    return Problem("wrong-method", words, headers={"Allow": allowed})


def _parameters_of(operation: Operation) -> frozenset[str]:
    models = (model for model in operation.models if model.__ninja_param_source__ == "query")
    return frozenset(name for model in models for name in getattr(model, "__ninja_flatten_map__", {}))


def _check_parameters(request: HttpRequest, known: Iterable[str]) -> None:
    faults = [
        {"type": "unknown-parameter" if name not in known else "repeated-parameter", "loc": ("query", name)}
        for name, values in request.GET.lists()
        if name not in known or len(values) > 1
    ]
    if faults:
        raise invalid_request(faults)


def _check_body(request: HttpRequest) -> None:
    if request.content_type != _BODY:
        raise Problem("wrong-media-type", _WRONG_TYPE, headers={"Accept": _BODY})
    length = request.headers.get("Content-Length") or "0"
    if not length.isdecimal() or int(length) > (settings.DATA_UPLOAD_MAX_MEMORY_SIZE or 0):
        raise body_too_large()


def _finished(request: HttpRequest, answer: Answer, *, is_head: bool = False) -> Answer:
    if "Cache-Control" not in answer:
        answer["Cache-Control"] = _UNSAFE_CACHE
    answer.setdefault("X-Content-Type-Options", "nosniff")
    if is_head:
        request.method = "HEAD"
        if isinstance(answer, StreamingHttpResponse):  # it says its length itself
            answer.streaming_content = ()
        else:
            answer["Content-Length"] = str(len(answer.content))
            answer.content = b""
    return answer
