"""The addresses of the submissions."""

from __future__ import annotations

from django.urls import path

from tiendo.web.pages.submissions import change_views, file_views, list_views, sending_views, views

_SUBMISSION = "submissions/<int:number>"

urlpatterns = [
    path("submissions", list_views.submissions, name="submissions"),
    path("submissions/new", sending_views.sending, name="submission-new"),
    path("submissions/record", sending_views.record, name="submission-record"),
    path("submissions/template.csv", file_views.template, name="submission-template"),
    path(_SUBMISSION, views.submission_page, name="submission"),
    path(f"{_SUBMISSION}/file", file_views.submission_file, name="submission-file"),
    path(f"{_SUBMISSION}/publish", change_views.submission_publish, name="submission-publish"),
    path(f"{_SUBMISSION}/unpublish", change_views.submission_unpublish, name="submission-unpublish"),
    path(f"{_SUBMISSION}/withdraw", change_views.submission_withdraw, name="submission-withdraw"),
]
