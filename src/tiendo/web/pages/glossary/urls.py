"""The address of the glossary."""

from __future__ import annotations

from django.urls import path

from tiendo.web.pages.glossary import views

urlpatterns = [path("glossary", views.glossary, name="glossary")]
