"""A zip that is written as it is sent: its files one after the other, the same bytes for the same content."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

# The first moment that a zip can name: when it was written says nothing about the data.
NO_TIME = (1980, 1, 1, 0, 0, 0)
_READABLE_BY_ALL = 0o644 << 16

Part = tuple[str, Iterable[bytes]]


def zip_chunks(parts: Iterable[Part]) -> Iterator[bytes]:
    """The archive piece by piece; a part is asked for only when the one before it is written."""
    out = _Stream()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for name, chunks in parts:
            info = ZipInfo(name, NO_TIME)
            info.compress_type = ZIP_DEFLATED
            info.external_attr = _READABLE_BY_ALL
            with archive.open(info, "w", force_zip64=True) as member:
                for chunk in chunks:
                    member.write(chunk)
                    yield out.taken()
    yield out.taken()


class _Stream(io.RawIOBase):
    """A place that can be written to and not gone back in, like a connection."""

    def __init__(self) -> None:
        self._parts: list[bytes] = []

    def writable(self) -> bool:
        """Yes, and nothing else."""
        return True

    def write(self, part: Any) -> int:
        """Keep it until it is taken."""
        self._parts.append(bytes(part))
        return len(part)

    def taken(self) -> bytes:
        """What was written since this was asked the last time."""
        content, self._parts = b"".join(self._parts), []
        return content
