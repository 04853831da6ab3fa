"""A report that Tiến Độ wrote is read again: the same facts, in every form, and nothing that does not agree."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.project.repository import ROOT
from tests.unit.publishing.report.bases import basis_of_board
from tiendo.assessment.board import Board, Row, build_board
from tiendo.assessment.entries import BoardEntry
from tiendo.catalogue.load import load_catalogue
from tiendo.cli.audit import findings_of
from tiendo.facts.findings import Verdict
from tiendo.facts.period import Period
from tiendo.facts.records import Observation, Target, Task
from tiendo.intake.reading import Reading, Request, read_facts
from tiendo.publishing.report.basis import Basis, ReportFinding, ReportTask, Standing
from tiendo.publishing.report.compose import compose
from tiendo.publishing.report.forms import form_of
from tiendo.publishing.report.sentences import plan_share

SAMPLES = sorted(
    path for path in (ROOT / "examples" / "lang-son").iterdir() if path.suffix in (".txt", ".docx", ".html", ".pdf")
)
FORMS = (".md", ".html", ".docx", ".pdf")


def _read(path: Path) -> Reading:
    read = read_facts(Request(str(path), None, None, True))
    assert isinstance(read, Reading), read
    return read


@pytest.fixture(scope="module")
def basis() -> Basis:
    """The first quarter of the samples, with the findings and tasks of the same documents."""
    readings = [_read(path) for path in SAMPLES]
    entries = [
        BoardEntry(read.path, read.title, fact.record, fact.indicator, read.territory)
        for read in readings
        for fact in read.facts
        if isinstance(fact.record, Target | Observation) and fact.indicator is not None
    ]
    findings = findings_of(readings)
    board = build_board(entries, Period.quarter(2022, 1), load_catalogue(), findings=findings)
    asking = [one for one in findings if one.verdict in (Verdict.INCONSISTENT, Verdict.QUESTION)]
    return basis_of_board(
        board,
        tasks=tuple(_tasks(readings)),
        findings=tuple(
            ReportFinding(entry=at, finding=one, documents=("…",), address="") for at, one in enumerate(asking)
        ),
    )


def _tasks(readings: list[Reading]):
    for read in readings[1:]:  # the oldest plan is over
        for fact in read.facts:
            if isinstance(fact.record, Task):
                yield ReportTask(
                    entry=fact.record.start, quote=" ".join(fact.record.quote.split()), leaders=fact.record.lead,
                    standing=Standing.OPEN, due=None, overdue=False, document=read.title, address="",
                )  # fmt: skip


@pytest.fixture(scope="module", params=FORMS)
def again(request, basis: Basis, tmp_path_factory) -> Reading:
    """The report in one form, read as any document is."""
    path = tmp_path_factory.mktemp("report") / f"report{request.param}"
    path.write_bytes(form_of(path.name).write(compose(basis), basis))
    return _read(path)


def _told(board: Board) -> list[Row]:
    """The rows with a result of their own."""
    return [row for row in (*board.rows, *board.unplanned) if row.result is not None and not row.from_claim]


def _found(again: Reading, indicator: str, kind: type) -> list:
    return [
        fact.record
        for fact in again.facts
        if isinstance(fact.record, kind) and getattr(fact.indicator, "code", None) == indicator
    ]


def _value(record) -> tuple:
    quantity = record.quantity
    return quantity.low, quantity.high, quantity.unit, quantity.change, quantity.of, record.period


def test_the_samples_have_results_to_tell(basis: Basis) -> None:
    assert len(_told(basis.board)) > 50
    assert len(basis.findings) >= 5
    assert len(basis.tasks) > 100


def test_every_result_comes_back_as_it_was(basis: Basis, again: Reading) -> None:
    for row in _told(basis.board):
        told = row.result.record
        planned = plan_share(row)
        claim = told.plan_percent if planned is None else None
        same = [
            one
            for one in _found(again, row.indicator.id, Observation)
            if _value(one) == _value(told)
            and (one.estimated, one.yoy_percent, one.yoy_change) == (told.estimated, told.yoy_percent, told.yoy_change)
            and (planned is not None or one.plan_percent == claim)
        ]
        assert same, (row.indicator.id, told.quote)
        if planned is not None:
            assert abs(float(planned * 100) - float(same[0].plan_percent)) <= 0.05


def test_nothing_else_is_read_of_these_indicators(basis: Basis, again: Reading) -> None:
    for row in _told(basis.board):
        told = row.result.record
        for one in _found(again, row.indicator.id, Observation):
            assert (_value(one), one.estimated) == (_value(told), told.estimated), (row.indicator.id, one.quote)


def test_targets_come_back_as_they_were_or_not_at_all(basis: Basis, again: Reading) -> None:
    for row in basis.board.rows:
        known = {_value(one.record) for one in (row.target, *row.horizons)}
        for one in _found(again, row.indicator.id, Target):
            values = {value[:3] + value[5:] for value in known}
            assert _value(one)[:3] + _value(one)[5:] in values or one.quote in " ".join(
                task.quote for task in basis.tasks
            ), (row.indicator.id, one.quote, str(one.period))


def test_the_audit_finds_nothing_that_does_not_agree(again: Reading) -> None:
    loud = [one for one in findings_of([again]) if one.verdict in (Verdict.INCONSISTENT, Verdict.QUESTION)]
    assert [one.message.en for one in loud] == []
