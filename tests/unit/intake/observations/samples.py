"""Small tables of made-up results, and short ways to read and load them."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from tiendo.catalogue import load_catalogue
from tiendo.intake.observations import LoadOutcome, load_observations
from tiendo.intake.observations.columns import read_header
from tiendo.intake.observations.numbers import NOTATIONS
from tiendo.intake.observations.rows import RowReader
from tiendo.intake.observations.table import Table, read_table
from tiendo.ledger.actors import OPERATOR
from tiendo.ledger.models import Observation
from tiendo.ledger.standing import FOREVER

NOW = datetime(2026, 11, 29, 8, tzinfo=UTC)
HEADER = "indicator,territory,period,value,estimated,cumulative,unit"
SOUND = "aquatic_output,20,2024,12.50,,,"


def table(*rows: str, header: str = HEADER) -> str:
    """A table with these rows."""
    return "\n".join([header, *rows]) + "\n"


def read(text: str, decimal_mark: str = ".", today: date = date(2026, 11, 29)) -> Table:
    """The table as it is read, without a record."""
    header, _, _ = text.partition("\n")
    reader = RowReader(read_header(header), load_catalogue(), NOTATIONS[decimal_mark], today)
    return read_table(text, len(header) + 1, reader)


def load(text: str | bytes, *, agency: str | None = None, **more: Any) -> LoadOutcome:
    """Load it as the operator."""
    content = text.encode() if isinstance(text, str) else text
    options: dict[str, Any] = {"by": OPERATOR, "at": NOW, "why": "", "name": "so-lieu.csv"} | more
    return load_observations(content, agency=agency, **options)


def standing(horizon: int = FOREVER) -> set[tuple[Any, ...]]:
    """What stands: the slot of each value, and what it says."""
    return {
        (one.agency, one.indicator, one.territory, one.period, bool(one.cumulative), str(one.low), one.change,
         bool(one.estimated))
        for one in Observation.objects.standing(horizon)
    }  # fmt: skip
