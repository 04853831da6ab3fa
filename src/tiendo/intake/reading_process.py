"""One reading process seen from outside: started when it is needed, asked, waited for, stopped with all it started."""

from __future__ import annotations

import os
import selectors
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import tiendo
from tiendo.intake.frames import BrokenFrame, framed, unframed
from tiendo.intake.sandbox_limits import SandboxLimits
from tiendo.intake.sandbox_process import OUT_OF_MEMORY_STATUS

READER = "tiendo.intake.sandbox_process"
"""The program that is started usually; others take the same questions and give other answers."""

_CHUNK = 1 << 20  # what a pipe is read and written by; more saves nothing
_GRACE_SECONDS = 2  # to stop the programs that it started, and to leave
# Where programs and libraries are, and how the user writes. Nothing else of the environment is the reader's business:
# it holds keys and addresses of databases.
_PASSED_ON = ("PATH", "LD_LIBRARY_PATH", "LANG", "LC_ALL", "LC_CTYPE", "TESSDATA_PREFIX")


class ProcessLost(Exception):
    """No answer came: `code` is that of a failure, `values` belong into its sentence."""

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(code)
        self.code = code
        self.values = values


class ReadingProcess:
    """Answers questions as long as it lives; a question to one that is gone starts another."""

    def __init__(self, set_up: bytes, limits: SandboxLimits, program: str = READER) -> None:
        self._set_up = framed(set_up)
        self._program = program
        self._limits = limits
        self._process: subprocess.Popen[bytes] | None = None
        self._folder: tempfile.TemporaryDirectory[str] | None = None

    def ask(self, question: bytes) -> bytes:
        """The answer to one question; raises `ProcessLost`, after which the process is gone."""
        outgoing = framed(question)
        if self._process is None:
            self._process = self._started()
            outgoing = self._set_up + outgoing
        try:
            return self._answer(self._process, outgoing)
        except BaseException:  # also a Ctrl-C: nobody will wait for this answer any more
            self.stop()
            raise

    def end(self) -> None:
        """Let the process leave by itself, as it does at the end of its input; stop it where it does not."""
        if self._process is not None and self._process.stdin is not None:
            self._process.stdin.close()
            _waited(self._process)
        self.stop()

    def stop(self) -> None:
        """End the process with all that it started, and remove what it left behind."""
        process, self._process = self._process, None
        folder, self._folder = self._folder, None
        if process is not None:
            _stop(process)
        if folder is not None:
            folder.cleanup()

    def _started(self) -> subprocess.Popen[bytes]:
        self._folder = tempfile.TemporaryDirectory(prefix="tiendo-reading-", ignore_cleanup_errors=True)
        loud = bool(os.environ.get("TIENDO_DEBUG"))
        try:
            process = subprocess.Popen(  # noqa: S603 - no shell, and nothing of the file in the arguments
                # -P and -s: code comes from the installation alone, not from where somebody happens to stand.
                (sys.executable, "-P", "-s", "-m", self._program),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=None if loud else subprocess.DEVNULL,
                env=_environment(self._folder.name),
                bufsize=0,
                start_new_session=True,
            )
        except OSError as fault:
            self.stop()
            raise ProcessLost("reader-not-started", fault=fault.strerror or str(fault)) from fault
        for pipe in (process.stdin, process.stdout):
            assert pipe is not None  # noqa: S101 - both were asked for
            os.set_blocking(pipe.fileno(), False)
        return process

    def _answer(self, process: subprocess.Popen[bytes], outgoing: bytes) -> bytes:
        """Write and read at once, so that neither side waits for the other, until the answer is there."""
        assert process.stdin is not None  # noqa: S101 - it was asked for
        assert process.stdout is not None  # noqa: S101 - it was asked for
        deadline = time.monotonic() + self._limits.wall_seconds
        unsent, received = memoryview(outgoing), bytearray()
        with selectors.DefaultSelector() as selector:
            selector.register(process.stdout, selectors.EVENT_READ)
            selector.register(process.stdin, selectors.EVENT_WRITE)
            while (left := deadline - time.monotonic()) > 0:
                for key, _ in selector.select(left):
                    if key.fd == process.stdin.fileno():
                        unsent = unsent[_written(key.fd, unsent) :]
                        if not unsent:
                            selector.unregister(process.stdin)
                    elif chunk := os.read(key.fd, _CHUNK):
                        received += chunk
                        if (answer := self._complete(received)) is not None:
                            return answer
                    else:
                        raise self._death(process)
        raise ProcessLost("out-of-time", seconds=_plain(self._limits.wall_seconds))

    def _complete(self, received: bytearray) -> bytes | None:
        try:
            return unframed(received, self._limits.answer_bytes)
        except BrokenFrame as broken:
            if broken.length is not None:
                raise ProcessLost("answer-too-large", limit=self._limits.answer_bytes) from broken
            raise ProcessLost("answer-not-understood") from broken

    def _death(self, process: subprocess.Popen[bytes]) -> ProcessLost:
        """Why a process closed its output without an answer."""
        _waited(process)
        match process.returncode:
            case None | 0:
                return ProcessLost("answer-not-understood")
            case code if code == OUT_OF_MEMORY_STATUS:
                return ProcessLost("out-of-memory")
            case code if code == -signal.SIGXCPU:
                return ProcessLost("out-of-time", seconds=self._limits.cpu_seconds)
            case code if code < 0:
                return ProcessLost("reader-killed", how=signal.Signals(-code).name)
            case code:
                return ProcessLost("reader-killed", how=f"exit {code}")


def _environment(folder: str) -> dict[str, str]:
    passed = {name: os.environ[name] for name in _PASSED_ON if name in os.environ}
    installation = str(Path(tiendo.__file__).parents[1])
    # What it writes goes to a folder that is removed with it.
    return passed | {"PYTHONPATH": installation, "HOME": folder, "TMPDIR": folder}


def _written(pipe: int, unsent: memoryview) -> int:
    try:
        return os.write(pipe, unsent[:_CHUNK])
    except BrokenPipeError:
        return len(unsent)  # its output will tell why it is gone


def _waited(process: subprocess.Popen[bytes]) -> bool:
    try:
        process.wait(_GRACE_SECONDS)
    except subprocess.TimeoutExpired:
        return False
    return True


def _stop(process: subprocess.Popen[bytes]) -> None:
    if process.poll() is None:
        process.terminate()
        if not _waited(process):
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
    for pipe in (process.stdin, process.stdout):
        if pipe is not None:
            pipe.close()


def _plain(seconds: float) -> str:
    return f"{seconds:g}"
