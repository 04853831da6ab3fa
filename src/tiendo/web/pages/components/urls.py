"""The address of the page that shows all components."""

from __future__ import annotations

from django.urls import path

from tiendo.web.pages.components.views import components

urlpatterns = [path("components", components, name="components")]
