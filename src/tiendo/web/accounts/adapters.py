"""What allauth asks the site for: where to go, what to say, how secrets are kept."""

from __future__ import annotations

import base64
import hashlib
import time
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.flows.login import get_authentication_records
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.totp.internal.auth import generate_totp_secret
from cryptography.fernet import Fernet, InvalidToken
from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse

from tiendo.ledger.models import Account
from tiendo.web.accounts.addresses import client_address, is_local

RECENTLY = 300
"""Seconds for which signing in counts as having shown who one is: the time to set up a telephone."""


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc] # allauth comes without types
    """Accounts are made by administrators, and the pages say themselves what was done."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002 allauth's form
        """Nobody makes an account for themselves."""
        return False

    def is_safe_url(self, url: str) -> bool:
        """Only to pages of this site."""
        return is_local(url or "")

    def get_client_ip(self, request: HttpRequest) -> str:
        """The address that attempts are counted for."""
        return client_address(request) or "0.0.0.0"  # noqa: S104 stands for an unknown one, nothing listens there

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Nothing: `attempts` counts, by name and address; counting by name alone would let anybody lock one out."""

    def add_message(self, request: HttpRequest, *arguments: Any, **named: Any) -> None:
        """Nothing: what was done is said in our words."""

    def is_reauthentication_required(self, *, app: str, **named: Any) -> bool:  # noqa: ARG002 allauth's form
        """Not from who signed in, or said again who they are, just now."""
        records = get_authentication_records(self.request, self.request.user)
        return not records or time.time() - records[-1]["at"] > RECENTLY

    def get_reauthentication_methods(self, user: Any) -> list[dict[str, Any]]:
        """The second factor or the password; who has neither signs in again through the login of the province."""
        found: list[dict[str, Any]] = super().get_reauthentication_methods(user)
        return found or [{"id": "reauthenticate", "description": "", "url": reverse("account_reauthenticate")}]


class SecondFactorAdapter(DefaultMFAAdapter):  # type: ignore[misc] # allauth comes without types
    """Secrets of second factors are kept encrypted: a copy of the database alone does not open an account."""

    def get_totp_label(self, user: Account) -> str:
        """The name of the account, whatever its e-mail address is."""
        return user.username

    def get_totp_issuer(self) -> str:
        """What the app shows above the code."""
        return "Tiến Độ"

    def encrypt(self, text: str) -> str:
        """The text under the key of the installation."""
        return _box().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """The text again; where the key is another one by now, a secret that no code fits."""
        try:
            return _box().decrypt(encrypted_text.encode()).decode()
        except InvalidToken:
            return str(generate_totp_secret())


def _box() -> Fernet:
    key = hashlib.sha256(f"tiendo second factor\x00{settings.SECRET_KEY}".encode()).digest()
    return Fernet(base64.urlsafe_b64encode(key))
