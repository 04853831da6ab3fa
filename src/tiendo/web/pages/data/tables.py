"""Whole tables of the record: the lists of the API without their pages, all of one state of the record."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel, TypeAdapter

from tiendo.ledger.selectors import documents, findings, indicators, tasks
from tiendo.ledger.selectors.pages import Asked, Page, mapped
from tiendo.web.api.schemas.documents import DocumentShown
from tiendo.web.api.schemas.findings import FindingShown, finding_shown
from tiendo.web.api.schemas.indicators import IndicatorShown, indicator_shown
from tiendo.web.api.schemas.tasks import TaskShown
from tiendo.web.api.tables import table_of
from tiendo.web.pages.reading import Reading

_AT_ONCE = 500  # rows in memory; a page of the API is not larger either
# Spreadsheets take a file without it for one of Western Europe.
_UTF8_MARK = b"\xef\xbb\xbf"

Find = Callable[[Reading, Asked], Page[Any]]


@dataclass(frozen=True, slots=True)
class Table:
    """A table: the schema of its rows, and what finds a page of them."""

    schema: type[BaseModel]
    find: Find


TABLES: dict[str, Table] = {
    "documents": Table(
        DocumentShown,
        lambda reading, asked: documents.documents(documents.DocumentFilter(), reading.viewer, reading.known, asked),
    ),
    "tasks": Table(
        TaskShown,
        lambda reading, asked: tasks.tasks(
            tasks.TaskFilter(), reading.viewer, reading.known, asked, on=reading.as_of or reading.today
        ),
    ),
    "findings": Table(
        FindingShown,
        lambda reading, asked: mapped(
            findings.findings(findings.FindingFilter(), reading.viewer, reading.known, asked), finding_shown
        ),
    ),
    "indicators": Table(
        IndicatorShown,
        lambda reading, asked: mapped(
            indicators.indicators(indicators.IndicatorFilter(), reading.known, asked), indicator_shown
        ),
    ),
}
"""By the names of the API, in the order of the page; results and targets are open data, see `open_data`."""


def as_csv(table: Table, reading: Reading) -> Iterator[bytes]:
    """The whole table, piece by piece, as the API writes its pages: one line of names, then a line an item."""
    rows = TypeAdapter(list[table.schema])  # type: ignore[name-defined] # known only when the program runs
    after: int | None = 0
    yield _UTF8_MARK
    while after is not None:
        page = table.find(reading, Asked(_AT_ONCE, after))
        written = table_of(table.schema, rows.validate_python(page.items, from_attributes=True))
        yield written if after == 0 else written.partition(b"\r\n")[2]
        after = page.next
