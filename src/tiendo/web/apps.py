"""The room as a Django application."""

from __future__ import annotations

from django.apps import AppConfig


class WebConfig(AppConfig):
    """Django's name for the room."""

    name = "tiendo.web"
    label = "web"
    verbose_name = "Tiến Độ: web"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Connections outlive requests, but not the file that they lead to."""
        from tiendo.web.connections import watch_connections

        watch_connections()
