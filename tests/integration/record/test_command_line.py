"""The officer's way at the command line: take in, review, look, correct, look back."""

from __future__ import annotations

import json
import re
import time

import pytest

from tests.integration.processes import command
from tests.integration.record.texts import REPORT, resolution, write


@pytest.fixture
def tiendo(own_record):
    """The command on a record of its own; what it prints."""

    def run(*arguments, ends_with=0):
        done = command(*arguments, environ={**own_record, "LC_ALL": "en_US.UTF-8", "COLUMNS": "120"})
        assert done.returncode == ends_with, done.stderr
        return done.stdout if ends_with == 0 else done.stderr

    return run


def rows(board):
    return {row["indicator"]: row for sector in json.loads(board)["sectors"] for row in sector["rows"]}


def test_the_way_of_a_document_through_the_record(tiendo, tmp_path):
    printed = tiendo("ingest", str(write(tmp_path, "a.txt", resolution())), str(write(tmp_path, "b.txt", REPORT)))
    assert "new document 901/NQ-HĐND" in printed
    assert "tiendo status --period 2022-Q1" in printed

    (waits,) = re.findall(r"^\[(\d+)\]", tiendo("review", "list"), re.MULTILINE)
    tiendo("review", "indicator", waits, "domestic_revenue", "--why", "cách gọi của huyện")
    assert "Nothing waits" in tiendo("review", "list")

    before = tiendo("status", "--period", "2022-Q1", "--format", "json")
    assert rows(before).keys() == {"budget_revenue", "forest_cover", "domestic_revenue"}
    moment = time.strftime("%Y-%m-%dT%H:%M:%S+00:00", time.gmtime(time.time() + 1))
    time.sleep(2)

    replaced = tiendo("ingest", str(write(tmp_path, "c.txt", resolution("7.900"))))
    assert "new version of 901/NQ-HĐND" in replaced
    assert "7,850 → 7,900" in replaced
    after = tiendo("status", "--period", "2022-Q1", "--format", "json")
    assert tiendo("status", "--period", "2022-Q1", "--format", "json", "--as-of", moment) == before
    assert rows(after)["budget_revenue"]["target"] != rows(before)["budget_revenue"]["target"]

    assert "unchanged" not in tiendo("ingest", str(tmp_path / "c.txt"), "--again")
    assert "nothing changes" in tiendo("ingest", str(tmp_path / "c.txt"))


def test_a_document_is_published_registered_and_withdrawn(tiendo, tmp_path):
    tiendo("ingest", str(write(tmp_path, "a.txt", resolution())))
    (number,) = re.findall(r"^ +(\d+)  901/NQ-HĐND", tiendo("documents"), re.MULTILINE)
    tiendo("documents", "publish", number)
    assert ", published" in tiendo("documents")
    tiendo("documents", "register", number, "incoming", "arrival_date=2026-01-05", "to_places=Phòng Tổng hợp")
    assert "with a reason" in tiendo("documents", "withdraw", number, ends_with=1)
    tiendo("documents", "withdraw", number, "--why", "nhầm tệp")
    assert "no document" in tiendo("documents")


@pytest.mark.parametrize(
    ("arguments", "says", "exit_code"),
    [
        (("review", "accept", "999999"), "no fact 999999", 1),
        (("review", "accept"), "needs", 2),
        (("review", "correct", "1", "low"), "not field=value", 2),
        (("documents", "publish"), "needs", 2),
        (("documents", "withdraw", "999999", "--why", "x"), "no document 999999", 1),
        (("ingest", "/no/such/file.txt"), "/no/such/file.txt", 1),
        (("status", "--period", "2022-Q1", "--as-of", "yesterday"), "no day or time", 2),
        (("status", "x.txt", "--period", "2022-Q1", "--territory", "20"), "without files", 2),
        (("ingest", "a.txt", "--by", "nobody"), "no account 'nobody'", 1),
    ],
)
def test_wrong_use_is_one_clear_sentence(tiendo, arguments, says, exit_code):
    complaint = tiendo(*arguments, ends_with=exit_code)
    assert says in complaint
    assert "Traceback" not in complaint
