"""A few rows of made-up results, as the stream gives them: column by column."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from tiendo.publishing.open_data.fields import Columns, fields_of
from tiendo.publishing.open_data.provenance import Provenance

MOMENT = datetime(2026, 1, 5, 8, 0, tzinfo=UTC)

PROVENANCE = Provenance(
    horizon=42, seal="ab" * 32, recorded_at=MOMENT, day=date(2026, 1, 5), organisation="Sở Mẫu",
    contact="du-lieu@example.org", licence="https://creativecommons.org/licenses/by/4.0/",
    site="https://tiendo.example.org", version="0",
)  # fmt: skip

_USUAL: dict[str, Any] = {
    "id": 1, "entry": 2, "indicator": "forest_cover", "indicator_name": "Tỷ lệ che phủ rừng", "territory": "20",
    "territory_name": "Tỉnh Mẫu", "period": "2022-Q1", "first_day": "2022-01-01", "last_day": "2022-03-31",
    "value": "28.10", "low": "28.10", "high": "28.10", "unit": "%", "unit_measure": "PT", "unit_mult": 0,
    "approximate": False, "annual": False, "cumulative": True, "estimated": True, "document": 7,
    "source": "1/BC-MAU", "quote": "28,10%", "reviewed": False, "recorded_at": MOMENT,
}  # fmt: skip


def row(**other: Any) -> dict[str, Any]:
    """A usual row with some values that are others."""
    return {**_USUAL, **other}


def columns(*rows: dict[str, Any], kind: str = "observation") -> Columns:
    """These rows as columns."""
    return [[one.get(field.name) for one in rows] for field in fields_of(kind)]
