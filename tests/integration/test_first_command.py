"""The first command on an empty place sets the record up, whatever happens on the way."""

from __future__ import annotations

import signal
import stat
import time
from pathlib import Path

import pytest

from tests.integration.processes import PATIENCE, READY, command, run, start

STEPS = """
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder
from tiendo.config.record_state import known_steps, state_of
steps = list(MigrationRecorder.Migration.objects.using("default").values_list("app", "name"))
print(len(steps), len(set(steps)), len(known_steps()), len(state_of(connection).pending))
"""

ONE_ROW_MORE = """
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder
MigrationRecorder(connection).record_applied("ledger", "9999_from_the_future")
"""

# The process is killed at the moment at which a step of this application would be noted.
KILLED = """
import os, signal
from tiendo.config.start import ensure_ready, start_django
start_django()
from django.db.migrations.recorder import MigrationRecorder
note = MigrationRecorder.record_applied
def note_or_die(self, app, name):
    if app == {app!r}:
        os.kill(os.getpid(), signal.SIGKILL)
    note(self, app, name)
MigrationRecorder.record_applied = note_or_die
ensure_ready()
"""

SLOW = """
import time
from tiendo.config.start import ensure_ready, start_django
start_django()
from tiendo.config import set_up
run_steps = set_up._run_steps
def slowly():
    run_steps()
    print("done", flush=True)
    time.sleep(2)
set_up._run_steps = slowly
ensure_ready()
"""


def is_complete(environ):
    steps, different, known, pending = map(int, run(READY + STEPS, environ).split())
    # Every migration once, and the last step of the set-up.
    return steps == different == known + 1 and pending == 0


def test_an_empty_place_is_set_up(own_record):
    assert is_complete(own_record)


def test_the_record_and_its_key_are_for_their_owner_only(own_record):
    run("import os\nos.umask(0)\n" + READY, own_record)
    folder = Path(own_record["TIENDO_DATA_DIR"])
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert {stat.S_IMODE(one.stat().st_mode) for one in folder.iterdir()} == {0o600}


def test_first_commands_at_once_all_succeed_and_each_step_is_done_once(own_record):
    processes = [start(READY, own_record) for _ in range(4)]
    complaints = [process.communicate(timeout=PATIENCE)[1] for process in processes]
    assert [process.returncode for process in processes] == [0] * 4, complaints
    assert is_complete(own_record)


@pytest.mark.parametrize("app", ["contenttypes", "ledger", "sessions", "set-up"])
def test_a_set_up_that_is_killed_is_finished_by_the_next_command(own_record, app):
    run(KILLED.format(app=app), own_record, ends_with=-signal.SIGKILL)
    assert is_complete(own_record)


def test_a_command_that_waits_for_a_set_up_goes_on_when_that_one_is_killed(own_record):
    first = start(SLOW, own_record)
    assert first.stdout is not None
    assert first.stdout.readline() == "done\n"
    second = start(READY, own_record)
    time.sleep(0.2)
    first.kill()
    first.communicate(timeout=PATIENCE)
    assert second.communicate(timeout=PATIENCE) == ("", "")
    assert second.returncode == 0
    assert is_complete(own_record)


@pytest.mark.parametrize("room", [0, 1, 100_000, 400_000])
def test_a_disk_without_room_is_said_and_the_next_command_goes_on(own_record, room):
    if not own_record["TIENDO_DATABASE_URL"].startswith("sqlite:"):
        pytest.skip("the limit is one of this process, and the server is another one")
    code = f"""
import resource
resource.setrlimit(resource.RLIMIT_FSIZE, ({room}, resource.RLIM_INFINITY))
from tiendo.facts.errors import RecordOutOfReach
from tiendo.config.start import ensure_ready
try:
    ensure_ready()
except RecordOutOfReach as refusal:
    print(refusal.en)
"""
    assert "Check" in run(code, own_record)
    assert is_complete(own_record)


def test_where_nothing_is_to_do_it_costs_two_questions(own_record):
    code = """
from django.db import connection
from django.test.utils import CaptureQueriesContext
with CaptureQueriesContext(connection) as asked:
    ensure_ready()
print(len(asked))
"""
    assert run(READY + code, own_record) == "2\n"


def test_a_record_of_a_newer_version_is_refused_and_left_alone(own_record):
    run(READY + ONE_ROW_MORE, own_record)
    code = """
from tiendo.facts.errors import RecordIsNewer
from tiendo.config.start import ensure_ready
try:
    ensure_ready()
except RecordIsNewer as refusal:
    print(refusal.vi)
    print(refusal.en)
"""
    vietnamese, english = run(code, own_record).splitlines()
    assert "phiên bản mới hơn" in vietnamese
    assert english.startswith("This record was written by a newer version of the program (unknown steps: ledger 9999_")


def refused(environ):
    """The sentence with which `tiendo serve` ends."""
    ended = command("serve", "--lang", "en", environ=environ)
    assert ended.returncode == 1
    assert ended.stdout == ""
    assert ended.stderr.count("\n") == 1
    return ended.stderr


def test_a_file_that_is_no_database_is_named(tmp_path, own_record):
    file = tmp_path / "record.sqlite3"
    file.write_bytes(b"this is a letter and not a database" * 100)
    sentence = refused({**own_record, "TIENDO_DATABASE_URL": f"sqlite:///{file}"})
    assert f"The database file {file} is damaged" in sentence


def test_a_place_that_does_not_exist_is_named(own_record):
    sentence = refused({**own_record, "TIENDO_DATABASE_URL": "sqlite:////proc/nothing/record.sqlite3"})
    assert "/proc/nothing cannot be used: No such file or directory" in sentence


def test_a_server_that_does_not_answer_is_said_without_the_password(own_record):
    sentence = refused({**own_record, "TIENDO_DATABASE_URL": "postgresql://an:secret@127.0.0.1:1/plan"})
    assert "The database cannot be used" in sentence
    assert "secret" not in sentence


def test_a_key_that_others_can_read_stops_every_command(own_record):
    run(READY, own_record)
    (Path(own_record["TIENDO_DATA_DIR"]) / "secret-key").chmod(0o644)
    assert "chmod 600" in refused(own_record)


def test_a_wrong_variable_is_one_sentence(own_record):
    assert "TIENDO_PORT" in refused({**own_record, "TIENDO_PORT": "many"})
