"""What was made for readers already, by a tag that says what it shows: in memory, and in a folder for all processes.

A tag is never given to anything else, so nothing on a shelf is ever wrong; what nobody asked for lately makes room.
"""

from __future__ import annotations

import hashlib
import logging
import os
import threading
from collections import OrderedDict
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Final

from django.conf import settings

LARGEST_SHELF: Final = 64 * 1024 * 1024  # bytes a process: some thousand packed pages
LARGEST_FOLDER: Final = 512 * 1024 * 1024  # bytes of all processes: the pages of some states of the record
_LARGEST_SHARE: Final = 16  # nothing takes more than a sixteenth of a shelf
_LOOKED_AFTER: Final = 256  # so many are written before the folder is looked through
_LEFT: Final = 0.75  # of a folder that was too large
_SEAL: Final = 16  # bytes before what is kept: a file that was torn when the power went is told by them

_LOG = logging.getLogger(__name__)


class Folder:
    """Packed pages as files. A disk that is full or not ours to write holds up no reader: they are made again."""

    def __init__(self, path: Callable[[], Path], largest: int = LARGEST_FOLDER) -> None:
        self._path = path
        self._largest = largest
        self._written = 0

    def get(self, tag: str) -> bytes | None:
        """What lies there with that tag, if it is whole."""
        try:
            found = self._file(tag).read_bytes()
        except OSError:
            return None
        seal, page = found[:_SEAL], found[_SEAL:]
        return page if seal == _seal(page) else None

    def put(self, tag: str, page: bytes) -> None:
        """Lay it there; in one step, so that nobody reads half of it."""
        file = self._file(tag)
        draft = file.with_name(f"{file.name}.{os.getpid()}-{threading.get_ident()}")
        try:
            file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            draft.write_bytes(_seal(page) + page)
            draft.replace(file)
        except OSError as fault:
            _LOG.warning("made pages are not kept in %s (%s)", file.parent, fault.strerror)
            with suppress(OSError):
                draft.unlink()
            return
        self._written += 1
        if self._written % _LOOKED_AFTER == 0:
            self._make_room()

    def _make_room(self) -> None:
        files = []
        for entry in os.scandir(self._path()):
            with suppress(FileNotFoundError):
                files.append((entry.stat().st_mtime, entry.stat().st_size, entry.path))
        size = sum(size for _, size, _ in files)
        if size <= self._largest:
            return
        for _, one, path in sorted(files):
            with suppress(FileNotFoundError):
                os.unlink(path)  # noqa: PTH108 what `scandir` gives is a string
            size -= one
            if size <= self._largest * _LEFT:
                return

    def _file(self, tag: str) -> Path:
        return self._path() / hashlib.sha256(tag.encode()).hexdigest()


def _seal(page: bytes) -> bytes:
    return hashlib.blake2b(page, digest_size=_SEAL).digest()


class Shelf:
    """Packed pages by their tag, in memory and, where there is one, in a folder behind it."""

    def __init__(self, largest: int = LARGEST_SHELF, folder: Folder | None = None) -> None:
        self._largest = largest
        self._folder = folder
        self._size = 0
        self._pages: OrderedDict[str, bytes] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, tag: str) -> bytes | None:
        """The page with that tag, if it is there."""
        with self._lock:
            page = self._pages.get(tag)
            if page is not None:
                self._pages.move_to_end(tag)
                return page
        page = self._folder.get(tag) if self._folder else None
        if page is not None:
            self._hold(tag, page)
        return page

    def put(self, tag: str, page: bytes) -> None:
        """Keep a page, unless it is too large."""
        if self._hold(tag, page) and self._folder:
            self._folder.put(tag, page)

    def _hold(self, tag: str, page: bytes) -> bool:
        if len(page) > self._largest // _LARGEST_SHARE:
            return False
        with self._lock:
            self._size += len(page) - len(self._pages.pop(tag, b""))
            self._pages[tag] = page
            while self._size > self._largest:
                self._size -= len(self._pages.popitem(last=False)[1])
        return True


def _made_pages() -> Path:
    folder: Path = settings.TIENDO.data_dir / "made" / "pages"
    return folder


PAGES: Final = Shelf(folder=Folder(_made_pages))
"""Whole pages of the public, and what of them many pages share."""
