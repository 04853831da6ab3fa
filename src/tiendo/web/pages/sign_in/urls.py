"""Addresses for signing in and out. Some names are those by which allauth looks for its pages."""

from __future__ import annotations

from django.urls import path

from tiendo.web.pages.sign_in import first, province, views

urlpatterns = [
    path("sign-in", views.sign_in, name="sign-in"),
    path("sign-in", views.sign_in, name="account_login"),
    path("sign-in/code", views.code, name="mfa_authenticate"),
    path("sign-in/again", views.password_again, name="account_reauthenticate"),
    path("sign-in/code-again", views.code_again, name="mfa_reauthenticate"),
    path("sign-in/province", province.to_province, name="province"),
    path("sign-in/province/back", province.province_back, name="province-back"),
    path("sign-out", views.sign_out, name="sign-out"),
    path("first-sign-in/<str:secret>", first.first_sign_in, name="first-sign-in"),
]
