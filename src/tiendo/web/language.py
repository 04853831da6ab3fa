"""In which language the pages speak: what the reader chose, else the language of the installation.

A page that stands in a page of others, and a feed, speak the language that their address names.
What a browser prefers is not asked: many offices run an English system and read Vietnamese.
"""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import translation

from tiendo.web.words import LANGUAGES

_PARAMETER = "lang"
_WITHOUT_COOKIES = ("/embed/", "/feed.atom")  # what pages and programs of others ask for, which bring none along
_COOKIE_SECONDS = 365 * 24 * 3600  # a year, as long as browsers keep such a choice at most in some countries

Answer = Callable[[HttpRequest], HttpResponse]


def language_of(request: HttpRequest) -> str:
    """`"vi"` or `"en"`."""
    chosen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
    if _is_asked_from_elsewhere(request):
        chosen = request.GET.get(_PARAMETER, chosen)
    language: str = chosen if chosen in LANGUAGES else settings.LANGUAGE_CODE
    return language


def speaks_chosen_language(get_response: Answer) -> Answer:
    """Speak the reader's language; `?lang=en` at any page chooses one and shows the same page in it."""

    def answer(request: HttpRequest) -> HttpResponse:
        asked = request.GET.get(_PARAMETER)
        if asked in LANGUAGES and request.method == "GET" and not _is_asked_from_elsewhere(request):
            return _chosen(request, asked)
        with translation.override(language_of(request)):
            return get_response(request)

    return answer


def _is_asked_from_elsewhere(request: HttpRequest) -> bool:
    return request.path.startswith(_WITHOUT_COOKIES)


def _chosen(request: HttpRequest, language: str) -> HttpResponse:
    rest = request.GET.copy()
    del rest[_PARAMETER]
    # A path that begins with two strokes would lead to another site.
    path = "/" + request.path.lstrip("/")
    answer = HttpResponseRedirect(f"{path}?{rest.urlencode()}" if rest else path)
    answer.set_cookie(
        settings.LANGUAGE_COOKIE_NAME,
        language,
        max_age=_COOKIE_SECONDS,
        httponly=True,
        samesite="Lax",
        secure=settings.SESSION_COOKIE_SECURE,
    )
    answer["Cache-Control"] = "no-store"
    return answer
