"""Checks the territories and their changes: every day has one list, and nothing is lost from one to the next."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from decimal import Decimal
from itertools import combinations

from tiendo.reference.tables import Row, day
from tiendo.reference.territories import WHOLE
from tiendo.reference.validity import Validity

_CODE = re.compile(r"\d{2}(?:\d|\d{3})?")
_KINDS_OF_LENGTH = {
    2: {"tỉnh", "thành phố"},
    3: {"huyện", "thành phố", "thị xã", "quận"},
    5: {"xã", "phường", "thị trấn"},
}
_DISTRICT_LENGTH = 3
_ESTIMATES = {"equal-halves", "one-part-counted"}
_ONE_DAY = timedelta(days=1)

Problem = tuple[str, str]  # the key and what is wrong with it


def _validity(row: Row) -> Validity:
    return Validity(day(row["valid_from"]), day(row["valid_to"]))


def _title(row: Row) -> str:
    return f"{row['code']} {row['kind']} {row['name']}"


def territory_problems(rows: Iterable[Row]) -> Iterator[Problem]:
    """What is wrong with single units, and with units that hold on the same days."""
    by_code: defaultdict[str, list[Row]] = defaultdict(list)
    by_place: defaultdict[tuple[str, ...], list[Row]] = defaultdict(list)
    for row in rows:
        by_code[row["code"]].append(row)
        by_place[row["parent"], row["kind"], row["name"]].append(row)
    for units in by_code.values():
        for unit in units:
            yield from _unit_problems(unit, by_code)
    for key, what in ((by_code, "has two holders on the same days"), (by_place, "stands twice in its district")):
        for units in key.values():
            for left, right in combinations(units, 2):
                if _validity(left).overlaps(_validity(right)):
                    yield _title(left), what


def _unit_problems(unit: Row, by_code: dict[str, list[Row]]) -> Iterator[Problem]:
    if not _CODE.fullmatch(unit["code"]):
        yield _title(unit), "a code has 2, 3 or 5 digits"
    elif unit["kind"] not in _KINDS_OF_LENGTH[len(unit["code"])]:
        yield _title(unit), "the kind does not fit the length of the code"
    if not unit["source"]:
        yield _title(unit), "no source"
    parent = unit["parent"]
    if parent and not any(_validity(above).overlaps(_validity(unit)) for above in by_code.get(parent, ())):
        yield _title(unit), f"lies in {parent!r}, which is not in force then"


def change_problems(territories: Iterable[Row], changes: Iterable[Row]) -> Iterator[Problem]:
    """What is wrong with the changes, and which unit ended or began without one."""
    units = list(territories)
    by_source: defaultdict[tuple[str, str], list[Row]] = defaultdict(list)
    for change in changes:
        by_source[change["date"], change["from_code"]].append(change)
    for (when, code), steps in by_source.items():
        yield from _step_problems(when, code, steps, units)
    reached = {(step["date"], step["to_code"]) for steps in by_source.values() for step in steps}
    for unit in units:
        yield from _gaps(unit, set(by_source), reached, {step[0] for step in by_source})


def _step_problems(when: str, code: str, steps: list[Row], units: list[Row]) -> Iterator[Problem]:
    key = f"{when} {code}"
    on = date.fromisoformat(when)
    if not _in_force(code, on - _ONE_DAY, units):
        yield key, "is not in force on the day before"
    if sum(Decimal(step["weight"]) for step in steps) != 1:
        yield key, "the weights do not add up to 1"
    for step in steps:
        if not _in_force(step["to_code"], on, units):
            yield key, f"goes to {step['to_code']!r}, which is not in force on that day"
        if step["basis"] not in (_ESTIMATES if len(steps) > 1 else {WHOLE}):
            yield key, f"the basis {step['basis']!r} does not fit a change into {len(steps)}"


def _in_force(code: str, on: date, units: list[Row]) -> bool:
    return any(unit["code"] == code and _validity(unit).covers(on) for unit in units)


def _gaps(unit: Row, left: set[tuple[str, str]], reached: set[tuple[str, str]], dates: set[str]) -> Iterator[Problem]:
    if len(unit["code"]) == _DISTRICT_LENGTH:  # the level ended; its communes carry the mapping
        return
    validity = _validity(unit)
    if validity.end and (str(validity.end + _ONE_DAY), unit["code"]) not in left:
        yield _title(unit), "ends without a change that says what became of it"
    if validity.start and str(validity.start) in dates and (str(validity.start), unit["code"]) not in reached:
        yield _title(unit), "begins on a day of change, but nothing became it"
