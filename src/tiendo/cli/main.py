"""The command `tiendo`: parses the line, runs one command, and turns what happened into an exit code."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from tiendo import __version__
from tiendo.cli import (
    account,
    backup,
    boundaries,
    catalogue,
    chart,
    check,
    completion,
    doctor,
    documents,
    export,
    extract,
    import_record,
    ingest,
    ledger,
    load,
    outline,
    report,
    restore,
    review,
    serve,
    status,
    worker,
)
from tiendo.cli.arguments import INCOMPLETE, WRONG_USE, Parser, add_language, add_max_size, examples
from tiendo.cli.language import choose_language
from tiendo.cli.messages import Messages
from tiendo.cli.output import OutputRefused, use_utf8
from tiendo.facts.errors import TiendoError

# What a shell reports for a program ended by SIGINT or SIGPIPE: 128 and the number of the signal.
_INTERRUPTED = 130
_PIPE_CLOSED = 141

_COMMANDS = (
    extract,
    outline,
    status,
    check,
    report,
    catalogue,
    ingest,
    load,
    boundaries,
    review,
    documents,
    worker,
    account,
    ledger,
    chart,
    export,
    import_record,
    backup,
    restore,
    serve,
    doctor,
    completion,
)


def build_parser(say: Messages) -> Parser:
    """The whole grammar of the command line, in the language of `say`."""
    parser = Parser(
        say=say,
        prog="tiendo",
        description=say("tiendo"),
        epilog=examples(
            say,
            "tiendo status nghi-quyet.docx bao-cao-quy-1.pdf --period 2022-Q1",
            "tiendo extract bao-cao-quy-1.pdf --format jsonl -o so-lieu.jsonl",
            "tiendo check bao-cao-quy-1.pdf nghi-quyet.docx",
            "tiendo outline nghi-quyet.docx",
        )
        + "\n\n"
        + say("tiendo-end"),
    )
    parser.add_argument("--version", action="version", version=f"tiendo {__version__}", help=say("version"))
    add_language(parser, say)
    add_max_size(parser, say)
    # The completion command describes the whole grammar, so every command is given it.
    parser.set_defaults(grammar=parser)
    commands = parser.add_subparsers(title=say("commands"), metavar=say("command"), dest="command", required=True)
    for command in _COMMANDS:
        command.add_to(commands, say)
    return parser


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; the exit code is 0 done, 1 some input unreadable, 2 wrong use, 3 findings."""
    use_utf8()
    written = sys.argv[1:] if arguments is None else list(arguments)
    say = Messages(choose_language(written, os.environ))
    try:
        chosen = build_parser(say).parse_args(written)
        exit_code: int = chosen.run(chosen, say)
        sys.stdout.flush()
    except TiendoError as fault:
        sys.stderr.write(fault.sentence(say.language) + "\n")
        return WRONG_USE if isinstance(fault, OutputRefused) else INCOMPLETE
    except BrokenPipeError:
        # The reader of the pipe has seen enough. Without this, Python complains while it closes the stream.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return _PIPE_CLOSED
    except KeyboardInterrupt:
        return _INTERRUPTED
    return exit_code
