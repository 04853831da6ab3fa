"""Migrations that happen as a whole or not at all, together with the note that they happened."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.migration import Migration
from django.db.migrations.state import ProjectState


class WholeMigrations(MigrationExecutor):
    """Runs each migration and notes it in one transaction.

    Django itself notes a migration after its transaction where indexes or constraints are made last, which is nearly
    always: a process that is killed in between leaves tables of which nothing is known, and the next run fails over
    them. Here such a process leaves nothing, and the next run begins that migration anew.
    """

    def apply_migration(
        self, state: ProjectState, migration: Migration, fake: bool = False, fake_initial: bool = False
    ) -> ProjectState:
        """Run one migration forwards; one that says it cannot be in a transaction runs without."""
        if not migration.atomic:
            return super().apply_migration(state, migration, fake, fake_initial)
        # SQLite cannot switch its foreign keys off inside a transaction, and tables cannot be made anew while they are
        # on. Django checks them all before the migration ends.
        connection: Any = self.connection
        connection.disable_constraint_checking()
        try:
            with transaction.atomic(using=connection.alias):
                return super().apply_migration(state, migration, fake, fake_initial)
        finally:
            connection.enable_constraint_checking()
