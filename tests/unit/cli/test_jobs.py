from __future__ import annotations

import os
import time

import pytest

from tiendo.cli import jobs
from tiendo.cli.jobs import run_all, sensible_jobs

# These run in other processes, so they stand at the top of the module.


def slow_first(number: int) -> tuple[int, int]:
    if number == 0:
        time.sleep(0.3)
    return number, os.getpid()


def end_the_process(number: int) -> int:
    os._exit(9)


def answer_for_lost(number: int) -> int:
    return -number


@pytest.mark.parametrize("count", [1, 2])
def test_outcomes_come_in_the_order_of_the_requests(count):
    outcomes = list(run_all(range(4), slow_first, slow_first, count))
    assert [number for number, _ in outcomes] == [0, 1, 2, 3]


def test_one_job_stays_in_this_process_and_several_leave_it():
    assert {process for _, process in run_all([0, 1], slow_first, slow_first, 1)} == {os.getpid()}
    assert os.getpid() not in {process for _, process in run_all([0, 1], slow_first, slow_first, 2)}


def test_a_process_that_is_ended_from_outside_is_answered_for():
    assert list(run_all([1, 2, 3], end_the_process, answer_for_lost, 2)) == [-1, -2, -3]


def test_no_request_gives_no_outcome():
    assert list(run_all([], slow_first, slow_first, 4)) == []


@pytest.mark.parametrize(
    ("sizes", "cores", "expected"),
    [
        ([], 8, 1),
        ([10], 8, 1),
        ([1_000_000], 8, 1),
        ([10, 10, 10], 8, 1),
        ([1_000_000, 1_000_000], 8, 2),
        ([1_000_000, 10, 1_000_000], 8, 2),
        ([1_000_000] * 5, 2, 2),
    ],
)
def test_processes_are_used_for_big_files_only(tmp_path, monkeypatch, sizes, cores, expected):
    monkeypatch.setattr(jobs, "_cores", lambda: cores)
    paths = []
    for number, size in enumerate(sizes):
        path = tmp_path / f"{number}.txt"
        path.write_bytes(b"x" * size)
        paths.append(str(path))
    assert sensible_jobs([*paths, "missing.txt"]) == expected
