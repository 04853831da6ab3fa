"""The addresses of the upload."""

from __future__ import annotations

from django.urls import path

from tiendo.web.pages.upload import receiving, views

urlpatterns = [
    path("upload", receiving.upload, name="upload"),
    path("upload/jobs", views.upload_jobs, name="upload-jobs"),
]
