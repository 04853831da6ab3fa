"""Says which feature of a boundary file is which territory on a day: by code, by name, or not at all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from tiendo.facts.decisions import Matched
from tiendo.facts.wording import Wording
from tiendo.intake.boundaries.geojson import Feature
from tiendo.reference.territories import Territory, children, find_territory
from tiendo.text.folding import name_key


@dataclass(frozen=True, slots=True)
class Unlinked:
    """A feature that is no unit of the province, or not surely which; `shown` is what it calls itself."""

    number: int
    shown: str
    why: Wording


@dataclass(frozen=True, slots=True)
class Linked:
    """The features of the units by code, those that could not be linked, and the units without one."""

    features: Mapping[str, Feature]
    unlinked: tuple[Unlinked, ...]
    missing: tuple[Territory, ...]


_NO_SUCH_CODE = Wording("không có đơn vị nào mang mã này vào ngày đó", "no unit has this code on that day")
_NO_SUCH_NAME = Wording("không rõ là đơn vị nào vào ngày đó", "it is not clear which unit that is on that day")
_DISAGREE = Wording("mã và tên chỉ hai đơn vị khác nhau", "code and name are those of two units")
_NOTHING = Wording("không có thuộc tính đã nêu", "it lacks the property that was named")
_TWICE = Wording("đơn vị này đã có một đối tượng khác", "another feature is this unit already")


@dataclass(frozen=True, slots=True)
class Properties:
    """The names of the properties that hold the code and the name of a unit; one of them is enough."""

    code: str | None
    name: str | None


@dataclass(frozen=True, slots=True)
class _Units:
    """The units below the province on that day."""

    province: str
    on: date
    by_code: Mapping[str, Territory] = field(default_factory=dict)

    def of_code(self, written: str | int) -> Territory | None:
        """A number has lost the zeros at the front of its code."""
        width = max((len(code) for code in self.by_code), default=0)
        return self.by_code.get(str(written).zfill(width) if isinstance(written, int) else written.strip())

    def of_name(self, written: str) -> Territory | None:
        """The only unit of that name; none where the name could be that of two."""
        found = find_territory(written, self.on, within=self.province)
        if isinstance(found, Matched) and found.code in self.by_code:
            return self.by_code[found.code]
        same = [
            unit for unit in self.by_code.values() if name_key(written) in (name_key(unit.name), name_key(unit.title))
        ]
        return same[0] if len(same) == 1 else None


def link(features: Sequence[Feature], province: str, on: date, properties: Properties) -> Linked:
    """Link features to the units directly below a province that were in force on that day. Nothing is guessed."""
    units = _Units(province, on, {unit.code: unit for unit in children(province, on)})
    found: defaultdict[str, list[Feature]] = defaultdict(list)
    unlinked: list[Unlinked] = []
    for feature in features:
        unit = _unit_of(feature, units, properties)
        if isinstance(unit, Territory):
            found[unit.code].append(feature)
        else:
            unlinked.append(_not_linked(feature, properties, unit))
    unlinked += [_not_linked(one, properties, _TWICE) for several in found.values() for one in several[1:]]
    missing = tuple(unit for code, unit in units.by_code.items() if code not in found)
    chosen = {code: several[0] for code, several in found.items()}
    return Linked(chosen, tuple(sorted(unlinked, key=lambda one: one.number)), missing)


def _unit_of(feature: Feature, units: _Units, properties: Properties) -> Territory | Wording:
    code = feature.properties.get(properties.code) if properties.code else None
    name = feature.properties.get(properties.name) if properties.name else None
    by_code = units.of_code(code) if code is not None else None
    by_name = units.of_name(name) if isinstance(name, str) else None
    if code is not None and by_code is None:
        return _NO_SUCH_CODE
    if by_code and by_name and by_code != by_name:
        return _DISAGREE
    return by_code or by_name or (_NO_SUCH_NAME if isinstance(name, str) else _NOTHING)


def _not_linked(feature: Feature, properties: Properties, why: Wording) -> Unlinked:
    return Unlinked(feature.number, " · ".join(_said(feature, properties)), why)


def _said(feature: Feature, properties: Properties) -> Iterator[str]:
    for key in (properties.code, properties.name):
        if key and key in feature.properties:
            yield str(feature.properties[key])
