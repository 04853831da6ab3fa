"""`tiendo ledger`: proves the record, and looks into what happened to it."""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tiendo.cli.arguments import DONE, add_language, examples
from tiendo.cli.messages import Messages
from tiendo.cli.terminal import printable

if TYPE_CHECKING:
    from tiendo.ledger.selectors.history import Done

_DIGEST = re.compile(r"[0-9a-f]{64}")
_ACTS_SHOWN = 20  # a screenful


def add_to(commands: Any, say: Messages) -> None:
    """Declare the command and what it can do."""
    parser = commands.add_parser("ledger", say=say, help=say("ledger"), description=say("ledger"))
    add_language(parser, say)
    tasks = parser.add_subparsers(title=say("commands"), metavar=say("ledger-command"), dest="task", required=True)

    verify = tasks.add_parser(
        "verify",
        say=say,
        help=say("ledger-verify"),
        description=say("ledger-verify"),
        epilog=examples(say, "tiendo ledger verify --files", "tiendo ledger verify so-2026"),
    )
    verify.add_argument("folder", type=Path, nargs="?", metavar=say("folder"), help=say("ledger-verify-folder"))
    verify.add_argument("--files", action="store_true", help=say("ledger-verify-files"))
    verify.add_argument("--noted", type=_digest(say), metavar="SHA256", help=say("ledger-verify-noted"))
    _finish(verify, say, run_verify)

    show = tasks.add_parser("show", say=say, help=say("ledger-show"), description=say("ledger-show"))
    show.add_argument("entry", type=_number(say), metavar=say("number"), help=say("ledger-show-entry"))
    _finish(show, say, run_show)

    log = tasks.add_parser("log", say=say, help=say("ledger-log"), description=say("ledger-log"))
    log.add_argument("--limit", type=_number(say), default=_ACTS_SHOWN, metavar="N", help=say("ledger-log-limit"))
    _finish(log, say, run_log)


def _finish(parser: Any, say: Messages, run: Callable[[argparse.Namespace, Messages], int]) -> None:
    add_language(parser, say)
    parser.set_defaults(run=run)


def run_verify(chosen: argparse.Namespace, say: Messages) -> int:
    """Prove; what is broken first is the error of the command."""
    if chosen.folder is not None:
        from tiendo.intake.exported.proving import prove_export

        proof = prove_export(chosen.folder, noted=chosen.noted)
    else:
        _start()
        from tiendo.config.set_up import in_our_words
        from tiendo.ledger.proof import prove
        from tiendo.ledger.stream import stream_present

        with in_our_words():
            proof = prove(stream_present(), noted=chosen.noted)
    sys.stdout.write(say("ledger-proved", acts=proof.acts, entries=proof.entries, digest=proof.digest.hex()) + "\n")
    if chosen.files and chosen.folder is None:
        sys.stdout.write(say("ledger-files-proved", files=_prove_files()) + "\n")
    return DONE


def _prove_files() -> int:
    from tiendo.ledger import files
    from tiendo.ledger.selectors.history import kept_files

    count = 0
    for sha256 in kept_files():
        files.check(sha256)
        count += 1
    return count


def run_show(chosen: argparse.Namespace, say: Messages) -> int:
    """Every version of an entry, with what it says."""
    _start()
    from tiendo.ledger.selectors.history import history_of

    for version in history_of(chosen.entry):
        sys.stdout.write(f"{version.kind} {version.entry}  {_line(version.done)}\n")
        for name, value in version.says.items():
            written = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
            sys.stdout.write(f"    {name}: {printable(written)}\n")
        if not version.says:
            sys.stdout.write(f"    {say('ledger-withdrawn')}\n")
    return DONE


def run_log(chosen: argparse.Namespace, say: Messages) -> int:  # noqa: ARG001 as all commands are called
    """The newest acts, a line each."""
    _start()
    from tiendo.ledger.selectors.history import last_acts

    for done in last_acts(chosen.limit):
        sys.stdout.write(f"{done.number:>8}  {_line(done)}  (+{done.entries})\n")
    return DONE


def _line(done: Done) -> str:
    """When, who, what and why, in the time zone of the installation."""
    from django.utils.timezone import localtime

    words = (f"{localtime(done.at):%Y-%m-%d %H:%M:%S}", printable(done.by), done.command, printable(done.why))
    return "  ".join(word for word in words if word)


def _start() -> None:
    from tiendo.config.start import ensure_ready

    ensure_ready()


def _digest(say: Messages) -> Callable[[str], bytes]:
    def convert(written: str) -> bytes:
        if not _DIGEST.fullmatch(written.lower()):
            raise argparse.ArgumentTypeError(say("bad-digest", value=written))
        return bytes.fromhex(written)

    return convert


def _number(say: Messages) -> Callable[[str], int]:
    def convert(written: str) -> int:
        if not (written.isascii() and written.isdigit() and int(written)):
            raise argparse.ArgumentTypeError(say("bad-number", value=written))
        return int(written)

    return convert
