"""`tiendo review`: a person decides about what the reader is not sure of."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tiendo.cli.acting import acting, add_acting, now
from tiendo.cli.arguments import DONE, WRONG_USE, add_language, examples
from tiendo.cli.messages import Messages
from tiendo.facts.errors import RecordRefused

if TYPE_CHECKING:
    from tiendo.ledger.actors import Actor

_ACTIONS = ("list", "accept", "correct", "reject", "merge", "indicator", "new-indicator")
_BY_KEY = {"a": "accept", "r": "reject", "c": "correct", "m": "merge", "i": "indicator"}
_QUIT = "q"


class _Misuse(Exception):
    """What the user wrote is no action; the sentence says why."""


def add_to(commands: Any, say: Messages) -> None:
    """Declare the command."""
    parser = commands.add_parser(
        "review",
        say=say,
        help=say("review"),
        description=say("review"),
        epilog=examples(
            say,
            "tiendo review",
            "tiendo review list --document 731",
            "tiendo review accept 812",
            "tiendo review correct 812 low=28.1 high=28.1 period=2022-Q1",
            "tiendo review indicator 812 domestic_revenue",
        ),
    )
    parser.add_argument("action", nargs="?", choices=_ACTIONS, help=say("review-action"))
    parser.add_argument("fact", nargs="?", type=int, help=say("review-fact"))
    parser.add_argument("values", nargs="*", help=say("review-values"))
    parser.add_argument("--document", type=int, metavar="N", help=say("review-document"))
    parser.add_argument("--forget", action="store_true", help=say("review-forget"))
    add_acting(parser, say)
    add_language(parser, say)
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace, say: Messages) -> int:
    """List, decide about one fact, or go through the queue."""
    from tiendo.config.start import ensure_ready

    ensure_ready()
    actor = acting(chosen)
    if chosen.action is None and sys.stdin.isatty():
        return _go_through(chosen, actor, say)
    if chosen.action in (None, "list"):
        return _list(chosen, say)
    try:
        entry = _decide(chosen.action, chosen.fact, chosen.values, chosen, actor, say)
    except _Misuse as fault:
        sys.stderr.write(f"{fault}\n")
        return WRONG_USE
    _audit_again({_document_of(chosen.fact)}, chosen, actor)
    sys.stdout.write(say("review-done", entry=entry) + "\n")
    return DONE


def _document_of(fact: int) -> int | None:
    from tiendo.ledger.selectors.review_queue import review_item

    item = review_item(fact)
    return item.document if item else None


def _audit_again(documents: set[int | None], chosen: argparse.Namespace, actor: Actor) -> None:
    """What was decided may have settled a finding, or made one."""
    from tiendo.intake.auditing import audit_around

    for document in documents - {None}:
        audit_around(document or 0, by=actor, at=now(), why=chosen.why)


def _list(chosen: argparse.Namespace, say: Messages) -> int:
    from tiendo.cli.review_item import item_text
    from tiendo.ledger.selectors.review_queue import waiting_facts

    count = 0
    for item in waiting_facts(document=chosen.document):
        sys.stdout.write(item_text(item, say) + "\n")
        count += 1
    sys.stdout.write((say("review-left", count=count) if count else say("review-empty")) + "\n")
    return DONE


def _go_through(chosen: argparse.Namespace, actor: Actor, say: Messages) -> int:
    """Ask about one item after the other; what is refused is said, and asked again."""
    from tiendo.cli.review_item import item_text
    from tiendo.ledger.selectors.review_queue import waiting_facts

    decided: set[int | None] = set()
    for item in list(waiting_facts(document=chosen.document)):
        sys.stdout.write(item_text(item, say) + "\n")
        while True:
            sys.stdout.write(say("review-ask"))
            sys.stdout.flush()
            line = sys.stdin.readline()
            key, *values = line.split() or [""]
            if not line or key == _QUIT:
                _audit_again(decided, chosen, actor)
                return DONE
            if not key:
                break
            try:
                entry = _decide(_BY_KEY.get(key, key), item.root, values, chosen, actor, say, item.entry)
            except (_Misuse, RecordRefused) as fault:
                sys.stdout.write(f"{fault.sentence(say.language) if isinstance(fault, RecordRefused) else fault}\n")
                continue
            sys.stdout.write(say("review-done", entry=entry) + "\n")
            decided.add(item.document)
            break
    _audit_again(decided, chosen, actor)
    sys.stdout.write(say("review-empty") + "\n")
    return DONE


def _decide(
    action: str,
    fact: int | None,
    values: Sequence[str],
    chosen: argparse.Namespace,
    actor: Actor,
    say: Messages,
    expected: int | None = None,
) -> int:
    """Call the command of the action; the entry that it made."""
    from tiendo.ledger.commands import review_fact as commands

    if fact is None:
        raise _Misuse(say("review-needs", action=action, what=say("review-fact")))
    decide: Callable[..., int] | None = {
        "accept": commands.accept_fact,
        "reject": commands.reject_fact,
        "correct": lambda **said: commands.correct_fact(changes=_changes(values, say), **said),
        "merge": lambda **said: commands.merge_fact(into=_number(_first(action, values, say), say), **said),
        "indicator": lambda **said: commands.choose_indicator(
            indicator=_first(action, values, say), remember=not chosen.forget, **said
        ),
        "new-indicator": lambda **said: commands.make_indicator(
            definition=_definition(_first(action, values, say)), **said
        ),
    }.get(action)
    if decide is None:
        raise _Misuse(say("review-needs", action=action, what=say("review-action")))
    return int(decide(fact=fact, expected=expected, by=actor, at=now(), why=chosen.why))


def _first(action: str, values: Sequence[str], say: Messages) -> str:
    if not values:
        raise _Misuse(say("review-needs", action=action, what=say("review-values")))
    return values[0]


def _number(written: str, say: Messages) -> int:
    if not written.isdecimal():
        raise _Misuse(say("review-needs", action="merge", what=say("review-fact")))
    return int(written)


def _changes(values: Sequence[str], say: Messages) -> dict[str, Any]:
    """`low=28.1 period=2022-Q1` as fields of the contract; raises `_Misuse` for what has another form."""
    changes: dict[str, Any] = {}
    for value in values:
        name, equals, written = value.partition("=")
        if not equals or not name:
            raise _Misuse(say("review-bad-change", value=value))
        changes[name] = written
    if not changes:
        raise _Misuse(say("review-needs", action="correct", what=say("review-values")))
    return changes


def _definition(path: str) -> dict[str, Any]:
    from tiendo.catalogue.files import read_file

    return dict(read_file(Path(path)).content)
