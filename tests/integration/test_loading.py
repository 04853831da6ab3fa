"""`tiendo load` in processes of its own: what it says, two at once, and one that is killed."""

from __future__ import annotations

import json
import signal

import pytest

from tests.integration.processes import PATIENCE, READY, command, run, start

HEADER = "indicator,territory,period,value\n"
SOUND = HEADER + "aquatic_output,20,2024,12.50\n"

LOOK = (
    READY
    + """
import json
from tiendo.ledger.models import Observation, Submission
from tiendo.ledger.proof import prove
from tiendo.ledger.standing import FOREVER
from tiendo.ledger.stream import stream_chain
proof = prove(stream_chain())
print(json.dumps({
    "acts": proof.acts,
    "entries": proof.entries,
    "known": [str(one.low) for one in Observation.objects.all()[:9]],
    "standing": [str(one.low) for one in Observation.objects.standing(FOREVER)[:9]],
    "count": Observation.objects.count(),
    "submissions": Submission.objects.count(),
}))
"""
)

# Loads once the other process is ready too.
LOAD_TOGETHER = (
    READY
    + """
import sys, time
from pathlib import Path
from tiendo.cli.main import main
mine, other = map(Path, {places!r})
mine.touch()
while not other.exists():
    time.sleep(0.001)
sys.exit(main(["load", {table!r}, "--agency", "STC"]))
"""
)

LOAD_AND_DIE = (
    READY
    + """
import os, signal
from tiendo.cli.main import main
from tiendo.ledger import chain
from tiendo.ledger.storage import RowStream
calls = 0
write, save = RowStream.write, chain.Act.save
def dying_write(*arguments):
    global calls
    write(*arguments)
    calls += 1
    if calls == {writes}:
        os.kill(os.getpid(), signal.SIGKILL)
def dying_save(*arguments, **named):
    save(*arguments, **named)
    os.kill(os.getpid(), signal.SIGKILL)
RowStream.write, chain.Act.save = dying_write, dying_save
main(["load", {table!r}])
"""
)

HOLD_THE_TURN = (
    READY
    + """
import time
from tiendo.ledger.chain import turn
with turn():
    print("held", flush=True)
    time.sleep(600)
"""
)

LOAD_WITHOUT_PATIENCE = (
    READY
    + """
import sys
from django.db import connection
from tiendo.cli.main import main
from tiendo.ledger import chain
chain._WAIT_SECONDS = 1
if connection.vendor == "sqlite":
    connection.ensure_connection()
    connection.connection.execute("PRAGMA busy_timeout=500")
sys.exit(main(["load", {table!r}, "--lang", "en"]))
"""
)


def look(environ):
    return json.loads(run(LOOK, environ))


def months(count):
    """A table of so many rows of one indicator and place: days of some years."""
    days = [
        f"{year}-{month:02}-{day:02}" for year in range(1990, 2025) for month in range(1, 13) for day in range(1, 29)
    ]
    return HEADER + "".join(f"aquatic_output,20,{day},{number}.5\n" for number, day in enumerate(days[:count]))


@pytest.fixture
def table(tmp_path):
    return tmp_path / "so-lieu.csv"


def test_a_table_is_loaded_corrected_and_loaded_again(own_record, table):
    table.write_text(SOUND)
    first = command("load", str(table), "--agency", "STC", "--lang", "en", environ=own_record)
    assert first.returncode == 0, first.stderr
    assert "so-lieu.csv: 1 new values" in first.stdout
    table.write_text(SOUND.replace("12.50", "13"))
    second = command("load", str(table), "--agency", "STC", "--format", "json", environ=own_record)
    told = json.loads(second.stdout)
    assert (told["corrected"], told["rows"][0]["code"]) == (1, "corrected")
    third = command("load", str(table), "--agency", "STC", "--lang", "en", environ=own_record)
    assert "1 unchanged" in third.stdout
    seen = look(own_record)
    assert (seen["known"], seen["standing"]) == (["12.50", "13"], ["13"])


def test_what_is_loaded_is_published_at_once_or_later(own_record, table):
    table.write_text(SOUND)
    rehearsed = command("load", str(table), "--dry-run", "--publish", "--lang", "en", environ=own_record)
    assert "published" not in rehearsed.stdout
    assert command("load", str(table), "--agency", "STC", environ=own_record).returncode == 0
    open_later = command("load", str(table), "--agency", "STC", "--publish", "--lang", "en", environ=own_record)
    assert "1 unchanged" in open_later.stdout
    assert open_later.stdout.endswith("  published\n")
    again = command("load", str(table), "--agency", "STC", "--publish", "--lang", "en", environ=own_record)
    assert (again.returncode, "published" in again.stdout) == (0, False)
    table.write_text(SOUND.replace("12.50", "13"))
    at_once = command("load", str(table), "--agency", "STC", "--publish", "--lang", "en", environ=own_record)
    assert at_once.stdout.endswith("  published\n")


def test_a_refused_row_is_named_and_the_exit_code_says_so(own_record, table, tmp_path):
    table.write_text(SOUND + "fish,20,2024,1\n")
    other = tmp_path / "khac.csv"
    other.write_text("thu,chi\n")
    ended = command("load", str(table), str(other), str(tmp_path / "none.csv"), "--lang", "en", environ=own_record)
    assert ended.returncode == 1
    assert "row 3 [unknown-indicator]" in ended.stdout
    assert "1 sound rows were not recorded" in ended.stdout
    assert "row 1 [header-unknown]" in ended.stdout
    assert "none.csv" in ended.stderr
    assert look(own_record)["count"] == 0
    partly = command("load", str(table), "--partial", "--lang", "en", environ=own_record)
    assert partly.returncode == 1
    assert look(own_record)["count"] == 1


def test_the_template_needs_no_record(own_record):
    ended = command("load", "--template", environ=own_record)
    assert ended.stdout == "indicator,territory,period,value,estimated,cumulative,unit\n"


@pytest.mark.parametrize(
    ("arguments", "code", "sentence"),
    [
        ((), 2, "at least one file is needed"),
        (("so-lieu.csv", "--decimal", ";"), 2, "--decimal"),
        (("{table}", "--agency", "XYZ"), 1, "No agency has the code 'XYZ'"),
        (("{table}", "--by", "nobody"), 1, "There is no account 'nobody'"),
    ],
)
def test_wrong_use_is_one_sentence(own_record, table, arguments, code, sentence):
    table.write_text(SOUND)
    line = [one.format(table=table) for one in arguments]
    ended = command("load", *line, "--lang", "en", environ=own_record)
    assert ended.returncode == code
    assert sentence in ended.stderr
    assert "Traceback" not in ended.stderr


def test_two_loads_at_once_on_one_slot_wait_for_each_other_and_lose_nothing(own_record, tmp_path):
    run(READY, own_record)
    places = [str(tmp_path / "one"), str(tmp_path / "two")]
    processes = []
    for value, order in (("1", places), ("2", places[::-1])):
        table = tmp_path / f"{value}.csv"
        table.write_text(months(1_000).replace("0.5\n", f"{value}.25\n", 1))
        processes.append(start(LOAD_TOGETHER.format(places=order, table=str(table)), own_record))
    told = [process.communicate(timeout=PATIENCE) for process in processes]
    assert [process.returncode for process in processes] == [0, 0], told
    seen = look(own_record)
    assert (seen["count"], seen["submissions"]) == (1_001, 2)
    assert seen["known"][0] != seen["standing"][0]


@pytest.mark.parametrize("writes", [3, 10**9], ids=["between rows", "before the commit"])
def test_a_load_that_is_killed_leaves_nothing_half_written_and_can_be_repeated(own_record, table, writes):
    run(READY, own_record)
    before = look(own_record)
    table.write_text(months(2_000))
    run(LOAD_AND_DIE.format(table=str(table), writes=writes), own_record, ends_with=-signal.SIGKILL)
    assert look(own_record) == before
    assert command("load", str(table), environ=own_record).returncode == 0
    assert look(own_record)["count"] == 2_000


def test_who_waits_too_long_is_told_and_nothing_is_recorded(own_record, table):
    run(READY, own_record)
    table.write_text(SOUND)
    holder = start(HOLD_THE_TURN, own_record)
    try:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        waiting = start(LOAD_WITHOUT_PATIENCE.format(table=str(table)), own_record)
        _, complaint = waiting.communicate(timeout=PATIENCE)
    finally:
        holder.kill()
        holder.communicate(timeout=PATIENCE)
    assert waiting.returncode == 1
    assert complaint.startswith("Somebody else has been writing"), complaint
    assert look(own_record)["count"] == 0
