"""Sets up a record with 500 indicators and writes the table: `python -m benchmarks.record.prepare FILE ROWS`."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path


def main(path: Path, rows: int) -> None:
    """Set up the record that the environment names, and write a table of so many rows."""
    from tiendo.config.start import ensure_ready

    ensure_ready()
    from benchmarks.record.rows import made_up_definitions, table
    from tiendo.ledger.actors import MACHINE
    from tiendo.ledger.catalogues import catalogue_at
    from tiendo.ledger.chain import recording
    from tiendo.ledger.models import Indicator

    with recording("benchmark", by=MACHINE.name, at=datetime.now(UTC), why="as many as the goal names") as recorder:
        for definition in made_up_definitions():
            recorder.add(Indicator, code=definition["id"], definition=definition, of_catalogue=False)
    path.write_text(table(catalogue_at(), rows), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
