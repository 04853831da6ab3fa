"""Reads the files of one call: with progress, on several cores, and with one sentence for each that fails."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator

from tiendo.cli.jobs import run_all, sensible_jobs
from tiendo.cli.messages import Messages
from tiendo.cli.progress import with_progress
from tiendo.facts.period import Period
from tiendo.intake.failures import Failure
from tiendo.intake.reading import Reading, Request, lost, read_facts


class Readings:
    """The readings of the files that could be read, in their order; `failed` counts the others, once iterated.

    What the reader noticed about a file, and why a file could not be read, goes to standard error.
    """

    def __init__(
        self,
        chosen: argparse.Namespace,
        say: Messages,
        *,
        default_period: Period | None = None,
        with_relations: bool = False,
    ) -> None:
        limit = getattr(chosen, "max_size", None)
        self.failed = 0
        self._say = say
        self._requests = [Request(path, default_period, limit, with_relations) for path in chosen.files]
        self._jobs: int = chosen.jobs or sensible_jobs(chosen.files)

    def __iter__(self) -> Iterator[Reading]:
        outcomes = run_all(self._requests, read_facts, lost, self._jobs)
        names = [request.path for request in self._requests]
        for outcome in with_progress(outcomes, names, sys.stderr, self._say("reading")):
            if isinstance(outcome, Failure):
                self.failed += 1
                sys.stderr.write(outcome.sentence(self._say.language) + "\n")
            else:
                self._write_notes(outcome)
                yield outcome

    def _write_notes(self, reading: Reading) -> None:
        for note in reading.notes:
            sentence = note.vi if self._say.language == "vi" else note.en
            sys.stderr.write(f"{reading.path}: {sentence}\n")
