"""A bar on standard error while many or long documents are read, on a terminal only."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TextIO, TypeVar

T = TypeVar("T")

_BAR_WIDTH = 24
_CLEAR_LINE = "\r\x1b[2K"


def with_progress(outcomes: Iterable[T], names: Sequence[str], stream: TextIO, label: str) -> Iterator[T]:
    """The outcomes unchanged, in order; the bar names the file that is being waited for."""
    if not stream.isatty():
        yield from outcomes
        return
    try:
        _draw(stream, label, 0, names)
        for done, outcome in enumerate(outcomes, start=1):
            # The line is free while the caller writes about this outcome, perhaps to the same terminal.
            stream.write(_CLEAR_LINE)
            stream.flush()
            yield outcome
            _draw(stream, label, done, names)
    finally:
        stream.write(_CLEAR_LINE)
        stream.flush()


def _draw(stream: TextIO, label: str, done: int, names: Sequence[str]) -> None:
    if done == len(names):
        return
    filled = _BAR_WIDTH * done // len(names)
    bar = "━" * filled + "─" * (_BAR_WIDTH - filled)
    stream.write(f"{_CLEAR_LINE}{label} {bar} {done}/{len(names)} {names[done]}")
    stream.flush()
