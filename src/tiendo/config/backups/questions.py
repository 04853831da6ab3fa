"""What a backup and a restore ask a database, of either kind, without knowing its tables by their models."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from tiendo.ledger.kept_files import FILE_COLUMNS

Ask = Callable[[str], Iterable[tuple[Any, ...]]]


@dataclass(frozen=True, slots=True)
class Ending:
    """Where the chain of a database ends."""

    act: int
    entry: int
    digest: str


def ending_of(ask: Ask) -> Ending:
    """The last act; zeros where there is none."""
    for act, entry, digest in ask("SELECT number, last_entry, digest FROM ledger_act ORDER BY number DESC LIMIT 1"):
        return Ending(act, entry, bytes(digest).hex())
    return Ending(0, 0, "")


def steps_of(ask: Ask) -> list[str]:
    """The migrations that the database has seen."""
    return sorted({f"{app} {name}" for app, name in ask("SELECT app, name FROM django_migrations")})


def files_of(ask: Ask) -> list[str]:
    """The kept files that the record names."""
    queries = [
        f"SELECT {column} FROM ledger_{kind} WHERE {column} IS NOT NULL"  # noqa: S608 own names
        for kind, column in FILE_COLUMNS.items()
    ]
    return sorted(sha256 for (sha256,) in ask(" UNION ".join(queries)))


def holds_something(ask: Ask) -> bool:
    """Whether anything beyond the reference lists of the product was recorded, or somebody has an account."""
    found = ask(
        "SELECT 1 WHERE EXISTS (SELECT 1 FROM ledger_act WHERE command <> 'set_up') "
        "OR EXISTS (SELECT 1 FROM ledger_account)"
    )
    return any(True for _ in found)
