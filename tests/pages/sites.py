"""A site as a newcomer starts it: the sample record, made-up people, `tiendo serve` in a process of its own."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Page

from tests.integration.processes import PATIENCE, READY, command, run

SAMPLES = sorted(one for one in Path("examples/lang-son").iterdir() if one.is_file())
PASSWORD = "mot-mat-khau-bia-dat"

_PEOPLE = f"""
from datetime import UTC, datetime
from tests.integration.api.people import ROLES
from tiendo.ledger.actors import OPERATOR
from tiendo.ledger.commands.accounts import make_account
from tiendo.ledger.commands.grant_role import grant_role
at = datetime.now(UTC)
for name, granted in ROLES.items():
    make_account(username=name, password={PASSWORD!r}, by=OPERATOR, at=at)
    if granted:
        role, agency, territory = granted
        grant_role(account=name, role=role, agency=agency, territory=territory, by=OPERATOR, at=at, why="test")
"""

# Enough for any page of the samples on a machine that runs other tests beside.
_MILLISECONDS = 20_000


@dataclass(frozen=True)
class Site:
    """A running site: its address and the environment of its record."""

    address: str
    environ: Mapping[str, str]

    def sign_in(self, page: Page, name: str) -> None:
        """Sign in as one of the made-up people, by the form."""
        page.goto(f"{self.address}/sign-in")
        page.fill("input[name=login]", name)
        page.fill("input[name=password]", PASSWORD)
        page.press("input[name=password]", "Enter")
        page.wait_for_url(lambda url: "/sign-in" not in url)


def make_record(folder: Path) -> None:
    """A record of the samples: published, with people of every role."""
    environ = environment_of(folder)
    taken = command("ingest", *map(str, SAMPLES), "--publish", environ=environ)
    assert taken.returncode == 0, taken.stderr
    table = folder / "bao-cao.csv"
    table.write_text("indicator,territory,period,value\naquatic_output,20,2021,1713\n")
    sent = command("load", str(table), "--agency", "STC", "--publish", environ=environ)
    assert sent.returncode == 0, sent.stderr
    run(READY + _PEOPLE, environ)


def environment_of(folder: Path) -> dict[str, str]:
    """The environment of commands on a record in a folder."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("TIENDO_")}
    return {**kept, "TIENDO_DATA_DIR": str(folder), "PYTHONPATH": str(Path.cwd()), "TIENDO_SECOND_FACTOR": "offered"}


@contextmanager
def served(record: Path, folder: Path, **settings: str) -> Iterator[Site]:
    """A site on a copy of a record, until the end of the block."""
    shutil.copytree(record, folder, dirs_exist_ok=True)
    environ = {**environment_of(folder), **settings}
    port = free_port()
    log = folder / "serve.log"
    with log.open("w") as output:
        server = subprocess.Popen(
            [sys.executable, "-m", "tiendo.cli", "serve", "--port", str(port), "--workers", "1"],
            env=environ,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
        try:
            address = f"http://127.0.0.1:{port}"
            _wait_for(address, server, log)
            yield Site(address, environ)
        finally:
            server.send_signal(signal.SIGTERM)
            server.wait(PATIENCE)


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        port: int = listening.getsockname()[1]
        return port


def context_of(
    browser: Browser, *, width: int = 1440, dark: bool = False, scripts: bool = True, english: bool = False
) -> BrowserContext:
    """A window of a reader: how wide, light or dark, with or without scripts, in which language."""
    context = browser.new_context(
        viewport={"width": width, "height": 900},
        color_scheme="dark" if dark else "light",
        java_script_enabled=scripts,
    )
    context.set_default_timeout(_MILLISECONDS)
    if english:
        context.add_cookies([{"name": "tiendo_language", "value": "en", "domain": "127.0.0.1", "path": "/"}])
    return context


def _wait_for(address: str, server: subprocess.Popen[bytes], log: Path) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            with urllib.request.urlopen(address, timeout=PATIENCE):
                return
        except OSError:
            assert server.poll() is None, log.read_text()
            time.sleep(0.2)
    raise AssertionError(log.read_text())
