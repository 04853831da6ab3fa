"""Addresses of the administrator's pages."""

from __future__ import annotations

from django.urls import path, re_path

from tiendo.web.pages.admin import account_views, agency_views, health_views, list_views

_ACCOUNT = "admin/accounts/<str:username>"

urlpatterns = [
    path("admin", health_views.health, name="admin"),
    path("admin/proof", health_views.prove_now, name="admin-prove"),
    path("admin/lists", list_views.reference_list, name="admin-lists"),
    path("admin/accounts", account_views.account_list, name="admin-accounts"),
    path("admin/new-account", account_views.new_account, name="admin-new-account"),
    path("admin/new-account/add", account_views.add_account, name="admin-add-account"),
    path(_ACCOUNT, account_views.account, name="admin-account"),
    path(f"{_ACCOUNT}/invite", account_views.invite, name="admin-invite"),
    path(f"{_ACCOUNT}/roles", account_views.grant, name="admin-grant"),
    path(f"{_ACCOUNT}/roles/<int:number>/revoke", account_views.revoke, name="admin-revoke"),
    path(f"{_ACCOUNT}/tokens/<int:number>/revoke", account_views.end_token_of, name="admin-end-token"),
    re_path(
        r"^admin/accounts/(?P<username>[^/]+)/(?P<action>close|reopen|reset-second-factor|unbind)$",
        account_views.alter,
        name="admin-alter",
    ),
    path("admin/agencies", agency_views.agency_list, name="admin-agencies"),
    path("admin/agencies-add", agency_views.add, name="admin-add-agency"),
    path("admin/agencies/<str:code>", agency_views.agency, name="admin-agency"),
    path("admin/agencies/<str:code>/rename", agency_views.rename, name="admin-rename-agency"),
    path("admin/agencies/<str:code>/end", agency_views.end, name="admin-end-agency"),
]
