"""Ranges that stay on one line: `9 - 10%` torn before its dash reads like an entry of a list."""

from __future__ import annotations

from collections.abc import Iterator

from tiendo.publishing.report.model import Figure, Run, Runs, Words

_DASHES = frozenset("-–")
_UNBROKEN_SPACE = "\u00a0"


def unbroken(runs: Runs) -> Runs:
    """The same runs, with spaces around a dash between two figures at which no line ends."""
    return tuple(_unbroken(runs))


def _unbroken(runs: Runs) -> Iterator[Run]:
    for place, run in enumerate(runs):
        between = 0 < place < len(runs) - 1 and all(isinstance(runs[near], Figure) for near in (place - 1, place + 1))
        if between and isinstance(run, Words) and run.text.strip() in _DASHES:
            yield Words(run.text.replace(" ", _UNBROKEN_SPACE), run.bold, run.italic)
        else:
            yield run
