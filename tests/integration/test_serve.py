"""`tiendo serve` and `tiendo doctor` as processes: one command, and the site is there."""

from __future__ import annotations

import contextlib
import json
import signal
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from tests.integration.processes import PATIENCE, READY, command, run


@pytest.fixture
def free_port():
    with socket.create_server(("127.0.0.1", 0)) as found:
        return found.getsockname()[1]


@contextlib.contextmanager
def serving(port, environ, *options):
    """A running server and what it said when it was ready; it has to be ended by who uses it, or is killed."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tiendo.cli", "serve", "--lang", "en", "--workers", "2", "--port", str(port), *options],
        env=environ,
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    try:
        assert process.stdout is not None
        yield process, process.stdout.readline()
    finally:
        if process.poll() is None:
            process.kill()
        process.communicate(timeout=PATIENCE)


def get(port, path):
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=PATIENCE) as answer:
            return answer.status, dict(answer.headers), answer.read()
    except urllib.error.HTTPError as refusal:
        with refusal:
            return refusal.code, dict(refusal.headers), refusal.read()


@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGTERM])
def test_one_command_sets_up_serves_and_ends_when_told_to(own_record, free_port, ending):
    with serving(free_port, own_record) as (process, said):
        assert said.startswith(f"Tiến Độ is served at http://127.0.0.1:{free_port}/ (record: ")
        assert said.endswith("Stop it with Ctrl+C.\n")
        first = process.stdout.readline()
        assert f" at this address (once, within 3 days): http://127.0.0.1:{free_port}/first-sign-in/" in first
        assert get(free_port, f"/{first.strip().split('/', 3)[3]}")[0] == 200, "there is no default password"
        assert get(free_port, "/there-is-no-such-page")[0] == 404
        process.send_signal(ending)
        assert process.communicate(timeout=PATIENCE) == ("", "")
        assert process.returncode == 0


def test_static_files_are_served_under_names_that_can_be_kept_for_ever(own_record, free_port):
    with serving(free_port, own_record):
        manifest = json.loads((Path(own_record["TIENDO_DATA_DIR"]) / "static" / "staticfiles.json").read_text())
        name = manifest["paths"]["ninja/swagger-ui.css"]
        status, headers, content = get(free_port, f"/static/{name}")
    assert status == 200
    assert "immutable" in headers["Cache-Control"]
    assert content


def test_a_taken_port_is_one_sentence(own_record, free_port):
    with socket.create_server(("127.0.0.1", free_port)):
        ended = command("serve", "--lang", "en", "--port", str(free_port), environ=own_record)
    assert ended.returncode == 1
    assert ended.stderr == (
        f"127.0.0.1:{free_port} cannot be opened: Address already in use. "
        "Stop the program that uses it, or choose another port: --port N\n"
    )


def test_the_doctor_leaves_an_empty_place_empty(own_record):
    ended = command("doctor", "--json", environ=own_record | {"TIENDO_DATABASE_URL": ""})
    assert ended.returncode == 0
    assert ended.stderr == ""
    assert not Path(own_record["TIENDO_DATA_DIR"]).exists()
    found = json.loads(ended.stdout)
    assert {one["state"] for one in found} <= {"ok", "warning"}
    assert all(one["finding"]["vi"] and one["finding"]["en"] for one in found)


def test_the_doctor_finds_nothing_wrong_with_a_record_that_was_set_up(own_record):
    run(READY, own_record)
    ended = command("doctor", "--lang", "en", environ=own_record)
    assert ended.returncode == 0
    assert "the record is up to date with the program" in ended.stdout
    assert ended.stdout.endswith("There is no fault.\n")


def test_the_doctor_ends_with_one_where_there_is_a_fault(own_record):
    run(READY, own_record)
    (Path(own_record["TIENDO_DATA_DIR"]) / "secret-key").chmod(0o644)
    ended = command("doctor", "--lang", "en", environ=own_record)
    assert ended.returncode == 1
    assert "FAULT    secret-key: " in ended.stdout
    assert ended.stdout.endswith("Faults to mend: 1.\n")


def test_the_doctor_names_a_damaged_database(own_record, tmp_path):
    file = tmp_path / "record.sqlite3"
    file.write_bytes(b"no database " * 1000)
    ended = command("doctor", "--lang", "en", environ=own_record | {"TIENDO_DATABASE_URL": f"sqlite:///{file}"})
    assert ended.returncode == 1
    assert "file is not a database" in ended.stdout
