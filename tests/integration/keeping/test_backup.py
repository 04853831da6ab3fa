"""A backup of the running record, and its way back: onto an empty place, over a record, into a newer version."""

from __future__ import annotations

import gzip
import io
import json
import os
import shutil
import signal
import sqlite3
import tarfile
from contextlib import closing
from pathlib import Path

import pytest

from tests.databases import empty_database
from tests.integration.keeping.records import digest, done, fill, refused
from tests.integration.processes import PATIENCE, READY, run, start
from tiendo.config.backups import layout

ONE_MORE = """
from tests.unit.ledger.samples import document, moment, read, recorded, result
from tiendo.ledger import files
recorded(document(read(result("7")), identity="another", title="9/BC", file=files.keep(b"seven")), hours=9)
"""

# As an older version would have left it: the last migration of one application and the end of the set-up are not there.
OLDER = """
from django.db import connection
with connection.cursor() as cursor:
    cursor.execute("DROP TABLE intake_job")
    cursor.execute("DELETE FROM django_migrations WHERE app IN ('intake', 'set-up')")
"""

NEWER = """
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder
MigrationRecorder(connection).record_applied("ledger", "9999_from_the_future")
"""

WRITER = """
import itertools
from tiendo.ledger import files
from tests.unit.ledger.samples import document, moment, read, recorded, result
for number in itertools.count():
    kept = files.keep(str(number).encode())
    recorded(document(read(result("7")), identity=f"number {number}", title=f"{number}/BC", file=kept), hours=9)
    if number == 0:
        print("writing", flush=True)
"""

KILLED = """
import os, signal
from pathlib import Path
from tiendo.config.start import start_django
start_django()
from tiendo.config.backups import postgresql, restoring, sqlite
def die(*_, **__):
    os.kill(os.getpid(), signal.SIGKILL)
{patch}
restoring.restore_backup(Path({file!r}), replace=True)
"""

PATCHES = [
    "restoring.prove_staged = die",
    "restoring._put_files = die",
    "restoring.sqlite.put_in_place = restoring.postgresql.put_in_place = die",
]


@pytest.fixture(scope="module")
def source(tmp_path_factory):
    """A record that no test changes."""
    folder = tmp_path_factory.mktemp("source")
    with empty_database(os.environ.get("TIENDO_DATABASE_URL"), folder) as address:
        environ = {**os.environ, "TIENDO_DATA_DIR": str(folder), "TIENDO_DATABASE_URL": address}
        fill(environ)
        yield environ


@pytest.fixture(scope="module")
def made(source, tmp_path_factory):
    file = tmp_path_factory.mktemp("backup") / "record.tar.gz"
    assert "backed up" in done("backup", file, environ=source)
    return file


@pytest.fixture
def backup(made, tmp_path):
    """A backup that a test may spoil."""
    return Path(shutil.copy(made, tmp_path / "record.tar.gz"))


@pytest.fixture
def elsewhere(own_record, tmp_path):
    """A second place of the same kind."""
    folder = tmp_path / "elsewhere"
    with empty_database(os.environ.get("TIENDO_DATABASE_URL"), folder) as address:
        yield {**own_record, "TIENDO_DATA_DIR": str(folder), "TIENDO_DATABASE_URL": address}


def key(environ):
    return (Path(environ["TIENDO_DATA_DIR"]) / "secret-key").read_text()


def changed(file: Path, name: str, content: bytes) -> Path:
    """The backup with another content of one of its members."""
    target = file.with_name("changed.tar.gz")
    with tarfile.open(file) as before, tarfile.open(target, "w:gz") as after:
        for member in before:
            stream = before.extractfile(member)
            assert stream is not None
            held = content if member.name == name else stream.read()
            member.size = len(held)
            after.addfile(member, io.BytesIO(held))
    return target


def manifest(file: Path) -> dict:
    with tarfile.open(file) as archive:
        return json.load(archive.extractfile(layout.MANIFEST))


def test_an_empty_place_becomes_the_record_with_its_files_and_its_key(own_record, source, made):
    assert "restored" in done("restore", made, environ=own_record)
    assert digest(own_record) == digest(source)
    assert key(own_record) == key(source)


def test_a_backup_is_for_its_owner_only_and_writes_over_nothing(source, made):
    assert made.stat().st_mode & 0o077 == 0
    assert "exists already" in refused("backup", made, environ=source)


def test_a_record_is_replaced_only_when_that_is_said_and_is_put_aside(own_record, made):
    run(READY + ONE_MORE, own_record)
    assert "--replace" in refused("restore", made, environ=own_record)
    before = digest(own_record)
    told = done("restore", made, "--replace", environ=own_record)
    assert digest(own_record) == manifest(made)["digest"] != before
    place = told.split("put aside: ")[1].splitlines()[0].removesuffix(".")
    address, _, query = own_record["TIENDO_DATABASE_URL"].partition("?")
    there = f"{address.rsplit('/', 1)[0]}/{place}?{query}" if query else f"sqlite:///{place}"
    assert digest({**own_record, "TIENDO_DATABASE_URL": there}) == before


def test_a_backup_of_an_older_version_is_brought_up_to_date(own_record, elsewhere, tmp_path):
    run(READY + ONE_MORE, own_record)
    before = digest(own_record)
    run("from tiendo.config.start import start_django\nstart_django()\n" + OLDER, own_record)
    file = tmp_path / "older.tar.gz"
    run(
        "from pathlib import Path\nfrom tiendo.config.start import start_django\nstart_django()\n"
        f"from tiendo.config.backups.making import make_backup\nmake_backup(Path({str(file)!r}))\n",
        own_record,
    )
    assert not any(step.startswith("intake ") for step in manifest(file)["steps"])
    done("restore", file, environ=elsewhere)
    assert digest(elsewhere) == before
    run(READY + "from tiendo.intake.models import Job\nassert not Job.objects.exists()\n", elsewhere)


def test_a_backup_of_a_newer_version_is_refused(own_record, elsewhere, tmp_path):
    file = tmp_path / "newer.tar.gz"
    run(
        READY + NEWER + "from pathlib import Path\nfrom tiendo.config.backups.making import make_backup\n"
        f"make_backup(Path({str(file)!r}))\n",
        own_record,
    )
    sentence = refused("restore", file, environ=elsewhere)
    assert "made by a newer version" in sentence
    assert "9999_from_the_future" in sentence


def test_a_backup_is_whole_while_others_record(own_record, elsewhere, tmp_path):
    writer = start(READY + WRITER, own_record)
    assert writer.stdout is not None
    assert writer.stdout.readline() == "writing\n"
    file = tmp_path / "live.tar.gz"
    try:
        done("backup", file, environ=own_record)
    finally:
        writer.kill()
        writer.communicate(timeout=PATIENCE)
    done("restore", file, environ=elsewhere)
    assert digest(elsewhere) == manifest(file)["digest"]
    done("ledger", "verify", "--noted", manifest(file)["digest"], environ=own_record)


@pytest.mark.parametrize("patch", PATCHES)
def test_a_restore_that_is_killed_leaves_the_record_before(own_record, made, patch):
    run(READY + ONE_MORE, own_record)
    before = digest(own_record)
    run(KILLED.format(patch=patch, file=str(made)), own_record, ends_with=-signal.SIGKILL)
    assert digest(own_record) == before
    done("restore", made, "--replace", environ=own_record)
    assert digest(own_record) == manifest(made)["digest"]


@pytest.mark.parametrize(
    ("name", "content", "complaint"),
    [
        (layout.DATABASE, b"something else", "database was changed"),
        (layout.KEY, b"x" * 60, "secret-key was changed"),
        (layout.KEY, b"x" * 6000, "secret key is too long"),
        (layout.MANIFEST, b"{}", "no backup of"),
        (layout.MANIFEST, b"[" * 100_000, "no JSON"),
        (layout.MANIFEST, b'{"format": "tiendo-backup", "version": 9}', "install a newer version"),
        (layout.MANIFEST, b'{"format": "tiendo-backup", "version": 1}', "missing or added"),
    ],
)
def test_a_backup_that_was_changed_is_refused(own_record, backup, name, content, complaint):
    assert complaint in refused("restore", changed(backup, name, content), environ=own_record)
    # Nothing of it is left: no database, no key, no file.
    assert list(Path(own_record["TIENDO_DATA_DIR"]).iterdir()) == []


def test_a_backup_that_is_cut_off_or_no_archive_is_refused(own_record, backup):
    backup.write_bytes(backup.read_bytes()[:-2000])
    assert "cannot be used" in refused("restore", backup, "--replace", environ=own_record)
    backup.write_bytes(gzip.compress(b"a letter"))
    assert "cannot be used" in refused("restore", backup, "--replace", environ=own_record)
    backup.write_bytes(b"a letter")
    assert "cannot be used" in refused("restore", backup, "--replace", environ=own_record)
    backup.unlink()
    assert "cannot be read" in refused("restore", backup, "--replace", environ=own_record)


@pytest.mark.parametrize("name", ["../evil", "/tmp/evil", "files/aa/../../evil", "files/aa/" + "b" * 64])
def test_a_member_with_a_strange_name_is_refused(own_record, backup, name):
    target = backup.with_name("strange.tar.gz")
    with tarfile.open(backup) as before, tarfile.open(target, "w:gz") as after:
        for member in before:
            after.addfile(member, before.extractfile(member))
        after.addfile(tarfile.TarInfo(name))
    assert "is no part of one" in refused("restore", target, "--replace", environ=own_record)


def test_a_backup_whose_record_does_not_hold_is_refused(own_record, elsewhere, tmp_path):
    if not own_record["TIENDO_DATABASE_URL"].startswith("sqlite"):
        pytest.skip("the triggers are lifted in the file itself")
    run(READY + ONE_MORE, own_record)
    database = Path(own_record["TIENDO_DATABASE_URL"].removeprefix("sqlite:///"))
    with closing(sqlite3.connect(database)) as connection, connection:
        connection.execute("DROP TRIGGER ledger_observation_no_update")
        connection.execute("UPDATE ledger_observation SET low = '8'")
    done("backup", tmp_path / "false.tar.gz", environ=own_record)
    sentence = refused("restore", tmp_path / "false.tar.gz", environ=elsewhere)
    assert "present record is as it was" in sentence
    assert "observation" in sentence


def test_a_damaged_record_is_replaced_and_put_aside(own_record, made):
    address = own_record["TIENDO_DATABASE_URL"]
    if not address.startswith("sqlite"):
        pytest.skip("a server looks after its own pages")
    run(READY + ONE_MORE, own_record)
    database = Path(address.removeprefix("sqlite:///"))
    database.write_bytes(b"\xa5" * database.stat().st_size)
    assert "damaged" in refused("ledger", "verify", environ=own_record)
    assert "--replace" in refused("restore", made, environ=own_record)
    assert "put aside" in done("restore", made, "--replace", environ=own_record)
    assert digest(own_record) == manifest(made)["digest"]


def test_a_backup_of_the_other_kind_of_database_is_refused(own_record, backup):
    told = manifest(backup)
    kind = "postgresql" if told["kind"] == "sqlite" else "sqlite"
    other = changed(backup, layout.MANIFEST, json.dumps({**told, "kind": kind}).encode())
    assert "tiendo export" in refused("restore", other, "--replace", environ=own_record)
