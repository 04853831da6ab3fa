"""Results that agencies report as rows of a table: read, checked row by row, and handed to the record."""

from tiendo.intake.observations.columns import TEMPLATE
from tiendo.intake.observations.faults import OUTCOMES, SOUND, RowOutcome
from tiendo.intake.observations.load import LARGEST_FILE, LoadOutcome, load_observations

__all__ = ["LARGEST_FILE", "OUTCOMES", "SOUND", "TEMPLATE", "LoadOutcome", "RowOutcome", "load_observations"]
