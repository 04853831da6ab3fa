from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks.corpus import generated
from tests.unit.intake.test_whole_reading import REPORT
from tiendo.catalogue import load_catalogue
from tiendo.catalogue.extension import TaughtNames
from tiendo.documents.limits import MEBIBYTE
from tiendo.facts.decisions import Matched
from tiendo.intake import reading_process
from tiendo.intake.failures import Failure
from tiendo.intake.frames import framed
from tiendo.intake.reading import Request
from tiendo.intake.sandbox import DEFAULT_LIMITS, read_all_in_sandbox, read_in_sandbox
from tiendo.intake.whole_reading import WholeReading, read_whole

# The process with its libraries and the catalogue needs some 90; a text of 20 MB does not fit beside them.
LITTLE_MEMORY = replace(DEFAULT_LIMITS, memory_bytes=160 * MEBIBYTE)
LONG_TEXT = 20 * MEBIBYTE
# Reading this takes several seconds anywhere.
SLOW_TEXT = 1_500_000


@pytest.fixture
def report(tmp_path: Path) -> Request:
    path = tmp_path / "báo cáo.txt"
    path.write_text(REPORT, encoding="utf-8")
    return Request(str(path))


@pytest.fixture
def slow(tmp_path: Path) -> Request:
    path = tmp_path / "chậm.txt"
    path.write_text(generated(SLOW_TEXT), encoding="utf-8")
    return Request(str(path))


@pytest.fixture
def waiting(tmp_path: Path) -> Request:
    """A pipe that nobody writes to: whoever reads it waits for ever."""
    path = tmp_path / "ống.txt"
    os.mkfifo(path)
    return Request(str(path))


@pytest.fixture
def started(monkeypatch) -> list[subprocess.Popen[bytes]]:
    """The processes that were started, in order."""
    processes = []
    start = reading_process.ReadingProcess._started

    def noted(self):
        processes.append(start(self))
        return processes[-1]

    monkeypatch.setattr(reading_process.ReadingProcess, "_started", noted)
    return processes


@pytest.fixture
def instead(monkeypatch, tmp_path):
    """Puts a shell script in the place of Python; `$REAL` in it is the true one."""

    def put(script: str) -> None:
        program = tmp_path / "python"
        program.write_text(f"#!/bin/sh\nREAL={sys.executable}\n{script}\n", encoding="utf-8")
        program.chmod(0o755)
        monkeypatch.setattr(reading_process.sys, "executable", str(program))

    return put


def codes(outcomes) -> list[str]:
    return [outcome.code if isinstance(outcome, Failure) else "read" for outcome in outcomes]


def test_a_file_reads_apart_as_it_reads_here(report):
    assert read_in_sandbox(report) == read_whole(report, load_catalogue())


def test_several_files_are_read_by_one_process_in_their_order(report, tmp_path, started):
    missing = Request(str(tmp_path / "không có.txt"))
    assert codes(read_all_in_sandbox([report, missing, report])) == ["read", "document-not-found", "read"]
    assert len(started) == 1
    assert started[0].returncode == 0


def test_names_that_people_taught_reach_the_process(report):
    outcome = read_in_sandbox(report, taught=TaughtNames({"forest_cover": ("Tỷ lệ thùng hoa hồi đã sấy",)}))
    assert isinstance(outcome, WholeReading)
    decision = outcome.reading.facts[1].indicator
    assert isinstance(decision, Matched)
    assert decision.code == "forest_cover"


def test_an_indicator_that_people_made_reaches_the_process(report):
    made = replace(load_catalogue()["forest_cover"], id="dried_anise", aliases=("Tỷ lệ thùng hoa hồi đã sấy",))
    outcome = read_in_sandbox(report, taught=TaughtNames(indicators=(made,)))
    assert isinstance(outcome, WholeReading)
    assert "dried_anise" in repr(outcome.reading.facts[1].indicator)


def test_a_file_that_needs_too_much_memory_costs_only_itself(report, tmp_path, started):
    bomb = tmp_path / "bom.txt"
    bomb.write_text("chữ\n" * (LONG_TEXT // 5), encoding="utf-8")
    outcomes = list(read_all_in_sandbox([report, Request(str(bomb)), report], limits=LITTLE_MEMORY))
    assert codes(outcomes) == ["read", "out-of-memory", "read"]
    assert "không đủ bộ nhớ" in outcomes[1].sentence("vi")
    assert len(started) == 2


def test_a_limit_too_small_for_the_process_itself_is_said_for_every_file(report):
    limits = replace(DEFAULT_LIMITS, memory_bytes=20 * MEBIBYTE)
    assert codes(read_all_in_sandbox([report, report], limits=limits)) == ["out-of-memory"] * 2


def test_a_file_that_computes_too_long_costs_only_itself(report, slow, started):
    outcomes = list(read_all_in_sandbox([report, slow, report], limits=replace(DEFAULT_LIMITS, cpu_seconds=2)))
    assert codes(outcomes) == ["read", "out-of-time", "read"]
    assert "more than 2 seconds" in outcomes[1].sentence("en")
    assert len(started) == 2


def test_a_file_that_takes_too_long_by_the_clock_costs_only_itself(report, waiting, started):
    outcomes = list(read_all_in_sandbox([report, waiting, report], limits=replace(DEFAULT_LIMITS, wall_seconds=4)))
    assert codes(outcomes) == ["read", "out-of-time", "read"]
    assert "more than 4 seconds" in outcomes[1].sentence("en")
    assert len(started) == 2


def test_time_is_counted_for_each_file(report, started):
    # About four tenths of a second each: together they would not fit.
    sample = Path(__file__).parents[3] / "examples" / "lang-son" / "bao-cao-quy-1-2022.pdf"
    limits = replace(DEFAULT_LIMITS, cpu_seconds=2)
    assert codes(read_all_in_sandbox([Request(str(sample))] * 10, limits=limits)) == ["read"] * 10
    assert len(started) == 1


def test_a_process_that_is_killed_from_outside_costs_the_file_that_it_read(report, waiting, started):
    def kill() -> None:
        while not started:
            time.sleep(0.01)
        time.sleep(0.5)  # long enough to be reading; killed earlier, it is no less lost
        started[0].kill()

    killer = threading.Thread(target=kill)
    killer.start()
    outcomes = list(read_all_in_sandbox([waiting, report]))
    killer.join()
    assert codes(outcomes) == ["reader-killed", "read"]
    assert "SIGKILL" in outcomes[0].sentence("vi")


def test_a_process_that_waits_for_ever_is_stopped(waiting, started):
    assert codes([read_in_sandbox(waiting, limits=replace(DEFAULT_LIMITS, wall_seconds=1))]) == ["out-of-time"]
    assert started[0].returncode is not None


@pytest.mark.parametrize(
    ("script", "code"),
    [
        ("echo 'Traceback (most recent call last):'", "answer-not-understood"),
        ("head -c 100000 /dev/zero", "answer-not-understood"),
        ("printf '4\\nnull'", "answer-not-understood"),
        ("printf '2\\n{}and more'", "answer-not-understood"),
        ("printf '99999999999999\\n'", "answer-too-large"),
        ("exec >&-; sleep 1", "answer-not-understood"),
        ("exit 0", "answer-not-understood"),
        ("exit 3", "reader-killed"),
        ("exit 12", "out-of-memory"),
        ("kill -SEGV $$", "reader-killed"),
    ],
)
def test_whatever_the_process_answers_the_file_gets_one_clear_sentence(report, instead, script, code):
    instead(script)
    outcome = read_in_sandbox(report)
    assert isinstance(outcome, Failure)
    assert outcome.code == code
    assert report.path in outcome.sentence("vi")


def test_a_garbled_answer_costs_only_its_file(report, instead, tmp_path):
    instead(f'[ -e {tmp_path}/once ] && exec "$REAL" "$@"\ntouch {tmp_path}/once; printf "3\\n[1]"')
    assert codes(read_all_in_sandbox([report, report])) == ["answer-not-understood", "read"]


def test_an_answer_about_another_file_is_not_taken(report, instead):
    other = b'{"kind":"failure","path":"other.txt","code":"x","vi":"x","en":"x"}'
    instead(f"printf '%s' '{framed(other).decode()}'")
    assert codes([read_in_sandbox(report)]) == ["answer-not-understood"]


def test_a_reading_longer_than_the_limit_is_not_taken(report, started):
    limits = replace(DEFAULT_LIMITS, answer_bytes=1000)
    assert codes(read_all_in_sandbox([report, report], limits=limits)) == ["answer-too-large"] * 2
    assert len(started) == 1


def test_a_process_that_cannot_be_started_is_said(report, monkeypatch):
    monkeypatch.setattr(reading_process.sys, "executable", "/no/such/python")
    assert codes([read_in_sandbox(report)]) == ["reader-not-started"]


def test_nothing_secret_of_the_environment_reaches_the_process(report, instead, monkeypatch, tmp_path):
    monkeypatch.setenv("TIENDO_DATABASE_URL", "postgres://somebody:secret@host/db")
    monkeypatch.setenv("AN_API_KEY", "secret")
    instead(f'env > {tmp_path}/environment; exec "$REAL" "$@"')
    assert codes([read_in_sandbox(report)]) == ["read"]
    names = {line.partition("=")[0] for line in (tmp_path / "environment").read_text().splitlines()}
    shell_adds = {"PWD", "OLDPWD", "SHLVL", "_"}
    assert names - shell_adds <= {*reading_process._PASSED_ON, "PYTHONPATH", "HOME", "TMPDIR"}


def test_what_the_process_leaves_behind_is_removed(report, instead, tmp_path):
    instead(f'echo "$TMPDIR" > {tmp_path}/folder; touch "$TMPDIR/left behind"; exec "$REAL" "$@"')
    assert codes([read_in_sandbox(report)]) == ["read"]
    folder = Path((tmp_path / "folder").read_text().strip())
    assert folder.name.startswith("tiendo-reading-")
    assert not folder.exists()


def test_who_stops_asking_leaves_no_process_behind(report, started):
    outcomes = read_all_in_sandbox([report, report])
    next(outcomes)
    outcomes.close()
    assert started[0].returncode == 0


def test_a_process_that_does_not_want_to_leave_is_killed(report, instead, started):
    instead("trap '' TERM; while true; do sleep 1; done")
    assert codes([read_in_sandbox(report, limits=replace(DEFAULT_LIMITS, wall_seconds=0.2))]) == ["out-of-time"]
    assert started[0].returncode == -signal.SIGKILL
