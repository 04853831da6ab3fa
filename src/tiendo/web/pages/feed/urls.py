"""The address of the feed."""

from __future__ import annotations

from django.urls import path

from tiendo.web.pages.feed import views

urlpatterns = [path("feed.atom", views.feed, name="feed")]
