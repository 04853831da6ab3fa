"""Pages that nobody asked for before: one reader asks for each once, so that the server makes every one."""

from __future__ import annotations

import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

from benchmarks.pages.addresses import Addresses
from benchmarks.pages.asked import Times
from benchmarks.pages.readers import Reader

# So many of a kind are not counted, half of them where there are few: each process reads what it needs for all of them.
_FIRST = 8


def unseen(address: str, addresses: Addresses, most: int) -> dict[str, Times]:
    """How long at most so many pages of each kind took at their first time, after the first few of the kind."""
    times = {}
    for kind, asked in addresses.items():
        first = min(_FIRST, len(asked) // 2)
        # At the same time, so that no process is left out.
        with ThreadPoolExecutor(_FIRST) as people:
            list(people.map(lambda path: _once(address, path), asked[:first]))
        times[kind] = _in_turn(address, asked[first : first + most])
    return times


def first_of_all(address: str, addresses: Addresses) -> dict[str, float]:
    """The milliseconds of the very first page of each kind, in that order, of a server that was just started."""
    return {kind: _once(address, asked[0])[0] for kind, asked in addresses.items()}


def _in_turn(address: str, paths: Sequence[str]) -> Times:
    begin = time.monotonic()
    asked = [_once(address, path) for path in paths]
    failed = sum(not success for _, success in asked)
    return Times.of([milliseconds for milliseconds, _ in asked], failed, max(time.monotonic() - begin, 1e-9))


def _once(address: str, path: str) -> tuple[float, bool]:
    """Over a connection of its own, which any of the processes may take."""
    reader = Reader(address)
    try:
        return reader.ask(path)
    finally:
        reader.close()
