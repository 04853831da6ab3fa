"""Runs the programs that some formats need, with a time limit and without leaving anything behind."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

from tiendo.documents.readers import refusals


def find_program(name: str, program: str, packages: str) -> str:
    """The path of an installed program; `MissingHelper`, which names the file and the packages, where there is none."""
    path = shutil.which(program)
    if path is None:
        raise refusals.missing_program(name, program, packages)
    return path


def run_program(
    arguments: Sequence[str],
    *,
    name: str,
    seconds: float,
    given: bytes = b"",
    settings: Mapping[str, str] | None = None,
) -> tuple[int, bytes]:
    """Runs a program for the file `name`, gives it bytes to read, and returns its exit code and its output.

    After `seconds` the program and all that it started are stopped, and the file is refused.
    """
    process = subprocess.Popen(  # noqa: S603 - no shell; the program was found on the path, the file's name is no option
        arguments,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, **(settings or {})},
        start_new_session=True,
    )
    try:
        output, _ = process.communicate(given, timeout=seconds)
    except subprocess.TimeoutExpired as expired:
        raise refusals.took_too_long(name, Path(arguments[0]).name, seconds) from expired
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
            process.communicate()
    return process.returncode, output
