"""`tiendo worker`: does the jobs that wait."""

from __future__ import annotations

import argparse
import signal
import sys
import time
from types import FrameType
from typing import Any

from tiendo.cli.arguments import DONE, INCOMPLETE, add_language, examples
from tiendo.cli.messages import Messages

_LOOK_EVERY_SECONDS = 2  # soon enough for somebody who waits for an upload


def add_to(commands: Any, say: Messages) -> None:
    """Declare the command."""
    parser = commands.add_parser(
        "worker",
        say=say,
        help=say("worker"),
        description=say("worker"),
        epilog=examples(say, "tiendo worker", "tiendo worker --forever", "tiendo worker --list"),
    )
    parser.add_argument("--forever", action="store_true", help=say("worker-forever"))
    parser.add_argument("--list", action="store_true", help=say("worker-list"))
    # For the server, which starts a worker of its own that has to end with it.
    parser.add_argument("--with-process", type=int, metavar="PID", help=argparse.SUPPRESS)
    add_language(parser, say)
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace, say: Messages) -> int:
    """Do one job after the other; the exit code is 1 where one failed."""
    from tiendo.config.own_worker import end_with
    from tiendo.config.start import ensure_ready

    if chosen.with_process:
        end_with(chosen.with_process)
    ensure_ready()
    if chosen.list:
        return _list(say)
    signal.signal(signal.SIGTERM, _leave)
    from django.db import close_old_connections

    from tiendo.intake.jobs import take_job

    failed = 0
    while True:
        close_old_connections()  # the database may have been started anew while there was nothing to do
        job = take_job()
        if job is not None:
            failed += not _do(job, say)
        elif chosen.forever:
            time.sleep(_LOOK_EVERY_SECONDS)
        else:
            return INCOMPLETE if failed else DONE


def _leave(_: int, __: FrameType | None) -> None:
    """What is being read is stopped, and its job waits for the next worker."""
    raise SystemExit(DONE)


def _do(job: Any, say: Messages) -> bool:
    from tiendo.intake.ingest import actor_of_job, work_on
    from tiendo.intake.jobs import do_job

    try:
        do_job(job, lambda mine: work_on(mine, by=actor_of_job(mine)))
    except Exception as fault:  # noqa: BLE001 the job says that it failed and why; the next one goes on
        sys.stderr.write(f"{type(fault).__name__}: {fault}\n")
    sys.stdout.write(say("worker-did", number=job.pk, state=job.state) + "\n")
    sys.stdout.flush()  # it may be the log of a server
    return bool(job.state == "done")


def _list(say: Messages) -> int:
    from tiendo.intake.models import Job

    for job in Job.objects.order_by("pk"):
        fault = f"  {job.fault}" if job.fault else ""
        line = say(
            "worker-job",
            number=job.pk,
            state=job.state,
            done=len(job.outcomes),
            total=len(job.files),
            doing=job.doing,
            fault=fault,
        )
        sys.stdout.write(line + "\n")
    if not Job.objects.exists():
        sys.stdout.write(say("worker-none") + "\n")
    return DONE
