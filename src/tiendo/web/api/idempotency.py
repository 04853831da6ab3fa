"""A change that is asked for twice under one key is made once, and answered twice with the same words."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Final

from django.db import IntegrityError, transaction
from django.http import HttpResponse

from tiendo.facts.wording import Wording
from tiendo.ledger.chain import turn
from tiendo.web.api.authentication import Asking
from tiendo.web.api.problems import Problem
from tiendo.web.models import GivenAnswer

KEPT: Final = timedelta(hours=24)
_UNDER_WAY: Final = timedelta(minutes=1)  # a request ends after half of it; what is older was broken off
_UNDER_WAY_SECONDS = "2"

REPLAYED = "Idempotent-Replayed"


def once(request: Asking, key: str | None, change: Callable[[], HttpResponse]) -> HttpResponse:
    """The answer of a change that is made at most once for its key; without a key it is just made.

    The change and the note that it was made are one transaction. A change that was refused is not noted: its key
    may be used again.
    """
    if key is None:
        with turn():
            return change()
    account = request.asker.actor.name
    asked = _digest(request)
    held = _claim(account, key, asked)
    if held is not None:
        return _replayed(held)
    try:
        with turn():
            answer = change()
            GivenAnswer.objects.filter(account=account, key=key).update(
                status=answer.status_code, content_type=answer["Content-Type"], body=answer.content
            )
            return answer
    except BaseException:
        GivenAnswer.objects.filter(account=account, key=key, status=0).delete()
        raise


def _claim(account: str, key: str, asked: str) -> GivenAnswer | None:
    """Take the key, or give the answer that it was used for; raises a `Problem` where it is in other hands."""
    now = datetime.now(UTC)
    GivenAnswer.objects.filter(asked_at__lt=now - KEPT).delete()
    GivenAnswer.objects.filter(account=account, key=key, status=0, asked_at__lt=now - _UNDER_WAY).delete()
    try:
        with transaction.atomic():
            GivenAnswer.objects.create(account=account, key=key, asked_sha256=asked, asked_at=now)
        return None
    except IntegrityError:
        held = GivenAnswer.objects.filter(account=account, key=key).first()
    if held is None or held.status == 0:
        raise Problem("under-way", _BUSY, headers={"Retry-After": _UNDER_WAY_SECONDS})
    if held.asked_sha256 != asked:
        raise Problem("key-used-otherwise", _OTHERWISE)
    return held


def _replayed(held: GivenAnswer) -> HttpResponse:
    answer = HttpResponse(bytes(held.body), status=held.status, content_type=held.content_type)
    answer[REPLAYED] = "true"
    return answer


def _digest(request: Asking) -> str:
    """Stands for all that is asked for: method, address and body."""
    said = hashlib.sha256()
    for part in ((request.method or "").encode(), request.get_full_path().encode("utf-8", "surrogatepass")):
        said.update(len(part).to_bytes(8, "big") + part)
    said.update(request.body)
    return said.hexdigest()


_BUSY = Wording(
    "Yêu cầu trước với cùng khóa (Idempotency-Key) chưa xong; hãy thử lại sau ít giây.",
    "The request before with the same Idempotency-Key is not done; try again in some seconds.",
)
_OTHERWISE = Wording(
    "Khóa (Idempotency-Key) này đã dùng cho một yêu cầu khác; hãy dùng khóa mới.",
    "This Idempotency-Key was used for another request; use a new one.",
)
