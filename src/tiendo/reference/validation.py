"""Checks the tables of this room as a whole and names file and key of everything that is wrong."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from tiendo.facts.errors import TiendoError
from tiendo.reference.tables import DATA_FOLDER, Row, day, parts, read_table
from tiendo.reference.validation_territories import change_problems, territory_problems
from tiendo.reference.validity import Validity
from tiendo.text.folding import fold, name_key

_UNIT_CODE = re.compile(r"[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*")
_AGENCY_CODE = re.compile(r"[A-Z][A-Z0-9]*(?:-[A-Z0-9]+)*")
_WHOLE_NUMBER = re.compile(r"-?\d+")
_AGENCY_LEVELS = {"central", "province"}
_CONFIDENCES = {"A", "B", "C", "D"}
_COMMITTEES = re.compile(r"UBND:(?:tỉnh|huyện|thành phố|xã|phường|thị trấn|border)")
_COLUMNS = {
    "territories.tsv": "code kind name aliases parent valid_from valid_to source",
    "territory_changes.tsv": "date from_code to_code weight basis",
    "agencies.tsv": "code name aliases level groups valid_from valid_to successors source confidence",
    "abbreviations.tsv": "abbreviation codes other_meanings",
    "collectives.tsv": "phrase members to_confirm",
    "measured_units.tsv": "measure base exponent written",
    "counted_nouns.tsv": "noun code",
}

Tables = dict[str, tuple[Row, ...]]
Check = Callable[[Tables], Iterator[tuple[str, str]]]  # yields key and what is wrong


def problems(folder: Path = DATA_FOLDER) -> list[str]:
    """Everything wrong with the tables in a folder, as `file: key: what`; empty where all is well.

    What a table says is checked only where every table can be read.
    """
    tables: Tables = {}
    unreadable = []
    for file_name, columns in _COLUMNS.items():
        try:
            tables[file_name] = read_table(file_name, folder=folder)
        except (OSError, TiendoError) as error:
            unreadable.append(f"{file_name}: {error}")
            continue
        if not tables[file_name] or " ".join(tables[file_name][0]) != columns:
            unreadable.append(f"{file_name}: header: expected the columns {columns}")
    return unreadable or list(_wrong_entries(tables))


def _wrong_entries(tables: Tables) -> Iterator[str]:
    checks: tuple[tuple[str, Check], ...] = (
        ("territories.tsv", lambda held: territory_problems(held["territories.tsv"])),
        ("territory_changes.tsv", _changes),
        ("agencies.tsv", _agencies),
        ("abbreviations.tsv", _abbreviations),
        ("collectives.tsv", _collectives),
        ("measured_units.tsv", _measured_units),
        ("counted_nouns.tsv", _counted_nouns),
    )
    for file_name, check in checks:
        try:
            for key, what in check(tables):
                yield f"{file_name}: {key}: {what}"
        except (ValueError, TiendoError) as error:  # a date or a number that is none stops the rest of its table
            yield f"{file_name}: {error}"


def _changes(tables: Tables) -> Iterator[tuple[str, str]]:
    return change_problems(tables["territories.tsv"], tables["territory_changes.tsv"])


def _agencies(tables: Tables) -> Iterator[tuple[str, str]]:
    rows = tables["agencies.tsv"]
    yield from _repeated(row["code"] for row in rows)
    validity = {row["code"]: Validity(day(row["valid_from"]), day(row["valid_to"])) for row in rows}
    for row in rows:
        code, heirs = row["code"], row["successors"].split()
        if not _AGENCY_CODE.fullmatch(code):
            yield code, "a code has capitals and digits only"
        if row["level"] not in _AGENCY_LEVELS:
            yield code, f"unknown level {row['level']!r}"
        if row["confidence"] not in _CONFIDENCES:
            yield code, f"unknown confidence {row['confidence']!r}"
        if not row["source"]:
            yield code, "no source"
        if bool(row["valid_to"]) != bool(heirs):
            yield code, "a body that ends has successors, one that goes on has none"
        for heir in heirs:
            if heir not in validity:
                yield code, f"unknown successor {heir!r}"
            elif (start := validity[heir].start) and (end := validity[code].end) and (start - end).days > 1:
                yield code, f"the successor {heir} begins later than the day after"
    yield from _shared_names(rows, validity)


def _shared_names(rows: Iterable[Row], validity: dict[str, Validity]) -> Iterator[tuple[str, str]]:
    bearers: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for row in rows:
        for name in (row["name"], *parts(row["aliases"])):
            bearers[row["level"], name_key(name)].add(row["code"])
    for (_, name), codes in bearers.items():
        first, *others = sorted(codes)
        for other in others:
            if validity[first].overlaps(validity[other]):
                yield first, f"shares the name {name!r} with {other} on the same days"


def _abbreviations(tables: Tables) -> Iterator[tuple[str, str]]:
    known = {row["code"] for row in tables["agencies.tsv"]}
    yield from _repeated(fold(row["abbreviation"]) for row in tables["abbreviations.tsv"])
    for row in tables["abbreviations.tsv"]:
        codes = parts(row["codes"])
        if len([*codes, *parts(row["other_meanings"])]) == 1:
            yield row["abbreviation"], "has one meaning only; make it an alias"
        for code in codes:
            if code not in known:
                yield row["abbreviation"], f"unknown body {code!r}"


def _collectives(tables: Tables) -> Iterator[tuple[str, str]]:
    groups = {group for row in tables["agencies.tsv"] for group in row["groups"].split()}
    yield from _repeated(name_key(row["phrase"]) for row in tables["collectives.tsv"])
    for row in tables["collectives.tsv"]:
        members = parts(row["members"])
        if not members or ("open" in members and len(members) > 1):
            yield row["phrase"], "needs members, or `open` alone"
        for member in members:
            if member != "open" and member not in groups and not _COMMITTEES.fullmatch(member):
                yield row["phrase"], f"unknown member {member!r}"


def _measured_units(tables: Tables) -> Iterator[tuple[str, str]]:
    rows = tables["measured_units.tsv"]
    codes = {row["measure"] for row in rows}
    yield from _repeated(row["measure"] for row in rows)
    yield from _repeated(written.casefold() for row in rows for written in parts(row["written"]))
    for row in rows:
        if not _UNIT_CODE.fullmatch(row["measure"]):
            yield row["measure"], "a code has capitals, digits and underscores only"
        if row["base"] not in codes:
            yield row["measure"], f"unknown base {row['base']!r}"
        if not _WHOLE_NUMBER.fullmatch(row["exponent"]):
            yield row["measure"], f"the exponent {row['exponent']!r} is no whole number"


def _counted_nouns(tables: Tables) -> Iterator[tuple[str, str]]:
    rows = tables["counted_nouns.tsv"]
    yield from _repeated(row["noun"] for row in rows)
    spellings: defaultdict[str, set[str]] = defaultdict(set)
    for row in rows:
        if row["code"] and not _UNIT_CODE.fullmatch(row["code"]):
            yield row["noun"], f"the code {row['code']!r} has more than capitals, digits and underscores"
        if not row["code"]:
            spellings[fold(row["noun"])].add(" ".join(re.findall(r"\w+", row["noun"].casefold())))
    for nouns in spellings.values():
        if len(nouns) > 1:
            yield " / ".join(sorted(nouns)), "two things would have one code; give one of them its own"


def _repeated(keys: Iterable[str]) -> Iterator[tuple[str, str]]:
    seen: set[str] = set()
    for key in keys:
        if key in seen:
            yield key, "stands there twice"
        seen.add(key)
