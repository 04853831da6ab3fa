"""The process that reads files from outside: questions come on standard input, readings go to standard output.

Started by `intake.sandbox`. It binds itself before it looks at anything, and ends with its input.
"""

from __future__ import annotations

import io
import os
import signal
import sys
from collections.abc import Callable
from dataclasses import dataclass
from types import FrameType
from typing import BinaryIO

from tiendo.catalogue import Catalogue, load_catalogue
from tiendo.catalogue.extension import TaughtNames, extended
from tiendo.intake.exchange import LARGEST_EXCHANGE, encode, from_bytes
from tiendo.intake.failures import failure
from tiendo.intake.frames import framed, read_frame
from tiendo.intake.reading import Request
from tiendo.intake.sandbox_limits import SandboxLimits, allow_next_file, restrain
from tiendo.intake.whole_reading import read_whole
from tiendo.reference.agencies import Agency, supplement

OUT_OF_MEMORY_STATUS = 12
"""The exit code that says so; it is the number of ENOMEM."""


@dataclass(frozen=True, slots=True)
class SetUp:
    """What the process is told first: its bounds, the names that people taught, the agencies as people said them."""

    limits: SandboxLimits
    taught: TaughtNames
    agencies: tuple[Agency, ...] = ()


Answering = Callable[[Request, Catalogue, SandboxLimits], bytes]
"""What makes an answer of a question: of the file that it names."""


def main(answering: Answering | None = None) -> int:
    """Answer one question after the other, usually with the whole reading."""
    signal.signal(signal.SIGTERM, _leave)
    answers = _take_output()
    try:
        return _answer_all(sys.stdin.buffer, answers, answering or _answer)
    except MemoryError:
        return OUT_OF_MEMORY_STATUS


def _answer_all(questions: BinaryIO, answers: BinaryIO, answering: Answering) -> int:
    told = read_frame(questions, LARGEST_EXCHANGE)
    if told is None:
        return 0
    set_up: SetUp = from_bytes(told, SetUp)
    restrain(set_up.limits)
    allow_next_file(set_up.limits)
    supplement(set_up.agencies)
    catalogue = extended(load_catalogue(), set_up.taught)
    while (question := read_frame(questions, LARGEST_EXCHANGE)) is not None:
        allow_next_file(set_up.limits)
        answers.write(framed(answering(from_bytes(question, Request), catalogue, set_up.limits)))
        answers.flush()
    return 0


def _answer(request: Request, catalogue: Catalogue, limits: SandboxLimits) -> bytes:
    try:
        answer = encode(read_whole(request, catalogue))
    except MemoryError:
        return encode(failure("out-of-memory", request.path))
    if len(answer) > limits.answer_bytes:
        return encode(failure("answer-too-large", request.path, limit=limits.answer_bytes))
    return answer


def _take_output() -> BinaryIO:
    """Standard output for answers alone: what a library prints there goes to standard error."""
    own = os.dup(sys.stdout.fileno())
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    return io.BufferedWriter(io.FileIO(own, "w"))


def _leave(number: int, _frame: FrameType | None) -> None:
    # An exception, so that the programs that recognise pages are stopped on the way out.
    sys.exit(128 + number)


if __name__ == "__main__":
    sys.exit(main())
