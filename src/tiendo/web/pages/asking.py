"""Who looks at a page: the public, or the account of a session."""

from __future__ import annotations

from django.conf import settings
from django.http import Http404, HttpRequest

from tiendo.ledger.models import Account
from tiendo.web.api.authentication import Asker, Way


def require_text(request: HttpRequest) -> None:
    """Raise `Http404` for a path with a zero byte: no name holds one, and PostgreSQL takes none in a question."""
    if "\x00" in request.path:
        raise Http404


def asker_of(request: HttpRequest) -> Asker:
    """Who asks; a session that is over is the public, as whoever comes without one."""
    if not request.COOKIES.get(settings.SESSION_COOKIE_NAME):
        return Asker()
    account = request.user
    return Asker(Way.SESSION, account) if isinstance(account, Account) and account.is_active else Asker()
