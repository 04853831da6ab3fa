"""The room as a Django application."""

from __future__ import annotations

from django.apps import AppConfig


class IntakeConfig(AppConfig):
    """Django's name for the room."""

    name = "tiendo.intake"
    label = "intake"
    verbose_name = "Tiến Độ: intake"
    default_auto_field = "django.db.models.BigAutoField"
