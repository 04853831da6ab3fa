"""A clock that goes back, and a migration that is killed over a record that holds something."""

from __future__ import annotations

import signal
from datetime import timedelta

import pytest

from tests.integration.keeping.records import digest, fill
from tests.integration.processes import run
from tests.unit.ledger.samples import moment

# A further migration, as a newer version would bring it: it makes a table, fills it, and is killed in its middle.
MIGRATION = """
import os, signal, sys
from django.db import migrations, models
from tiendo.config.start import ensure_ready, start_django
start_django()
from tiendo.config import record_state, set_up, whole_migrations

def fill(apps, schema_editor):
    Note = apps.get_model("intake", "Note")
    for number in range(100):
        Note.objects.create(id=number)
        if number == {last}:
            os.kill(os.getpid(), signal.SIGKILL)

class Further(migrations.Migration):
    dependencies = [("intake", sorted(name for app, name in record_state.known_steps() if app == "intake")[-1])]
    operations = [
        migrations.CreateModel("Note", [("id", models.BigIntegerField(primary_key=True))]),
        migrations.RunPython(fill),
    ]

known = record_state.known_steps()
record_state.known_steps = lambda: known | {{("intake", "9000_notes")}}
from django.db.migrations.loader import MigrationLoader
load_disk = MigrationLoader.load_disk
def with_one_more(self):
    load_disk(self)
    self.disk_migrations["intake", "9000_notes"] = Further("9000_notes", "intake")
MigrationLoader.load_disk = with_one_more
ensure_ready()
"""

NOTES = """
from django.db import connection
with connection.cursor() as cursor:
    cursor.execute("SELECT count(*) FROM intake_note")
    print(cursor.fetchone()[0])
"""


def test_a_migration_that_is_killed_over_a_full_record_is_begun_anew_by_the_next_command(own_record):
    fill(own_record)
    before = digest(own_record)
    run(MIGRATION.format(last=50), own_record, ends_with=-signal.SIGKILL)
    assert digest(own_record) == before
    assert run(MIGRATION.format(last=-1) + NOTES, own_record) == "100\n"
    # The version without that migration knows that it must not touch this record any more.
    told = run(
        "from tiendo.config.start import ensure_ready\nfrom tiendo.facts.errors import RecordIsNewer\n"
        "try:\n    ensure_ready()\nexcept RecordIsNewer as refusal:\n    print(refusal.en)\n",
        own_record,
    )
    assert "9000_notes" in told


@pytest.mark.django_db
def test_a_clock_that_goes_back_reorders_nothing_and_as_of_stays_right():
    from tiendo.ledger.chain import head, recording
    from tiendo.ledger.models import Act, Publication
    from tiendo.ledger.proof import prove
    from tiendo.ledger.selectors.horizon import horizon_at
    from tiendo.ledger.stream import stream_present

    clock = [moment(0), moment(10), moment(4), moment(-900), moment(11)]
    for subject, at in enumerate(clock):
        with recording("publish", by="operator", at=at, why="") as recorder:
            recorder.add(Publication, subject=subject)
    assert list(Act.objects.order_by("number").values_list("at", flat=True)) == [
        *(moment(hour) for hour in (0, 10, 10, 10, 11))
    ]

    def known(at):
        return list(Publication.objects.standing(horizon_at(at)).order_by("id").values_list("subject", flat=True))

    assert known(moment(0) - timedelta(seconds=1)) == []
    assert known(moment(9)) == [0]
    assert known(moment(10)) == [0, 1, 2, 3]
    assert known(moment(11)) == known(None) == [0, 1, 2, 3, 4]
    assert prove(stream_present()).digest == head().digest
