"""Which observations a query of SDMX-REST 2.x asks for: keys with wildcards, and conditions on components.

The grammar is that of the standard: `c[FREQ]=A,Q` is either, `c[TIME_PERIOD]=ge:2020+le:2022-Q1` is both; an operator
stands before each value that is not to be equal. A period is at or after another one where it begins no earlier, and at
or before it where it ends no later.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from functools import lru_cache

from tiendo.facts.errors import InvalidPeriod, LookupRefused
from tiendo.facts.sdmx_periods import from_sdmx
from tiendo.publishing.sdmx.definition import COMPONENTS, PLACE_OF
from tiendo.publishing.sdmx.model import Component, Role
from tiendo.publishing.sdmx.observations import Observation

LONGEST_QUERY = 2_000  # characters of a key or a condition
_MOST_CONDITIONS = 200  # in one query; a key of every indicator of the catalogue is no longer
_REMEMBERED = 65_536

DIMENSIONS = tuple(one.id for one in COMPONENTS if one.role is Role.DIMENSION)
"""The dimensions in the order of a key."""

_BY_ID = {one.id: one for one in COMPONENTS}
_KEY = re.compile(r"[A-Za-z0-9_@$*-]*(?:\.[A-Za-z0-9_@$*-]*)*")
_OPERATORS = ("eq", "ne", "lt", "le", "gt", "ge", "co", "nc", "sw", "ew")
_OPERATOR = re.compile(rf"({'|'.join(_OPERATORS)}):")
# A plus sign arrives as a space where nobody escaped it; in words a space is a space unless an operator follows.
_AND = re.compile(r"[+ ]")
_AND_IN_WORDS = re.compile(rf"[+ ](?=(?:{'|'.join(_OPERATORS)}):)")
_NUMBERS = frozenset({"Decimal", "Integer"})
_COUNTED_CODES = frozenset({"UNIT_MULT", "DECIMALS"})

Test = Callable[[str], bool]


@dataclass(frozen=True)
class Selection:
    """What is asked for: any of the keys, and every condition."""

    keys: tuple[Mapping[int, str], ...]
    conditions: tuple[tuple[int, Test], ...]
    equal: Mapping[str, frozenset[str]]

    def of(self, observations: Iterable[Observation]) -> Iterator[Observation]:
        """Those of the observations that are asked for."""
        return (one for one in observations if self._takes(one))

    def values(self, component: str) -> frozenset[str] | None:
        """The only values that a component can have in the answer; `None` where it can have any."""
        return self.equal.get(component)

    def _takes(self, one: Observation) -> bool:
        in_keys = not self.keys or any(all(one[place] == code for place, code in key.items()) for key in self.keys)
        return in_keys and all(test(one[place]) for place, test in self.conditions)


def selection(key: str, conditions: Mapping[str, str]) -> Selection:
    """What a key (`Q.VN20.*`, several with commas between) and conditions by component ask for.

    Raises `LookupRefused` for what the grammar or the data structure does not know.
    """
    keys = _keys(key)
    tests = [_condition(name, written) for name, written in conditions.items()]
    if len(keys) + sum(len(alternatives) for _, alternatives in tests) > _MOST_CONDITIONS:
        raise _refused(key, f"nêu quá {_MOST_CONDITIONS} giá trị", f"names more than {_MOST_CONDITIONS} values")
    return Selection(
        keys=keys,
        conditions=tuple((PLACE_OF[one.id], _any(alternatives, one)) for one, alternatives in tests),
        equal=_equal(keys, tests),
    )


Alternatives = Sequence[Sequence[tuple[str, str]]]


def _keys(written: str) -> tuple[dict[int, str], ...]:
    if written in ("", "*", "all"):
        return ()
    found = [_key(one) for one in written.split(",")]
    return () if any(not one for one in found) else tuple(found)


def _key(written: str) -> dict[int, str]:
    codes = written.split(".")
    if not _KEY.fullmatch(written) or len(codes) > len(DIMENSIONS):
        shape = ".".join(DIMENSIONS)
        raise _refused(written, f"không phải là khóa dạng {shape}", f"is no key of the form {shape}")
    return {place: code for place, code in enumerate(codes) if code not in ("", "*")}


def _condition(name: str, written: str) -> tuple[Component, Alternatives]:
    component = _BY_ID.get(name)
    if component is None:
        raise _refused(name, "không phải là thành phần của dữ liệu", "is no component of the data")
    split = _AND_IN_WORDS if component.codelist is None and component.text_type == "String" else _AND
    parts = [[_operation(one) for one in split.split(part)] for part in written.split(",")]
    for operator, value in (one for part in parts for one in part):
        _check(component, operator, value)
    return component, parts


def _operation(written: str) -> tuple[str, str]:
    match = _OPERATOR.match(written)
    return (match[1], written[match.end() :]) if match else ("eq", written)


def _check(component: Component, operator: str, value: str) -> None:
    """Raise `LookupRefused` for a value that the component can never be compared with."""
    if value == "":
        raise _refused(f"c[{component.id}]", "thiếu giá trị", "lacks a value")
    if operator in ("co", "nc", "sw", "ew"):
        return
    try:
        if component.role is Role.TIME:
            from_sdmx(value)
        elif _is_number(component):
            _finite(value)
    except InvalidPeriod as fault:
        raise LookupRefused(vi=fault.vi, en=fault.en) from None
    except InvalidOperation:
        raise _refused(value, "không phải là số", "is no number") from None


def _finite(value: str) -> Decimal:
    number = Decimal(value)
    if not number.is_finite():
        raise InvalidOperation
    return number


def _is_number(component: Component) -> bool:
    return component.text_type in _NUMBERS or component.id in _COUNTED_CODES


def _any(alternatives: Alternatives, component: Component) -> Test:
    tests = [[_test(component, operator, value) for operator, value in part] for part in alternatives]
    return lambda found: any(all(test(found) for test in part) for part in tests)


def _test(component: Component, operator: str, value: str) -> Test:
    match operator:
        case "co":
            return lambda found: value in found
        case "nc":
            return lambda found: value not in found
        case "sw":
            return lambda found: found.startswith(value)
        case "ew":
            return lambda found: found.endswith(value)
    if component.role is Role.TIME:
        return _in_time(operator, value)
    if _is_number(component):
        return _in_size(operator, Decimal(value))
    return _as_text(operator, value)


def _in_time(operator: str, value: str) -> Test:
    first, last = _days(value)
    match operator:
        case "ge":
            return lambda found: _days(found)[0] >= first
        case "gt":
            return lambda found: _days(found)[0] > last
        case "le":
            return lambda found: _days(found)[1] <= last
        case "lt":
            return lambda found: _days(found)[1] < first
        case "ne":
            return lambda found: from_sdmx(found) != from_sdmx(value)
    return lambda found: from_sdmx(found) == from_sdmx(value)


@lru_cache(maxsize=_REMEMBERED)
def _days(written: str) -> tuple[date, date]:
    period = from_sdmx(written)
    return period.first_day, period.last_day


def _in_size(operator: str, value: Decimal) -> Test:
    match operator:
        case "ge":
            return lambda found: found != "" and Decimal(found) >= value
        case "gt":
            return lambda found: found != "" and Decimal(found) > value
        case "le":
            return lambda found: found != "" and Decimal(found) <= value
        case "lt":
            return lambda found: found != "" and Decimal(found) < value
        case "ne":
            return lambda found: found == "" or Decimal(found) != value
    return lambda found: found != "" and Decimal(found) == value


def _as_text(operator: str, value: str) -> Test:
    match operator:
        case "ge":
            return lambda found: found >= value
        case "gt":
            return lambda found: found > value
        case "le":
            return lambda found: "" < found <= value
        case "lt":
            return lambda found: "" < found < value
        case "ne":
            return lambda found: found != value
    return lambda found: found == value


def _equal(
    keys: Sequence[Mapping[int, str]], tests: Sequence[tuple[Component, Alternatives]]
) -> dict[str, frozenset[str]]:
    """For each component the values that it must have one of, where that is all that is said of it."""
    found: dict[str, frozenset[str]] = {}
    for place, name in enumerate(DIMENSIONS):
        codes = [key.get(place) for key in keys]
        if codes and None not in codes:
            found[name] = frozenset(code for code in codes if code is not None)
    for component, alternatives in tests:
        if all(len(part) == 1 and part[0][0] == "eq" for part in alternatives):
            values = frozenset(part[0][1] for part in alternatives)
            found[component.id] = found.get(component.id, values) & values
    return found


def _refused(what: str, vi: str, en: str) -> LookupRefused:
    shown = what[:80]
    return LookupRefused(
        vi=f"{shown!r} {vi}; xem /sdmx/v2/structure/datastructure/TIENDO/PROGRESS và docs/sdmx.md.",
        en=f"{shown!r} {en}; see /sdmx/v2/structure/datastructure/TIENDO/PROGRESS and docs/sdmx.md.",
    )
