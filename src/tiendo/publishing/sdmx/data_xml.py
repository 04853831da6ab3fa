"""Observations as an SDMX-ML 3.0 structure-specific message, portion by portion.

pysdmx writes such messages too, of a table that lies in memory as a whole; this is checked by reading with it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby, islice
from typing import Final
from xml.sax.saxutils import escape

from tiendo.publishing.sdmx.definition import COLUMNS, FLOW, PLACE_OF
from tiendo.publishing.sdmx.header import NAMESPACE, SENDER, Header
from tiendo.publishing.sdmx.observations import ACTION, Action, Observation, series_of

MEDIA_TYPE: Final = "application/vnd.sdmx.data+xml;version=3.0.0"
FLAT: Final = "AllDimensions"
_ROWS_AT_ONCE = 2_000  # some hundred kilobytes of text
_DATASETS = {Action.INFORM: "Information", Action.REPLACE: "Replace", Action.DELETE: "Delete"}
_TIME = PLACE_OF["TIME_PERIOD"]

# No attribute of XML may hold these, whatever stands in a document.
_NO_XML = dict.fromkeys([*range(0x20), 0x7F, *range(0xD800, 0xE000), 0xFFFE, 0xFFFF], "\ufffd")
_QUOTES = {'"': "&quot;"}


def written_xml(
    observations: Iterable[Observation], header: Header, columns: Sequence[str] = COLUMNS, *, is_flat: bool = True
) -> Iterator[bytes]:
    """The message; a data set for each stretch of observations with the same action.

    Flat, each observation names all its dimensions; else those of a series stand once, around its observations.
    """
    yield _head(header, FLAT if is_flat else "TIME_PERIOD").encode()
    write = _flat if is_flat else _in_series
    for action, rows in groupby(observations, key=lambda row: row[ACTION]):
        kind = f'ss:structureRef="{FLOW.id}" xsi:type="ns1:DataSetType" action="{_DATASETS[action]}"'
        yield f"<mes:DataSet {kind}>\n".encode()
        yield from write(rows, columns)
        yield b"</mes:DataSet>\n"
    yield b"</mes:StructureSpecificData>\n"


def _head(header: Header, level: str) -> str:
    namespace = f"{FLOW.urn}:ObsLevelDim:{level}"
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<mes:StructureSpecificData xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
        f'xmlns:mes="{NAMESPACE}/message" xmlns:com="{NAMESPACE}/common" '
        f'xmlns:ss="{NAMESPACE}/data/structurespecific" xmlns:ns1="{namespace}">\n'
        f"<mes:Header><mes:ID>{header.id}</mes:ID><mes:Test>false</mes:Test>"
        f'<mes:Prepared>{header.prepared}</mes:Prepared><mes:Sender id="{SENDER}"/>'
        f'<mes:Structure structureID="{FLOW.id}" namespace="{namespace}" dimensionAtObservation="{level}">'
        f"<com:StructureUsage>{FLOW.urn}</com:StructureUsage></mes:Structure></mes:Header>\n"
    )


def _flat(rows: Iterable[Observation], columns: Sequence[str]) -> Iterator[bytes]:
    write = _writer("Obs", columns)
    rest = iter(rows)
    while portion := list(islice(rest, _ROWS_AT_ONCE)):
        yield "".join(map(write, portion)).encode()


def _in_series(rows: Iterable[Observation], columns: Sequence[str]) -> Iterator[bytes]:
    of_series = COLUMNS[:_TIME]
    write = _writer("Obs", [column for column in columns if column not in of_series])
    for series, members in groupby(rows, key=series_of):
        marks = "".join(f' {name}="{_safe(value)}"' for name, value in zip(of_series, series, strict=True))
        yield f"<Series{marks}>{''.join(map(write, members))}</Series>\n".encode()


def _writer(tag: str, columns: Sequence[str]) -> Callable[[Observation], str]:
    """What makes an element of an observation; what has no value is left out."""
    places = [(f' {column}="', PLACE_OF[column]) for column in columns]

    def write(row: Observation) -> str:
        marks = "".join([f'{start}{_safe(row[place])}"' for start, place in places if row[place]])
        return f"<{tag}{marks}/>\n"

    return write


def _safe(value: str) -> str:
    if value.isalnum():
        return value
    return escape(value.translate(_NO_XML) if not value.isprintable() else value, _QUOTES)
