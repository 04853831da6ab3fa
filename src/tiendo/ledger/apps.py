"""The room as a Django application."""

from __future__ import annotations

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class LedgerConfig(AppConfig):
    """Django's name for the room."""

    name = "tiendo.ledger"
    label = "ledger"
    verbose_name = "Tiến Độ: ledger"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """After each migration the database is told again to keep everything."""
        from tiendo.ledger.protection import protect

        post_migrate.connect(protect, sender=self, dispatch_uid="ledger-protection")
