"""What a report is composed from: values of the record as they were known, and what the province set."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from tiendo.assessment.board import Board
from tiendo.facts.findings import Finding
from tiendo.publishing.report.model import Stamp
from tiendo.publishing.report.province import Province
from tiendo.publishing.report.word_template import Template


class Standing(StrEnum):
    """How a task stands; the values are those of the record."""

    OPEN = "open"
    RUNNING = "running"
    DONE = "done"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportTask:
    """A task: its entry, its words, who leads it by name, how it stands, and where it is written."""

    entry: int
    quote: str
    leaders: tuple[str, ...]
    standing: Standing
    due: date | None
    overdue: bool
    document: str
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportFinding:
    """A finding that stands, with the names of the documents that it touches."""

    entry: int
    finding: Finding
    documents: tuple[str, ...]
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A document that targets of the board stand in; `None` for what the record does not know of it."""

    root: int
    title: str
    type_name: str | None
    number: str | None
    issued: date | None
    issuer: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Basis:
    """All that a report says, frozen: composing it again gives the same report.

    `place` is the territory by its full name, empty where the board has none. `agency` is the name of the one that
    the report is about, `None` for one about all. `owners` are the names of agencies by code, `addresses` the pages
    of indicators by id. `dated` is the day that the report bears, `None` for a draft. `template` is the Word file that
    it is poured into, `None` for the one that is shipped.
    """

    stamp: Stamp
    board: Board
    place: str
    agency: str | None
    owners: Mapping[str, str]
    addresses: Mapping[str, str]
    tasks: tuple[ReportTask, ...]
    findings: tuple[ReportFinding, ...]
    plans: tuple[Plan, ...]
    province: Province
    dated: date | None = None
    template: Template | None = None
