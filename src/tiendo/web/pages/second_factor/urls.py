"""Addresses of the second factor. Some names are those by which allauth looks for its pages."""

from __future__ import annotations

from django.urls import path

from tiendo.web.pages.second_factor import views

urlpatterns = [
    path("profile/second-factor", views.overview, name="second-factor"),
    path("profile/second-factor", views.overview, name="mfa_index"),
    path("profile/second-factor/app", views.set_up, name="mfa_activate_totp"),
    path("profile/second-factor/codes", views.codes, name="mfa_view_recovery_codes"),
    path("profile/second-factor/codes/new", views.new_codes, name="mfa_generate_recovery_codes"),
    path("profile/second-factor/codes/file", views.codes_file, name="recovery-codes-file"),
    path("profile/second-factor/remove", views.remove, name="mfa_deactivate_totp"),
]
