"""The web server: gunicorn with some processes, each of which serves several requests at once by threads."""

from __future__ import annotations

import signal
from collections.abc import Callable, Sequence
from typing import Any

from django.db import connections
from gunicorn.app.base import BaseApplication
from gunicorn.arbiter import Arbiter

from tiendo.config.own_worker import OwnWorker

# Requests wait for the database as long as they compute: with four threads a process uses its core. More only wait for
# each other, and each holds a connection.
_THREADS = 4

# A request that takes longer is stuck; documents that take long to read are read by jobs and not by requests.
_REQUEST_SECONDS = 30

# Addresses with many filters stay below this; gunicorn's own bound is half of it.
_LONGEST_REQUEST_LINE = 8190


def _begin(worker: Any) -> None:
    """A process is about to serve the site."""
    # Ctrl+C ends it as SIGTERM does, after its requests; gunicorn would leave in the middle of one.
    for request in (signal.SIGINT, signal.SIGQUIT):
        signal.signal(request, worker.handle_exit)
    # Here and not above: only the processes that serve have loaded the site.
    from tiendo.web.warming import start_warming

    start_warming()


class _KeepsWorkers(Arbiter):  # type: ignore[misc] # gunicorn comes without types
    """Looks after the server's own workers whenever it looks after the processes that serve."""

    def __init__(self, app: Server, workers: Sequence[OwnWorker]) -> None:
        super().__init__(app)
        self._own_workers = workers

    def manage_workers(self) -> None:
        """Called about once a second."""
        super().manage_workers()
        # Behind the call: the processes that serve are forked in it, and hold nothing of these.
        for worker in self._own_workers:
            worker.look()

    def stop(self, graceful: bool = True) -> None:
        """Called once, when the server ends."""
        super().stop(graceful)
        for worker in self._own_workers:
            worker.end()


class Server(BaseApplication):  # type: ignore[misc] # gunicorn comes without types
    """Serves the site until it is told to end; calls `ready` once it listens.

    `own_workers` are started beside it and end with it.
    """

    def __init__(
        self,
        *,
        bind: str,
        port: int,
        workers: int,
        ready: Callable[[], None],
        own_workers: Sequence[OwnWorker],
    ) -> None:
        self._own_workers = own_workers
        host = f"[{bind}]" if ":" in bind else bind
        self._options: dict[str, Any] = {
            "bind": f"{host}:{port}",
            "workers": workers,
            "worker_class": "gthread",
            "threads": _THREADS,
            "timeout": _REQUEST_SECONDS,
            "limit_request_line": _LONGEST_REQUEST_LINE,
            # Each process loads the site for itself: what draws charts must not be used before a process divides.
            "preload_app": False,
            "loglevel": "warning",
            "proc_name": "tiendo",
            # A socket for commands to the server, in the user's home: nothing here uses it.
            "control_socket_disable": True,
            "when_ready": lambda _: ready(),
            "post_worker_init": _begin,
        }
        super().__init__()

    def load_config(self) -> None:
        """Hand the options over; the command line was read before."""
        for name, value in self._options.items():
            self.cfg.set(name, value)

    def load(self) -> Any:
        """The site, in the process that serves it."""
        from tiendo.config.wsgi import application

        return application

    def run(self) -> None:
        """Serve until a signal ends it; leaves by `SystemExit`."""
        # A connection that two processes share would mix up their answers.
        connections.close_all()
        _KeepsWorkers(self, self._own_workers).run()
