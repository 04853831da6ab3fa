"""Who comes in with a password."""

from __future__ import annotations

from typing import Any

from allauth.account.auth_backends import AuthenticationBackend


class PasswordBackend(AuthenticationBackend):  # type: ignore[misc] # allauth comes without types
    """Names in whatever case; the same time and the same answer for names that do not exist and for closed accounts."""

    @classmethod
    def _stash_user(cls, user: Any) -> None:
        """Keep nothing of a closed account: allauth would lead it to a page of its own, and so say that it exists."""
