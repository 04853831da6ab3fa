"""Turns whatever went wrong into a problem document (RFC 9457) in the language of the request."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterable, Mapping
from typing import Any, Final

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.db import DataError, OperationalError
from django.http import Http404, HttpRequest, HttpResponse, UnreadablePostError
from ninja.errors import HttpError, ValidationError

from tiendo.facts import errors
from tiendo.facts.wording import Wording
from tiendo.web.api.fields import faults_of
from tiendo.web.api.language import language_of
from tiendo.web.api.problems import Problem

PROBLEM_TYPE: Final = "application/problem+json"
_RETRY_SECONDS = "5"  # writers take their turns within seconds

_LOG = logging.getLogger(__name__)

# The first that fits counts, so the narrower ones stand first.
_CODES: Mapping[type[errors.TiendoError], str] = {
    errors.NoSuchEntry: "not-found",
    errors.NotPermitted: "not-permitted",
    errors.SupersededMeanwhile: "superseded",
    errors.RecordBusy: "busy",
    errors.RecordFull: "full",
    errors.InvalidChange: "invalid-change",
    errors.InvalidFact: "invalid-change",
    errors.LookupRefused: "invalid-change",
    errors.RecordNotReady: "not-ready",
}


def problem_answer(request: HttpRequest, fault: Exception) -> HttpResponse:
    """The answer to a request that went wrong; what nobody foresaw is logged and told without details."""
    problem = problem_of(fault)
    if problem.code == "internal":
        _LOG.error("%s %s", request.method, request.path, exc_info=fault)
    language = language_of(request)
    content: dict[str, Any] = {
        "type": f"/problems/{problem.code}",
        "title": problem.kind.title.sentence(language),
        "status": problem.kind.status,
        "detail": problem.detail.sentence(language),
    }
    if problem.errors:
        content["errors"] = [
            {"field": one.field, "code": one.code, "message": one.message.sentence(language)} for one in problem.errors
        ]
    answer = HttpResponse(
        json.dumps(content, ensure_ascii=False), status=problem.kind.status, content_type=PROBLEM_TYPE
    )
    answer["Content-Language"] = language
    for name, value in problem.headers.items():
        answer[name] = value
    return answer


def problem_of(fault: Exception) -> Problem:
    """The problem that a fault is."""
    match fault:
        case Problem():
            return fault
        case errors.TiendoError():
            return _of_the_record(fault)
        case ValidationError():
            return invalid_request(fault.errors)
        case Http404():
            return not_found()
        case HttpError(status_code=400) | UnreadablePostError():
            return Problem("invalid-body", _UNREADABLE)
        case RequestDataTooBig():
            return body_too_large()
        case OperationalError() if "locked" in str(fault):
            return Problem("busy", _BUSY, headers={"Retry-After": _RETRY_SECONDS})
        case DataError():
            return invalid_request([])
    return Problem("internal", _INTERNAL)


def not_found() -> Problem:
    """Nothing stands at that address, or nothing that the asker may see."""
    return Problem("not-found", _NOT_FOUND)


def body_too_large() -> Problem:
    """More bytes than the installation takes."""
    limit = settings.DATA_UPLOAD_MAX_MEMORY_SIZE
    return Problem(
        "body-too-large",
        Wording(
            f"Nội dung gửi lên vượt giới hạn {limit} byte; hãy chia nhỏ.",
            f"The body has more than the limit of {limit} bytes; split it.",
        ),
    )


def invalid_request(faults: Iterable[Mapping[str, Any]]) -> Problem:
    """Values that do not fit, each named in `errors`."""
    return Problem("invalid-request", _INVALID, faults_of(faults))


def _of_the_record(fault: errors.TiendoError) -> Problem:
    code = next((code for kind, code in _CODES.items() if isinstance(fault, kind)), "internal")
    if code == "internal":
        return Problem(code, _INTERNAL)
    headers = {"Retry-After": _RETRY_SECONDS} if code == "busy" else {}
    return Problem(code, Wording(fault.vi, fault.en), headers=headers)


_NOT_FOUND = Wording(
    "Địa chỉ này không có gì, hoặc không có gì mà bạn được xem; xem /api/v1/docs.",
    "Nothing stands at this address, or nothing that you may see; see /api/v1/docs.",
)
_UNREADABLE = Wording(
    "Nội dung gửi lên không phải là JSON hợp lệ ở dạng UTF-8; hãy sửa rồi gửi lại.",
    "The body is no valid JSON in UTF-8; mend it and send it again.",
)
_INVALID = Wording(
    "Có giá trị không đúng, xem từng mục trong errors; chưa có gì được ghi.",
    "Some values do not fit, each is named in errors; nothing was recorded.",
)
_BUSY = Wording("Sổ đang bận ghi; hãy thử lại sau ít giây.", "The record is being written; try again in some seconds.")
_INTERNAL = Wording(
    "Chương trình gặp lỗi và chưa ghi gì; nhật ký của máy chủ có chi tiết.",
    "The program failed and recorded nothing; the log of the server has the details.",
)
