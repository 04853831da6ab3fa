"""What Django is told about the database, and what the record can rely on because of it."""

from __future__ import annotations

from typing import Any

from tiendo.config.database_url import DatabaseAddress

# A writer waits this long for another one to finish before it is told that the record is busy. Longer than any single
# change takes, shorter than gunicorn's limit for a request (30 seconds), so that the person gets a sentence.
_BUSY_SECONDS = 20

# A connection serves the requests of a minute: making one costs PostgreSQL five times what a small request costs, and
# SQLite as much as two of them. `tiendo.web.connections` notices where the file was replaced meanwhile.
_CONNECTION_SECONDS = 60

# A server that does not answer in this time is not there.
_CONNECT_SECONDS = "10"


def django_entry(address: DatabaseAddress) -> dict[str, Any]:
    """The entry of Django's `DATABASES` for this address."""
    return _sqlite(address) if address.kind == "sqlite" else _postgresql(address)


def _sqlite(address: DatabaseAddress) -> dict[str, Any]:
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": address.name,
        "CONN_MAX_AGE": _CONNECTION_SECONDS,
        "OPTIONS": {
            # A transaction that will write says so at its beginning. Two that first read and then write would each wait
            # for the other, and SQLite would end one of them at once instead of letting it wait.
            "transaction_mode": "IMMEDIATE",
            "timeout": _BUSY_SECONDS,
            # WAL: readers see the last committed state and do not wait for a writer. FULL: a commit is on the disk
            # before it is acknowledged, so that it survives a power cut; NORMAL would lose the last ones in WAL mode.
            # Foreign keys are switched on by Django itself.
            "init_command": f"PRAGMA busy_timeout={_BUSY_SECONDS * 1000};"
            "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL",
        },
    }


def _postgresql(address: DatabaseAddress) -> dict[str, Any]:
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": address.name,
        "USER": address.user,
        "PASSWORD": address.password,
        "HOST": address.host,
        "PORT": address.port,
        "OPTIONS": {"connect_timeout": _CONNECT_SECONDS, **address.options},
        "CONN_MAX_AGE": _CONNECTION_SECONDS,
        # A connection that the server has closed meanwhile (it was restarted) is replaced and not reported.
        "CONN_HEALTH_CHECKS": True,
    }
