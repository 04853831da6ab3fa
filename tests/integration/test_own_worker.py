"""`tiendo serve` takes queued files into the record by a worker of its own, which lives and ends with it."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path

import pytest

from tests.integration.processes import PATIENCE, command, run
from tests.integration.record.texts import REPORT
from tests.integration.test_serve import free_port, serving

__all__ = ["free_port"]

_STATES = """
from tiendo.config.start import ensure_ready
ensure_ready()
from tiendo.intake.models import Job
print(",".join(Job.objects.order_by("pk").values_list("state", flat=True)))
"""

_KEPT_RUNNING = """
import sys, time
from tiendo.config.own_worker import OwnWorker
worker = OwnWorker([sys.executable, "-c", "pass"])
begin = time.monotonic()
pids = set()
while time.monotonic() - begin < 5:
    worker.look()
    if worker.pid: pids.add(worker.pid)
    time.sleep(0.05)
worker.end()
print(len(pids))
"""


def quick(environ):
    """Without gathering and packing styles and scripts first, which these tests do not ask for."""
    return environ | {"TIENDO_DEBUG": "1"}


def queue(environ, tmp_path, name="report.txt", text=REPORT):
    file = tmp_path / name
    file.write_text(text, encoding="utf-8")
    ended = command("ingest", "--background", str(file), environ=environ)
    assert ended.returncode == 0, ended.stderr


def states(environ):
    return run(_STATES, environ).strip()


def until(condition, patience=PATIENCE):
    """Wait until something holds; whether it came to that."""
    end = time.monotonic() + patience
    while time.monotonic() < end:
        if condition():
            return True
        time.sleep(0.5)
    return False


def worker_of(server):
    """The process of the worker that a server started."""
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                arguments = (entry / "cmdline").read_bytes().split(b"\0")
            except OSError:
                continue
            if b"--with-process" in arguments and str(server.pid).encode() in arguments:
                return int(entry.name)
    return None


def lives(pid):
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False


def test_a_queued_file_is_taken_in_while_the_site_is_served(own_record, free_port, tmp_path):
    with serving(free_port, quick(own_record)) as (process, _):
        queue(own_record, tmp_path)
        assert until(lambda: states(own_record) == "done")
        # The second of the two lines that it says when it is ready; what has not been read now would come with the end.
        assert "There is no administrator yet." in process.stdout.readline()
        process.send_signal(signal.SIGTERM)
        assert process.communicate(timeout=PATIENCE) == ("", "Job 1: done.\n")


@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_the_worker_ends_with_the_server_however_that_ends(own_record, free_port, ending):
    with serving(free_port, quick(own_record)) as (process, _):
        assert until(lambda: worker_of(process))
        worker = worker_of(process)
        process.send_signal(ending)
        process.wait(timeout=PATIENCE)
        assert until(lambda: not lives(worker), patience=15)


def test_a_worker_that_was_killed_is_started_anew(own_record, free_port, tmp_path):
    with serving(free_port, quick(own_record)) as (process, _):
        assert until(lambda: worker_of(process))
        first = worker_of(process)
        os.kill(first, signal.SIGKILL)
        assert until(lambda: worker_of(process) not in (None, first))
        queue(own_record, tmp_path)
        assert until(lambda: states(own_record) == "done")
        process.send_signal(signal.SIGTERM)
        _, complaint = process.communicate(timeout=PATIENCE)
    assert f"the worker (process {first}) ended; another one starts in 1 s" in complaint


def test_without_a_worker_files_wait(own_record, free_port, tmp_path):
    with serving(free_port, quick(own_record), "--no-worker") as (process, _):
        queue(own_record, tmp_path)
        time.sleep(4)
        assert worker_of(process) is None
        assert states(own_record) == "waiting"


def test_a_worker_that_is_told_to_end_puts_its_job_back(own_record):
    code = """
import os, signal
from tiendo.config.start import ensure_ready
ensure_ready()
from tiendo.cli.worker import _leave
from tiendo.intake.jobs import do_job, make_job, report, take_job
signal.signal(signal.SIGTERM, _leave)
make_job(kind="ingest", files=[], by="operator", why="")
def work(job):
    report(job, outcome={"name": "a.txt", "outcome": "new"})
    os.kill(os.getpid(), signal.SIGTERM)
    while True: pass
try:
    do_job(take_job(), work)
except SystemExit:
    from tiendo.intake.models import Job
    print(*Job.objects.values_list("state", "attempts", "worker", "outcomes").get())
"""
    assert run(code, own_record) == "waiting 0  [{'name': 'a.txt', 'outcome': 'new'}]\n"


def test_a_worker_that_cannot_live_is_started_ever_more_seldom(own_record):
    # At once, then after pauses of 1, 2 and 4 seconds: three starts within five seconds.
    assert run(_KEPT_RUNNING, own_record) == "3\n"
