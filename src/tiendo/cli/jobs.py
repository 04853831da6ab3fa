"""Reads several files at once on several cores, and hands the outcomes back in the order of the files."""

from __future__ import annotations

import os
import signal
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

Request = TypeVar("Request")
Outcome = TypeVar("Outcome")

# Below this size a file is read sooner than a second process has started.
_BIG_BYTES = 250_000


def sensible_jobs(paths: Sequence[str]) -> int:
    """How many processes to use where the user does not say: one a big file, up to the cores there are."""
    big = sum(_size(path) >= _BIG_BYTES for path in paths)
    return max(1, min(big, _cores()))


def run_all(
    requests: Sequence[Request],
    work: Callable[[Request], Outcome],
    on_lost: Callable[[Request], Outcome],
    jobs: int,
) -> Iterator[Outcome]:
    """`work` done for every request, the outcomes in order.

    `work` and the requests have to be picklable, since processes are spawned (the same on every system,
    and safe beside threads). `on_lost` answers for a request whose process was ended from outside.
    """
    workers = min(jobs, len(requests))
    if workers <= 1:
        yield from map(work, requests)
        return
    yield from _run_in_processes(requests, work, on_lost, workers)


def _run_in_processes(
    requests: Sequence[Request],
    work: Callable[[Request], Outcome],
    on_lost: Callable[[Request], Outcome],
    workers: int,
) -> Iterator[Outcome]:
    # Here and not above: the usual call reads one file and starts sooner without them.
    import multiprocessing
    from concurrent.futures import Future, ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(workers, mp_context=context, initializer=_end_quietly) as pool:
        futures: deque[Future[Outcome]] = deque(pool.submit(work, request) for request in requests)
        try:
            for request in requests:
                try:
                    # Taken out of the queue, so that a finished outcome is not kept in memory.
                    yield futures.popleft().result()
                except BrokenProcessPool:
                    yield on_lost(request)
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def _end_quietly() -> None:
    # Ctrl-C reaches every process of the terminal; only the first one has something to say about it.
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def _size(path: str) -> int:
    try:
        return Path(path).stat().st_size
    except OSError:
        return 0


def _cores() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
