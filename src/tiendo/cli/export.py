"""`tiendo export`: the whole record as JSON Lines and files."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from tiendo.cli.arguments import DONE, add_language, examples
from tiendo.cli.messages import Messages


def add_to(commands: Any, say: Messages) -> None:
    """Declare the command."""
    parser = commands.add_parser(
        "export",
        say=say,
        help=say("export"),
        description=say("export"),
        epilog=examples(say, "tiendo export so-2026", "tiendo ledger verify so-2026"),
    )
    parser.add_argument("folder", type=Path, metavar=say("folder"), help=say("export-folder"))
    add_language(parser, say)
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace, say: Messages) -> int:
    """Export, and say what was exported."""
    from tiendo.config.start import ensure_ready

    ensure_ready()
    from tiendo.config.set_up import in_our_words
    from tiendo.intake.exported.writing import export_record

    with in_our_words():
        contents = export_record(chosen.folder)
    sys.stdout.write(
        say(
            "export-done",
            acts=contents.acts,
            entries=contents.entries,
            files=contents.files,
            folder=chosen.folder,
            digest=contents.digest,
        )
        + "\n"
    )
    return DONE
