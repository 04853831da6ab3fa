"""Where somebody is signed in, as they recognise it: the browser and the system, not what these call themselves."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from allauth.usersessions.models import UserSession

from tiendo.ledger.models import Account

# What a browser says contains the names of others that it wants to be taken for: the first that fits is the one.
_BROWSERS = (("Edg", "Edge"), ("OPR", "Opera"), ("coc_coc", "Cốc Cốc"), ("Firefox", "Firefox"), ("Chrome", "Chrome"))
_SYSTEMS = (
    *(("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("Mac OS", "macOS")),
    ("Linux", "Linux"),
)
_SAFARI = "Safari"
_LONGEST = 60  # characters of what a program that is no browser calls itself


@dataclass(frozen=True, slots=True)
class SessionView:
    """A session: with which browser, from where, since when, and whether it is this one."""

    browser: str
    system: str
    address: str
    since: datetime
    is_current: bool


def sessions_of(account: Account) -> list[SessionView]:
    """The sessions of an account that are not over, the latest first."""
    found = UserSession.objects.purge_and_list(account)
    views = [
        SessionView(*told(one.user_agent), str(one.ip), one.created_at, is_current=one.is_current()) for one in found
    ]
    return sorted(views, key=lambda one: one.since, reverse=True)


def told(said: str) -> tuple[str, str]:
    """The names of a browser and of its system, from what it says of itself; the system is empty where it says none."""
    system = next((name for mark, name in _SYSTEMS if mark in said), "")
    browser = next((name for mark, name in _BROWSERS if mark in said), _SAFARI if _SAFARI in said else "")
    return (browser, system) if browser else (said[:_LONGEST] or "–", "")
