"""Examples that the program works out itself: own sentences are read, judged and audited like any document."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from tiendo.assessment.board import Row, build_board
from tiendo.assessment.entries import BoardEntry
from tiendo.catalogue import load_catalogue
from tiendo.documents.metadata import read_metadata
from tiendo.documents.model import Document
from tiendo.documents.outline import outline
from tiendo.facts.findings import Finding, Verdict
from tiendo.facts.period import Period
from tiendo.facts.records import Observation, Target
from tiendo.intake.audit import source_of
from tiendo.intake.reading import Reading, Request, reading_of
from tiendo.verification import verify

_STATUS = "status"
_PLACE = "Lạng Sơn"
_USUAL_TIME = "quý I năm 2022"
_HEADS = {
    "plan": "NGHỊ QUYẾT\nVề mục tiêu phát triển kinh tế - xã hội",
    "report": "BÁO CÁO\nTình hình kinh tế - xã hội",
}
_PERIOD = Period.parse("2022-Q1")


@dataclass(frozen=True, slots=True)
class WorkedCheck:
    """The sentences of an example, each with what kind of document holds it, and what the check says of them."""

    sentences: tuple[str, ...]
    finding: Finding | None


@cache
def worked_checks() -> Mapping[str, WorkedCheck]:
    """An example of each check, by its id; the worst that it finds."""
    return {check: _worked(check, texts) for check, texts in _examples().items() if check != _STATUS}


@cache
def worked_row() -> Row:
    """A row of a scoreboard with target, past years, result and status."""
    readings = list(_readings(_examples()[_STATUS]))
    board = build_board(list(_entries(readings)), _PERIOD, load_catalogue())
    return board.rows[0]


def status_sentences() -> tuple[tuple[str, str], ...]:
    """The time and the sentence of each document behind the row."""
    return tuple((one["time"], _sentences(one)[0]) for one in _examples()[_STATUS])


def _worked(check: str, texts: list[dict[str, Any]]) -> WorkedCheck:
    sources = [
        replace(source_of(one), document=f"{number}.txt") for number, one in enumerate(_readings(texts), start=1)
    ]
    worst = (Verdict.INCONSISTENT, Verdict.QUESTION)
    found = sorted(
        (one for one in verify(sources, only=[check]) if one.verdict in worst), key=lambda one: worst.index(one.verdict)
    )
    sentences = tuple(sentence for text in texts for sentence in _sentences(text))
    return WorkedCheck(sentences, found[0] if found else None)


def _readings(texts: list[dict[str, Any]]) -> Iterator[Reading]:
    for number, one in enumerate(texts, start=1):
        yield _read(f"{number}.txt", _whole(one))


def _read(name: str, text: str) -> Reading:
    blocks = outline(text, ())
    document = Document(
        source=name, format="txt", text=text, blocks=blocks, tables=(), metadata=read_metadata(text, blocks), notes=()
    )
    return reading_of(document, Request(name, with_relations=True), load_catalogue())


def _whole(one: Mapping[str, Any]) -> str:
    kind = "plan" if "plan" in one else "report"
    time = one.get("time", _USUAL_TIME)
    day = "ngày 05 tháng 4 năm 2022" if kind == "report" else "ngày 10 tháng 12 năm 2021"
    return "\n\n".join((f"{_PLACE}, {day}", f"{_HEADS[kind]} {time}", "I. NỘI DUNG", *_sentences(one))) + "\n"


def _sentences(one: Mapping[str, Any]) -> list[str]:
    found: list[str] = one.get("plan") or one["report"]
    return found


def _entries(readings: list[Reading]) -> Iterator[BoardEntry]:
    for reading in readings:
        for fact in reading.facts:
            if isinstance(fact.record, Target | Observation) and fact.indicator is not None:
                yield BoardEntry(reading.path, reading.title, fact.record, fact.indicator, reading.territory)


@cache
def _examples() -> dict[str, list[dict[str, Any]]]:
    written = files(__package__).joinpath("examples.yaml").read_text(encoding="utf-8")
    found: dict[str, list[dict[str, Any]]] = yaml.safe_load(written)
    return found
