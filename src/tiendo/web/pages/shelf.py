"""Pages of the public that were made already, in the memory of the process; the tag of a page says what it shows."""

from __future__ import annotations

import threading
from collections import OrderedDict
from typing import Final

LARGEST_SHELF: Final = 64 * 1024 * 1024  # bytes a process: some thousand packed pages
_LARGEST_SHARE: Final = 16  # no page takes more than a sixteenth of it


class Shelf:
    """Packed pages by their tag; the ones that nobody asked for lately make room."""

    def __init__(self, largest: int = LARGEST_SHELF) -> None:
        self._largest = largest
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

    def put(self, tag: str, page: bytes) -> None:
        """Keep a page, unless it is too large."""
        if len(page) > self._largest // _LARGEST_SHARE:
            return
        with self._lock:
            self._size += len(page) - len(self._pages.pop(tag, b""))
            self._pages[tag] = page
            while self._size > self._largest:
                self._size -= len(self._pages.popitem(last=False)[1])


PAGES: Final = Shelf()
