"""What people taught the record, in the form that a reading process is given."""

from __future__ import annotations

from tiendo.catalogue.extension import TaughtNames
from tiendo.ledger.selectors.names import made_indicators, taught_aliases


def taught_names() -> TaughtNames:
    """The names and indicators beyond the product's catalogue."""
    return TaughtNames(aliases=taught_aliases(), indicators=made_indicators())
