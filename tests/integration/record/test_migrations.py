"""A record of the first release is whole after every migration since."""

from __future__ import annotations

import pytest
from django.core.management import call_command
from django.db import connection
from django.db.migrations.loader import MigrationLoader

from tests.integration.record import first_release
from tiendo.ledger.models import Document, Observation, Target
from tiendo.ledger.proof import prove
from tiendo.ledger.protection import PROTECTED_TABLES
from tiendo.ledger.standing import FOREVER
from tiendo.ledger.storage import insert_rows
from tiendo.ledger.stream import stream_chain


def value(stored):
    return bytes.fromhex(stored["hex"]) if isinstance(stored, dict) and stored.keys() == {"hex"} else stored


@pytest.mark.django_db(transaction=True)
def test_a_record_of_the_first_release_is_whole_after_all_migrations(emptied_record):
    for app, name in first_release.MIGRATIONS:
        call_command("migrate", app, name, verbosity=0)
    for table, held in first_release.read().items():
        insert_rows(table, held["columns"], [tuple(value(one) for one in row) for row in held["rows"]])
    call_command("migrate", verbosity=0)
    held = first_release.read()
    entries = sum(len(table["rows"]) for table in held.values() if "supersedes" in table["columns"])
    proof = prove(stream_chain())
    assert (proof.acts, proof.entries) == (len(held["ledger_act"]["rows"]), entries)
    assert len({one.root for one in Document.objects.standing(FOREVER)}) == 2
    assert [str(one.low) for one in Target.objects.standing(FOREVER).filter(indicator="budget_revenue")] == ["7900"]
    assert [str(one.low) for one in Observation.objects.standing(FOREVER)] == ["2202.4"]


@pytest.mark.parametrize("app", ["ledger", "intake", "web"])
def test_every_step_has_a_name_that_says_what_it_does(app):
    steps = [name for label, name in MigrationLoader(None).disk_migrations if label == app]
    assert [name for name in steps if "auto" in name] == []
    assert steps


def test_no_change_of_a_model_is_without_its_migration(db):
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


def test_the_database_knows_how_to_refuse_after_a_migration(db):
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM sqlite_master WHERE type = 'trigger'"
            if connection.vendor == "sqlite"
            else "SELECT count(*) FROM pg_trigger WHERE NOT tgisinternal"
        )
        assert cursor.fetchone()[0] == 2 * len(PROTECTED_TABLES)
