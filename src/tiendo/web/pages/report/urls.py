"""The addresses of the report: its page, its files, the check of one that comes back."""

from __future__ import annotations

from django.urls import path

from tiendo.web.pages.report import check_views, views

urlpatterns = [
    path("report", views.report, name="report"),
    path("report/file.<slug:ending>", views.as_file, name="report-file"),
    path("report/check", check_views.check, name="report-check"),
]
