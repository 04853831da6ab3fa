"""The addresses of the data page and of whole tables."""

from __future__ import annotations

from django.urls import path

from tiendo.web.pages.data import views

urlpatterns = [
    path("data", views.data, name="data"),
    path("data/<slug:name>.csv", views.whole_table, name="data-table"),
]
