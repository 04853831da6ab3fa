"""How far the database has come, compared with what this program brings along."""

from __future__ import annotations

import pkgutil
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from django.apps import apps
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.migrations.recorder import MigrationRecorder

from tiendo import __version__

# An application and the name of one of its migrations.
Step = tuple[str, str]

# The last step of all is noted among the migrations, so that one query tells everything: tables alone are not enough
# where a process was killed between them and the reference lists, or where a new version brings new lists only.
_LAST_STEP_OF = "set-up"
LAST_STEP: Step = (_LAST_STEP_OF, __version__)


@dataclass(frozen=True, slots=True)
class RecordState:
    """`pending` are the steps that the database still needs, `foreign` those that this program does not know."""

    pending: frozenset[Step]
    foreign: frozenset[Step]


def compare(known: Collection[Step], applied: Collection[Step]) -> RecordState:
    """What is to do, from the steps that the program knows and those that the database has seen."""
    needed = {*known, LAST_STEP}
    # An older version's last step is no sign of a newer one.
    seen = {step for step in applied if step[0] != _LAST_STEP_OF} | ({LAST_STEP} & set(applied))
    return RecordState(pending=frozenset(needed - seen), foreign=frozenset(seen - needed))


def known_steps() -> frozenset[Step]:
    """All migrations of the installed applications, by the names of their files; none of them is loaded."""
    return frozenset(
        (app.label, module.name)
        for app in apps.get_app_configs()
        for module in pkgutil.iter_modules([str(Path(app.path) / "migrations")])
        if module.name[0] not in "_~"
    )


def state_of(connection: BaseDatabaseWrapper) -> RecordState:
    """What the database behind the connection still needs, and what it has that is not known here."""
    return compare(known_steps(), MigrationRecorder(connection).applied_migrations().keys())
