"""Which address leads where."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [path("", include("tiendo.web.urls"))]

handler400 = "tiendo.web.pages.refusals.bad_request"
handler403 = "tiendo.web.pages.refusals.not_permitted"
handler404 = "tiendo.web.pages.refusals.not_found"
handler500 = "tiendo.web.pages.refusals.failed"
