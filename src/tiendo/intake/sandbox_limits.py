"""How much a process that reads files from outside may use, and how it binds itself to that."""

from __future__ import annotations

import math
import resource
from dataclasses import dataclass
from typing import Self

from tiendo.documents.limits import MEBIBYTE
from tiendo.intake.exchange import LARGEST_EXCHANGE


@dataclass(frozen=True, slots=True, kw_only=True)
class SandboxLimits:
    """Upper bounds of one reading process; those of time are for each file.

    `memory_bytes`: address space; a text of 20 MB, the longest that has to be read, took 0.9 GB of it.
    `wall_seconds`: by the clock; 200 scanned pages, the most that are recognised, are estimated at 400.
    `cpu_seconds`: of the process itself, without the programs that recognise pages, which have bounds of their own;
    a text of 20 MB took 80 on a busy machine, and drawing 200 pages is estimated at 100.
    `answer_bytes`: the reading as it is sent back.
    `open_files`: libraries and a page of pictures need some dozens, an office program somewhat over a hundred.
    """

    memory_bytes: int = 2048 * MEBIBYTE
    wall_seconds: float = 600
    cpu_seconds: int = 240
    answer_bytes: int = LARGEST_EXCHANGE
    open_files: int = 256

    @classmethod
    def of(cls, *, memory: int, seconds: int) -> Self:
        """The limits for so many bytes of memory and seconds by the clock; a process cannot compute for longer."""
        return cls(memory_bytes=memory, wall_seconds=seconds, cpu_seconds=min(cls().cpu_seconds, seconds))


def restrain(limits: SandboxLimits) -> None:
    """Bind this process for good: its memory, its open files, and no picture of its memory left on the disk."""
    for what, most in (
        (resource.RLIMIT_AS, limits.memory_bytes),
        (resource.RLIMIT_NOFILE, limits.open_files),
        (resource.RLIMIT_CORE, 0),
    ):
        bound = _at_most(most, what)
        resource.setrlimit(what, (bound, bound))


def allow_next_file(limits: SandboxLimits) -> None:
    """Let this process compute for one more file; beyond that the system ends it."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    seconds = math.ceil(used.ru_utime + used.ru_stime) + limits.cpu_seconds
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (_at_most(seconds, resource.RLIMIT_CPU), hard))


def _at_most(value: int, what: int) -> int:
    """The value, or the bound that is already on the process and that it may not raise."""
    _, hard = resource.getrlimit(what)
    return value if hard == resource.RLIM_INFINITY else min(value, hard)
