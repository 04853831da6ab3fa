"""`tiendo serve`: the pages and the API of the record, by one command."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable
from typing import Any

from tiendo.cli.arguments import INCOMPLETE, add_language, examples
from tiendo.cli.messages import Messages


def add_to(commands: Any, say: Messages) -> None:
    """Declare the command."""
    parser = commands.add_parser(
        "serve",
        say=say,
        help=say("serve"),
        description=say("serve"),
        epilog=examples(say, "tiendo serve", "tiendo serve --port 8080 --workers 2"),
    )
    # They are the settings of the same names, for this once.
    parser.add_argument("--port", type=_as_setting("TIENDO_PORT", say), metavar="N", help=say("serve-port"))
    parser.add_argument("--bind", type=_as_setting("TIENDO_BIND", say), metavar="A", help=say("serve-bind"))
    parser.add_argument("--workers", type=_as_setting("TIENDO_WORKERS", say), metavar="N", help=say("serve-workers"))
    parser.add_argument("--no-worker", action="store_true", help=say("serve-no-worker"))
    add_language(parser, say)
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace, say: Messages) -> int:
    """Set up what is missing and serve until the process is told to end."""
    from tiendo.config.doctor import listen
    from tiendo.config.refusals import reason_of
    from tiendo.config.settings import Settings
    from tiendo.config.start import ensure_ready

    settings = Settings.from_environment(os.environ)
    bind, port = chosen.bind or settings.bind, chosen.port or settings.port
    address = settings.address(bind, port)
    try:
        listen(bind, port).close()
    except OSError as fault:
        reason = reason_of(fault)
        sys.stderr.write(say("serve-refused", address=f"{bind}:{port}", reason=reason) + "\n")
        return INCOMPLETE
    ensure_ready()

    from tiendo.config.first_administrator import first_invitation
    from tiendo.config.own_worker import OwnWorker, command_of_worker
    from tiendo.config.page_maker import command_of_page_maker
    from tiendo.config.server import Server
    from tiendo.config.static_files import gather_static_files

    gather_static_files()
    invitation = first_invitation()

    def announce() -> None:
        sys.stdout.write(say("serve-ready", address=f"{address}/", record=settings.database) + "\n")
        if invitation is None:
            sys.stdout.write(say("serve-sign-in", address=f"{address}/sign-in") + "\n")
        else:
            sys.stdout.write(say("serve-first", address=f"{address}/first-sign-in/{invitation}") + "\n")
        sys.stdout.flush()

    workers = []
    if settings.pages_ahead:
        workers.append(OwnWorker(command_of_page_maker(address), name="maker of pages"))
    if not chosen.no_worker:
        workers.append(OwnWorker(command_of_worker(say.language)))
    server = Server(
        bind=bind,
        port=port,
        workers=chosen.workers or settings.workers,
        ready=announce,
        own_workers=workers,
    )
    server.run()
    raise AssertionError("the server leaves by SystemExit")


def _as_setting(name: str, say: Messages) -> Callable[[str], Any]:
    """Reads an argument as the variable of that name is read."""

    def convert(written: str) -> Any:
        # Here and not above: help needs none of the settings.
        from tiendo.config.reading import Unfit
        from tiendo.config.settings import VARIABLES

        variable = next(one for one in VARIABLES if one.name == name)
        try:
            return variable.read(written, os.environ)
        except Unfit as fault:
            raise argparse.ArgumentTypeError(
                say("bad-setting", value=written, why=fault.why.sentence(say.language))
            ) from fault

    return convert
