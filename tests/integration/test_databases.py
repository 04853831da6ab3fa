"""The PostgreSQL server of the tests comes, serves one command, and goes."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests import databases
from tests.integration.processes import PATIENCE

ASK = """
import os, psycopg, sys
with psycopg.connect(os.environ["TIENDO_DATABASE_URL"]) as connection:
    print(connection.execute("SHOW listen_addresses").fetchone(), connection.info.host, flush=True)
    sys.exit(7)
"""


@pytest.fixture
def programs():
    found = databases.find_programs()
    if found is None:
        pytest.skip("there is no PostgreSQL here")
    return found


@pytest.mark.usefixtures("programs")
def test_a_command_finds_a_server_that_listens_to_nobody_else_and_its_exit_code_is_passed_on():
    line = [sys.executable, "-m", "tests.databases", sys.executable, "-c", ASK]
    ended = subprocess.run(line, cwd=databases.ROOT, text=True, capture_output=True, timeout=PATIENCE, check=False)
    assert ended.returncode == 7, ended.stderr
    addresses, folder = ended.stdout.split()
    assert addresses == "('',)"
    assert not Path(folder).exists()


@pytest.mark.usefixtures("programs")
def test_a_run_that_is_ended_leaves_no_server_behind():
    waiting = [
        sys.executable,
        "-c",
        "import os, time; print(os.environ['TIENDO_DATABASE_URL'], flush=True); time.sleep(9)",
    ]
    line = [sys.executable, "-m", "tests.databases", *waiting]
    process = subprocess.Popen(line, cwd=databases.ROOT, text=True, stdout=subprocess.PIPE)
    assert process.stdout is not None
    folder = Path(process.stdout.readline().strip().partition("host=")[2])
    server = int((folder / "data" / "postmaster.pid").read_text().split()[0])
    process.send_signal(signal.SIGTERM)
    process.communicate(timeout=PATIENCE)
    assert process.returncode == 128 + signal.SIGTERM
    assert not folder.exists()
    with pytest.raises(ProcessLookupError):
        os.kill(server, 0)


@pytest.mark.parametrize(("accepted", "code"), [("", 1), ("1", 0)])
def test_without_a_server_the_tests_fail_unless_that_is_accepted(accepted, code, monkeypatch, capsys):
    monkeypatch.setattr(databases, "find_programs", lambda: None)
    monkeypatch.setenv(databases.ACCEPTED, accepted)
    assert databases.main(["true"]) == code
    assert capsys.readouterr().out.count("\n") == 1


def test_a_server_that_does_not_start_is_a_fault_that_says_why(monkeypatch, tmp_path, capsys):
    for name in ("initdb", "postgres"):
        program = tmp_path / name
        program.write_text("#!/bin/sh\necho 'postgres (PostgreSQL) 0.1'\necho 'no such luck' >&2\nexit 3\n")
        program.chmod(0o755)
    tmp_path.chmod(0o755)
    monkeypatch.setattr(databases, "find_programs", lambda: tmp_path)
    monkeypatch.setattr(databases, "_identity", dict)
    started = time.monotonic()
    assert databases.main(["true"]) == 1
    assert "no such luck" in capsys.readouterr().err
    assert time.monotonic() - started < databases._SECONDS_TO_START
