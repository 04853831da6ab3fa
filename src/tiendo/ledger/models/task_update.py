"""What became of a task."""

from __future__ import annotations

from django.db import models

from tiendo.ledger.models.entry import Entry


class TaskState(models.TextChoices):
    """How far a task has come."""

    RUNNING = "running"
    DONE = "done"
    STOPPED = "stopped"  # no longer to be done, with the reason


class TaskUpdate(Entry):
    """A report on a task, whose root is `task`; a later update says more, it does not correct this one.

    `on` is the day that the update speaks of, `evidence` the SHA-256 of a file that shows it.
    """

    task = models.BigIntegerField()
    on = models.DateField()
    state = models.CharField(max_length=10, choices=TaskState.choices)
    note = models.TextField()
    agency = models.CharField(max_length=60, null=True)
    evidence = models.CharField(max_length=64, null=True)

    class Meta(Entry.Meta):
        abstract = False
        db_table = "ledger_task_update"
        indexes = [models.Index(fields=["task"], name="task_update_task")]  # noqa: RUF012
