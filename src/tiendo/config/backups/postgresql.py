"""Copies of a PostgreSQL database that others are using, made and taken back by PostgreSQL's own programs."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import time
import uuid
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg
from psycopg import sql

from tiendo.config.backups.layout import unusable
from tiendo.config.backups.questions import Ask, holds_something
from tiendo.config.database_url import DatabaseAddress
from tiendo.facts.errors import MissingHelper, RecordOutOfReach

# Where Debian keeps the programs of each version.
_DEBIAN = Path("/usr/lib/postgresql")
_VERSION = re.compile(r"\d+")
_MAJOR = 10_000  # PostgreSQL 15.3 says 150003

# Others who hold the database are asked to leave; they may come back before it is renamed.
_ATTEMPTS = 20
_PAUSE_SECONDS = 0.2

# A database that is there on every server; one cannot be renamed by who is in it.
_MAINTENANCE = "postgres"


@contextmanager
def copied(address: DatabaseAddress, copy: Path) -> Iterator[Ask]:
    """Dump the database as it stands at one moment, and ask it as of that moment."""
    with _speaking(), _connected(address, address.name) as connection:
        program = _program("pg_dump", connection.info.server_version // _MAJOR)
        connection.execute("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
        (snapshot,) = _one(connection, "SELECT pg_export_snapshot()")
        options = ["--format=custom", "--no-owner", "--no-privileges", f"--snapshot={snapshot}", f"--file={copy}"]
        _run([program, *options, f"--dbname={_conninfo(address, address.name)}"], address)
        yield lambda question: connection.execute(question).fetchall()


def is_present(address: DatabaseAddress) -> bool:
    """Whether there is a record of somebody's work."""
    with _speaking():
        try:
            with _connected(address, address.name) as connection:
                return holds_something(lambda question: connection.execute(question).fetchall())
        except psycopg.errors.UndefinedTable:
            return False
        except psycopg.OperationalError:
            if _exists(address, address.name):
                raise
            return False


@contextmanager
def staged(address: DatabaseAddress, dump: Path) -> Iterator[str]:
    """A database beside the present one, filled from a dump; gives its name. It goes if it is not put in place."""
    name = f"{address.name}_restoring_{uuid.uuid4().hex[:8]}"
    with _speaking(), _connected(address, _MAINTENANCE) as connection:
        program = _program("pg_restore", connection.info.server_version // _MAJOR)
        try:
            connection.execute(sql.SQL("CREATE DATABASE {} TEMPLATE template0").format(sql.Identifier(name)))
        except psycopg.errors.InsufficientPrivilege as fault:
            raise RecordOutOfReach(
                vi="Tài khoản của cơ sở dữ liệu không được tạo cơ sở dữ liệu mới, mà khôi phục cần điều đó. Hãy nhờ "
                "người quản trị PostgreSQL: ALTER ROLE … CREATEDB.",
                en="The account of the database may not make a new one, which a restore needs. Ask the administrator "
                "of PostgreSQL: ALTER ROLE … CREATEDB.",
            ) from fault
        try:
            options = ["--exit-on-error", "--no-owner", "--no-privileges"]
            _run([program, *options, f"--dbname={_conninfo(address, name)}", str(dump)], address)
            yield name
        finally:
            drop = sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name))
            connection.execute(drop)


def put_in_place(name: str, address: DatabaseAddress, aside: str) -> list[str]:
    """Give the staged database the name of the record, and the one before another name, in one transaction."""
    with _speaking(), _connected(address, _MAINTENANCE) as connection:
        before = [aside] if _exists(address, address.name) else []
        for attempt in range(_ATTEMPTS):
            try:
                with connection.transaction():
                    for leaving in (address.name, name):
                        connection.execute(
                            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                            "WHERE datname = %s AND pid <> pg_backend_pid()",
                            [leaving],
                        )
                    if before:
                        _rename(connection, address.name, aside)
                    _rename(connection, name, address.name)
            except psycopg.errors.ObjectInUse:
                if attempt == _ATTEMPTS - 1:
                    raise
                time.sleep(_PAUSE_SECONDS)
            else:
                break
        return before


def _rename(connection: psycopg.Connection[Any], old: str, new: str) -> None:
    connection.execute(sql.SQL("ALTER DATABASE {} RENAME TO {}").format(sql.Identifier(old), sql.Identifier(new)))


def _exists(address: DatabaseAddress, name: str) -> bool:
    with _connected(address, _MAINTENANCE) as connection:
        return connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone() is not None


def _one(connection: psycopg.Connection[Any], question: str) -> tuple[Any, ...]:
    row = connection.execute(question).fetchone()
    if row is None:
        raise AssertionError(question)
    return tuple(row)


@contextmanager
def _connected(address: DatabaseAddress, name: str) -> Iterator[psycopg.Connection[Any]]:
    with psycopg.connect(_conninfo(address, name), password=address.password or None, autocommit=True) as connection:
        yield connection


def _conninfo(address: DatabaseAddress, name: str) -> str:
    """Where to connect, without the password: lists of processes show it to everybody."""
    place = {"host": address.host, "port": address.port, "user": address.user, **address.options}
    return psycopg.conninfo.make_conninfo(dbname=name, **{key: value for key, value in place.items() if value})


def _run(line: list[str], address: DatabaseAddress) -> None:
    environ: Mapping[str, str] = {**os.environ, "LC_ALL": "C"}
    if address.password:
        environ = {**environ, "PGPASSWORD": address.password}
    ended = subprocess.run(line, env=environ, capture_output=True, text=True, check=False)  # noqa: S603 own line
    if ended.returncode:
        reason = " ".join(ended.stderr.split())
        raise unusable(f"{Path(line[0]).name}: {reason}", f"{Path(line[0]).name}: {reason}")


def _program(name: str, server: int) -> str:
    """The newest program of that name that is not older than the server."""
    found = [str(path) for path in _DEBIAN.glob(f"*/bin/{name}")]
    if usual := shutil.which(name):
        found.append(usual)
    versions = {path: _version(path) for path in found}
    fitting = {path: version for path, version in versions.items() if version >= server}
    if not fitting:
        raise MissingHelper(
            vi=f"Cần chương trình {name} của PostgreSQL {server} trở lên. Debian: apt-get install "
            f"postgresql-client-{server}",
            en=f"The program {name} of PostgreSQL {server} or newer is needed. Debian: apt-get install "
            f"postgresql-client-{server}",
        )
    return max(fitting, key=lambda path: fitting[path])


def _version(program: str) -> int:
    answer = subprocess.run([program, "--version"], capture_output=True, text=True, check=False).stdout  # noqa: S603
    found = _VERSION.search(answer)
    return int(found.group()) if found else 0


@contextmanager
def _speaking() -> Iterator[None]:
    """What the server refuses is one sentence."""
    try:
        yield
    except psycopg.Error as fault:
        reason = " ".join(str(fault).split())
        raise RecordOutOfReach(
            vi=f"Không dùng được máy chủ cơ sở dữ liệu: {reason}. Hãy kiểm tra TIENDO_DATABASE_URL, quyền và dung "
            "lượng đĩa.",
            en=f"The database server cannot be used: {reason}. Check TIENDO_DATABASE_URL, permissions and disk space.",
        ) from fault
