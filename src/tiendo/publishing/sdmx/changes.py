"""What has changed between two states of the same data: what a copy has to take in, and what it has to drop."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tiendo.publishing.sdmx.definition import PLACE_OF
from tiendo.publishing.sdmx.observations import ACTION, Action, Observation

_KEY = PLACE_OF["TIME_PERIOD"] + 1


def changes(before: Iterable[Observation], after: Iterable[Observation]) -> Iterator[Observation]:
    """Observations that are new or say something else, to be put in place; then those that are gone.

    An observation is the same where all its dimensions are. Whatever was the reason: what was corrected to another
    period, or is published no more, is gone where it was.
    """
    held = {one[:_KEY]: one for one in before}
    for one in after:
        if held.pop(one[:_KEY], None) != one:
            yield _to(one, Action.REPLACE)
    for one in held.values():
        yield _to(one, Action.DELETE)


def _to(one: Observation, action: str) -> Observation:
    return (*one[:ACTION], action)
