"""Which address of the service leads where; each stands behind the door of the API."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, re_path

from tiendo.web.api.door import guarded
from tiendo.web.api.errors import not_found
from tiendo.web.api.sdmx.asking import asked_of, not_offered
from tiendo.web.api.sdmx.data_view import data
from tiendo.web.api.sdmx.structure_view import availability, structure

_NOT_OFFERED = ("schema", "metadata", "registration")


def _other(request: HttpRequest, path: str = "") -> HttpResponse:
    """Everything that this service does not have: a part of the standard, or nothing at all."""
    asked_of(request, "", most_parts=0, known_parameters=request.GET)
    resource = path.partition("/")[0]
    raise not_offered(f"/sdmx/v2/{resource}") if resource in _NOT_OFFERED else not_found()


def patterns() -> list[URLPattern]:
    """The addresses of the service."""
    return [
        guarded(re_path(r"^sdmx/v2/data(?:/(?P<path>.*))?$", data, name="sdmx-data")),
        guarded(re_path(r"^sdmx/v2/structure(?:/(?P<path>.*))?$", structure, name="sdmx-structure")),
        guarded(re_path(r"^sdmx/v2/availability(?:/(?P<path>.*))?$", availability, name="sdmx-availability")),
        guarded(re_path(r"^sdmx(?:/v2)?(?:/(?P<path>.*))?$", _other, name="sdmx")),
    ]
