"""Lists of the pages as CSV, for people who open them in a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from tiendo.publishing.spreadsheet import cell


def as_csv(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    """A header and the rows; RFC 4180, decimal points, nothing that a spreadsheet would run.

    A byte order mark leads: without one Excel takes UTF-8 for the code page of Windows, and every mark is lost.
    """
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(columns)
    writer.writerows([cell(value) for value in row] for row in rows)
    return out.getvalue().encode("utf-8-sig")
