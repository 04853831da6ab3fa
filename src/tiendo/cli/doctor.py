"""`tiendo doctor`: examines the machine and the record, and says what is missing or wrong and what to do."""

from __future__ import annotations

import argparse
import json
import os
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from tiendo.cli.arguments import DONE, INCOMPLETE, add_language, examples
from tiendo.cli.messages import Messages

if TYPE_CHECKING:
    from tiendo.config.diagnosis import Diagnosis


def add_to(commands: Any, say: Messages) -> None:
    """Declare the command."""
    parser = commands.add_parser(
        "doctor",
        say=say,
        help=say("doctor"),
        description=say("doctor"),
        epilog=examples(say, "tiendo doctor", "tiendo doctor --json"),
    )
    parser.add_argument("--json", action="store_true", help=say("doctor-json"))
    add_language(parser, say)
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace, say: Messages) -> int:
    """Examine; the exit code is 1 where something does not work."""
    from tiendo.cli.output import write_out
    from tiendo.config.diagnosis import State
    from tiendo.config.doctor import examine

    found = list(examine(os.environ))
    faults = sum(one.state is State.FAULT for one in found)
    write_out(_as_json(found) if chosen.json else _as_lines(found, faults, say), None)
    return INCOMPLETE if faults else DONE


def _as_lines(found: Iterable[Diagnosis], faults: int, say: Messages) -> Iterator[str]:
    labels = {one: say(f"doctor-{one.state}") for one in found}
    width = max(map(len, labels.values()))
    for one, label in labels.items():
        yield f"{label:<{width}}  {one.code}: {one.finding.sentence(say.language)}\n"
        if one.advice:
            yield f"{'':<{width}}  → {one.advice.sentence(say.language)}\n"
    yield (say("doctor-ill", count=faults) if faults else say("doctor-well")) + "\n"


def _as_json(found: Iterable[Diagnosis]) -> Iterator[str]:
    rows = [
        {
            "code": one.code,
            "state": str(one.state),
            "finding": {"vi": one.finding.vi, "en": one.finding.en},
            "advice": {"vi": one.advice.vi, "en": one.advice.en} if one.advice else None,
        }
        for one in found
    ]
    yield json.dumps(rows, ensure_ascii=False, indent=2) + "\n"
