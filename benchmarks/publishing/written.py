"""Writes one format into nothing: `python -m benchmarks.publishing.written FORMAT` prints seconds and bytes as JSON.

Only the writing counts, not the start of the process. With `pandas` the rows of the SDMX-CSV are brought into memory
before the clock starts, and written by `DataFrame.to_csv`; `sdmx-rows` writes the same rows from memory by our writer.
"""

from __future__ import annotations

import io
import json
import sys
import time
from collections.abc import Iterable


def exported(form: str) -> dict[str, float]:
    """One format of the whole record, as the public may see it."""
    from tiendo.config.start import start_django

    start_django()
    from tiendo.ledger.selectors.viewing import Viewer, known_at
    from tiendo.web.handouts.exports import FORMATS, ExportQuestion

    question = ExportQuestion(viewer=Viewer(), known=known_at(), kind="observation")
    return _counted(FORMATS[form].write(question))


def by_pandas() -> dict[str, float]:
    """The rows of the SDMX-CSV, written by pandas from a frame that is in memory."""
    from tiendo.config.start import start_django

    start_django()
    import pandas

    from tiendo.publishing.sdmx.definition import COLUMNS

    rows = _sdmx_rows()
    frame = pandas.DataFrame([row[: len(COLUMNS)] for row in rows], columns=list(COLUMNS))
    frame.insert(0, "ACTION", "I")
    frame.insert(0, "STRUCTURE_ID", "TIENDO:PROGRESS(1.0)")
    frame.insert(0, "STRUCTURE", "dataflow")
    begin = time.perf_counter()
    frame.to_csv(_Nowhere(), index=False, lineterminator="\r\n")
    return {"seconds": time.perf_counter() - begin, "rows": len(rows)}


def by_us() -> dict[str, float]:
    """The same rows, from memory as well, by the writer of SDMX-CSV."""
    from tiendo.config.start import start_django

    start_django()
    from tiendo.publishing.sdmx.data_csv import written_csv

    rows = _sdmx_rows()
    return {**_counted(written_csv(rows)), "rows": len(rows)}


def _sdmx_rows() -> list[tuple[str, ...]]:
    from itertools import islice

    from tiendo.ledger.selectors.streamed import StreamFilter
    from tiendo.ledger.selectors.viewing import Viewer, known_at
    from tiendo.web.handouts.sdmx import progress_observations

    found = progress_observations(StreamFilter(), Viewer(), known_at(), ("observation",))
    return list(islice(found, _ROWS_IN_MEMORY))


_ROWS_IN_MEMORY = 400_000  # as many as a frame of text holds in a gigabyte


class _Nowhere(io.TextIOBase):
    """Takes text and forgets it."""

    def write(self, text: str) -> int:
        """Encode it, as a file would, and forget it."""
        return len(text.encode())


def _counted(chunks: Iterable[bytes]) -> dict[str, float]:
    begin = time.perf_counter()
    size = sum(map(len, chunks))
    return {"seconds": time.perf_counter() - begin, "bytes": size}


if __name__ == "__main__":
    chosen = sys.argv[1]
    found = {"pandas": by_pandas, "sdmx-rows": by_us}.get(chosen)
    json.dump(found() if found else exported(chosen), sys.stdout)
