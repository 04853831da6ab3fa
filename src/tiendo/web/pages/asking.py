"""Who looks at a page: the public, or the account of a session."""

from __future__ import annotations

from functools import cached_property

from django.conf import settings
from django.http import Http404, HttpRequest

from tiendo.ledger.models import Account
from tiendo.ledger.selectors.public_moment import public_moment
from tiendo.ledger.selectors.viewing import Known, known_at
from tiendo.web.api.authentication import Asker, Way


class Looker(Asker):
    """Who looks at a page."""

    @cached_property
    def known(self) -> Known:
        """What is known now; for the public as of the last change that it can see, so that its pages last longer."""
        now = known_at()
        return public_moment(now) if self.account is None else now


def require_text(request: HttpRequest) -> None:
    """Raise `Http404` for a path with a zero byte: no name holds one, and PostgreSQL takes none in a question."""
    if "\x00" in request.path:
        raise Http404


def asker_of(request: HttpRequest) -> Looker:
    """Who looks; a session that is over is the public, as whoever comes without one."""
    if not request.COOKIES.get(settings.SESSION_COOKIE_NAME):
        return Looker()
    account = request.user
    return Looker(Way.SESSION, account) if isinstance(account, Account) and account.is_active else Looker()
