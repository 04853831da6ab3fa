"""The login of the province: OpenID Connect, stricter than the library on what a token has to prove.

The signature is checked even where the token came straight from the provider, with the algorithms of public keys alone;
the token has to name this site, this provider and this very attempt (`nonce`). Of what it says about a person only the
subject and the claim that names the account are looked at and kept.
"""

from __future__ import annotations

from typing import Any, Final

import jwt
from allauth.socialaccount.adapter import get_adapter
from allauth.socialaccount.internal import jwtkit
from allauth.socialaccount.models import SocialAccount
from allauth.socialaccount.providers.base import AuthProcess
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from allauth.socialaccount.providers.oauth2.views import OAuth2CallbackView
from allauth.socialaccount.providers.openid_connect.views import OpenIDConnectOAuth2Adapter
from allauth.utils import build_absolute_uri
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.crypto import constant_time_compare, get_random_string

from tiendo.ledger.models import Account

PROVIDER: Final = "province"
"""What our only provider is called in addresses and in the table of bound accounts."""

_SIGNED_BY_PUBLIC_KEYS = frozenset(
    ("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA")
)
_NONCE_CHARACTERS = 32  # as much as nobody guesses
_LONGEST_CLAIM = 150  # characters of the name of an account

# What a provider may do wrong; whatever it is, nobody comes in.
FAULTS: Final = (OAuth2Error, jwt.PyJWTError, OSError, ValueError, LookupError, TypeError, AttributeError)


class ProvinceLogin(OpenIDConnectOAuth2Adapter):  # type: ignore[misc] # allauth comes without types
    """One attempt to sign in through the province."""

    nonce: str | None = None

    def __init__(self, request: HttpRequest) -> None:
        super().__init__(request, PROVIDER)

    def get_callback_url(self, request: HttpRequest, app: Any) -> str:  # noqa: ARG002 allauth's form
        """Where the provider sends people back to."""
        return str(build_absolute_uri(request, reverse("province-back"), self.redirect_uri_protocol))

    def complete_login(self, request: HttpRequest, app: Any, token: Any, **named: Any) -> Any:  # noqa: ARG002
        """Who the token speaks of; raises one of `FAULTS` for a token that proves nothing."""
        claims = self._decode_id_token(app, named["response"]["id_token"])
        kept = {name: claims[name] for name in ("sub", settings.TIENDO.oidc_claim) if name in claims}
        return self.get_provider().sociallogin_from_response(request, {"id_token": kept})

    def _decode_id_token(self, app: Any, id_token: str) -> dict[str, Any]:
        if jwt.get_unverified_header(id_token).get("alg") not in _SIGNED_BY_PUBLIC_KEYS:
            raise OAuth2Error("the token is not signed by a public key")
        issuer = self.openid_config["issuer"]
        if issuer.rstrip("/") != settings.TIENDO.oidc_issuer:
            raise OAuth2Error("the provider says that it is another one")
        claims: dict[str, Any] = jwtkit.verify_and_decode(
            credential=id_token,
            keys_url=self.openid_config["jwks_uri"],
            issuer=issuer,
            audience=app.client_id,
            lookup_kid=jwtkit.lookup_kid_jwk,
        )
        if not self.nonce or not constant_time_compare(str(claims.get("nonce", "")), self.nonce):
            raise OAuth2Error("the token is of another attempt")
        if not claims.get("sub"):
            raise OAuth2Error("the token names nobody")
        return claims


class _Back(OAuth2CallbackView):  # type: ignore[misc] # allauth comes without types
    """Somebody comes back from the provider."""

    adapter: ProvinceLogin

    def _get_state(self, request: HttpRequest, provider: Any) -> Any:
        state, refusal = super()._get_state(request, provider)
        self.adapter.nonce = (state or {}).get("nonce")
        return state, refusal


def sent_to_province(request: HttpRequest, back: str) -> HttpResponse:
    """To the provider; `back` is where to go once somebody has signed in. Raises one of `FAULTS`."""
    provider = get_adapter(request).get_provider(request, PROVIDER)
    provider.oauth2_adapter_class = lambda request, _: ProvinceLogin(request)
    nonce = get_random_string(_NONCE_CHARACTERS)
    answer: HttpResponse = provider.redirect(
        request, process=AuthProcess.LOGIN, next_url=back, auth_params={"nonce": nonce}, nonce=nonce
    )
    return answer


def back_from_province(request: HttpRequest) -> HttpResponse:
    """The answer to somebody who comes back; raises one of `FAULTS`."""
    answer: HttpResponse = _Back.adapter_view(ProvinceLogin(request))(request)
    return answer


def account_meant(sociallogin: Any) -> Account | None:
    """The open account that a proven token means; bound to its subject the first time.

    A name can be given to somebody else in the province, a subject cannot: once an account is bound, the name alone
    opens it no longer.
    """
    if sociallogin.is_existing:
        bound = sociallogin.user
        return bound if isinstance(bound, Account) and bound.is_active else None
    claims = sociallogin.account.extra_data["id_token"]
    name = claims.get(settings.TIENDO.oidc_claim)
    if not isinstance(name, str) or not 0 < len(name) <= _LONGEST_CLAIM or "\x00" in name:
        return None
    account = Account.objects.filter(username=name, is_active=True).first()
    if account is None or SocialAccount.objects.filter(user=account).exists():
        return None
    return account
