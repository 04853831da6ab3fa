"""The addresses of the indicators and of their files."""

from __future__ import annotations

from django.urls import path

from tiendo.web.pages.indicator import amending_views, list_views, views

urlpatterns = [
    path("indicators", list_views.indicators, name="indicators"),
    path("indicators/<str:code>", views.indicator, name="indicator"),
    path("indicators/<str:code>/targets/<int:target>/amend", amending_views.amend, name="target-amend"),
    path("indicators/<str:code>/targets/<int:target>/take-back", amending_views.take_back, name="target-take-back"),
    path("indicators/<str:code>/chart.svg", views.as_drawing, name="indicator-svg"),
    path("indicators/<str:code>/chart.png", views.as_picture, name="indicator-png"),
    path("indicators/<str:code>/chart.pdf", views.as_print, name="indicator-pdf"),
    path("indicators/<str:code>/values.csv", views.as_table, name="indicator-csv"),
]
