"""Slows down whoever tries out passwords, at the pages and at the API alike.

Five failures for one name from one address, and that name has to wait a quarter of an hour there; it may still come in
from elsewhere, so nobody locks somebody else out. Ten times as many failures for whatever names, and the address waits.
Names that do not exist are counted as others are.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any, Final

from axes.handlers.database import AxesDatabaseHandler
from axes.handlers.proxy import AxesProxyHandler
from django.http import HttpRequest

MOST_FAILURES: Final = 5  # people mistype two or three times
WINDOW: Final = timedelta(minutes=15)  # 480 guesses a day: a password of twelve characters outlives that
MOST_OF_AN_ADDRESS: Final = 50  # an office shares one address: ten people who mistype
_LONGEST_NAME = 150  # of an account; what is longer is none, and counts as its beginning

PARAMETERS: Final = [["username", "ip_address"], "ip_address"]
"""What failures are counted by: the name at the address, and the address."""


class SlowsDown(AxesDatabaseHandler):  # type: ignore[misc] # axes comes without types
    """Counts in the database, which all processes share."""

    def get_failures(self, request: HttpRequest, credentials: dict[str, Any] | None = None) -> int:
        """Failures of the name at this address; those of the whole address weigh less."""
        of_name, of_address = (
            int(sum(attempts.values_list("failures_since_start", flat=True)))
            for attempts in self.get_user_attempts(request, credentials)
        )
        return max(of_name, of_address * MOST_FAILURES // MOST_OF_AN_ADDRESS)

    def reset_user_attempts(self, request: HttpRequest, credentials: dict[str, Any] | None = None) -> int:
        """Forget the failures of a name at this address; not those of others there, who still may be guessing."""
        of_name, _ = self.filter_user_attempts(request, credentials)
        deleted: int = of_name.delete()[0]
        return deleted

    def seconds_to_wait(self, request: HttpRequest, username: str) -> int:
        """The seconds until the next attempt counts; 0 where it counts now."""
        credentials = {"username": username}
        if not self.is_locked(request, credentials):
            return 0
        now = datetime.now(UTC)
        counted = self.get_user_attempts(request, credentials)
        last = max(
            (moment for found in counted for moment in found.values_list("attempt_time", flat=True)), default=now
        )
        return max(1, int((last + WINDOW - now).total_seconds()))


def seconds_to_wait(request: HttpRequest, username: str) -> int:
    """How long whoever is at that address has to wait before they try that name again; 0 for not at all."""
    AxesProxyHandler.update_request(request)
    return SlowsDown().seconds_to_wait(request, username)


def counted_name(request: HttpRequest, credentials: dict[str, Any] | None) -> str:  # noqa: ARG001 axes' form
    """The name that an attempt is counted for: however it is written, and whether it exists or not."""
    name = (credentials or {}).get("username") or ""
    return str(name).replace("\x00", "").strip().casefold()[:_LONGEST_NAME]


def window(request: HttpRequest) -> timedelta:  # noqa: ARG001 axes' form
    """How long failures count."""
    return WINDOW
