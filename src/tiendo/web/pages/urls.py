"""Which address leads to which page."""

from __future__ import annotations

from django.urls import include, path

urlpatterns = [
    path("", include("tiendo.web.pages.scoreboard.urls")),
    path("", include("tiendo.web.pages.indicator.urls")),
    path("", include("tiendo.web.pages.document.urls")),
    path("", include("tiendo.web.pages.components.urls")),
    path("", include("tiendo.web.pages.sign_in.urls")),
    path("", include("tiendo.web.pages.second_factor.urls")),
    path("", include("tiendo.web.pages.profile.urls")),
    path("", include("tiendo.web.pages.admin.urls")),
    path("", include("tiendo.web.pages.search.urls")),
    path("", include("tiendo.web.pages.tasks.urls")),
    path("", include("tiendo.web.pages.documents.urls")),
    path("", include("tiendo.web.pages.findings.urls")),
    path("", include("tiendo.web.pages.agencies.urls")),
    path("", include("tiendo.web.pages.upload.urls")),
    path("", include("tiendo.web.pages.submissions.urls")),
    path("", include("tiendo.web.pages.method.urls")),
    path("", include("tiendo.web.pages.glossary.urls")),
    path("", include("tiendo.web.pages.report.urls")),
    path("", include("tiendo.web.pages.data.urls")),
    path("", include("tiendo.web.pages.about.urls")),
    path("", include("tiendo.web.pages.map.urls")),
    path("", include("tiendo.web.pages.embed.urls")),
    path("", include("tiendo.web.pages.feed.urls")),
]
