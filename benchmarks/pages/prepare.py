"""The record that the pages are measured on: made once in a folder, and used again where the folder has it already."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

from benchmarks.pages.results import YEARS
from benchmarks.pages.texts import write_documents
from benchmarks.processes import TIENDO
from tiendo.facts.period import Period
from tiendo.reference.territories import LANG_SON

_STAMP = "prepared.json"
_WHO_REPORTS = "CTK"
_FINDABLE = "findable.json"


@dataclass(frozen=True, slots=True)
class Size:
    """How much a record holds: years of results, a resolution for each, and so many documents, some of them long."""

    years: int
    documents: int
    long: int


WHOLE = Size(years=len(YEARS), documents=200, long=10)
QUICK = Size(years=2, documents=8, long=1)


@dataclass(frozen=True, slots=True)
class Prepared:
    """What stands in a record, as far as readers ask for it: indicators, and documents by their numbers."""

    folder: Path
    size: Size
    indicators: list[dict[str, str]]
    short: list[int]
    long: list[int]

    @property
    def table(self) -> Path:
        """The results as they were loaded."""
        return self.folder / "results.csv"

    @property
    def findable(self) -> list[list[str]]:
        """All that a search can find: kind, title, other names, and the beginning of what it says."""
        found: list[list[str]] = json.loads((self.folder / _FINDABLE).read_text(encoding="utf-8"))
        return found

    @property
    def years(self) -> range:
        """The years with results."""
        return YEARS[-self.size.years :]


def prepared(folder: Path, size: Size) -> Prepared:
    """The record in that folder; made anew where it is not there or was made of another size."""
    stamp = folder / _STAMP
    if not stamp.is_file() or json.loads(stamp.read_text(encoding="utf-8"))["size"] != asdict(size):
        shutil.rmtree(folder / "record", ignore_errors=True)
        folder.mkdir(parents=True, exist_ok=True)
        with environment_of(folder):
            stamp.write_text(json.dumps({"size": asdict(size), **_made(folder, size)}), encoding="utf-8")
    found = json.loads(stamp.read_text(encoding="utf-8"))
    return Prepared(folder, size, found["indicators"], found["short"], found["long"])


@contextmanager
def environment_of(folder: Path) -> Iterator[None]:
    """For the processes that are started meanwhile, the record in that folder with the settings of a new site."""
    before = dict(os.environ)
    for name in [name for name in os.environ if name.startswith("TIENDO_")]:
        del os.environ[name]
    os.environ["TIENDO_DATA_DIR"] = str(folder / "record")
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)


def record_something(prepared: Prepared) -> None:
    """One result more, which is not published."""
    _load_one(prepared, 1)


def publish_something(prepared: Prepared) -> None:
    """One result more for everybody to see: every page has to be made again for the state of the record changed."""
    _load_one(prepared, 2, "--publish")


def _load_one(prepared: Prepared, month: int, *options: str) -> None:
    path = prepared.folder / "one-more.csv"
    # Of a year without results: a draft of another value for one that is published would take that away.
    period = Period.month(prepared.years[-1] + 1, month)
    line = f"{prepared.indicators[0]['code']},{LANG_SON},{period},{time.time():.2f},,"
    path.write_text(f"indicator,territory,period,value,estimated,cumulative\n{line}\n", encoding="utf-8")
    loading = [*TIENDO, "load", str(path), "--agency", _WHO_REPORTS, *options]
    subprocess.run(loading, check=True, stdout=subprocess.DEVNULL)


def _made(folder: Path, size: Size) -> dict[str, object]:
    """Everything goes the way that it goes in an office, except for made-up indicators and the plans of a year."""
    table = folder / "results.csv"
    plans = [sys.executable, "-m", "benchmarks.pages.plans"]
    texts, long = write_documents(folder / "documents", size.documents - size.years, size.long)
    _run("indicators", [*plans, "indicators", str(table), str(size.years)])
    _run("results", [*TIENDO, "load", str(table)])
    _run("resolutions", [*plans, "resolutions", str(size.years)])
    _run("documents", [*TIENDO, "ingest", "--publish", *map(str, texts), *map(str, long)])
    said = json.loads(_run("what there is", [*plans, "listed"]))
    (folder / _FINDABLE).write_text(json.dumps(said["findable"]), encoding="utf-8")
    names = {path.name for path in long}
    return {
        "indicators": said["indicators"],
        "short": [root for name, root in said["documents"] if name not in names],
        "long": [root for name, root in said["documents"] if name in names],
    }


def _run(what: str, line: list[str]) -> str:
    print(f"· Preparing: {what} …", file=sys.stderr, flush=True)
    return subprocess.run(line, check=True, text=True, stdout=subprocess.PIPE).stdout
