"""A scoreboard with all its rows printed already, which pages only have to choose from and put in order.

Judging and printing five hundred indicators takes half a second, choosing some of them a few milliseconds; so the sheet
of a period is made once for each state of the record and language, whatever filter or order its readers ask for.
"""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from threading import Lock
from typing import NamedTuple

from django.template.loader import get_template

from tiendo.assessment.board import Board, Totals
from tiendo.assessment.status import Status
from tiendo.ledger.remembered import Remembered
from tiendo.ledger.selectors.board import board_at
from tiendo.ledger.selectors.visible import Visible, visible_to
from tiendo.publishing.cells import owner_of
from tiendo.reference.agencies import agency_name
from tiendo.text.folding import fold
from tiendo.web.pages.maker import maker
from tiendo.web.pages.reading import Reading
from tiendo.web.pages.scoreboard.asked import Asked
from tiendo.web.pages.scoreboard.rows import shown_rows
from tiendo.web.pages.shelf import PAGES

_SHEETS_KEPT = 24  # at hand in a process; one of 500 indicators takes some two megabytes
_QUICKLY = 4  # of gzip's nine levels


class SheetRow(NamedTuple):
    """One indicator. `table` is its row of the table, `listed` the line that it has in the list of those that wait.

    `name` and `owner_name` are folded: Vietnamese is sorted without its tone marks, as an index of a book is read.
    """

    sector: str
    sector_name: str
    owner: str
    owner_shown: str
    owner_name: str
    name: str
    status: str
    has_target: bool
    has_result: bool
    is_fresh: bool
    is_owned: bool
    table: str
    listed: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """All rows of a board in its order; `unlinked` and `elsewhere` are what it counts beside them."""

    on: date
    territory: str | None
    unlinked: int
    elsewhere: int
    rows: tuple[SheetRow, ...]

    def packed(self) -> bytes:
        """The sheet as bytes."""
        said = [self.on.isoformat(), self.territory, self.unlinked, self.elsewhere, self.rows]
        return gzip.compress(json.dumps(said, ensure_ascii=False).encode(), _QUICKLY, mtime=0)

    @classmethod
    def unpacked(cls, content: bytes) -> Sheet:
        """The sheet that was packed."""
        on, territory, unlinked, elsewhere, rows = json.loads(gzip.decompress(content))
        return cls(date.fromisoformat(on), territory, unlinked, elsewhere, tuple(map(SheetRow._make, rows)))


def totals_of(rows: list[SheetRow]) -> Totals:
    """How many of the rows have each status."""
    statuses = [row.status for row in rows]
    return Totals({status: statuses.count(status) for status in Status}, sum(row.is_fresh for row in rows))


_remembered: Remembered[str, Sheet] = Remembered(_SHEETS_KEPT)
# Of those who ask for a new sheet at the same time one makes it, and the others find it made.
_MAKING = Lock()


def sheet_of(asked: Asked, reading: Reading) -> Sheet:
    """The sheet of the period, territory and day that are asked for, with what the reader may see."""
    visible = visible_to(reading.viewer, reading.known)
    known = reading.known
    said = (maker(), known.horizon, known.seal, visible.sight, str(asked.period), asked.territory, asked.on)
    tag = f"sheet {hashlib.sha256(repr((*said, reading.language)).encode()).hexdigest()}"
    is_public = reading.account is None

    def made(_: list[str]) -> Iterator[Sheet]:
        kept = PAGES.get(tag) if is_public else None
        if kept is not None:
            yield Sheet.unpacked(kept)
            return
        sheet = _sheet(asked, reading, visible)
        # What others may not see stays in memory.
        if is_public:
            PAGES.put(tag, sheet.packed())
        yield sheet

    with _MAKING:
        return _remembered.of([tag], made)[0]


def _sheet(asked: Asked, reading: Reading, visible: Visible) -> Sheet:
    board = board_at(
        asked.period,
        territory=asked.territory,
        horizon=reading.known.horizon,
        on=asked.on,
        sources=visible.roots,
    )
    return Sheet(
        board.on, board.territory, board.unlinked, board.elsewhere, tuple(_rows(board, visible, reading.language))
    )


def _rows(board: Board, visible: Visible, language: str) -> Iterator[SheetRow]:
    table, listed = get_template("scoreboard/row.html"), get_template("scoreboard/listed.html")
    sectors = {section.sector.id: section.sector.names.sentence(language) for section in board.sections}
    for row, shown in shown_rows(board, visible, language):
        printed = {"row": shown, "language": language}
        owner = row.assessment.owner
        yield SheetRow(
            sector=row.indicator.sector,
            sector_name=sectors.get(row.indicator.sector, ""),
            owner=row.indicator.owner,
            owner_shown=agency_name(row.indicator.owner, board.on) or row.indicator.owner,
            owner_name=fold(owner_of(row, board)),
            name=fold(row.indicator.names.sentence(language)),
            status=row.assessment.status,
            has_target=row.target is not None,
            has_result=row.result is not None,
            is_fresh=row.is_fresh,
            is_owned=agency_name(owner, board.on) is not None,
            table=table.render(printed),
            listed=listed.render(printed) if row.result is None else "",
        )
