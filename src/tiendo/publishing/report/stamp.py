"""What a report was made from, as one line of JSON that every form carries and that is read back from it.

The line holds the stamp and every bound figure once, with the words that were printed. It is data of a file that
anybody may have changed: what is read is checked, and then compared with the record, never trusted.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import Any

from tiendo.facts.errors import TiendoError, UnusableReport
from tiendo.facts.period import Period
from tiendo.publishing.report.model import (
    Binding,
    Block,
    Figure,
    Heading,
    Meaning,
    Paragraph,
    Report,
    RulerCell,
    Runs,
    Sort,
    Stamp,
)

MARK = "tiendo-report/1"
"""How the line says what it is, in its first field."""

LONGEST = 4_000_000  # characters: some twenty thousand figures, ten times the largest report


@dataclass(frozen=True, slots=True)
class Sealed:
    """A stamp with the figures that were printed under it, each key once; `language` is that of the report."""

    stamp: Stamp
    language: str
    figures: tuple[Figure, ...]


def sealed(report: Report) -> Sealed:
    """What is to be kept of a report beside its words."""
    by_key = {figure.binding.key: Figure(figure.text, figure.binding) for figure in figures_of(report)}
    return Sealed(report.stamp, report.language, tuple(by_key.values()))


def figures_of(report: Report) -> Iterator[Figure]:
    """All bound figures in the order of the text, the annexes last."""
    yield from _of_blocks((*report.grounds, *report.blocks))
    for annex in report.annexes:
        yield from _of_blocks(annex.blocks)


def _of_blocks(blocks: Iterable[Block]) -> Iterator[Figure]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield from _of_runs(block.runs)
        elif not isinstance(block, Heading):
            for row in block.rows:
                for cell in row.cells:
                    if not isinstance(cell, RulerCell):
                        yield from _of_runs(cell)


def _of_runs(runs: Runs) -> Iterator[Figure]:
    return (run for run in runs if isinstance(run, Figure))


def as_json(kept: Sealed) -> str:
    """The line, in ASCII and without a line end."""
    stamp = kept.stamp
    told = {
        "mark": MARK,
        "seal": stamp.seal,
        "horizon": stamp.horizon,
        "asOf": stamp.as_of.isoformat(),
        "period": str(stamp.period),
        "kind": stamp.sort.value,
        "territory": stamp.territory,
        "agency": stamp.agency,
        "day": stamp.day.isoformat(),
        "by": stamp.by,
        "at": stamp.at.isoformat(),
        "language": kept.language,
        "figures": [_told(figure) for figure in kept.figures],
    }
    return json.dumps(told, separators=(",", ":"))


def _told(figure: Figure) -> list[Any]:
    bound = figure.binding
    return [
        *(bound.key, bound.meaning.value, bound.indicator, bound.period, str(bound.value), bound.unit, bound.places),
        *(list(bound.entries), bound.address, figure.text),
    ]


def from_json(line: str) -> Sealed:
    """What the line says; raises `UnusableReport` where it is none of ours."""
    try:
        if len(line) > LONGEST:
            raise ValueError(len(line))
        told = json.loads(line)
        if told["mark"] != MARK:
            raise ValueError(told["mark"])
        return Sealed(_stamp(told), str(told["language"]), tuple(map(_figure, told["figures"])))
    except (ValueError, TypeError, LookupError, InvalidOperation, RecursionError, TiendoError) as fault:
        raise UnusableReport(
            vi="Dấu của báo cáo trong tệp không đọc được: tệp không do Tiến Độ ghi ra, hoặc dấu đã bị sửa.",
            en="The stamp in the file cannot be read: Tiến Độ did not write the file, or the stamp was changed.",
        ) from fault


def _stamp(told: dict[str, Any]) -> Stamp:
    return Stamp(
        seal=str(told["seal"]),
        horizon=int(told["horizon"]),
        as_of=datetime.fromisoformat(told["asOf"]),
        period=Period.parse(told["period"]),
        sort=Sort(told["kind"]),
        territory=_text_or_none(told["territory"]),
        agency=_text_or_none(told["agency"]),
        day=date.fromisoformat(told["day"]),
        by=str(told["by"]),
        at=datetime.fromisoformat(told["at"]),
    )


def _figure(told: list[Any]) -> Figure:
    key, meaning, indicator, period, value, unit, places, entries, address, text = told
    number = Decimal(str(value))
    if not number.is_finite():
        raise ValueError(value)
    binding = Binding(
        key=str(key),
        meaning=Meaning(meaning),
        indicator=_text_or_none(indicator),
        period=str(period),
        value=number,
        unit=str(unit),
        places=int(places),
        entries=tuple(int(entry) for entry in entries),
        address=str(address),
    )
    return Figure(str(text), binding)


def _text_or_none(value: object) -> str | None:
    return None if value is None else str(value)
