from __future__ import annotations

import pytest
from django.core.management import call_command
from django.db import connection

from tiendo.config.record_state import LAST_STEP, compare, known_steps, state_of

FIRST, SECOND = ("ledger", "0001_first"), ("ledger", "0002_second")
KNOWN = {FIRST, SECOND}


def test_an_empty_database_needs_every_step_and_the_last_one():
    state = compare(KNOWN, set())
    assert state.pending == {FIRST, SECOND, LAST_STEP}
    assert not state.foreign


def test_a_database_that_has_seen_all_needs_nothing():
    assert not compare(KNOWN, {FIRST, SECOND, LAST_STEP}).pending


def test_an_older_database_needs_what_it_has_not_seen():
    assert compare(KNOWN, {FIRST, ("set-up", "0.0.1")}).pending == {SECOND, LAST_STEP}


def test_a_set_up_that_was_interrupted_after_the_tables_is_not_done():
    assert compare(KNOWN, {FIRST, SECOND}).pending == {LAST_STEP}


@pytest.mark.parametrize("unknown", [("ledger", "0003_third"), ("registers", "0001_first")])
def test_a_step_that_is_not_known_was_done_by_a_newer_program(unknown):
    assert compare(KNOWN, {FIRST, SECOND, LAST_STEP, unknown}).foreign == {unknown}


def test_the_last_step_of_another_version_is_no_sign_of_a_newer_one():
    state = compare(KNOWN, {FIRST, SECOND, LAST_STEP, ("set-up", "99.0")})
    assert not state.pending
    assert not state.foreign


def test_the_names_of_the_files_are_the_migrations_that_django_finds():
    from django.db.migrations.loader import MigrationLoader

    assert known_steps() == MigrationLoader(None, ignore_no_migrations=True).disk_migrations.keys()


@pytest.mark.django_db
def test_a_migrated_database_lacks_the_last_step_only():
    assert state_of(connection).pending == {LAST_STEP}
    assert not state_of(connection).foreign


@pytest.mark.django_db
def test_no_migration_is_missing():
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)
