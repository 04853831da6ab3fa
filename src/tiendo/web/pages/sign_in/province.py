"""Signing in through the login of the province: there and back."""

from __future__ import annotations

import logging
from typing import Any

from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse

from tiendo.web.accounts.addresses import way_back
from tiendo.web.accounts.province import FAULTS, account_meant, back_from_province, sent_to_province
from tiendo.web.pages.reading import Reading
from tiendo.web.pages.sign_in.entering import enters
from tiendo.web.pages.sign_in.refusals import not_known, not_proven

_log = logging.getLogger(__name__)


class ProvinceAdapter(DefaultSocialAccountAdapter):  # type: ignore[misc] # allauth comes without types
    """Lets in who has an open account already, and nobody else."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: Any) -> bool:  # noqa: ARG002 allauth's form
        """Nobody gets an account by signing in elsewhere."""
        return False

    def pre_social_login(self, request: HttpRequest, sociallogin: Any) -> None:
        """Find the account that is meant, and bind it to the person the first time."""
        account = account_meant(sociallogin)
        if account is None:
            raise ImmediateHttpResponse(not_known(request))
        if not sociallogin.is_existing:
            sociallogin.connect(request, account)

    def on_authentication_error(
        self,
        request: HttpRequest,
        provider: Any,  # noqa: ARG002 allauth's form
        error: Any = None,
        exception: Any = None,
        extra_context: Any = None,  # noqa: ARG002 allauth's form
    ) -> None:
        """A page of ours; what was wrong is for the log."""
        _log.warning("the login of the province proved nothing: %s %s", error, exception)
        raise ImmediateHttpResponse(not_proven(request))


@enters
def to_province(reading: Reading) -> HttpResponse:
    """To the login of the province."""
    return _asked(reading, lambda: sent_to_province(reading.request, way_back(reading.request)))


@enters
def province_back(reading: Reading) -> HttpResponse:
    """Back from it."""
    return _asked(reading, lambda: back_from_province(reading.request))


def _asked(reading: Reading, ask: Any) -> HttpResponse:
    if not settings.TIENDO.oidc_issuer:
        raise Http404
    try:
        answer: HttpResponse = ask()
    except FAULTS as fault:
        _log.warning("the login of the province proved nothing: %s: %s", type(fault).__name__, fault)
        return not_proven(reading.request)
    return answer
