"""Which address leads where."""

from __future__ import annotations

from django.urls import URLPattern, include, path, re_path

from tiendo.web.api.door import guarded, no_such_address
from tiendo.web.api.program import api
from tiendo.web.api.sdmx import urls as sdmx

_ENDPOINTS, _APP, _NAMESPACE = api.urls

urlpatterns = [
    path("api/v1/", ([guarded(one) for one in _ENDPOINTS if isinstance(one, URLPattern)], _APP, _NAMESPACE)),
    re_path(r"^api(?:/.*)?$", no_such_address),
    *sdmx.patterns(),
    path("", include("tiendo.web.pages.urls")),
]
