"""Loads a table of results into the record: read it, check every row, hand the sound ones over."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from django.utils.timezone import localdate

from tiendo.intake.observations.columns import read_header
from tiendo.intake.observations.faults import (
    CORRECTED,
    FILE_ROW,
    HELD_BACK,
    RECORDED,
    UNCHANGED,
    Refused,
    RowOutcome,
)
from tiendo.intake.observations.numbers import NOTATIONS, Notation
from tiendo.intake.observations.rows import RowReader
from tiendo.intake.observations.table import KEPT_OUTCOMES, Table, read_table
from tiendo.ledger.actors import Actor
from tiendo.ledger.catalogues import catalogue_at
from tiendo.ledger.commands import report_observations as command

LARGEST_FILE: Final = 512 * 1024 * 1024  # bytes; two million rows have a fifth of it
_CODES = {command.RECORDED: RECORDED, command.CORRECTED: CORRECTED, command.UNCHANGED: UNCHANGED}
_BYTE_ORDER_MARK = "\ufeff"


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadOutcome:
    """What became of a table.

    `held_back` are sound rows that were not recorded because others were refused. `rows` tells of single rows: of
    all of a small table, else of the first that were refused. `submission` is the entry under which the rows were
    recorded; `None` in a rehearsal, and where nothing was recorded.
    """

    recorded: int = 0
    corrected: int = 0
    unchanged: int = 0
    refused: int = 0
    held_back: int = 0
    rows: Sequence[RowOutcome] = ()
    submission: int | None = None


def load_observations(
    content: bytes,
    *,
    name: str,
    agency: str | None,
    by: Actor,
    at: datetime,
    why: str,
    rehearsal: bool = False,
    all_or_nothing: bool = True,
    decimal_mark: str = ".",
    largest: int = LARGEST_FILE,
) -> LoadOutcome:
    """Record the rows of a table in the form of `columns.TEMPLATE` as what `agency` reports.

    With `all_or_nothing` a refused row keeps all others out; without it the others are recorded. A `rehearsal`
    says what would become of every row and records nothing. `decimal_mark` is `"."` or `","`. Raises what
    `report_observations` raises; wrong rows and files are outcomes, not errors.
    """
    try:
        table = _read(content, NOTATIONS[decimal_mark], localdate(at), largest)
    except Refused as fault:
        return LoadOutcome(refused=1, rows=(fault.of_row(FILE_ROW),))
    if table.refused and all_or_nothing:
        return LoadOutcome(
            refused=table.refused, held_back=len(table.starts), rows=_told(table, (HELD_BACK for _ in table.starts))
        )
    reported = command.report_observations(
        report=command.Report(
            name=name,
            content=content,
            agency=agency,
            rows=table.rows,
            indicators=table.indicators(),
            territories=table.territories(),
            values=table.values(),
        ),
        by=by,
        at=at,
        why=why,
        rehearsal=rehearsal,
    )
    return LoadOutcome(
        recorded=reported.count(command.RECORDED),
        corrected=reported.count(command.CORRECTED),
        unchanged=reported.count(command.UNCHANGED),
        refused=table.refused,
        rows=_told(table, (_CODES[one] for one in reported.outcomes)),
        submission=reported.submission,
    )


def _read(content: bytes, notation: Notation, today: date, largest: int) -> Table:
    """The rows of a file; raises `Refused` for a file that is none of the template."""
    if len(content) > largest:
        raise Refused("file-too-large", value=len(content), limit=largest)
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as fault:
        raise Refused("not-utf8", value=fault.start) from None
    text = text.removeprefix(_BYTE_ORDER_MARK)
    header_end = text.find("\n") + 1 or len(text)
    header = text[:header_end].rstrip("\r\n")
    if not header.strip():
        raise Refused("file-empty")
    reader = RowReader(read_header(header), catalogue_at(), notation, today)
    table = read_table(text, header_end, reader)
    if not table.rows:
        raise Refused("file-empty")
    return table


def _told(table: Table, codes: Iterator[str]) -> Sequence[RowOutcome]:
    """The outcomes that are told one by one, in the order of the rows."""
    if table.rows > KEPT_OUTCOMES:
        return tuple(table.refusals)
    sound = [RowOutcome(row, code) for row, code in zip(table.numbers, codes, strict=True)]
    return tuple(sorted([*sound, *table.refusals], key=lambda one: one.row))
