"""The data package: tables of results and targets with everything that describes them, in one archive."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import chain
from typing import Any

from tiendo.facts.wording import Wording
from tiendo.ledger.selectors.streamed import MeasuredKind
from tiendo.publishing.open_data.archive import Part, zip_chunks
from tiendo.publishing.open_data.csv_text import csv_chunks
from tiendo.publishing.open_data.fields import fields_of
from tiendo.publishing.open_data.package import CSVW_FILE, PACKAGE_FILE, Resource, csvw, data_package
from tiendo.web.handouts.exports import ExportQuestion, nothing_to_export
from tiendo.web.handouts.tables import provenance_of, table_portions

TITLE = Wording("Kết quả và chỉ tiêu kinh tế - xã hội", "Socio-economic results and targets")
"""What the package is called."""

_KINDS: tuple[MeasuredKind, ...] = ("observation", "target")


def package_chunks(asked: ExportQuestion, title: Wording = TITLE) -> Iterator[bytes]:
    """The archive; a table without rows is left out. Raises `ExportRefused` where there are no rows at all."""
    tables = [one for kind in _KINDS if asked.kind in (None, kind) for one in _opened(asked, kind)]
    if not tables:
        raise nothing_to_export(asked.viewer)
    return zip_chunks(_parts(asked, tables, title))


@dataclass
class _Table:
    """A table on its way into the archive: measured while it is written."""

    kind: MeasuredKind
    chunks: Iterable[bytes]
    size: int = 0
    digest: Any = field(default_factory=hashlib.sha256)

    @property
    def path(self) -> str:
        return f"{self.kind}s.csv"

    def measured(self) -> Iterator[bytes]:
        for chunk in self.chunks:
            self.size += len(chunk)
            self.digest.update(chunk)
            yield chunk


def _opened(asked: ExportQuestion, kind: MeasuredKind) -> Iterator[_Table]:
    portions = table_portions(kind, asked.wanted, asked.viewer, asked.known)
    first = next(portions, None)
    if first is not None or asked.may_be_empty:
        yield _Table(kind, csv_chunks(fields_of(kind), chain([first] if first else [], portions)))


def _parts(asked: ExportQuestion, tables: list[_Table], title: Wording) -> Iterator[Part]:
    for table in tables:
        yield table.path, table.measured()
    # What describes the tables stands behind them, because it says how long they are.
    provenance = provenance_of(asked.known, asked.site)
    resources = [Resource(kind=one.kind, path=one.path, size=one.size, digest=one.digest.hexdigest()) for one in tables]
    yield PACKAGE_FILE, [_text(data_package(title, resources, provenance))]
    yield CSVW_FILE, [_text(csvw(title, [replace(one, size=None) for one in resources], provenance))]


def _text(described: Any) -> bytes:
    return (json.dumps(described, ensure_ascii=False, indent=2) + "\n").encode()
