"""A value that somebody plans, promises or is told to reach, in force from a day on."""

from __future__ import annotations

from django.db import models

from tiendo.ledger.models.measured import Measured


class Target(Measured):
    """A target. In law it holds from `in_force_from` until one that `amends` it comes into force.

    That is apart from recording: an amendment of May that is recorded in July holds from May on in every
    scoreboard that is asked as of July or later, and in none that is asked as of June. `amends` is the root of
    the amended target.
    """

    in_force_from = models.DateField(null=True)
    amends = models.BigIntegerField(null=True)

    class Meta(Measured.Meta):
        abstract = False
        db_table = "ledger_target"
        indexes = [  # noqa: RUF012
            models.Index(fields=["root"], name="target_root"),
            models.Index(fields=["territory", "last_day"], name="target_territory_day"),
            models.Index(fields=["indicator", "territory", "last_day"], name="target_series"),
            models.Index(fields=["fact"], name="target_fact"),
            models.Index(fields=["document"], name="target_document"),
        ]
