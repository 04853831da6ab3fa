"""How many pages a site makes before they are asked for, and how long that takes it."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from benchmarks.pages.prepare import Prepared

_LOOKS_EVERY = 2.0  # seconds
_RESTS_FOR = 20.0  # seconds without a new page: all are made
_LONGEST = 1_200.0  # seconds


@dataclass(frozen=True, slots=True)
class Ahead:
    """So many pages and sheets were made, in so many seconds of a machine that has nothing else to do."""

    pages: int
    seconds: float


@contextmanager
def without_pages_ahead(prepared: Prepared) -> Iterator[None]:
    """For the server that is started meanwhile: nothing was made before, and nothing is made ahead."""
    shutil.rmtree(_folder(prepared), ignore_errors=True)
    os.environ["TIENDO_PAGES_AHEAD"] = "0"
    try:
        yield
    finally:
        del os.environ["TIENDO_PAGES_AHEAD"]


def made_ahead(prepared: Prepared) -> Ahead:
    """Wait until a server that was just started has made its pages; what was made before is thrown away."""
    shutil.rmtree(_folder(prepared), ignore_errors=True)
    begin = last = time.monotonic()
    pages = 0
    while time.monotonic() - last < _RESTS_FOR and time.monotonic() - begin < _LONGEST:
        time.sleep(_LOOKS_EVERY)
        found = len(list(_folder(prepared).glob("*")))
        if found != pages:
            pages, last = found, time.monotonic()
    return Ahead(pages, last - begin)


def _folder(prepared: Prepared) -> Path:
    return prepared.folder / "record" / "made" / "pages"
