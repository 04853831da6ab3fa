"""Which kept files the entries of the record name. It needs no database."""

from __future__ import annotations

import json
from collections.abc import Iterator

FILE_COLUMNS = {"stored_file": "sha256", "document": "file", "submission": "file", "task_update": "evidence"}
"""By kind of entry, the column that names a file by its SHA-256."""


def named_files(kind: str, text: str) -> Iterator[str]:
    """The files that an entry in canonical text names."""
    column = FILE_COLUMNS.get(kind)
    if column is not None:
        named = json.loads(text).get(column)
        if named is not None:
            yield str(named)
