"""The addresses of the register."""

from __future__ import annotations

from django.urls import path

from tiendo.web.pages.documents.chain_views import chain
from tiendo.web.pages.documents.list_views import documents

urlpatterns = [
    path("documents", documents, name="documents"),
    path("documents/<int:number>/chain", chain, name="document-chain"),
]
