"""Addresses of one's own account."""

from __future__ import annotations

from django.urls import path

from tiendo.web.pages.profile import password, views

urlpatterns = [
    path("profile", views.profile, name="profile"),
    path("profile/password", password.change_password, name="change-password"),
    path("profile/tokens", views.add_token, name="add-token"),
    path("profile/tokens/<int:number>/revoke", views.end_token, name="end-token"),
    path("profile/sessions/end", views.end_others, name="end-other-sessions"),
]
