"""`tiendo extract`: the facts of documents, as a table, as JSON Lines, or as CSV."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable, Iterator
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

if TYPE_CHECKING:
    from tiendo.intake.reading import Linked, Reading

_FORMATS = ("table", "jsonl", "csv")
# Those of facts.contract, repeated so that help starts without the whole vocabulary; a test compares them.
KINDS = ("target", "observation", "task", "citation")


def add_to(commands: Any, say: Messages) -> None:
    """Declare the command."""
    parser = commands.add_parser(
        "extract",
        say=say,
        help=say("extract"),
        description=say("extract"),
        epilog=examples(
            say,
            "tiendo extract bao-cao-quy-1.pdf",
            "tiendo extract *.docx --format jsonl -o so-lieu.jsonl",
            "tiendo extract trich-doan.txt --kind target,task --period 2022 --format csv",
        ),
    )
    add_files(parser, say)
    parser.add_argument("--format", choices=_FORMATS, default="table", help=say("format"))
    parser.add_argument("--kind", type=_kinds_type(say), metavar="K,K", default=KINDS, help=say("extract-kind"))
    parser.add_argument("--period", type=period_type(say), metavar="P", help=say("extract-period"))
    add_output(parser, say)
    add_jobs(parser, say)
    add_max_size(parser, say)
    add_language(parser, say)
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace, say: Messages) -> int:
    """Read the files in order, and write what each one holds as soon as it is read."""
    from tiendo.cli.output import write_out
    from tiendo.cli.reading import Readings

    readings = Readings(chosen, say, default_period=chosen.period)
    render = _renderer(chosen, say)
    write_out(_chunks(readings, chosen.kind, render), chosen.output)
    return INCOMPLETE if readings.failed else DONE


def _chunks(
    readings: Iterable[Reading], kinds: tuple[str, ...], render: Callable[[int, str, list[Linked]], str]
) -> Iterator[str]:
    from tiendo.facts.contract import kind_of

    for position, reading in enumerate(readings):
        wanted = [fact for fact in reading.facts if kind_of(fact.record) in kinds]
        yield render(position, reading.path, wanted)


def _renderer(chosen: argparse.Namespace, say: Messages) -> Callable[[int, str, list[Linked]], str]:
    """What turns the facts of the document at a position into text of the form that was asked for."""
    from tiendo.cli import fact_table, records

    several = len(chosen.files) > 1
    match chosen.format:
        case "jsonl":
            return lambda _, path, facts: records.json_lines(facts, path if several else None)
        case "csv":
            return lambda position, path, facts: records.csv_lines(facts, path, heading=position == 0)
        case _:
            return lambda position, path, facts: fact_table.render(facts, path, say, first=position == 0)


def _kinds_type(say: Messages) -> Callable[[str], tuple[str, ...]]:
    def read(written: str) -> tuple[str, ...]:
        kinds = tuple(part.strip() for part in written.split(",") if part.strip())
        for kind in kinds:
            if kind not in KINDS:
                raise argparse.ArgumentTypeError(say("bad-kind", value=kind, kinds=", ".join(KINDS)))
        return kinds or KINDS

    return read
