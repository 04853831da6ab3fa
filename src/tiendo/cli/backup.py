"""`tiendo backup`: the running record as one file."""

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
        "backup",
        say=say,
        help=say("backup"),
        description=say("backup"),
        epilog=examples(say, "tiendo backup so-2026-01-05.tar.gz"),
    )
    parser.add_argument("file", type=Path, metavar=say("file"), help=say("backup-file"))
    add_language(parser, say)
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace, say: Messages) -> int:
    """Back up, and say what the file holds."""
    from tiendo.config.start import ensure_ready

    ensure_ready()
    from tiendo.config.backups.making import make_backup

    made = make_backup(chosen.file)
    sys.stdout.write(
        say("backup-done", acts=made.act, entries=made.entry, files=made.files, path=chosen.file, digest=made.digest)
        + "\n"
    )
    return DONE
