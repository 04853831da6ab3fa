"""Where a request comes from, and where one may be sent back to."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest
from django.utils.http import url_has_allowed_host_and_scheme

_LONGEST = 2_000  # characters of an address to go back to; filters stay far below


def client_address(request: HttpRequest) -> str:
    """The address that a request comes from.

    With `TIENDO_PROXIES=n` it is the n-th from the right of `X-Forwarded-For`: what the outermost of our own servers
    saw. Whatever stands left of it was written by the client, who may write anything.
    """
    direct: str = request.META.get("REMOTE_ADDR", "")
    proxies: int = settings.TIENDO.proxies
    passed = [part.strip() for part in request.headers.get("X-Forwarded-For", "").split(",") if part.strip()]
    return passed[-proxies] if 0 < proxies <= len(passed) else direct


def is_local(address: str) -> bool:
    """Whether an address leads to a page of this site: a path and nothing before it."""
    fits = len(address) <= _LONGEST and address.startswith("/") and address.isprintable()
    return fits and url_has_allowed_host_and_scheme(address, allowed_hosts=None)


def way_back(request: HttpRequest, otherwise: str = "/") -> str:
    """The page that `next` asks for, where it is one of this site."""
    asked = request.POST.get("next") or request.GET.get("next") or ""
    return asked if is_local(asked) else otherwise
