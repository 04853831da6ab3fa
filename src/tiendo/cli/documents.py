"""`tiendo documents`: the documents of the record, and what is done with a whole document."""

from __future__ import annotations

import argparse
import sys
from typing import Any

from tiendo.cli.acting import acting, add_acting, now
from tiendo.cli.arguments import DONE, WRONG_USE, add_language, examples
from tiendo.cli.messages import Messages
from tiendo.cli.terminal import printable

_ACTIONS = ("list", "publish", "unpublish", "withdraw", "register")


def add_to(commands: Any, say: Messages) -> None:
    """Declare the command."""
    parser = commands.add_parser(
        "documents",
        say=say,
        help=say("documents"),
        description=say("documents"),
        epilog=examples(
            say,
            "tiendo documents",
            "tiendo documents publish 731",
            'tiendo documents withdraw 731 --why "văn bản bị thu hồi"',
            "tiendo documents register 731 incoming arrival_date=2026-01-05",
        ),
    )
    parser.add_argument("action", nargs="?", choices=_ACTIONS, default="list", help=say("documents-action"))
    parser.add_argument("document", nargs="?", type=int, help=say("documents-number"))
    parser.add_argument("values", nargs="*", help=say("documents-values"))
    add_acting(parser, say)
    add_language(parser, say)
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace, say: Messages) -> int:
    """List the documents, or call the command of the action."""
    from tiendo.config.start import ensure_ready

    ensure_ready()
    if chosen.action == "list":
        return _list(say)
    if chosen.document is None:
        sys.stderr.write(say("review-needs", action=chosen.action, what=say("documents-number")) + "\n")
        return WRONG_USE
    if chosen.action == "register" and not _is_registration(chosen.values):
        sys.stderr.write(say("review-needs", action=chosen.action, what=say("documents-values")) + "\n")
        return WRONG_USE
    entry = _do(chosen)
    sys.stdout.write(say("review-done", entry=entry) + "\n")
    return DONE


def _do(chosen: argparse.Namespace) -> int:
    from tiendo.intake.auditing import audit_around
    from tiendo.ledger.commands.publish import publish, unpublish
    from tiendo.ledger.commands.register_document import register_document
    from tiendo.ledger.commands.withdraw_document import withdraw_document

    acts: dict[str, Any] = {"by": acting(chosen), "at": now(), "why": chosen.why}
    match chosen.action:
        case "publish":
            return publish(subject=chosen.document, **acts)
        case "unpublish":
            return unpublish(subject=chosen.document, **acts)
        case "withdraw":
            entry = withdraw_document(document=chosen.document, **acts)
            audit_around(chosen.document, **acts)
            return entry
    direction, *pairs = chosen.values
    fields = dict(pair.split("=", 1) for pair in pairs)
    return register_document(document=chosen.document, direction=direction, fields=fields, **acts)


def _is_registration(values: list[str]) -> bool:
    return bool(values) and all("=" in value for value in values[1:])


def _list(say: Messages) -> int:
    from tiendo.ledger.selectors.shelf import documents_on_the_shelf

    shelf = documents_on_the_shelf()
    for one in shelf:
        day = one.issued.isoformat() if one.issued else say("not-stated")
        sys.stdout.write(
            say(
                "documents-line",
                root=one.root,
                title=printable(one.title),
                day=day,
                subject=printable(one.subject or one.name),
                facts=one.facts,
                waiting=one.waiting,
                published=say("documents-published" if one.published else "documents-internal"),
            )
            + "\n"
        )
    if not shelf:
        sys.stdout.write(say("documents-none") + "\n")
    return DONE
