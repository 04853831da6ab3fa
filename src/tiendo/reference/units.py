"""Units of measure: from the way they are written to a code and a power of ten, and exact conversion.

The codes are SDMX-like. What is counted gets its noun as a code, in capitals without marks (`xã` is `XA`);
what is measured, and nouns with two names for one thing, stand in `data/`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from tiendo.facts.errors import IncompatibleUnits, LookupRefused
from tiendo.facts.quantity import Unit
from tiendo.reference.tables import parts, read_table

# Powers of ten. Chains add up: `nghìn tỷ` is 3 + 9.
MULTIPLIER_WORDS: dict[str, int] = {
    "chục": 1, "trăm": 2, "nghìn": 3, "ngàn": 3, "vạn": 4, "triệu": 6, "tỷ": 9, "tỉ": 9,
}  # fmt: skip

_BARE_BILLION = frozenset({"tỷ", "tỉ"})  # "bố trí 145 tỷ": a billion without a noun is money
_PLAIN_NUMBER = "SO"  # "2,3 triệu" without a noun: a number of something that the unit does not name
_SUPERSCRIPTS = str.maketrans("²³", "23")
_BRACKETED = re.compile(r"\([^()]*\)")
_BETWEEN_WORDS = re.compile(r"[^A-Z0-9]+")
_EDGES = " \t\n.,;:-"
_LUOT = "LUOT"  # every kind of lượt (visits, turns) is one measure
_CACHED_UNITS = 4096  # far above the number of distinct units in any document, small in memory


def _key(written: str) -> str:
    """Lower case NFC with its marks: without them `tạ`, `tá` and `ta` would be one unit."""
    text = unicodedata.normalize("NFC", written).translate(_SUPERSCRIPTS).casefold()
    return " ".join(_BRACKETED.sub(" ", text).split()).strip(_EDGES)


def _noun_code(noun: str) -> str:
    # Decomposed, every Vietnamese letter but đ is an ASCII letter with marks: what is not ASCII can go.
    letters = unicodedata.normalize("NFD", noun.upper().replace("Đ", "D")).encode("ascii", "ignore").decode()
    return _BETWEEN_WORDS.sub("_", letters).strip("_")


def _longest_first(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(words), key=lambda word: (-len(word), word)))


_MEASURED_ROWS = read_table("measured_units.tsv")
_COUNTED_ROWS = read_table("counted_nouns.tsv")

# Every spelling of a measured unit, longest first: what an alternation of a regular expression needs.
MEASURE_WORDS: tuple[str, ...] = _longest_first(word for row in _MEASURED_ROWS for word in parts(row["written"]))

# Nouns that planning documents count, multiword forms included, longest first.
COUNTED_NOUNS: tuple[str, ...] = _longest_first(row["noun"] for row in _COUNTED_ROWS)

_MEASURE_OF = {_key(written): row["measure"] for row in _MEASURED_ROWS for written in parts(row["written"])}
_EXCEPTION_OF = {_key(row["noun"]): row["code"] for row in _COUNTED_ROWS if row["code"]}
_BASE_OF = {row["measure"]: (row["base"], int(row["exponent"])) for row in _MEASURED_ROWS}


class MeasuredUnit(NamedTuple):
    """A unit that measures: its code, what it converts into, the power of ten between the two, and its spellings."""

    measure: str
    base: str
    exponent: int
    written: tuple[str, ...]


def measured_units() -> tuple[MeasuredUnit, ...]:
    """Every unit that measures, in the order of the list; what is counted needs none."""
    return tuple(
        MeasuredUnit(row["measure"], row["base"], int(row["exponent"]), parts(row["written"])) for row in _MEASURED_ROWS
    )


UNKNOWN_UNIT = Unit("KHONG_RO")
"""Of a number in a table that names no unit; it is taken to be measured, so that rounding is allowed for."""


@lru_cache(maxsize=_CACHED_UNITS)
def read_unit(written: str) -> Unit:
    """The unit of a written unit without its number: `nghìn tỷ đồng` → `Unit("VND", 12)`.

    A denominator behind a measured unit is left out (`m3/năm` → `M3`); it belongs in `Quantity.per`.
    Raises `LookupRefused` where nothing in it can be a unit.
    """
    key = _key(written)
    multiplier, noun = _split_multiplier(key)
    if not noun and multiplier:
        return Unit("VND" if key.split()[-1] in _BARE_BILLION else _PLAIN_NUMBER, multiplier)
    return Unit(_measure(noun, written), multiplier)


def convert(value: Decimal, from_unit: Unit, to_unit: Unit) -> Decimal:
    """The same quantity in another unit, exact (all factors here are powers of ten).

    Raises `IncompatibleUnits` where the units measure different things: VND and USD, or `%` and
    percentage points.
    """
    from_base, from_exponent = in_base(from_unit)
    to_base, to_exponent = in_base(to_unit)
    if from_base != to_base:
        raise IncompatibleUnits(
            vi=f"Không đổi được {from_unit.measure} sang {to_unit.measure}: hai đơn vị đo hai thứ khác nhau.",
            en=f"{from_unit.measure} cannot be converted to {to_unit.measure}: they measure different things.",
        )
    return _shifted(value, from_exponent - to_exponent)


def comparable(left: Unit, right: Unit) -> bool:
    """True where `convert` can turn one into the other."""
    return in_base(left)[0] == in_base(right)[0]


def in_base(unit: Unit) -> tuple[str, int]:
    """The code of what a unit measures in the end, and the power of ten: `nghìn tấn` is `KG`, 6."""
    base, exponent = _BASE_OF.get(unit.measure, (unit.measure, 0))
    return base, exponent + unit.multiplier


def _shifted(value: Decimal, exponent: int) -> Decimal:
    # Decimal arithmetic rounds to the context's precision; moving the exponent does not.
    sign, digits, place = value.as_tuple()
    if not isinstance(place, int):
        raise LookupRefused(
            vi=f"Không đổi đơn vị được cho giá trị {value}: cần một số hữu hạn.",
            en=f"The value {value} cannot be converted: a finite number is needed.",
        )
    return Decimal((sign, digits, place + exponent))


def _split_multiplier(key: str) -> tuple[int, str]:
    words = key.split()
    count = next((i for i, word in enumerate(words) if word not in MULTIPLIER_WORDS), len(words))
    return sum(MULTIPLIER_WORDS[word] for word in words[:count]), " ".join(words[count:])


def _measure(noun: str, written: str) -> str:
    code = _MEASURE_OF.get(noun) or _MEASURE_OF.get(noun.partition("/")[0].rstrip()) or _EXCEPTION_OF.get(noun)
    if code is None and noun.startswith("lượt "):
        code = _LUOT
    code = code or _noun_code(noun)
    if not code[:1].isalpha():
        raise LookupRefused(
            vi=f"{written!r} không phải là đơn vị: cần một đơn vị đo hoặc một danh từ.",
            en=f"{written!r} is no unit: give a unit of measure or a noun.",
        )
    return code
