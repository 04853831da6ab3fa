"""`tiendo ingest`: takes documents into the record."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tiendo.cli.acting import acting, add_acting, now
from tiendo.cli.arguments import DONE, INCOMPLETE, WRONG_USE, add_language, examples
from tiendo.cli.messages import Messages
from tiendo.facts.errors import UnreadableDocument

if TYPE_CHECKING:
    from tiendo.intake.ingest import Kept
    from tiendo.intake.models import Job
    from tiendo.ledger.actors import Actor

_MOST_CHANGES_SHOWN = 40  # a screenful; all of them stand in the record, and in --json


def add_to(commands: Any, say: Messages) -> None:
    """Declare the command."""
    parser = commands.add_parser(
        "ingest",
        say=say,
        help=say("ingest"),
        description=say("ingest"),
        epilog=examples(say, "tiendo ingest nghi-quyet.docx bao-cao-quy-1.pdf", "tiendo ingest thu-muc-van-ban/"),
    )
    parser.add_argument("files", nargs="+", metavar=say("file"), help=say("ingest-files"))
    parser.add_argument("--again", action="store_true", help=say("ingest-again"))
    parser.add_argument("--background", action="store_true", help=say("ingest-background"))
    parser.add_argument("--publish", action="store_true", help=say("ingest-publish"))
    parser.add_argument("--json", action="store_true", help=say("ingest-json"))
    add_acting(parser, say)
    add_language(parser, say)
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace, say: Messages) -> int:
    """Keep the files, make a job of them and do it here and now, unless it is left to a worker."""
    if chosen.publish and chosen.background:
        sys.stderr.write(say("ingest-publish-later") + "\n")
        return WRONG_USE
    from tiendo.config.start import ensure_ready

    ensure_ready()
    from tiendo.intake.ingest import ingest_job, work_on
    from tiendo.intake.jobs import do_job, take_job

    actor = acting(chosen)
    kept, refused = _kept(chosen.files, say)
    job = ingest_job(kept, by=actor, why=chosen.why, again=chosen.again) if kept else None
    taken = take_job(job.pk) if job is not None and not chosen.background else None
    if job is not None and taken is None:  # left to a worker, or one was quicker
        sys.stdout.write(say("ingest-queued", job=job.pk, count=len(kept)) + "\n")
    elif taken is not None:
        do_job(taken, lambda mine: work_on(mine, by=actor))
        if chosen.publish:
            _publish(taken, actor, chosen.why)
        sys.stdout.writelines(_as_json(taken) if chosen.json else (*_as_lines(taken, say), _next_step(taken, say)))
        refused += sum(outcome["outcome"] == "failed" for outcome in taken.outcomes)
    return INCOMPLETE if refused else DONE


def _kept(names: list[str], say: Messages) -> tuple[list[Kept], int]:
    """The files that could be opened, and how many could not; those are named on standard error."""
    from tiendo.intake.ingest import keep_file

    kept, refused = [], 0
    for name in names:
        paths = list(_documents_in(Path(name)))
        if not paths:
            sys.stderr.write(say("ingest-nothing", path=name) + "\n")
            refused += 1
        for path in paths:
            try:
                kept.append(keep_file(path))
            except UnreadableDocument as fault:
                sys.stderr.write(fault.sentence(say.language) + "\n")
                refused += 1
    return kept, refused


def _publish(job: Job, actor: Actor, why: str) -> None:
    """Open to everybody what was taken in; what is open already stays so."""
    from tiendo.ledger.commands.publish import publish
    from tiendo.ledger.selectors.shelf import documents_on_the_shelf

    taken_in = {outcome["document"] for outcome in job.outcomes if "document" in outcome}
    for one in documents_on_the_shelf():
        if one.root in taken_in and not one.published:
            publish(subject=one.root, by=actor, at=now(), why=why)


def _documents_in(path: Path) -> Iterator[Path]:
    """The file itself, or every file of the folder that has the name of a document."""
    from tiendo.documents.readers.formats import SUFFIXES

    if not path.is_dir():
        yield path
        return
    for inside in sorted(path.rglob("*")):
        visible = not any(part.startswith(".") for part in inside.relative_to(path).parts)
        if visible and inside.is_file() and inside.suffix.lower() in SUFFIXES:
            yield inside


def _as_json(job: Job) -> Iterator[str]:
    for outcome in job.outcomes:
        yield json.dumps(outcome, ensure_ascii=False) + "\n"


def _as_lines(job: Job, say: Messages) -> Iterator[str]:
    for outcome in job.outcomes:
        if outcome["outcome"] == "failed":
            sys.stderr.write(f"{outcome['name']}: {outcome[say.language]}\n")
            continue
        changes = outcome.get("changes", [])
        yield say(f"ingest-{outcome['outcome']}", **outcome, changed=len(changes)) + "\n"
        if outcome.get("addressed"):
            yield say("ingest-addressed", **outcome) + "\n"
        for change in changes[:_MOST_CHANGES_SHOWN]:
            yield f"  {say('ingest-' + change['change'])}: {change[say.language]}\n"
        if len(changes) > _MOST_CHANGES_SHOWN:
            yield f"  … +{len(changes) - _MOST_CHANGES_SHOWN}\n"


def _next_step(job: Job, say: Messages) -> str:
    """What the officer does now: review what waits, and look at the board of the latest period that was read."""
    from tiendo.ledger.selectors.review_queue import waiting_count
    from tiendo.ledger.selectors.versions import latest_period

    roots = [outcome["document"] for outcome in job.outcomes if "document" in outcome]
    period = latest_period(roots) or latest_period()
    return say("ingest-next", waiting=waiting_count(), period=period or "…") + "\n" if roots else ""
