"""`tiendo restore`: a backup becomes the record of this installation."""

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
        "restore",
        say=say,
        help=say("restore"),
        description=say("restore"),
        epilog=examples(say, "tiendo restore so-2026-01-05.tar.gz", "tiendo restore so-2026-01-05.tar.gz --replace"),
    )
    parser.add_argument("file", type=Path, metavar=say("file"), help=say("restore-file"))
    parser.add_argument("--replace", action="store_true", help=say("restore-replace"))
    add_language(parser, say)
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace, say: Messages) -> int:
    """Restore, and say where the record before is."""
    # Not made ready before: what is there may be the damaged record that the backup is to replace.
    from tiendo.config.start import start_django

    start_django()
    from tiendo.config.backups.restoring import restore_backup

    restored = restore_backup(chosen.file, replace=chosen.replace)
    made = restored.manifest
    lines = [
        say("restore-done", acts=made.act, entries=made.entry, digest=made.digest),
        *(say("restore-aside", place=place) for place in restored.aside),
        say("restore-servers"),
    ]
    sys.stdout.write("\n".join(lines) + "\n")
    return DONE
