"""`tiendo import`: an exported record becomes the record of an empty database."""

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
        "import",
        say=say,
        help=say("import"),
        description=say("import"),
        epilog=examples(say, "TIENDO_DATABASE_URL=postgresql://localhost/tiendo tiendo import so-2026"),
    )
    parser.add_argument("folder", type=Path, metavar=say("folder"), help=say("import-folder"))
    add_language(parser, say)
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace, say: Messages) -> int:
    """Import, and say what was imported."""
    from tiendo.config.start import ensure_empty_tables, ensure_ready

    ensure_empty_tables()
    from tiendo.config.set_up import in_our_words
    from tiendo.intake.exported.taking import import_record
    from tiendo.ledger.actors import OPERATOR

    with in_our_words():
        proof = import_record(chosen.folder, by=OPERATOR)
    # Lists of a newer version are recorded behind what was imported, as after an update.
    ensure_ready()
    sys.stdout.write(say("import-done", acts=proof.acts, entries=proof.entries, digest=proof.digest.hex()) + "\n")
    return DONE
