"""Units of measure as a codelist: what measures, and what is counted."""

from __future__ import annotations

from collections.abc import Iterable

from tiendo.catalogue.model import Catalogue
from tiendo.facts.wording import Wording
from tiendo.publishing.sdmx.definition import UNITS
from tiendo.publishing.sdmx.model import Item, ItemList
from tiendo.reference.units import COUNTED_NOUNS, UNKNOWN_UNIT, measured_units, read_unit

# What is counted has a name in Vietnamese only: nothing here translates a noun.
_ENGLISH = {
    "VND": "Vietnamese dong", "USD": "US dollar", "CNY": "Chinese yuan", "EUR": "Euro", "PT": "Percent",
    "PP": "Percentage points", "PM": "Per thousand", "LAN": "Times", "LUOT": "Visits or turns", "M2": "Square metre",
    "HA": "Hectare", "KM2": "Square kilometre", "MM": "Millimetre", "CM": "Centimetre", "M": "Metre",
    "KM": "Kilometre", "HAI_LY": "Nautical mile", "G": "Gram", "KG": "Kilogram", "YEN": "Ten kilograms",
    "DT": "Hundred kilograms", "T": "Tonne", "LIT": "Litre", "M3": "Cubic metre", "TKM": "Tonne-kilometre",
    "NGUOI_KM": "Passenger-kilometre", "W": "Watt", "KW": "Kilowatt", "MW": "Megawatt", "GW": "Gigawatt",
    "MWP": "Megawatt peak", "WH": "Watt-hour", "KWH": "Kilowatt-hour", "MWH": "Megawatt-hour",
    "GWH": "Gigawatt-hour", "VA": "Volt-ampere", "KVA": "Kilovolt-ampere", "MVA": "Megavolt-ampere", "V": "Volt",
    "KV": "Kilovolt", "SEC": "Second", "PHUT": "Minute", "GIO": "Hour", "NGAY": "Day", "TUAN": "Week",
    "THANG": "Month", "QUY": "Quarter", "NAM": "Year", "NGAY_CONG": "Working day", "MBPS": "Megabit per second",
    "GBPS": "Gigabit per second", "GB": "Gigabyte", "TB": "Terabyte", "TOE": "Tonne of oil equivalent",
    "TCO2E": "Tonne of CO2 equivalent", "DO_C": "Degree Celsius", "TEU": "Twenty-foot equivalent unit",
}  # fmt: skip


def units(catalogue: Catalogue) -> ItemList:
    """Every unit that the lists know or an indicator is measured in, by code."""
    names: dict[str, Wording] = {UNKNOWN_UNIT.measure: Wording("Không rõ đơn vị", "Unit not known")}
    for code, written in (*_measured(), *_counted(), *_of_indicators(catalogue)):
        names.setdefault(code, Wording(written, _ENGLISH.get(code, written)))
    return ItemList(
        reference=UNITS,
        names=Wording("Đơn vị tính", "Units of measure"),
        items=tuple(Item(id=code, names=names[code]) for code in sorted(names)),
    )


def _measured() -> Iterable[tuple[str, str]]:
    return ((unit.measure, unit.written[0]) for unit in measured_units())


def _counted() -> Iterable[tuple[str, str]]:
    return ((read_unit(noun).measure, noun) for noun in sorted(COUNTED_NOUNS))


def _of_indicators(catalogue: Catalogue) -> Iterable[tuple[str, str]]:
    for indicator in catalogue:
        for measured in (indicator.measured_in, *indicator.also_measured_in):
            yield measured.unit.measure, measured.written
