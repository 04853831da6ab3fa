"""The addresses of what other sites may show."""

from __future__ import annotations

from django.urls import path

from tiendo.web.pages.embed import views

urlpatterns = [
    path("embed/indicators/<str:code>/ruler", views.ruler, name="embed-ruler"),
    path("embed/indicators/<str:code>/chart", views.chart, name="embed-chart"),
]
