from __future__ import annotations

import sqlite3

import pytest
from django.db import connection

from tiendo.config.database_url import DatabaseAddress
from tiendo.config.databases import django_entry


def test_an_acknowledged_change_is_on_the_disk_and_readers_do_not_wait(tmp_path):
    file = tmp_path / "record.sqlite3"
    entry = django_entry(DatabaseAddress(kind="sqlite", name=str(file)))
    assert entry["NAME"] == str(file)
    assert entry["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
    with sqlite3.connect(file, isolation_level=None) as opened:
        for command in entry["OPTIONS"]["init_command"].split(";"):
            opened.execute(command)
        read = {name: opened.execute(f"PRAGMA {name}").fetchone()[0] for name in PRAGMAS}
    opened.close()
    assert read == PRAGMAS


# FULL is 2.
PRAGMAS = {"journal_mode": "wal", "synchronous": 2, "busy_timeout": 20_000}


@pytest.mark.django_db
def test_the_connection_of_the_tests_is_set_as_in_use():
    if connection.vendor != "sqlite":
        pytest.skip("these are settings of SQLite")
    with connection.cursor() as cursor:
        for name, value in {**PRAGMAS, "foreign_keys": 1}.items():
            assert cursor.execute(f"PRAGMA {name}").fetchone()[0] == value


def test_a_server_is_told_who_we_are_and_keeps_the_connection_for_a_while():
    entry = django_entry(
        DatabaseAddress(
            kind="postgresql",
            name="plan",
            user="an",
            password="x",
            host="::1",
            port="5433",
            options={"sslmode": "require"},
        )
    )
    assert entry["ENGINE"] == "django.db.backends.postgresql"
    assert [entry[key] for key in ("NAME", "USER", "PASSWORD", "HOST", "PORT")] == ["plan", "an", "x", "::1", "5433"]
    assert entry["OPTIONS"] == {"connect_timeout": "10", "sslmode": "require"}
    assert (entry["CONN_MAX_AGE"], entry["CONN_HEALTH_CHECKS"]) == (60, True)


def test_an_own_limit_for_connecting_counts():
    entry = django_entry(DatabaseAddress(kind="postgresql", name="plan", options={"connect_timeout": "3"}))
    assert entry["OPTIONS"] == {"connect_timeout": "3"}
