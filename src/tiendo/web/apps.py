"""The room as a Django application."""

from __future__ import annotations

from django.apps import AppConfig


class WebConfig(AppConfig):
    """Django's name for the room."""

    name = "tiendo.web"
    label = "web"
    verbose_name = "Tiến Độ: web"
    default_auto_field = "django.db.models.BigAutoField"
