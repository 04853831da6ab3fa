"""Runs pieces of Python in processes of their own, on a record of their own."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping

# Longer than any of them takes on a machine that is busy with other tests.
PATIENCE = 120

READY = "from tiendo.config.start import ensure_ready\nensure_ready()\n"


def start(code: str, environ: Mapping[str, str]) -> subprocess.Popen[str]:
    """A process that runs the code; warnings are errors in it too."""
    return subprocess.Popen(
        [sys.executable, "-W", "error", "-c", code],
        env=dict(environ),
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


def run(code: str, environ: Mapping[str, str], ends_with: int = 0) -> str:
    """What the code prints; it has to end with that exit code (minus the number of a signal)."""
    process = start(code, environ)
    output, complaint = process.communicate(timeout=PATIENCE)
    assert process.returncode == ends_with, complaint
    return output


def command(*arguments: str, environ: Mapping[str, str]) -> subprocess.CompletedProcess[str]:
    """The command `tiendo` with these arguments."""
    return subprocess.run(
        [sys.executable, "-m", "tiendo.cli", *arguments],
        env=dict(environ),
        text=True,
        capture_output=True,
        timeout=PATIENCE,
        check=False,
    )
