"""The words and numbers of a row, the same in every form that a board is handed out in."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from tiendo.assessment.board import Board, BoardEntry, Row
from tiendo.assessment.status import Status
from tiendo.assessment.timing import time_of
from tiendo.catalogue.model import Semantics
from tiendo.facts.printing import bounds, number, signed, unit_of, with_unit
from tiendo.facts.records import Observation
from tiendo.facts.wording import Wording
from tiendo.matching.reasons import explain
from tiendo.publishing.columns import cut, printable, width_of
from tiendo.reference.agencies import agency_name
from tiendo.reference.units import comparable, convert

ABSENT = "–"
_ONE = Decimal(1)

_ESTIMATED = Wording("ước", "estimate")
_CEILING = Wording("mức trần", "ceiling")
_FROM_CLAIM = Wording("so cùng kỳ", "on the year before")
_YEARLY = Wording("bình quân năm", "yearly mean")
_BORDERLINE = Wording("sát ngưỡng", "borderline")
_TO_CHECK = Wording("⚑ số liệu cần kiểm tra", "⚑ figures to check")

SYMBOLS = {
    Status.REACHED: "✓",
    Status.ON_PATH: "●",
    Status.WATCH: "▲",
    Status.BEHIND: "■",
    Status.WITHIN: "◇",
    Status.EXCEEDED: "◆",
    Status.TOO_EARLY: "○",
    Status.NO_DATA: "○",
    Status.NOT_COMPARABLE: "○",
}


@dataclass(frozen=True, slots=True)
class Cells:
    """What a row says, ready to be set. `notes` are the small remarks below the name.

    `target` is in the unit of the result where there is one, so that both can be read together.
    """

    name: str
    notes: tuple[str, ...]
    result: str
    unit: str
    target: str
    status: str
    symbol: str
    year_on_year: str
    plan_percent: str
    source: str
    place: str

    def source_within(self, width: int) -> str:
        """Document and place in at most `width` columns; the place is never cut for the document's name."""
        if not self.place:
            return cut(printable(self.source), width)
        place = f", {printable(self.place)}"
        return cut(printable(self.source), max(width - width_of(place), 1)) + place


def cells_of(row: Row, board: Board, language: str) -> Cells:
    """The cells of a row in `"vi"` or `"en"`."""
    result, shown = row.result, row.result or row.target
    status = row.assessment.status
    return Cells(
        name=row.indicator.names.sentence(language),
        notes=_notes(row, board, language),
        result=bounds(result.record.quantity, language) if result else ABSENT,
        unit=_unit(shown, row, language) if shown else "",
        target=_target(row, language),
        status=status.word.sentence(language),
        symbol=SYMBOLS[status],
        year_on_year=_year_on_year(row, language),
        plan_percent=_plan_percent(row, language),
        source=shown.title if shown else "",
        place=place_of(shown) if shown else "",
    )


def _unit(entry: BoardEntry, row: Row, language: str) -> str:
    """The unit, without the denominator that the indicator's name says already ("trên 1 vạn dân")."""
    quantity = entry.record.quantity
    if quantity.per is not None and quantity.per in row.indicator.names.vi:
        quantity = replace(quantity, per=None)
    return unit_of(quantity, language)


def owner_of(row: Row, board: Board) -> str:
    """The name of the agency that answers for the indicator, on the day of the board."""
    return agency_name(row.assessment.owner, board.on) or row.assessment.owner


def place_of(entry: BoardEntry) -> str:
    """The place in the document, without the article that holds all of it: `I.3.a`."""
    places = entry.record.provision
    return ".".join([place for place in places if not place.startswith("Điều ")] or places)


def source_of(entry: BoardEntry) -> str:
    """The document and the place in it: `62/NQ-HĐND, I.3.a`."""
    place = place_of(entry)
    return f"{entry.title}, {place}" if place else entry.title


def label_of(cells: Cells, language: str) -> str:
    """The row in one sentence, for those who hear the picture."""
    words = Wording(
        f"{cells.name}: {cells.result} trên {cells.target} {cells.unit}, {cells.status}",
        f"{cells.name}: {cells.result} of {cells.target} {cells.unit}, {cells.status}",
    )
    return words.sentence(language)


def horizon_notes(row: Row, language: str) -> tuple[str, ...]:
    """The later targets: `đến năm 2030: 67%`."""
    return tuple(_horizon(entry, language) for entry in row.horizons)


def warnings_of(row: Row, board: Board, language: str) -> tuple[str, ...]:
    """The sentences of the near names and moved definitions that were linked."""
    return tuple(explain(warning, board.catalogue, language) for warning in row.warnings)


def _notes(row: Row, board: Board, language: str) -> tuple[str, ...]:
    notes = [owner_of(row, board)]
    if row.findings:
        notes.append(_TO_CHECK.sentence(language))
    if row.indicator.semantics is Semantics.CEILING:
        notes.append(_CEILING.sentence(language))
    result = row.result.record if row.result else None
    if row.from_claim:
        notes.append(_FROM_CLAIM.sentence(language))
    elif isinstance(result, Observation) and result.estimated:
        notes.append(_ESTIMATED.sentence(language))
    if row.result and time_of(row.result.record).last_day != board.period.last_day:
        notes.append(_time(row.result, language))
    if row.target and row.target.record.annual:
        notes.append(_YEARLY.sentence(language))
    if row.assessment.borderline:
        notes.append(_BORDERLINE.sentence(language))
    if row.target and time_of(row.target.record).year != board.period.year:
        notes.append(_time(row.target, language))
    return (*notes, *horizon_notes(row, language))


def _horizon(entry: BoardEntry, language: str) -> str:
    quantity = entry.record.quantity
    value = with_unit(bounds(quantity, language), unit_of(quantity, language))
    return f"{_time(entry, language)}: {value}"


def _time(entry: BoardEntry, language: str) -> str:
    period = time_of(entry.record)
    return period.vietnamese() if language == "vi" else period.english()


def _target(row: Row, language: str) -> str:
    if row.target is None:
        return ABSENT
    quantity = row.target.record.quantity
    wanted = row.result.record.quantity.unit if row.result else quantity.unit
    if not comparable(quantity.unit, wanted):
        return f"{bounds(quantity, language)} {unit_of(quantity, language)}"
    factor = Fraction(convert(_ONE, quantity.unit, wanted))
    return bounds(quantity, language, factor)


def _year_on_year(row: Row, language: str) -> str:
    if row.result is None or row.from_claim:
        return ""
    record = row.result.record
    if record.yoy_percent is not None:
        return signed(record.yoy_percent, language) + "%"
    return "" if record.yoy_change is None else signed(record.yoy_change, language)


def _plan_percent(row: Row, language: str) -> str:
    claimed = row.result.record.plan_percent if row.result else None
    return "" if claimed is None else number(claimed, language) + "%"
