"""The addresses of the findings."""

from __future__ import annotations

from django.urls import path

from tiendo.web.pages.findings.changes import dismiss, restore
from tiendo.web.pages.findings.views import findings

urlpatterns = [
    path("findings", findings, name="findings"),
    path("findings/<int:number>/dismiss", dismiss, name="finding-dismiss"),
    path("findings/<int:number>/restore", restore, name="finding-restore"),
]
