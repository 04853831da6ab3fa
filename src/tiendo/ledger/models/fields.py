"""Columns that give back exactly what was put in, on SQLite and PostgreSQL alike."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django.db import models

from tiendo.ledger.canonical import canonical_text

# Only the type checker knows that columns are generic.
if TYPE_CHECKING:
    _Text = models.CharField[Any, Any]
    _LongText = models.TextField[Any, Any]
else:
    _Text, _LongText = models.CharField, models.TextField


class ExactDecimalField(_Text):
    """A decimal kept digit by digit as text: SQLite has no decimals, and `28.10` says more than `28.1`."""

    LONGEST = 40  # digits and marks of the longest number that a document prints, with room to spare

    def __init__(self, *args: Any, **options: Any) -> None:
        options.setdefault("max_length", self.LONGEST)
        super().__init__(*args, **options)

    def from_db_value(self, value: str | None, *_: Any) -> Decimal | None:
        """The number of a stored text."""
        return None if value is None else Decimal(value)

    def to_python(self, value: Any) -> Decimal | None:
        """The number, however it is given."""
        return value if value is None or isinstance(value, Decimal) else Decimal(str(value))

    def get_prep_value(self, value: Any) -> str | None:
        """The text that is stored."""
        return None if value is None else str(value)


class CanonicalJsonField(_LongText):
    """JSON kept as its canonical text: PostgreSQL's own type refuses some text and rewrites numbers."""

    def from_db_value(self, value: str | None, *_: Any) -> Any:
        """The value of a stored text."""
        return None if value is None else json.loads(value)

    def to_python(self, value: Any) -> Any:
        """The value itself: a string is a JSON value too."""
        return value

    def get_prep_value(self, value: Any) -> str | None:
        """The text that is stored."""
        return None if value is None else canonical_text(value)
