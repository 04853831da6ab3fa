"""The addresses of the data page, of whole tables, and of open data with what describes it."""

from __future__ import annotations

from django.urls import path, re_path

from tiendo.web.pages.data import open_data, views

urlpatterns = [
    path("data", views.data, name="data"),
    re_path(
        r"^data/(?P<name>observations|targets)\.(?P<ending>csv|parquet|json|xlsx)$",
        open_data.open_table,
        name="open-table",
    ),
    path("data/tien-do.zip", open_data.whole_package, name="open-package"),
    re_path(
        r"^data/(?P<name>catalogue\.jsonld|catalogue\.ttl|datapackage\.json|csv-metadata\.json)$",
        open_data.described,
        name="open-description",
    ),
    re_path(
        r"^data/(?P<province>[0-9]{2})/(?P<year>[0-9]{4})\.(?P<ending>csv|zip)$",
        open_data.year_of_province,
        name="open-year",
    ),
    path("data/<slug:name>.csv", views.whole_table, name="data-table"),
]
