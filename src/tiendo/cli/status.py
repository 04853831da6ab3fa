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
    add_files,
    add_jobs,
    add_language,
    add_max_size,
    add_output,
    examples,
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
        ),
    )
    add_files(parser, say)
    parser.add_argument("--period", type=period_type(say), required=True, metavar="P", help=say("status-period"))
    parser.add_argument("--format", choices=_FORMATS, default="table", help=say("format"))
    add_output(parser, say)
    add_jobs(parser, say)
    add_max_size(parser, say)
    add_language(parser, say)
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace, say: Messages) -> int:
    """Read all files, then write the board of those that could be read."""
    from tiendo.assessment.board import build_board
    from tiendo.catalogue.load import load_catalogue
    from tiendo.cli.audit import findings_of
    from tiendo.cli.output import write_out
    from tiendo.cli.reading import Readings

    readings = Readings(chosen, say, with_relations=True)
    read = list(readings)
    # Where no file could be read there is no board, and nothing is written.
    if read:
        board = build_board(list(_entries(read)), chosen.period, load_catalogue(), findings=findings_of(read))
        write_out([_render(board, chosen, say)], chosen.output)
    return INCOMPLETE if readings.failed else DONE


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
