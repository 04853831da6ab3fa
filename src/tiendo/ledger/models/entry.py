"""What all entries of the record share: a number, what they replace, and their digest."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any, Self

from django.db import models
from django.db.models import Exists, OuterRef, Q

from tiendo.ledger.canonical import plain


class EntryQuerySet(models.QuerySet[Any]):
    """Entries, asked as of a moment. A moment is a horizon: the number of the last entry that was known then."""

    def known(self, horizon: int) -> Self:
        """All entries that had been made, superseded ones too."""
        return self.filter(id__lte=horizon)

    def standing(self, horizon: int, *, unseen: Collection[int] = ()) -> Self:
        """The entries that held then: made, not yet superseded, not withdrawn.

        For whoever may not see some submissions, what these say supersedes no result; but what superseded that does.
        """
        later = self.model._default_manager.filter(id__lte=horizon)
        if unseen:
            same = later.filter(root=OuterRef("root"), supersedes__isnull=False, id__gt=OuterRef("id"))
            successor = same.exclude(submission__in=unseen)
        else:
            successor = later.filter(supersedes=OuterRef("id"))
        return self.known(horizon).filter(~Exists(successor), withdrawn=False)


class Entry(models.Model):
    """One statement of the record, never changed: a later one supersedes it.

    `id` counts through all kinds of entries in the order in which they were made, so that "as of" is a
    comparison of numbers. `root` is the first entry of the same thing, `supersedes` the one that this replaces;
    `withdrawn` marks an entry that replaces its predecessor by nothing.
    """

    id = models.BigIntegerField(primary_key=True)
    act = models.BigIntegerField()
    root = models.BigIntegerField()
    supersedes = models.BigIntegerField(null=True)
    withdrawn = models.BooleanField(default=False)
    digest = models.BinaryField()

    objects = EntryQuerySet.as_manager()

    class Meta:
        abstract = True
        ordering = ("id",)
        constraints = [  # noqa: RUF012 Django's own form
            models.UniqueConstraint(
                fields=["supersedes"],
                condition=Q(supersedes__isnull=False),
                name="%(class)s_superseded_once",
            )
        ]

    def __str__(self) -> str:
        return f"{kind_of(type(self))} {self.id}"


# Columns that the chain itself fills in; the others are what an entry says.
CHAIN_COLUMNS = ("id", "act", "root", "supersedes", "withdrawn", "digest")


def kind_of(model: type[models.Model]) -> str:
    """How the record calls this kind of entry: `observation`, `task_update`."""
    return str(model._meta.db_table).removeprefix("ledger_")


def content_columns(model: type[Entry]) -> tuple[models.Field[Any, Any], ...]:
    """The columns that say what an entry says, in the order of the model."""
    return tuple(field for field in model._meta.concrete_fields if field.attname not in CHAIN_COLUMNS)


def as_record(entry: Entry) -> dict[str, Any]:
    """An entry as plain JSON values, without its digest and without what is absent; what the digest is made of."""
    values = {field.attname: plain(getattr(entry, field.attname)) for field in entry._meta.concrete_fields}
    values.pop("digest")
    if not values["withdrawn"]:
        values.pop("withdrawn")
    values["entry"] = kind_of(type(entry))
    return {name: value for name, value in values.items() if value is not None}
