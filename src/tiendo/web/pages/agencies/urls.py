"""The addresses of the agencies."""

from __future__ import annotations

from django.urls import path

from tiendo.web.pages.agencies.agency_views import agency
from tiendo.web.pages.agencies.list_views import agencies

urlpatterns = [
    path("agencies", agencies, name="agencies"),
    path("agencies/<str:code>", agency, name="agency"),
]
