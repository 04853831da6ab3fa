from __future__ import annotations

import os
import socket
from collections import namedtuple
from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection

from tiendo.config import doctor, doctor_of_the_record
from tiendo.config.diagnosis import State
from tiendo.config.record_state import RecordState
from tiendo.config.secret_key import secret_key
from tiendo.config.settings import Settings

Usage = namedtuple("Usage", "free")


def settings(folder, **environ):
    return Settings.from_environment({"TIENDO_DATA_DIR": str(folder), **environ})


@pytest.fixture
def folder(tmp_path):
    tmp_path.chmod(0o700)
    return tmp_path


@pytest.mark.parametrize(
    ("version", "state"), [((3, 10, 9), State.FAULT), ((3, 11, 0), State.OK), ((4, 0, 0), State.OK)]
)
def test_an_old_python_is_a_fault(version, state):
    assert doctor.python_version(version).state is state


def test_a_variable_that_means_nothing_is_named():
    found = doctor.unknown_variables({"TIENDO_PROT": "80", "TIENDO_PORT": "80", "HOME": "/"})
    assert found.state is State.WARNING
    assert found.finding.en == "no setting is called TIENDO_PROT"
    assert doctor.unknown_variables({"TIENDO_PORT": "80"}).state is State.OK


def test_without_usable_settings_nothing_else_is_looked_at():
    found = list(doctor.examine({"TIENDO_PORT": "many"}))
    assert [one.code for one in found] == ["python", "variables", "settings"]
    assert found[-1].state is State.FAULT
    assert "TIENDO_PORT" in found[-1].finding.vi


def test_a_data_folder_that_is_not_there_will_be_made(folder):
    found = doctor.data_folder(folder / "later")
    assert found.state is State.OK
    assert not (folder / "later").exists()


def test_a_data_folder_that_others_can_look_into_is_a_warning(folder):
    assert doctor.data_folder(folder).state is State.OK
    folder.chmod(0o750)
    found = doctor.data_folder(folder)
    assert found.state is State.WARNING
    assert found.advice.en == f"Run: chmod 700 {folder}"


def test_a_data_folder_that_cannot_be_written_to_is_a_fault(folder, monkeypatch):
    monkeypatch.setattr(os, "access", lambda *_: False)
    assert doctor.data_folder(folder).state is State.FAULT


@pytest.mark.parametrize(
    ("free", "state"),
    [(2 * 10**9, State.OK), (10**9, State.OK), (10**9 - 1, State.WARNING), (10**8 - 1, State.FAULT), (0, State.FAULT)],
)
def test_a_full_disk_is_said_before_it_hurts(folder, free, state, monkeypatch):
    monkeypatch.setattr(doctor.shutil, "disk_usage", lambda _: Usage(free))
    assert doctor.free_space(folder / "not" / "yet").state is state


def test_the_secret_key_is_looked_at_and_not_made(folder):
    file = folder / "secret-key"
    assert doctor.key(file).state is State.OK
    assert not file.exists()
    secret_key(file)
    assert doctor.key(file).state is State.OK
    file.chmod(0o644)
    assert doctor.key(file).state is State.FAULT


@pytest.mark.parametrize("look", [doctor.old_word_files, doctor.scans])
def test_a_missing_helper_is_a_warning_with_the_package_to_install(look, monkeypatch):
    monkeypatch.setenv("PATH", "/nowhere")
    found = look()
    assert found.state is State.WARNING
    assert "apt-get install" in found.advice.en


def test_the_web_server_is_here():
    assert doctor.server().state is State.OK


def test_a_port_that_is_taken_is_a_warning():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        number = taken.getsockname()[1]
        found = doctor.port("127.0.0.1", number)
    assert found.state is State.WARNING
    assert str(number) in found.finding.vi
    assert doctor.port("127.0.0.1", number).state is State.OK


@pytest.mark.parametrize(
    ("environ", "unwise"),
    [
        ({}, None),
        ({"TIENDO_DEBUG": "1"}, None),
        ({"TIENDO_BIND": "0.0.0.0", "TIENDO_PUBLIC_URL": "https://a.vn"}, None),
        ({"TIENDO_BIND": "0.0.0.0"}, "http"),
        ({"TIENDO_BIND": "0.0.0.0", "TIENDO_PUBLIC_URL": "http://a.vn"}, "http"),
        ({"TIENDO_BIND": "::", "TIENDO_PUBLIC_URL": "https://a.vn", "TIENDO_DEBUG": "1"}, "TIENDO_DEBUG"),
        ({"TIENDO_HOSTS": "*"}, "TIENDO_HOSTS"),
    ],
)
def test_a_site_that_is_open_to_others_has_to_be_safe(folder, environ, unwise):
    found = doctor.exposure(settings(folder, **environ))
    assert found.state is (State.WARNING if unwise else State.OK)
    assert unwise is None or unwise in found.finding.en


def test_damaged_pages_are_a_fault():
    assert doctor_of_the_record.sound_pages(["ok"]).state is State.OK
    found = doctor_of_the_record.sound_pages(["row 7 missing from index x", "more"])
    assert found.state is State.FAULT
    assert "row 7 missing" in found.finding.en


def test_a_disk_that_cannot_do_wal_is_a_warning():
    assert doctor_of_the_record.write_ahead("wal").state is State.OK
    assert doctor_of_the_record.write_ahead("delete").state is State.WARNING


def test_steps_that_are_left_are_the_next_commands_business_and_a_newer_record_is_a_fault():
    step = frozenset({("ledger", "0001_first")})
    none = frozenset()
    assert doctor_of_the_record.steps(RecordState(none, none)).state is State.OK
    assert doctor_of_the_record.steps(RecordState(step, none)).state is State.OK
    assert doctor_of_the_record.steps(RecordState(step, step)).state is State.FAULT


@pytest.mark.parametrize(
    ("behind", "state"), [(-1, State.OK), (0, State.OK), (60, State.OK), (61, State.WARNING), (86_400, State.WARNING)]
)
def test_a_clock_that_went_back_is_a_warning(behind, state):
    last = datetime(2026, 11, 29, 12, 0, tzinfo=UTC)
    found = doctor_of_the_record.clock(last - timedelta(seconds=behind), last)
    assert found.state is state
    assert doctor_of_the_record.clock(last, None).state is State.OK


def test_a_database_that_is_not_there_is_not_made(folder):
    found = list(doctor_of_the_record.examine_record(settings(folder)))
    assert [(one.code, one.state) for one in found] == [("database", State.OK)]
    assert list(folder.iterdir()) == []


@pytest.mark.django_db
def test_a_database_that_is_there_is_looked_at_from_all_sides(folder, monkeypatch):
    # The test database, behind whatever address the settings give.
    (folder / "tiendo.sqlite3").touch()
    monkeypatch.setattr(connection, "close", lambda: None)
    found = {one.code: one.state for one in doctor_of_the_record.examine_record(settings(folder))}
    expected = {"database", "steps"} | ({"integrity", "write-ahead"} if connection.vendor == "sqlite" else set())
    assert found.keys() >= expected
    assert set(found.values()) == {State.OK}
