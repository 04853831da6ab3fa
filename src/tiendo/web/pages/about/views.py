"""Who runs this site, and what it is made of."""

from __future__ import annotations

from functools import cache
from importlib.metadata import PackageNotFoundError, metadata

from django.conf import settings
from django.http import HttpResponse

from tiendo import __version__
from tiendo.assessment.method import METHOD_VERSION
from tiendo.intake.auditing import AUDITOR_VERSION
from tiendo.intake.whole_reading import READER_VERSION
from tiendo.web.pages.reading import Reading, reads

# What a browser is given, each with the package that brings it and the licence that its authors chose.
_GIVEN_TO_BROWSERS = (
    ("Be Vietnam Pro", "fontpkg-be-vietnam-pro", "SIL Open Font License 1.1"),
    ("htmx", "django-htmx", "Zero-Clause BSD"),
    ("Swagger UI", "django-ninja", "Apache License 2.0"),
)
_HOURS = 3600


@reads
def about(reading: Reading) -> HttpResponse:
    """Who runs the site, what it stores, how accessible it is, its versions and licences."""
    context = {
        "organisation": settings.TIENDO.organisation,
        "contact": settings.TIENDO.contact,
        "session_hours": settings.SESSION_COOKIE_AGE // _HOURS,
        "session_cookie": settings.SESSION_COOKIE_NAME,
        "csrf_cookie": settings.CSRF_COOKIE_NAME,
        "language_cookie": settings.LANGUAGE_COOKIE_NAME,
        "version": __version__,
        "method_version": METHOD_VERSION,
        "reader_version": READER_VERSION,
        "auditor_version": AUDITOR_VERSION,
        "shipped": [(name, _version(package), licence) for name, package, licence in _GIVEN_TO_BROWSERS],
    }
    return reading.show("about/page.html", context)


@cache
def _version(package: str) -> str:
    """The package that brings it, with its version."""
    try:
        return f"{package} {metadata(package)['Version']}"
    except PackageNotFoundError:  # from a folder that somebody put on the path
        return package
