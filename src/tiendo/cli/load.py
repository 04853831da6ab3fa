"""`tiendo load`: takes tables of results into the record, and says what became of every row."""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tiendo.cli.acting import acting, add_acting, now
from tiendo.cli.arguments import DONE, INCOMPLETE, WRONG_USE, add_language, add_max_size, examples
from tiendo.cli.messages import Messages
from tiendo.cli.terminal import printable
from tiendo.facts.errors import UnreadableDocument

if TYPE_CHECKING:
    from tiendo.intake.observations import LoadOutcome

_ROWS_SHOWN = 40  # a screenful; --format json tells more


def add_to(commands: Any, say: Messages) -> None:
    """Declare the command."""
    parser = commands.add_parser(
        "load",
        say=say,
        help=say("load"),
        description=say("load"),
        epilog=examples(
            say,
            "tiendo load --template > so-lieu.csv",
            "tiendo load so-lieu.csv --agency STC --dry-run",
            "tiendo load so-lieu.csv --agency STC --decimal ,",
        ),
    )
    parser.add_argument("files", nargs="*", metavar=say("file"), help=say("load-files"))
    parser.add_argument("--agency", metavar="A", help=say("load-agency"))
    parser.add_argument("--dry-run", action="store_true", help=say("load-dry-run"))
    parser.add_argument("--partial", action="store_true", help=say("load-partial"))
    parser.add_argument("--publish", action="store_true", help=say("load-publish"))
    parser.add_argument("--decimal", choices=(".", ","), default=".", help=say("load-decimal"))
    parser.add_argument("--template", action="store_true", help=say("load-template"))
    parser.add_argument("--format", choices=("table", "json"), default="table", help=say("format"))
    add_acting(parser, say)
    add_max_size(parser, say)
    add_language(parser, say)
    parser.set_defaults(run=run, parser=parser)


def run(chosen: argparse.Namespace, say: Messages) -> int:
    """Load each file by itself; the exit code is 1 where a row was refused or a file could not be read."""
    if not chosen.files and not chosen.template:
        chosen.parser.error(say("load-no-files"))
        return WRONG_USE
    from tiendo.config.start import ensure_ready, start_django

    start_django()
    from tiendo.intake.observations import TEMPLATE

    if chosen.template:
        sys.stdout.write(TEMPLATE)
        return DONE
    ensure_ready()
    return max([_load(Path(name), chosen, say) for name in chosen.files])


def _load(path: Path, chosen: argparse.Namespace, say: Messages) -> int:
    from tiendo.documents.read import load_bytes
    from tiendo.intake.observations import LARGEST_FILE, load_observations

    name, largest = printable(path.name), getattr(chosen, "max_size", LARGEST_FILE)
    try:
        content = load_bytes(path, printable(str(path)), largest)
    except UnreadableDocument as fault:
        sys.stderr.write(fault.sentence(say.language) + "\n")
        return INCOMPLETE
    outcome = load_observations(
        content,
        name=name,
        agency=chosen.agency,
        by=acting(chosen),
        at=now(),
        why=chosen.why or f"tiendo load {name}",
        rehearsal=chosen.dry_run,
        all_or_nothing=not chosen.partial,
        decimal_mark=chosen.decimal,
        largest=largest,
    )
    sys.stdout.writelines(
        [_as_json(name, outcome)] if chosen.format == "json" else _as_lines(name, outcome, chosen.dry_run, say)
    )
    if chosen.publish and not chosen.dry_run and not outcome.held_back:
        _publish(content, chosen, say)
    return INCOMPLETE if outcome.refused else DONE


def _publish(content: bytes, chosen: argparse.Namespace, say: Messages) -> None:
    """Open to everybody what the agency sent in with this file, now or before; what is open already stays so."""
    from tiendo.ledger.commands.publish import publish
    from tiendo.ledger.selectors.submissions import not_published_with

    roots = not_published_with(hashlib.sha256(content).hexdigest(), chosen.agency)
    for root in roots:
        publish(subject=root, by=acting(chosen), at=now(), why=chosen.why)
    if roots and chosen.format == "table":
        sys.stdout.write(say("load-published") + "\n")


def _as_lines(name: str, outcome: LoadOutcome, rehearsal: bool, say: Messages) -> Iterator[str]:
    from tiendo.intake.observations import SOUND

    yield say("load-summary", name=name, **_counts(outcome)) + "\n"
    if outcome.held_back:
        yield say("load-held-back", held_back=outcome.held_back) + "\n"
    if rehearsal:
        yield say("load-rehearsed") + "\n"
    refused = [one for one in outcome.rows if one.code not in SOUND]
    for one in refused[:_ROWS_SHOWN]:
        yield say("load-row", row=one.row, code=one.code, sentence=printable(one.sentence(say.language))) + "\n"
    if outcome.refused > _ROWS_SHOWN:
        yield say("load-more", count=outcome.refused - min(len(refused), _ROWS_SHOWN)) + "\n"


def _as_json(name: str, outcome: LoadOutcome) -> str:
    rows = [
        {"row": one.row, "code": one.code, "field": one.field, "vi": one.sentence("vi"), "en": one.sentence("en")}
        for one in outcome.rows
    ]
    told = {"name": name, **_counts(outcome), "held_back": outcome.held_back, "submission": outcome.submission}
    return json.dumps({**told, "rows": rows}, ensure_ascii=False) + "\n"


def _counts(outcome: LoadOutcome) -> dict[str, int]:
    return {name: getattr(outcome, name) for name in ("recorded", "corrected", "unchanged", "refused")}
