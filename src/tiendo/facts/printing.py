"""Numbers and quantities as a board prints them, in Vietnamese and English."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from tiendo.facts.quantity import Change, Quantity
from tiendo.facts.wording import Wording
from tiendo.text.numbers import format_number

_PERCENT_PLACES = 1  # as the reports themselves print shares of a plan
_WORKING_PLACES = 50  # more digits than any converted number has

_ENGLISH_SCALES = {0: "", 3: "thousand", 6: "million", 9: "billion", 12: "trillion"}
# The measures that plans use most; any other keeps its Vietnamese noun.
_ENGLISH_MEASURES = {
    "VND": "VND",
    "USD": "USD",
    "PT": "%",
    "PP": "points",
    "HA": "ha",
    "T": "tonnes",
    "LUOT": "visits",
    "XA": "communes",
    "HO": "households",
    "DU_AN": "projects",
    "TRUONG_HOC": "schools",
    "BAC_SI": "doctors",
    "GIUONG_BENH": "beds",
    "LAO_DONG": "workers",
    "DOANH_NGHIEP": "enterprises",
    "SAN_PHAM": "products",
}


def number(value: Decimal, language: str, places: int | None = None) -> str:
    """`2.202,4` in Vietnamese, `2,202.4` in English; `places` rounds half up."""
    if places is not None:
        value = value.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
    if not value:
        value = abs(value)  # no "-0"
    return format_number(value) if language == "vi" else f"{value:,f}"


def computed(value: Fraction, language: str, places: int = _PERCENT_PLACES) -> str:
    """A computed number to so many places, a whole one without any."""
    if value.denominator == 1:
        return number(Decimal(value.numerator), language)
    return number(_decimal(value, places), language, places)


def exact(value: Fraction, language: str) -> str:
    """A number that was printed or converted by powers of ten, with all its digits."""
    places = 0
    while places < _WORKING_PLACES and (value * 10**places).denominator != 1:
        places += 1
    return number(_decimal(value, places), language)


def percent(share: Fraction, language: str, places: int = _PERCENT_PLACES) -> str:
    """A share as a percentage: `28,1%`."""
    return computed(share * 100, language, places) + "%"


def signed(value: Decimal, language: str) -> str:
    """A change with its sign, `−8,9` or `+7,7`; the minus is the typographic one."""
    sign = "−" if value < 0 else "+" if value > 0 else ""
    return sign + number(abs(value), language)


def bounds(quantity: Quantity, language: str, factor: Fraction = Fraction(1)) -> str:
    """The number or range of a quantity: `7 – 7,5`, `≥ 5`, `≤ 95`, `~150`, and for a decrease `giảm ≥ 5`.

    `factor` converts to another unit by a power of ten.
    """
    low, high = (_bound(value, language, factor) for value in (quantity.low, quantity.high))
    text = low or high
    if low and high and low != high:
        text = f"{low} – {high}"
    side = "≤ " if low is None else "≥ " if high is None else ""
    about = "~" if quantity.approximate else ""
    fall = Wording("giảm ", "down ").sentence(language) if quantity.change is Change.DECREASE else ""
    return f"{fall}{side}{about}{text}"


def unit_of(quantity: Quantity, language: str) -> str:
    """The unit with its denominator: `bác sĩ/vạn dân`; in English where it has an English name."""
    written = _as_noun(quantity.written_unit) if language == "vi" else _english_unit(quantity)
    return f"{written}/{quantity.per}" if quantity.per else written


def with_unit(text: str, unit: str) -> str:
    """A number with its unit: `277 tỷ đồng`, and `7,7%` without a space."""
    return text + unit if unit == "%" else f"{text} {unit}"


def _as_noun(written: str) -> str:
    """Table cells write `Triệu đồng`; in a sentence it is `triệu đồng`. `USD` stays."""
    return written.lower() if written[1:].islower() else written


def _english_unit(quantity: Quantity) -> str:
    unit = quantity.unit
    measure, scale = _ENGLISH_MEASURES.get(unit.measure), _ENGLISH_SCALES.get(unit.multiplier)
    if measure is None or scale is None:
        return quantity.written_unit
    return f"{scale} {measure}".strip()


def _bound(value: Decimal | None, language: str, factor: Fraction) -> str | None:
    if value is None:
        return None
    return number(value, language) if factor == 1 else exact(Fraction(value) * factor, language)


def rounded(value: Fraction, places: int) -> Decimal:
    """The decimal number to so many places, without zeros at its end."""
    decimal = _decimal(value, places)
    return decimal.quantize(Decimal(1)) if decimal == decimal.to_integral_value() else decimal.normalize()


def _decimal(value: Fraction, places: int) -> Decimal:
    # Half up on the exact fraction; a Decimal division would round before.
    scaled = abs(value) * 10**places
    whole = (scaled.numerator * 2 + scaled.denominator) // (2 * scaled.denominator)
    return Decimal(whole if value >= 0 else -whole).scaleb(-places)
