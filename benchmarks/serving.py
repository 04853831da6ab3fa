"""Starts a server, waits until it answers, says what processor time it took, and ends it."""

from __future__ import annotations

import os
import socket
import subprocess
import time
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from benchmarks.processes import TIENDO

WORKERS = 2
_SECONDS_TO_START = 60


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        port: int = held.getsockname()[1]
    return port


@contextmanager
def served() -> Iterator[tuple[str, int]]:
    """The address of the record that the environment names while it is served, and the process that serves it."""
    port = free_port()
    line = [*TIENDO, "serve", "--port", str(port), "--workers", str(WORKERS)]
    with running(line, port, "/api/v1/indicators?limit=1") as server:
        yield server


@contextmanager
def running(line: Sequence[str], port: int, asked: str) -> Iterator[tuple[str, int]]:
    """The address and the process of a server that that line starts, from when it answers what is asked."""
    server = subprocess.Popen(line, stdout=subprocess.DEVNULL)
    address = f"http://127.0.0.1:{port}"
    try:
        _wait_for(f"{address}{asked}")
        yield address, server.pid
    finally:
        server.terminate()
        server.wait()


def processor_seconds(server: int) -> float:
    """What the server and the processes that it started have spent so far; other work on the machine does not count."""
    ticks = 0
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = path.read_text().rsplit(")", 1)[1].split()
        except (FileNotFoundError, ProcessLookupError):
            continue  # it ended meanwhile
        if server in (int(path.parent.name), int(fields[1])):
            ticks += int(fields[11]) + int(fields[12])
    return ticks / os.sysconf("SC_CLK_TCK")


def _wait_for(address: str) -> None:
    until = time.monotonic() + _SECONDS_TO_START
    while True:
        try:
            urllib.request.urlopen(address).read()
            return
        except OSError:
            if time.monotonic() > until:
                raise
            time.sleep(0.1)
