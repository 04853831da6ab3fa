"""The work that is still to do: a row a job, which says how far it has come and whether somebody is at it."""

from __future__ import annotations

from django.db import models


class JobState(models.TextChoices):
    """How far a job has come."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"


class Job(models.Model):
    """Files that are to be recorded, and what became of each.

    `files` are their names and SHA-256; the bytes lie in the data folder, so that any worker can go on.
    `outcomes` has an entry for each file that is done. A worker that is at it writes its `worker` mark and lets
    `heartbeat` beat; `attempts` counts how often the job was taken up. Jobs are no part of the record: they
    change, and what they did stands there.
    """

    kind = models.CharField(max_length=20)
    by = models.CharField(max_length=150)
    why = models.TextField()
    files = models.JSONField()
    again = models.BooleanField(default=False)
    state = models.CharField(max_length=10, choices=JobState.choices, default=JobState.WAITING)
    doing = models.TextField(default="")
    outcomes = models.JSONField(default=list)
    fault = models.TextField(default="")
    worker = models.CharField(max_length=40, default="")
    attempts = models.IntegerField(default=0)
    made_at = models.DateTimeField()
    heartbeat = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "intake_job"
        ordering = ("id",)
        indexes = [models.Index(fields=["state"], name="intake_job_state")]  # noqa: RUF012

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}: {self.state}"
