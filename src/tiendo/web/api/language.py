"""In which language an answer speaks."""

from __future__ import annotations

from django.http import HttpRequest
from django.utils.translation import get_language_from_request


def language_of(request: HttpRequest) -> str:
    """`"vi"` or `"en"`, by what the request prefers, else the language of the installation."""
    return "vi" if get_language_from_request(request) == "vi" else "en"
