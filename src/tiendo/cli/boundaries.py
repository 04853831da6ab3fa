"""`tiendo boundaries`: takes an official boundary file in, so that maps are drawn with real outlines."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tiendo.cli.arguments import DONE, INCOMPLETE, add_language, day_type, examples
from tiendo.cli.messages import Messages
from tiendo.cli.terminal import printable

if TYPE_CHECKING:
    from tiendo.intake.boundaries.importing import Imported

_LANG_SON = "20"
_SHOWN = 20  # features or units that are listed; the rest is counted


def add_to(commands: Any, say: Messages) -> None:
    """Declare the command."""
    parser = commands.add_parser(
        "boundaries",
        say=say,
        help=say("boundaries"),
        description=say("boundaries"),
        epilog=examples(
            say,
            "tiendo boundaries xa-phuong.geojson --code-property ma_xa --dry-run",
            "tiendo boundaries xa-phuong.geojson --name-property ten_xa",
            "tiendo boundaries huyen.geojson --name-property ten --on 2025-06-30",
        ),
    )
    parser.add_argument("file", type=Path, metavar=say("file"), help=say("boundaries-file"))
    parser.add_argument("--code-property", metavar="P", help=say("boundaries-code"))
    parser.add_argument("--name-property", metavar="P", help=say("boundaries-name"))
    parser.add_argument("--province", metavar="M", default=_LANG_SON, help=say("boundaries-province"))
    parser.add_argument("--on", type=day_type(say), metavar="YYYY-MM-DD", help=say("boundaries-on"))
    parser.add_argument("--dry-run", action="store_true", help=say("boundaries-dry-run"))
    add_language(parser, say)
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace, say: Messages) -> int:
    """Import, and say what was linked; the exit code is 1 where a unit has no outline, for then nothing is kept."""
    from tiendo.config.start import ensure_ready

    ensure_ready()
    from django.utils.timezone import localdate

    from tiendo.documents.read import load_bytes
    from tiendo.intake.boundaries.geojson import LARGEST_FILE
    from tiendo.intake.boundaries.importing import import_boundaries
    from tiendo.intake.boundaries.linking import Properties

    name = printable(chosen.file.name)
    imported = import_boundaries(
        load_bytes(chosen.file, name, LARGEST_FILE),
        name=name,
        province=chosen.province,
        on=chosen.on or localdate(),
        properties=Properties(chosen.code_property, chosen.name_property),
        rehearsal=chosen.dry_run,
    )
    sys.stdout.writelines(line + "\n" for line in _lines(name, imported, say))
    return DONE if imported.is_whole else INCOMPLETE


def _lines(name: str, imported: Imported, say: Messages) -> Iterator[str]:
    linked = imported.linked
    yield say("boundaries-summary", name=name, features=imported.features, linked=len(linked.features))
    for one in linked.unlinked[:_SHOWN]:
        yield say(
            "boundaries-unlinked", number=one.number, shown=printable(one.shown), why=one.why.sentence(say.language)
        )
    if len(linked.unlinked) > _SHOWN:
        yield say("boundaries-more", count=len(linked.unlinked) - _SHOWN)
    if linked.missing:
        units = ", ".join(f"{unit.title} ({unit.code})" for unit in linked.missing[:_SHOWN])
        rest = len(linked.missing) - _SHOWN
        yield say("boundaries-missing", units=units + (f" + {rest}" if rest > 0 else ""))
        return
    if imported.drawing is not None:
        before, after = imported.drawing.points_before, imported.drawing.points_after
        yield say("boundaries-simplified", before=before, after=after)
    if imported.place is not None:
        yield say("boundaries-kept", place=imported.place)
    else:
        yield say("boundaries-rehearsed")
