"""Which address leads to which page."""

from __future__ import annotations

from django.urls import include, path

urlpatterns = [
    path("", include("tiendo.web.pages.scoreboard.urls")),
    path("", include("tiendo.web.pages.indicator.urls")),
    path("", include("tiendo.web.pages.components.urls")),
]
