"""`tiendo status`: the scoreboard of one period from one document or several."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from tiendo.cli.arguments import (
    DONE,
    INCOMPLETE,
    WRONG_USE,
    add_jobs,
    add_language,
    add_max_size,
    add_output,
    examples,
    moment_type,
    period_type,
)
from tiendo.cli.messages import Messages
from tiendo.cli.terminal import terminal_width

if TYPE_CHECKING:
    from tiendo.assessment.board import Board
    from tiendo.assessment.entries import BoardEntry
    from tiendo.intake.reading import Reading

_FORMATS = ("table", "json", "csv", "svg")


def add_to(commands: Any, say: Messages) -> None:
    """Declare the command."""
    parser = commands.add_parser(
        "status",
        say=say,
        help=say("status"),
        description=say("status"),
        epilog=examples(
            say,
            "tiendo status nghi-quyet.docx bao-cao-quy-1.pdf --period 2022-Q1",
            "tiendo status *.pdf --period 2022-H1 --format csv -o bang-tien-do.csv",
            "tiendo status *.docx --period 2022 --format svg -o bang-tien-do.svg",
            "tiendo status --period 2022-Q1 --as-of 2022-04-30",
        ),
    )
    parser.add_argument("files", nargs="*", metavar=say("file"), help=say("status-files"))
    parser.add_argument("--period", type=period_type(say), required=True, metavar="P", help=say("status-period"))
    parser.add_argument("--as-of", type=moment_type(say), metavar="T", help=say("status-as-of"))
    parser.add_argument("--territory", metavar="T", help=say("status-territory"))
    parser.add_argument("--agency", metavar="A", help=say("status-agency"))
    parser.add_argument("--format", choices=_FORMATS, default="table", help=say("format"))
    add_output(parser, say)
    add_jobs(parser, say)
    add_max_size(parser, say)
    add_language(parser, say)
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace, say: Messages) -> int:
    """The board of the files that could be read; without files that of the record."""
    from tiendo.cli.output import write_out

    if not chosen.files:
        known = _of_the_record(chosen)
        if not known.documents:
            sys.stderr.write(say("status-empty") + "\n")
        write_out([_render(known, chosen, say)], chosen.output)
        return DONE
    if chosen.as_of or chosen.territory or chosen.agency:
        sys.stderr.write(say("status-only-record") + "\n")
        return WRONG_USE
    board, failed = _of_files(chosen, say)
    # Where no file could be read there is no board, and nothing is written.
    if board is not None:
        write_out([_render(board, chosen, say)], chosen.output)
    return INCOMPLETE if failed else DONE


def _of_files(chosen: argparse.Namespace, say: Messages) -> tuple[Board | None, int]:
    """Read all files; the board of those that could be read, and how many could not."""
    from tiendo.assessment.board import build_board
    from tiendo.catalogue.load import load_catalogue
    from tiendo.cli.audit import findings_of
    from tiendo.cli.reading import Readings

    readings = Readings(chosen, say, with_relations=True)
    read = list(readings)
    if not read:
        return None, readings.failed
    board = build_board(list(_entries(read)), chosen.period, load_catalogue(), findings=findings_of(read))
    return board, readings.failed


def _of_the_record(chosen: argparse.Namespace) -> Board:
    from tiendo.config.start import ensure_ready

    ensure_ready()
    from tiendo.ledger.selectors.board import board_at, usual_territory
    from tiendo.ledger.selectors.horizon import horizon_at

    horizon = horizon_at(chosen.as_of)
    territory = chosen.territory or usual_territory(horizon)
    return board_at(chosen.period, territory=territory, horizon=horizon, agency=chosen.agency)


def _entries(readings: Iterable[Reading]) -> Iterator[BoardEntry]:
    from tiendo.assessment.entries import BoardEntry
    from tiendo.facts.records import Observation, Target

    for reading in readings:
        for fact in reading.facts:
            if isinstance(fact.record, Target | Observation) and fact.indicator is not None:
                yield BoardEntry(
                    document=reading.path,
                    title=reading.title,
                    record=fact.record,
                    decision=fact.indicator,
                    territory=reading.territory,
                )


def _render(board: Board, chosen: argparse.Namespace, say: Messages) -> str:
    from tiendo.publishing import board_data, board_svg, board_text

    match chosen.format:
        case "json":
            return board_data.as_json(board)
        case "csv":
            return board_data.as_csv(board)
        case "svg":
            return board_svg.render(board, say.language)
        case _:
            color = chosen.output is None and sys.stdout.isatty() and not os.environ.get("NO_COLOR")
            return board_text.render(board, say.language, terminal_width(), color=color)
