"""Settings and fixtures that all tests share."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from tests.databases import empty_database

# A loaded machine is slow, not wrong: no deadline. On CI the same examples every time: a red run can be repeated.
settings.register_profile("tiendo", deadline=None, derandomize=bool(os.environ.get("CI")))
settings.load_profile("tiendo")

_DATABASE_FIXTURES = {"db", "transactional_db", "own_record", "emptied_record"}


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Whatever uses a database is marked, so that it can run again on another kind: `-m database`."""
    for item in items:
        if item.get_closest_marker("django_db") or _DATABASE_FIXTURES & set(getattr(item, "fixturenames", ())):
            item.add_marker("database")


@pytest.fixture
def own_record(tmp_path: Path) -> Iterator[dict[str, str]]:
    """The environment of processes that share a record of their own: an empty data folder and an empty database.

    The database is of the kind that is being tested: a SQLite file, or one on the server of `TIENDO_DATABASE_URL`.
    """
    folder = tmp_path / "record"
    with empty_database(os.environ.get("TIENDO_DATABASE_URL"), folder) as address:
        yield {**os.environ, "TIENDO_DATA_DIR": str(folder), "TIENDO_DATABASE_URL": address}


@pytest.fixture
def emptied_record(transactional_db: None) -> Iterator[None]:
    """A database that sees real commits and is emptied afterwards, for which its protection has to be lifted.

    It comes back by itself: emptying ends like a migration.
    """
    yield
    lift_protection()


@pytest.fixture
def unprotected(db: None) -> None:
    """The triggers are gone until the end of the test, which takes everything back."""
    lift_protection()


def lift_protection() -> None:
    """Take away the triggers that refuse to change or delete."""
    from django.db import connection

    from tiendo.ledger.protection import PROTECTED_TABLES

    with connection.cursor() as cursor:
        for table in PROTECTED_TABLES:
            if connection.vendor == "postgresql":
                cursor.execute(f"DROP TRIGGER IF EXISTS {table}_keeps_each_row ON {table}")
                cursor.execute(f"DROP TRIGGER IF EXISTS {table}_keeps_each_statement ON {table}")
            else:
                cursor.execute(f"DROP TRIGGER IF EXISTS {table}_no_update")
                cursor.execute(f"DROP TRIGGER IF EXISTS {table}_no_delete")
