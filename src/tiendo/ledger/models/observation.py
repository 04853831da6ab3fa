"""A value that somebody says was reached."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from tiendo.ledger.models.measured import Measured


class Observation(Measured):
    """A result. `plan` is the entry of the target that its `plan_percent` is a percentage of, as it then stood."""

    estimated = models.BooleanField(null=True)
    plan = models.BigIntegerField(null=True)

    class Meta(Measured.Meta):
        abstract = False
        db_table = "ledger_observation"
        indexes = [  # noqa: RUF012
            # Few results supersede others; for those who may not see all that do.
            models.Index(fields=["root"], condition=Q(supersedes__isnull=False), name="observation_superseding"),
            models.Index(fields=["territory", "last_day"], name="observation_territory_day"),
            models.Index(fields=["indicator", "territory", "last_day"], name="observation_series"),
            models.Index(fields=["fact"], condition=Q(fact__isnull=False), name="observation_fact"),
            models.Index(fields=["document"], condition=Q(document__isnull=False), name="observation_document"),
        ]
