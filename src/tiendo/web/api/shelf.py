"""Answers that were made already, kept in the memory of the process: what the record held then never changes.

Whether an answer is still right is in its ETag, so nothing here ever has to be thrown away for being old.
"""

from __future__ import annotations

import threading
import zlib
from collections import OrderedDict
from dataclasses import dataclass
from typing import Final

LARGEST_SHELF: Final = 64 * 1024 * 1024  # bytes a process: a thousand scoreboards of 500 indicators, or 20,000 pages
_QUICKLY: Final = 1  # zlib's quickest level makes a tenth of such JSON; to unpack it takes a hundredth of making it
_LARGEST_SHARE: Final = 8  # no answer takes more than an eighth of it


@dataclass(frozen=True, slots=True)
class Kept:
    """A rendered answer: its body, and the link to the next page where it has one."""

    content: bytes
    link: str | None = None


@dataclass(frozen=True, slots=True)
class _Packed:
    """A rendered answer as it lies on the shelf."""

    content: bytes
    link: str | None


class Shelf:
    """Answers by their ETag; the ones that nobody asked for lately make room."""

    def __init__(self, largest: int = LARGEST_SHELF) -> None:
        self._largest = largest
        self._size = 0
        self._packed: OrderedDict[str, _Packed] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, etag: str) -> Kept | None:
        """The answer with that ETag, if it is there."""
        with self._lock:
            packed = self._packed.get(etag)
            if packed is None:
                return None
            self._packed.move_to_end(etag)
        return Kept(zlib.decompress(packed.content), packed.link)

    def put(self, etag: str, kept: Kept) -> None:
        """Keep an answer, unless it is too large."""
        packed = _Packed(zlib.compress(kept.content, _QUICKLY), kept.link)
        if len(packed.content) > self._largest // _LARGEST_SHARE:
            return
        with self._lock:
            before = self._packed.pop(etag, None)
            self._size += len(packed.content) - (len(before.content) if before else 0)
            self._packed[etag] = packed
            while self._size > self._largest:
                _, dropped = self._packed.popitem(last=False)
                self._size -= len(dropped.content)
