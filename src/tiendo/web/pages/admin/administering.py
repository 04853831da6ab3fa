"""Views for administrators alone, and the reason that each of their changes has to have."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Concatenate, ParamSpec

from django.http import HttpRequest, HttpResponse

from tiendo.ledger.permissions import Permission, require
from tiendo.web.pages.changing import LONGEST_REASON, Change, changes
from tiendo.web.pages.questions import WrongQuestion
from tiendo.web.pages.reading import Reading, reads

P = ParamSpec("P")


def administers(
    view: Callable[Concatenate[Reading, P], HttpResponse],
) -> Callable[Concatenate[HttpRequest, P], HttpResponse]:
    """A page that an administrator of everything reads; others are told that they may not."""

    @functools.wraps(view)
    def answer(reading: Reading, /, *arguments: P.args, **named: P.kwargs) -> HttpResponse:
        require(reading.actor, Permission.GRANT_ROLE)
        return view(reading, *arguments, **named)

    return reads(answer)


def alters(
    view: Callable[Concatenate[Change, P], HttpResponse],
) -> Callable[Concatenate[HttpRequest, P], HttpResponse]:
    """A change that an administrator of everything makes; the command asks once more."""

    @functools.wraps(view)
    def answer(change: Change, /, *arguments: P.args, **named: P.kwargs) -> HttpResponse:
        require(change.actor, Permission.GRANT_ROLE)
        return view(change, *arguments, **named)

    return changes(answer)


def reason(change: Change) -> str:
    """Why, in the words of the administrator; raises `WrongQuestion` where nothing is said."""
    written = sent(change, "why")
    if not written or len(written) > LONGEST_REASON:
        raise WrongQuestion(
            vi=f"Cần ghi lý do (tối đa {LONGEST_REASON} ký tự).",
            en=f"A reason of at most {LONGEST_REASON} characters is needed.",
        )
    return written


def sent(change: Change, name: str) -> str:
    """One line of the form."""
    return " ".join(change.request.POST.get(name, "").replace("\x00", " ").split())
