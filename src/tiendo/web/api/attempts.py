"""Slows down whoever tries out passwords at the API; what is counted is counted for the pages too."""

from __future__ import annotations

from django.http import HttpRequest

from tiendo.facts.wording import Wording
from tiendo.web.accounts.attempts import MOST_FAILURES, seconds_to_wait
from tiendo.web.api.problems import Problem

__all__ = ["MOST_FAILURES", "require_few_failures"]

_WAIT = Wording(
    "Đã sai quá nhiều lần; hãy chờ 15 phút rồi thử lại.", "There were too many failures; wait 15 minutes and try again."
)


def require_few_failures(request: HttpRequest, username: str) -> None:
    """Raise a `Problem` where somebody at that address has failed too often, whether the name exists or not."""
    seconds = seconds_to_wait(request, username)
    if seconds:
        raise Problem("too-many-attempts", _WAIT, headers={"Retry-After": str(seconds)})
