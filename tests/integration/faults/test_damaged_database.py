"""A damaged page of the database is named, by the proof and by the doctor, and never a traceback."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.integration.keeping.records import done, fill, refused
from tests.integration.processes import command

QUOTE = b"120 t\xe1\xbb\xb7 \xc4\x91\xe1\xbb\x93ng"


@pytest.fixture
def database(own_record):
    """The file of a filled record, with nothing beside it."""
    address = own_record["TIENDO_DATABASE_URL"]
    if not address.startswith("sqlite"):
        pytest.skip("a server looks after its own pages (initdb --data-checksums)")
    fill(own_record)
    path = Path(address.removeprefix("sqlite:///"))
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return path


def page_of(database: Path, table: str) -> tuple[int, int]:
    """Where the first page of a table begins, and how long pages are."""
    with closing(sqlite3.connect(database)) as connection:
        (page,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", [table]).fetchone()
        (size,) = connection.execute("PRAGMA page_size").fetchone()
    return (page - 1) * size, size


def write(database: Path, place: int, content: bytes) -> None:
    with database.open("r+b") as stream:
        stream.seek(place)
        stream.write(content)


@pytest.mark.parametrize(
    ("table", "garbage"), [("ledger_act", b"\xa5"), ("ledger_fact", b"\x00"), ("ledger_publication", b"\xa5")]
)
def test_a_page_of_garbage_is_named(own_record, database, table, garbage):
    place, size = page_of(database, table)
    write(database, place, garbage * size)
    sentence = refused("ledger", "verify", environ=own_record)
    assert "Restore a backup" in sentence or "restore a backup" in sentence
    ended = command("doctor", "--lang", "en", environ=own_record)
    assert ended.returncode == 1
    assert "FAULT" in ended.stdout
    assert "restore a backup" in ended.stdout
    assert "Traceback" not in ended.stderr


def test_a_few_bytes_of_a_text_are_found_by_the_proof_alone(own_record, database):
    content = database.read_bytes()
    assert QUOTE in content
    write(database, content.rindex(QUOTE), b"130")
    assert "was changed" in refused("ledger", "verify", environ=own_record)
    assert "cannot be used" not in done("doctor", environ=own_record)


def test_a_damaged_record_is_not_exported_and_not_backed_up(own_record, database, tmp_path):
    place, size = page_of(database, "ledger_fact")
    write(database, place, b"\xa5" * size)
    refused("export", tmp_path / "export", environ=own_record)
    assert "damaged" in refused("backup", tmp_path / "backup.tar.gz", environ=own_record)
    assert list(tmp_path.glob("*export*")) == list(tmp_path.glob("*backup*")) == []
