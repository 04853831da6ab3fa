"""The address of the map."""

from __future__ import annotations

from django.urls import path

from tiendo.web.pages.map import views

urlpatterns = [path("map", views.territory_map, name="map")]
