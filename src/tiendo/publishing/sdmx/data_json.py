"""Observations as an SDMX-JSON 2.0 data message, portion by portion: pysdmx has none.

The observations come first. What the numbers of their keys stand for is known when the last one has gone by, and
stands behind them: the members of a JSON object have no order.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby, islice
from typing import Any, Final

from tiendo.facts.sdmx_periods import from_sdmx
from tiendo.facts.wording import Wording
from tiendo.publishing.sdmx.definition import COLUMNS, FLOW, PLACE_OF, PROGRESS, PROGRESS_FLOW
from tiendo.publishing.sdmx.header import Header
from tiendo.publishing.sdmx.model import Component, Role
from tiendo.publishing.sdmx.observations import ACTION, Action, Observation, series_of
from tiendo.publishing.sdmx.structure_json import meta_of, named

MEDIA_TYPE: Final = "application/vnd.sdmx.data+json;version=2.0.0"
SCHEMA: Final = (
    "https://raw.githubusercontent.com/sdmx-twg/sdmx-json/master/data-message/tools/schemas/2.0.0/"
    "sdmx-json-data-schema.json"
)
_ROWS_AT_ONCE = 2_000  # some hundred kilobytes of text
_DATASETS = {Action.INFORM: "Information", Action.REPLACE: "Replace", Action.DELETE: "Delete"}
_NUMBERS = frozenset({"Decimal", "Integer"})
_TIME = PLACE_OF["TIME_PERIOD"]

Names = Mapping[str, Mapping[str, Wording]]
"""What the codes of each codelist are called, by the id of the list and the code."""


def written_json(
    observations: Iterable[Observation],
    header: Header,
    names: Names,
    columns: Sequence[str] = COLUMNS,
    *,
    is_flat: bool = True,
    language: str = "vi",
) -> Iterator[bytes]:
    """The message; a data set for each stretch of observations with the same action.

    Flat, the key of an observation names all its dimensions; else observations stand below their series.
    """
    writer = _Writer([one for one in PROGRESS.components if one.id in columns], is_flat=is_flat)
    yield b'{"meta":%b,"data":{"dataSets":[' % _text(meta_of(header, SCHEMA, language))
    for place, (action, rows) in enumerate(groupby(observations, key=lambda row: row[ACTION])):
        links = _text([{"urn": FLOW.urn, "rel": "dataflow"}])
        start = b'{"structure":0,"action":"%b","links":%b,' % (_DATASETS[action].encode(), links)
        yield (b"," if place else b"") + start + (b'"observations":{' if is_flat else b'"series":{')
        yield from writer.flat(rows) if is_flat else writer.in_series(rows)
        yield b"}}"
    yield b'],"structures":[%b]}}' % _text(writer.structure(names, language))


class _Writer:
    """Writes observations, and remembers which number each value got."""

    def __init__(self, components: Sequence[Component], *, is_flat: bool) -> None:
        self._is_flat = is_flat
        self._dimensions = [one for one in components if one.role in (Role.DIMENSION, Role.TIME)]
        self._others = [one for one in components if one.role not in (Role.DIMENSION, Role.TIME)]
        self._numbers: dict[str, dict[str, int]] = {one.id: {} for one in components if one not in self._others}
        self._numbers |= {one.id: {} for one in self._others if one.codelist is not None}
        self._places = [(self._numbers.get(one.id), PLACE_OF[one.id], one.text_type) for one in self._others]

    def flat(self, rows: Iterable[Observation]) -> Iterator[bytes]:
        """Observations with all dimensions in their keys."""
        rest, join = iter(rows), ""
        while portion := list(islice(rest, _ROWS_AT_ONCE)):
            text = ",".join([f'"{self._key(row[: _TIME + 1])}":{self._values(row)}' for row in portion])
            yield (join + text).encode()
            join = ","

    def in_series(self, rows: Iterable[Observation]) -> Iterator[bytes]:
        """Series with their observations by time."""
        join, times = "", self._numbers["TIME_PERIOD"]
        for series, members in groupby(rows, key=series_of):
            said = ",".join([f'"{_number(times, row[_TIME])}":{self._values(row)}' for row in members])
            yield f'{join}"{self._key(series)}":{{"observations":{{{said}}}}}'.encode()
            join = ","

    def structure(self, names: Names, language: str) -> dict[str, Any]:
        """What the numbers in keys and values stand for."""
        level = "observation" if self._is_flat else "series"
        dimensions = [self._described(one, names, language) for one in self._dimensions]
        for place, one in enumerate(dimensions):
            one["keyPosition"] = place
        split = len(dimensions) if self._is_flat else -1
        attributes = [
            self._described(one, names, language) | {"relationship": {"observation": {}}}
            for one in self._others
            if one.role is Role.ATTRIBUTE
        ]
        measures = [self._described(one, names, language) for one in self._others if one.role is Role.MEASURE]
        parts: dict[str, Any] = {level: dimensions[:split]}
        if not self._is_flat:
            parts["observation"] = dimensions[split:]
        return {
            "dataSets": [0],
            "links": [{"urn": FLOW.urn, "rel": "dataflow"}, {"urn": PROGRESS_FLOW.structure.urn, "rel": "structure"}],
            **named(PROGRESS_FLOW.names, language),
            "dimensions": parts,
            "measures": {"observation": measures},
            "attributes": {"observation": attributes},
        }

    def _key(self, values: Sequence[str]) -> str:
        pairs = zip(self._dimensions, values, strict=False)
        return ":".join([_number(self._numbers[one.id], value) for one, value in pairs])

    def _values(self, row: Observation) -> str:
        return f"[{','.join([_value(row[place], numbers, kind) for numbers, place, kind in self._places])}]"

    def _described(self, one: Component, names: Names, language: str) -> dict[str, Any]:
        said: dict[str, Any] = {"id": one.id, **named(one.names, language)}
        known = names.get(one.codelist.id, {}) if one.codelist else None
        values = [_described_value(one, value, known, language) for value in self._numbers.get(one.id, ())]
        if values:
            said["values"] = values
        if known is None:
            said["format"] = {"dataType": one.text_type}
        return said


def _described_value(one: Component, value: str, known: Mapping[str, Wording] | None, language: str) -> dict[str, Any]:
    if known is not None:
        return {"id": value, **named(known.get(value, Wording(value, value)), language)}
    if one.role is not Role.TIME:
        return {"value": value}
    period = from_sdmx(value)
    return {
        "value": value,
        "start": f"{period.first_day.isoformat()}T00:00:00Z",
        "end": f"{period.last_day.isoformat()}T23:59:59Z",
    }


def _number(numbers: dict[str, int], value: str) -> str:
    """The number of a value, from 0 on in the order in which values are met."""
    return str(numbers.setdefault(value, len(numbers)))


def _value(value: str, numbers: dict[str, int] | None, text_type: str) -> str:
    if not value:
        return "null"
    if numbers is not None:
        return _number(numbers, value)
    # A number leaves with the digits that were printed: JSON has no others.
    return value if text_type in _NUMBERS or text_type == "Boolean" else json.dumps(value, ensure_ascii=False)


def _text(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
