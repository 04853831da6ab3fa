"""The address of the method."""

from __future__ import annotations

from django.urls import path

from tiendo.web.pages.method import views

urlpatterns = [path("method", views.method, name="method")]
