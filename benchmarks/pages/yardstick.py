"""Datasette with the same results, asked by the same readers: what a good general page over the same table takes."""

from __future__ import annotations

import csv
import shutil
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.parse import parse_qs, urlencode, urlsplit

from benchmarks.pages.addresses import Addresses
from benchmarks.pages.prepare import Prepared
from benchmarks.serving import free_port, running

_OWN_ENVIRONMENT = Path(sys.executable).parents[1] / "datasette" / "bin" / "datasette"
_FILE = "yardstick.db"

_TABLES = """
CREATE TABLE observations (
    id INTEGER PRIMARY KEY, indicator TEXT NOT NULL, territory TEXT NOT NULL, period TEXT NOT NULL, value REAL NOT NULL
);
CREATE TABLE entries (id INTEGER PRIMARY KEY, kind TEXT, title TEXT, names TEXT, content TEXT);
"""
_AFTER_FILLING = """
CREATE INDEX of_indicator ON observations (indicator, territory, period);
CREATE INDEX of_period ON observations (period);
CREATE VIRTUAL TABLE entries_fts USING fts5 (
    title, names, content, content="entries", content_rowid="id", tokenize="unicode61 remove_diacritics 2"
);
INSERT INTO entries_fts (entries_fts) VALUES ('rebuild');
ANALYZE;
"""


def is_installed() -> Path | None:
    """The program, in the environment that `make benchpages` makes for it."""
    found = shutil.which("datasette", path=str(_OWN_ENVIRONMENT.parent))
    return Path(found) if found else None


@contextmanager
def served(program: Path, prepared: Prepared) -> Iterator[tuple[str, int]]:
    """Datasette with its own settings, on a file that it knows not to change; its address and process."""
    path = _made(prepared)
    port = free_port()
    line = [str(program), "serve", "--immutable", str(path), "--port", str(port)]
    with running(line, port, f"/{path.stem}/observations?_size=1") as server:
        yield server


def same_questions(addresses: Addresses, prepared: Prepared) -> dict[str, list[str]]:
    """What its readers ask for in place of ours: the table of a period, of an indicator, and a search."""
    table, found = (f"/{Path(_FILE).stem}/{name}?" for name in ("observations", "entries"))
    codes = [one["code"] for one in prepared.indicators]
    periods = [_month(address) for address in addresses["scoreboard"]]
    queries = [parse_qs(urlsplit(address).query)["q"][0] for address in addresses["search"]]
    return {
        "scoreboard": [table + urlencode({"period": period, "_sort": "indicator"}) for period in periods],
        "indicator": [table + urlencode({"indicator": code, "_sort": "period"}) for code in codes],
        "search": [found + urlencode({"_search": query}) for query in queries],
    }


def _month(address: str) -> str:
    """The last month of the period of a scoreboard: its results come month by month."""
    period = parse_qs(urlsplit(address).query)["period"][0]
    year, _, quarter = period.partition("-Q")
    return f"{year}-{3 * int(quarter or 4):02}"


def _made(prepared: Prepared) -> Path:
    """The file with the results that were loaded, and with all that our search can find."""
    path = prepared.folder / _FILE
    path.unlink(missing_ok=True)
    with closing(sqlite3.connect(path)) as file, prepared.table.open(encoding="utf-8") as results:
        file.executescript(_TABLES)
        rows = ((one["indicator"], one["territory"], one["period"], one["value"]) for one in csv.DictReader(results))
        file.executemany("INSERT INTO observations (indicator, territory, period, value) VALUES (?, ?, ?, ?)", rows)
        file.executemany("INSERT INTO entries (kind, title, names, content) VALUES (?, ?, ?, ?)", prepared.findable)
        file.executescript(_AFTER_FILLING)
    return path
