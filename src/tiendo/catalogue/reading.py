"""Plain catalogue data becomes an `Indicator`; whatever is wrong is listed by file and key."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from tiendo.catalogue.files import CatalogueFile, Plain, UnreadableContent, place_of
from tiendo.catalogue.model import (
    Bound,
    Confusion,
    ContextName,
    DefinitionBreak,
    Direction,
    Frequency,
    Indicator,
    MeasuredIn,
    NearName,
    PartKind,
    PartOf,
    Sector,
    Semantics,
)
from tiendo.facts.errors import InvalidFact
from tiendo.facts.quantity import Unit
from tiendo.facts.wording import Wording

Choice = TypeVar("Choice", bound=StrEnum)

REQUIRED_KEYS = (
    "id",
    "names",
    "unit",
    "semantics",
    "direction",
    "frequency",
    "sector",
    "owner",
    "definition",
)
OPTIONAL_KEYS = (
    "aliases",
    "near_aliases",
    "context_names",
    "also_measured_in",
    "variant_of",
    "percent_of_plan",
    "part_of",
    "parts_are_all",
    "at_most",
    "planned_as",
    "not_to_be_confused_with",
    "definition_breaks",
    "statistical_code",
)
_UNREADABLE_UNIT = Unit("NONE")  # stands in while a problem is reported, and never leaves this module's caller


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong, and where: `place` is the file, `key` the path of keys inside it."""

    place: str
    key: str
    vi: str
    en: str

    def sentence(self, language: str) -> str:
        """The file, the key and what is wrong, in `"vi"` or `"en"`."""
        return f"{self.place}: {self.key}: {self.vi if language == 'vi' else self.en}"


def unreadable(path: Path, error: UnreadableContent) -> Problem:
    """The problem of a file that holds no catalogue data at all."""
    return Problem(place_of(path), "(tệp)", vi=error.vi, en=error.en)


def read_indicator(file: CatalogueFile) -> tuple[Indicator, list[Problem]]:
    """Build the indicator of one file; usable only where the list of problems is empty."""
    fields = _Fields(file.content, file.place)
    fields.expect(REQUIRED_KEYS, OPTIONAL_KEYS)
    indicator = Indicator(
        id=fields.text("id"),
        names=fields.wording("names"),
        measured_in=_measured_in(fields.nested("unit")),
        semantics=fields.choice("semantics", Semantics, Semantics.FLOW),
        direction=fields.choice("direction", Direction, Direction.NONE),
        frequency=fields.choice("frequency", Frequency, Frequency.ANNUAL),
        sector=fields.text("sector"),
        owner=fields.text("owner"),
        definition=fields.wording("definition"),
        aliases=fields.texts("aliases"),
        near_aliases=tuple(_near_name(entry) for entry in fields.entries("near_aliases")),
        context_names=tuple(_context_name(entry) for entry in fields.entries("context_names")),
        also_measured_in=tuple(_measured_in(entry) for entry in fields.entries("also_measured_in")),
        variant_of=fields.optional_text("variant_of"),
        percent_of_plan=fields.flag("percent_of_plan"),
        part_of=_part_of(fields),
        parts_are_all=fields.flag("parts_are_all"),
        at_most=tuple(_bound(entry) for entry in fields.entries("at_most")),
        planned_as=fields.optional_text("planned_as"),
        not_to_be_confused_with=tuple(_confusion(entry) for entry in fields.entries("not_to_be_confused_with")),
        definition_breaks=tuple(_definition_break(entry) for entry in fields.entries("definition_breaks")),
        statistical_code=fields.optional_text("statistical_code"),
    )
    return indicator, fields.problems


def read_sectors(file: CatalogueFile) -> tuple[tuple[Sector, ...], list[Problem]]:
    """The sectors in the order of the file."""
    fields = _Fields(file.content, file.place)
    sectors = tuple(Sector(key, fields.wording(key)) for key in file.content)
    return sectors, fields.problems


class _Fields:
    """Typed access to one mapping; a wrong value becomes a problem and a harmless stand-in."""

    def __init__(
        self, content: Mapping[str, Plain], place: str, path: str = "", problems: list[Problem] | None = None
    ) -> None:
        self.content = content
        self.place = place
        self.path = path
        self.problems: list[Problem] = [] if problems is None else problems

    def report(self, key: str, vi: str, en: str) -> None:
        self.problems.append(Problem(self.place, self.path + key, vi, en))

    def expect(self, required: tuple[str, ...], optional: tuple[str, ...] = ()) -> None:
        for key in required:
            if key not in self.content:
                self.report(key, vi="thiếu khóa bắt buộc này.", en="this required key is missing.")
        for key in self.content:
            if key not in required and key not in optional:
                known = ", ".join(required + optional)
                self.report(key, vi=f"khóa lạ; các khóa dùng được: {known}.", en=f"unknown key; known are: {known}.")

    def text(self, key: str) -> str:
        return self.optional_text(key) or ""

    def optional_text(self, key: str) -> str | None:
        value = self.content.get(key)
        if value is None:
            return None
        if not isinstance(value, str) or not value.strip():
            self.report(key, vi="cần một chuỗi không rỗng.", en="it needs a text that is not empty.")
            return None
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        values = self.content.get(key, [])
        if not isinstance(values, list) or not all(isinstance(value, str) and value.strip() for value in values):
            self.report(key, vi="cần một danh sách các chuỗi.", en="it needs a list of texts.")
            return ()
        return tuple(str(value) for value in values)

    def integer(self, key: str, default: int) -> int:
        value = self.content.get(key, str(default))
        try:
            return int(str(value))
        except ValueError:
            self.report(key, vi=f"cần một số nguyên, không phải {value!r}.", en=f"it needs an integer, not {value!r}.")
            return default

    def flag(self, key: str) -> bool:
        value = self.content.get(key, "false")
        if value not in ("true", "false"):
            self.report(key, vi="cần true hoặc false.", en="it needs true or false.")
        return value == "true"

    def choice(self, key: str, choices: type[Choice], stand_in: Choice) -> Choice:
        value = self.text(key)
        if value in choices.__members__.values():
            return choices(value)
        if value:
            known = ", ".join(choices)
            self.report(key, vi=f"{value!r} không thuộc: {known}.", en=f"{value!r} is not one of: {known}.")
        return stand_in

    def wording(self, key: str) -> Wording:
        nested = self.nested(key)
        if key in self.content:
            nested.expect(("vi", "en"))
        return Wording(vi=nested.text("vi"), en=nested.text("en"))

    def nested(self, key: str) -> _Fields:
        value = self.content.get(key, {})
        return self._inside(key, value)

    def entries(self, key: str) -> list[_Fields]:
        values = self.content.get(key, [])
        if not isinstance(values, list):
            self.report(key, vi="cần một danh sách.", en="it needs a list.")
            return []
        return [self._inside(f"{key}[{index}]", value) for index, value in enumerate(values)]

    def _inside(self, key: str, value: Plain) -> _Fields:
        if not isinstance(value, dict):
            self.report(key, vi="cần các cặp khóa: giá trị.", en="it needs key: value pairs.")
            value = {}
        return _Fields(value, self.place, f"{self.path}{key}.", self.problems)


def _measured_in(fields: _Fields) -> MeasuredIn:
    if not fields.content:
        return MeasuredIn(_UNREADABLE_UNIT, "")
    fields.expect(("measure", "written"), ("multiplier", "per"))
    try:
        unit = Unit(fields.text("measure"), fields.integer("multiplier", 0))
    except InvalidFact as error:
        fields.report("measure", vi=error.vi, en=error.en)
        unit = _UNREADABLE_UNIT
    return MeasuredIn(unit, fields.text("written"), fields.optional_text("per"))


def _near_name(fields: _Fields) -> NearName:
    fields.expect(("name", "warning"))
    return NearName(fields.text("name"), fields.wording("warning"))


def _context_name(fields: _Fields) -> ContextName:
    fields.expect(("name", "context"))
    return ContextName(fields.text("name"), fields.texts("context"))


def _part_of(fields: _Fields) -> PartOf | None:
    if "part_of" not in fields.content:
        return None
    whole = fields.nested("part_of")
    whole.expect(("id", "kind"))
    return PartOf(whole.text("id"), whole.choice("kind", PartKind, PartKind.TOTAL))


def _bound(fields: _Fields) -> Bound:
    fields.expect(("id",), ("usual",))
    return Bound(fields.text("id"), usual=fields.flag("usual"))


def _confusion(fields: _Fields) -> Confusion:
    fields.expect(("id", "reason"))
    return Confusion(fields.text("id"), fields.wording("reason"))


def _definition_break(fields: _Fields) -> DefinitionBreak:
    fields.expect(("year", "what"))
    return DefinitionBreak(fields.integer("year", 0), fields.wording("what"))
