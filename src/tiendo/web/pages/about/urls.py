"""The address of the page about this site."""

from __future__ import annotations

from django.urls import path

from tiendo.web.pages.about import views

urlpatterns = [path("about", views.about, name="about")]
