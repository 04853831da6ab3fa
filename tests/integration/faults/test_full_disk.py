"""A disk without room: the act is refused in one sentence, nothing is half-written, and with room it goes on."""

from __future__ import annotations

import shutil
import subprocess
import sys

import pytest

from tests.integration.keeping.records import digest
from tests.integration.processes import PATIENCE, READY, run

ACT = """
from tests.unit.ledger.samples import document, read, recorded, result
from tiendo.facts.errors import RecordFull
from tiendo.ledger import files
from tiendo.ledger.chain import head
from tiendo.ledger.proof import prove
from tiendo.ledger.stream import stream_present

def record_something_large(name):
    large = document(read(result("7")), identity=name, title="t" * 3_000_000, file=files.keep(name.encode()))
    recorded(large, hours=5)
"""

NO_MORE_PAGES = """
from django.db import connection
before = head()
with connection.cursor() as cursor:
    cursor.execute("PRAGMA page_count")
    cursor.execute(f"PRAGMA max_page_count={cursor.fetchone()[0] + 20}")
try:
    record_something_large("one")
except RecordFull as refusal:
    print(refusal.en)
assert head() == before
prove(stream_present())
with connection.cursor() as cursor:
    cursor.execute("PRAGMA max_page_count=1000000")
record_something_large("one")
prove(stream_present())
"""

NO_LARGER_FILES = """
import resource
before = head()
limits = resource.getrlimit(resource.RLIMIT_FSIZE)
resource.setrlimit(resource.RLIMIT_FSIZE, (2_000_000, limits[1]))
for attempt in (lambda: record_something_large("one"), lambda: files.keep(b"x" * 4_000_000)):
    try:
        attempt()
    except RecordFull as refusal:
        print(refusal.en)
resource.setrlimit(resource.RLIMIT_FSIZE, limits)
assert head() == before
prove(stream_present())
record_something_large("one")
prove(stream_present())
"""

# Six megabytes: the record with its reference lists fits, one more large document does not.
SMALL_DISK = """
import os
before = head()
ballast = os.path.join(os.environ["TIENDO_DATA_DIR"], "ballast")
with open(ballast, "wb") as stream:
    try:
        while True:
            stream.write(b"x" * 10_000)
            stream.flush()
    except OSError:
        os.ftruncate(stream.fileno(), max(0, stream.tell() - 200_000))
for attempt in (lambda: record_something_large("one"), lambda: files.keep(b"x" * 4_000_000)):
    try:
        attempt()
    except RecordFull as refusal:
        print(refusal.en)
assert head() == before
prove(stream_present())
os.remove(ballast)
record_something_large("one")
prove(stream_present())
"""


@pytest.fixture
def on_sqlite(own_record):
    if not own_record["TIENDO_DATABASE_URL"].startswith("sqlite"):
        pytest.skip("the disk of a server is not ours to fill")
    return own_record


def test_a_database_without_room_refuses_the_act_and_goes_on_when_there_is_room(on_sqlite):
    told = run(READY + ACT + NO_MORE_PAGES, on_sqlite)
    assert told.count("The disk of the record is full") == 1
    digest(on_sqlite)


def test_files_that_may_not_grow_refuse_the_act_and_go_on_when_they_may(on_sqlite):
    told = run(READY + ACT + NO_LARGER_FILES, on_sqlite)
    assert "The disk of the record is full" in told
    assert "cannot be kept in the data folder" in told
    digest(on_sqlite)


def test_a_disk_that_is_really_full_loses_nothing(on_sqlite, tmp_path):
    """A small file system of its own, in a name space that ends with the process."""
    folder = tmp_path / "small"
    folder.mkdir()
    unshare = shutil.which("unshare")
    mount = f'mount -t tmpfs -o size=24m tmpfs "{folder}"'
    possible = (
        unshare and not subprocess.run([unshare, "-m", "sh", "-c", mount], capture_output=True, check=False).returncode
    )
    if not possible:
        pytest.skip("a file system of one's own needs the rights of an administrator")
    environ = {**on_sqlite, "TIENDO_DATA_DIR": str(folder), "TIENDO_DATABASE_URL": f"sqlite:///{folder}/tiendo.sqlite3"}
    ended = subprocess.run(
        [unshare, "-m", "sh", "-c", f'{mount} && exec "$0" -W error -c "$1"', sys.executable, READY + ACT + SMALL_DISK],
        env=environ,
        text=True,
        capture_output=True,
        timeout=PATIENCE,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr
    assert "The disk of the record is full" in ended.stdout
    assert "cannot be kept in the data folder (No space left on device)" in ended.stdout
