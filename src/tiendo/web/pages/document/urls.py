"""The addresses of a document, of its review, and of the queue of all documents."""

from __future__ import annotations

from django.urls import path

from tiendo.web.pages.document import (
    akn_views,
    decision_views,
    file_views,
    publication_views,
    review_views,
    version_views,
    views,
)

_DOCUMENT = "documents/<int:number>"

_FACT = f"{_DOCUMENT}/facts/<int:fact>"

urlpatterns = [
    path("review", review_views.review, name="review"),
    path(f"{_DOCUMENT}/review", review_views.document_review, name="document-review"),
    path(f"{_DOCUMENT}/review/undo", decision_views.undo, name="review-undo"),
    path(f"{_DOCUMENT}/review/check", decision_views.check_again, name="review-check"),
    path(f"{_FACT}/accept", decision_views.accept, name="review-accept"),
    path(f"{_FACT}/reject", decision_views.reject, name="review-reject"),
    path(f"{_FACT}/correct", decision_views.correct, name="review-correct"),
    path(f"{_FACT}/choose", decision_views.choose, name="review-choose"),
    path(f"{_FACT}/make", decision_views.make, name="review-make"),
    path(f"{_FACT}/names", review_views.indicator_names, name="review-names"),
    path(_DOCUMENT, views.document, name="document"),
    path(f"{_DOCUMENT}/parts/<int:part>", views.document_part, name="document-part"),
    path(_FACT, views.document_fact, name="document-fact"),
    path(f"{_DOCUMENT}/file", file_views.document_file, name="document-file"),
    path(f"{_DOCUMENT}/akn.xml", akn_views.document_akn, name="document-akn"),
    path(f"{_DOCUMENT}/changes", version_views.document_changes, name="document-changes"),
    path(f"{_DOCUMENT}/checks", version_views.document_checks, name="document-checks"),
    path(f"{_DOCUMENT}/publish", publication_views.document_publish, name="document-publish"),
    path(f"{_DOCUMENT}/unpublish", publication_views.document_unpublish, name="document-unpublish"),
    path(f"{_DOCUMENT}/withdraw", publication_views.document_withdraw, name="document-withdraw"),
    path(
        f"{_DOCUMENT}/findings/<int:finding>/dismiss",
        publication_views.document_finding_dismiss,
        name="document-finding-dismiss",
    ),
    path(
        f"{_DOCUMENT}/findings/<int:finding>/restore",
        publication_views.document_finding_restore,
        name="document-finding-restore",
    ),
]
