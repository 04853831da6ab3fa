"""Slows down whoever tries out passwords."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime, timedelta

from django.http import HttpRequest

from tiendo.facts.wording import Wording
from tiendo.web.api.problems import Problem
from tiendo.web.models import FailedSignIn

MOST_FAILURES = 5  # people mistype two or three times
WINDOW = timedelta(minutes=15)  # 480 guesses a day: a password of twelve characters outlives that

_WAIT = Wording(
    "Đã sai quá nhiều lần; hãy chờ 15 phút rồi thử lại.", "There were too many failures; wait 15 minutes and try again."
)


def require_few_failures(request: HttpRequest, username: str) -> None:
    """Raise a `Problem` where somebody at that address has failed too often for that name, whether it exists or not."""
    recent = FailedSignIn.objects.filter(who_sha256=_who(request, username), at__gt=datetime.now(UTC) - WINDOW)
    if recent.count() >= MOST_FAILURES:
        raise Problem("too-many-attempts", _WAIT, headers={"Retry-After": str(int(WINDOW.total_seconds()))})


def count_failure(request: HttpRequest, username: str) -> None:
    """Remember a failure; those that no longer count are forgotten."""
    now = datetime.now(UTC)
    FailedSignIn.objects.filter(at__lte=now - WINDOW).delete()
    FailedSignIn.objects.create(who_sha256=_who(request, username), at=now)


def forget_failures(request: HttpRequest, username: str) -> None:
    """Somebody knew the password after all."""
    FailedSignIn.objects.filter(who_sha256=_who(request, username)).delete()


def _who(request: HttpRequest, username: str) -> str:
    """Names and addresses are not kept, only what tells them apart."""
    said = f"{username.casefold()}\x00{request.META.get('REMOTE_ADDR', '')}"
    return hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()
