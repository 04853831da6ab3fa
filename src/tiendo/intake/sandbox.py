"""Reads files from outside in a process apart, so that no file can take the memory, the time or the secrets of ours."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tiendo.catalogue.extension import NOTHING_TAUGHT, TaughtNames
from tiendo.intake.exchange import ExchangeRefused, decode, to_bytes
from tiendo.intake.failures import Failure, failure
from tiendo.intake.reading import Request
from tiendo.intake.reading_process import ProcessLost, ReadingProcess
from tiendo.intake.sandbox_limits import SandboxLimits
from tiendo.intake.sandbox_process import SetUp
from tiendo.intake.whole_reading import WholeOutcome
from tiendo.reference.agencies import supplemented

__all__ = ["DEFAULT_LIMITS", "SandboxLimits", "read_all_in_sandbox", "read_in_sandbox"]

DEFAULT_LIMITS = SandboxLimits()
# What a process has been through once it ran out of memory is not worth finding out.
_ENDS_THE_PROCESS = "out-of-memory"


def read_in_sandbox(
    request: Request, *, taught: TaughtNames = NOTHING_TAUGHT, limits: SandboxLimits = DEFAULT_LIMITS
) -> WholeOutcome:
    """All of one file, read in a process of its own; or why it could not be read."""
    return next(read_all_in_sandbox((request,), taught=taught, limits=limits))


def read_all_in_sandbox(
    requests: Iterable[Request], *, taught: TaughtNames = NOTHING_TAUGHT, limits: SandboxLimits = DEFAULT_LIMITS
) -> Iterator[WholeOutcome]:
    """All of each file, in order, one process after the other as long as it lives.

    A file that ends the process, or takes too long, costs only itself: a fresh process goes on with the rest.
    """
    process = ReadingProcess(to_bytes(SetUp(limits, taught, supplemented()), SetUp), limits)
    try:
        for request in requests:
            outcome = _outcome(process, request)
            if isinstance(outcome, Failure) and outcome.code == _ENDS_THE_PROCESS:
                process.stop()
            yield outcome
    finally:
        process.end()


def _outcome(process: ReadingProcess, request: Request) -> WholeOutcome:
    try:
        outcome = decode(process.ask(to_bytes(request, Request)))
    except ProcessLost as lost:
        return failure(lost.code, request.path, **lost.values)
    except ExchangeRefused:
        process.stop()
        return failure("answer-not-understood", request.path)
    path = outcome.path if isinstance(outcome, Failure) else outcome.reading.path
    if path != request.path:
        process.stop()
        return failure("answer-not-understood", request.path)
    return outcome
