"""Processes that a server starts beside those that serve, and that live and end with it.

One takes queued files into the record, one makes pages ahead (`page_maker`).
"""

from __future__ import annotations

import logging
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Sequence

# A worker that died is started again at once; one that dies again and again after ever longer pauses, so that a fault
# that does not go away costs neither the machine nor the log.
_FIRST_PAUSE_SECONDS = 1.0
_LONGEST_PAUSE_SECONDS = 60.0
# Whoever lived that long died of something new.
_LIVED_WELL_SECONDS = 60.0
# Time to stop the reading of a document and to put its job back.
_GRACE_SECONDS = 8.0
# Two of a kind must not be at work for long when a server is started anew.
_PARENT_EVERY_SECONDS = 1.0

_log = logging.getLogger("tiendo.worker")


def command_of_worker(language: str) -> tuple[str, ...]:
    """The command that starts a worker which ends with this process; it reports in that language."""
    this = str(os.getpid())
    return sys.executable, "-m", "tiendo.cli", "worker", "--forever", "--with-process", this, "--lang", language


def end_with(parent: int) -> None:
    """End this process as soon as its parent is gone, however that ended.

    A Ctrl+C in the terminal reaches both; the parent then ends this one in its own time.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)

    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(_PARENT_EVERY_SECONDS)
        os.kill(os.getpid(), signal.SIGTERM)

    threading.Thread(target=watch, daemon=True).start()


class OwnWorker:
    """Keeps one worker running: `look` now and then, `end` at last. `name` is what the log calls it."""

    def __init__(
        self, command: Sequence[str], name: str = "worker", clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._command = tuple(command)
        self._name = name
        self._clock = clock
        self._process: subprocess.Popen[bytes] | None = None
        self._started_at = 0.0
        self._pause = _FIRST_PAUSE_SECONDS
        self._not_before = 0.0

    @property
    def pid(self) -> int | None:
        """The number of the worker's process, `None` while none is running."""
        return None if self._process is None else self._process.pid

    def look(self) -> None:
        """Start the worker where there is none, unless it died too soon to try again already."""
        if self._process is not None and self._process.poll() is not None:
            self._died(self._process)
        if self._process is None and self._clock() >= self._not_before:
            self._start()

    def end(self) -> None:
        """Ask the worker to end, and end it where it does not."""
        process, self._process = self._process, None
        if process is None:
            return
        process.terminate()
        try:
            process.wait(_GRACE_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()

    def _start(self) -> None:
        self._started_at = self._clock()
        try:
            # What it says of its jobs belongs into the log of the server: standard output is for whoever started it.
            self._process = subprocess.Popen(  # noqa: S603 our own program, nothing of a user in the arguments
                self._command, stdin=subprocess.DEVNULL, stdout=sys.stderr.fileno()
            )
        except OSError as fault:
            self._wait_a_while()
            _log.warning("the %s cannot be started (%s); next try in %.0f s", self._name, fault.strerror, self._pause)

    def _died(self, process: subprocess.Popen[bytes]) -> None:
        self._process = None
        if self._clock() - self._started_at >= _LIVED_WELL_SECONDS:
            self._pause = _FIRST_PAUSE_SECONDS
        ended = "the %s (process %d) ended; another one starts in %.0f s"
        _log.warning(ended, self._name, process.pid, self._pause)
        self._wait_a_while()

    def _wait_a_while(self) -> None:
        self._not_before = self._clock() + self._pause
        self._pause = min(2 * self._pause, _LONGEST_PAUSE_SECONDS)
