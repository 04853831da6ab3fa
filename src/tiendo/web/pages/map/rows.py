"""The units as the map and the table under it show them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction

from django.urls import reverse
from django.utils import timezone

from tiendo.catalogue import Indicator, Semantics
from tiendo.facts.printing import computed, number, unit_of
from tiendo.facts.quantity import Quantity, Unit
from tiendo.ledger.selectors.by_territory import ByTerritory, UnitValue
from tiendo.ledger.selectors.measured import ObservationView
from tiendo.publishing.tile_map import Place
from tiendo.reference.agencies import agency_name
from tiendo.reference.grids import Grid
from tiendo.text.folding import fold
from tiendo.web.pages.tags import address_of
from tiendo.web.words import say

_PERCENT = Unit("PT")


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitRow:
    """A line of the table. `value` is empty where nothing is known; `note` says what is special about it."""

    anchor: str
    name: str
    kind: str
    address: str
    value: str
    note: str
    change: str
    source: str
    source_address: str
    recorded: datetime | None
    days: int | None


def rows_of(found: ByTerritory, order: str, today: date, language: str) -> list[UnitRow]:
    """The units in the order that was asked for; those without anything to order by come last."""
    return [_row(one, found.indicator, today, language) for one in _ordered(found.units, found.indicator, order)]


def places_of(found: ByTerritory, grid: Grid, language: str) -> list[Place]:
    """The units as tiles; each leads to its line of the table."""
    return [
        Place(
            code=one.unit.code,
            name=one.unit.name,
            column=grid.cells[one.unit.code].column,
            row=grid.cells[one.unit.code].row,
            address=f"#{_anchor(one)}",
            value=one.value,
            printed="" if one.value is None else _signed_minus(one.value, language),
        )
        for one in found.units
        if one.unit.code in grid.cells
    ]


def unit_words(indicator: Indicator, language: str) -> str:
    """The unit of the whole map."""
    measured = indicator.measured_in
    one = Quantity(low=Decimal(1), high=Decimal(1), written_unit=measured.written, unit=measured.unit, per=measured.per)
    return unit_of(one, language)


def _row(one: UnitValue, indicator: Indicator, today: date, language: str) -> UnitRow:
    page = reverse("indicator", args=[indicator.id])
    recorded = one.result.recorded_at if one.result else None
    return UnitRow(
        anchor=_anchor(one),
        name=one.unit.name,
        kind=one.unit.kind,
        address=f"{page}?territory={one.unit.code}" if one.result else "",
        value=_value(one, language),
        note=_note(one, language),
        change=_change(one, indicator, language),
        source=_source(one),
        source_address=_source_address(one.result),
        recorded=recorded,
        days=max((today - timezone.localtime(recorded).date()).days, 0) if recorded else None,
    )


def _anchor(one: UnitValue) -> str:
    return f"unit-{one.unit.code}"


def _value(one: UnitValue, language: str) -> str:
    """The number in the unit of the map; of another way of counting as it was reported, with its own unit."""
    result = one.result
    if one.value is not None and result is not None and result.low == result.high:
        return _signed_minus(one.value, language)
    if result is None:
        return ""
    bounds = [number(bound, language) for bound in dict.fromkeys((result.low, result.high)) if bound is not None]
    side = "≤ " if result.low is None else "≥ " if result.high is None else ""
    return f"{side}{' – '.join(bounds)} {result.unit if one.value is None else ''}".strip()


def _note(one: UnitValue, language: str) -> str:
    if one.result is None:
        return ""
    keys = [key for key, holds in (("estimated", one.result.estimated), ("otherwise", one.value is None)) if holds]
    return ", ".join(say(f"map.{key}", language) for key in keys)


def _change(one: UnitValue, indicator: Indicator, language: str) -> str:
    change = _compared(one, indicator)
    if change is None:
        return ""
    unit = f" {say('map.points', language)}" if indicator.measured_in.unit == _PERCENT else "%"
    return _with_sign(change, language) + unit


def _compared(one: UnitValue, indicator: Indicator) -> Fraction | None:
    """The change on the year before: of shares and rates in points, of amounts in percent of what they were."""
    if one.value is None or one.before is None:
        return None
    change = Fraction(one.value) - Fraction(one.before)
    if indicator.measured_in.unit == _PERCENT:
        return change
    if one.before <= 0 or indicator.semantics is Semantics.RANK:
        return None
    return change / Fraction(one.before) * 100


def _with_sign(value: Fraction, language: str) -> str:
    sign = "−" if value < 0 else "+" if value > 0 else ""
    return sign + computed(abs(value), language)


def _signed_minus(value: Decimal, language: str) -> str:
    """A number with the typographic minus."""
    return ("−" if value < 0 else "") + number(abs(value), language)


def _source(one: UnitValue) -> str:
    """The title of the document, or who sent the file in and what it is called."""
    agency, result = None, one.result
    if result is not None and result.agency is not None:
        agency = agency_name(result.agency, timezone.localtime(result.recorded_at).date()) or result.agency
    return ", ".join(part for part in (agency, one.source) if part)


def _source_address(result: ObservationView | None) -> str:
    if result is not None and result.submission is not None:
        return address_of("submission", result.submission)
    if result is None or result.document is None:
        return ""
    return f"{address_of('document', result.document)}?at={result.start}#at-{result.start}"


def _ordered(units: Sequence[UnitValue], indicator: Indicator, order: str) -> list[UnitValue]:
    by_name = sorted(units, key=lambda one: (fold(one.unit.name), one.unit.name))
    is_turned = order.startswith("-")
    if order.removeprefix("-") == "name":
        return by_name[::-1] if is_turned else by_name
    measured = {one.unit.code: _measure(one, indicator, order) for one in by_name}
    known = [one for one in by_name if measured[one.unit.code] is not None]
    # Sorting is stable: units that are alike stay in the order of their names.
    known.sort(key=lambda one: measured[one.unit.code] or Fraction(0), reverse=is_turned)
    return known + [one for one in by_name if measured[one.unit.code] is None]


def _measure(one: UnitValue, indicator: Indicator, order: str) -> Fraction | None:
    if order.removeprefix("-") == "change":
        return _compared(one, indicator)
    return None if one.value is None else Fraction(one.value)
