"""The record leaves whole, proves anywhere, and comes back as the same bytes."""

from __future__ import annotations

import os
import shutil
import signal
from pathlib import Path

import pytest

from tests.databases import empty_database
from tests.integration.keeping.records import are_alike, digest, done, fill, refused
from tests.integration.processes import run

KILLED = """
import os, signal
from pathlib import Path
from tiendo.config.start import ensure_empty_tables, ensure_ready
{ready}()
from tiendo.intake.exported import {module} as module
from tiendo.ledger.commands import import_record as command
from tiendo.ledger.actors import OPERATOR
def die(*_, **__):
    os.kill(os.getpid(), signal.SIGKILL)
{patch}
{call}
"""


@pytest.fixture
def other(tmp_path):
    """An empty place on SQLite, whatever the tests run on."""
    folder = tmp_path / "other"
    return {**os.environ, "TIENDO_DATA_DIR": str(folder), "TIENDO_DATABASE_URL": f"sqlite:///{folder}/tiendo.sqlite3"}


def test_a_record_moves_to_another_database_and_back_without_losing_a_byte(own_record, other, tmp_path):
    fill(own_record)
    one, two, three = (tmp_path / name for name in ("one", "two", "three"))
    assert "exported" in done("export", one, environ=own_record)
    done("import", one, environ=other)
    done("export", two, environ=other)
    assert are_alike(one, two)
    with empty_database(os.environ.get("TIENDO_DATABASE_URL"), tmp_path / "third") as address:
        third = {**own_record, "TIENDO_DATA_DIR": str(tmp_path / "third"), "TIENDO_DATABASE_URL": address}
        done("import", two, environ=third)
        done("export", three, environ=third)
        assert digest(own_record) == digest(other) == digest(third)
    assert are_alike(one, three)


def test_a_copy_of_a_copy_proves_without_database_and_without_django(own_record, tmp_path):
    fill(own_record)
    done("export", tmp_path / "one", environ=own_record)
    shutil.copytree(tmp_path / "one", tmp_path / "copy")
    nowhere = {**own_record, "TIENDO_DATABASE_URL": "postgresql://nobody@nowhere.invalid/nothing"}
    assert digest(own_record) in done("ledger", "verify", tmp_path / "copy", environ=nowhere)
    code = (
        "import sys\nfrom pathlib import Path\nfrom tiendo.intake.exported.proving import prove_export\n"
        f"prove_export(Path({str(tmp_path / 'copy')!r}))\nassert 'django' not in sys.modules\n"
    )
    run(code, nowhere)


def test_an_export_holds_no_credentials(own_record, tmp_path):
    fill(own_record)
    done("export", tmp_path / "one", environ=own_record)
    people = (tmp_path / "one" / "accounts.jsonl").read_text(encoding="utf-8")
    assert [line.split('"username":')[1] for line in people.splitlines()] == ['"An.mau"}', '"can.bo.mau"}']
    assert "password" not in people
    assert "$" not in people


def test_nothing_is_exported_over_something(own_record, tmp_path):
    (tmp_path / "one").mkdir()
    (tmp_path / "one" / "letter.txt").touch()
    assert "holds something already" in refused("export", tmp_path / "one", environ=own_record)
    assert [path.name for path in tmp_path.glob(".one*")] == []


def test_nothing_is_imported_over_something(own_record, tmp_path):
    fill(own_record)
    done("export", tmp_path / "one", environ=own_record)
    assert "an import needs a new database" in refused("import", tmp_path / "one", environ=own_record)


def test_a_record_with_a_changed_file_is_not_exported(own_record, tmp_path):
    fill(own_record)
    kept = sorted((Path(own_record["TIENDO_DATA_DIR"]) / "files").glob("*/*"))
    kept[0].write_bytes(b"something else")
    assert kept[0].name in refused("export", tmp_path / "one", environ=own_record)
    assert not (tmp_path / "one").exists()
    assert kept[0].name in refused("ledger", "verify", "--files", environ=own_record)


def test_an_export_that_is_killed_leaves_no_half_of_it(own_record, tmp_path):
    fill(own_record)
    folder = tmp_path / "one"
    call = f"module.export_record(Path({str(folder)!r}))"
    code = KILLED.format(ready="ensure_ready", module="writing", patch="module._copy_files = die", call=call)
    run(code, own_record, ends_with=-signal.SIGKILL)
    assert not folder.exists()
    done("export", folder, environ=own_record)


@pytest.mark.parametrize(
    "patch", ["command.Importer.end = die", "module._take_people = die", "module._keep_files = die"]
)
def test_an_import_that_is_killed_leaves_an_empty_database(own_record, tmp_path, other, patch):
    fill(other)
    done("export", tmp_path / "one", environ=other)
    call = f"module.import_record(Path({str(tmp_path / 'one')!r}), by=OPERATOR)"
    run(
        KILLED.format(ready="ensure_empty_tables", module="taking", patch=patch, call=call),
        own_record,
        ends_with=-signal.SIGKILL,
    )
    done("import", tmp_path / "one", environ=own_record)
    assert digest(own_record) == digest(other)


def test_the_proof_of_a_copy_names_what_was_noted_elsewhere(own_record, tmp_path):
    fill(own_record)
    noted = digest(own_record)
    done("export", tmp_path / "one", environ=own_record)
    done("ledger", "verify", tmp_path / "one", "--noted", noted, environ=own_record)
    assert "noted elsewhere" in refused("ledger", "verify", "--noted", "ab" * 32, environ=own_record)


def test_the_history_of_an_entry_says_who_when_and_why(own_record):
    fill(own_record)
    log = done("ledger", "log", "--limit", "2", environ=own_record).splitlines()
    assert [line.split()[4] for line in log] == ["withdraw", "record_document"]
    last = int(done("ledger", "verify", environ=own_record).split(" acts, ")[1].split()[0])
    shown = done("ledger", "show", str(last), environ=own_record)
    assert shown.count("publication ") == 2
    assert "(withdrawn)" in shown
    assert "has no entry" in refused("ledger", "show", str(last + 1), environ=own_record)
