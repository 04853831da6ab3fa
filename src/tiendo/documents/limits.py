"""How large a document may be before it is refused: bounds on time and memory for files nobody has vetted."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Self

MEBIBYTE = 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Upper bounds, each checked before the memory is spent.

    `max_bytes`: the file itself; a provincial plan with scanned annexes stays below 60 MB.
    `max_expanded_bytes`: all that a compressed file says it unpacks to, and what it unpacks to in fact;
    office files seldom grow more than fourfold, bombs grow a thousandfold.
    `max_pages`: pages of a PDF; the longest master plans have some 1,200.
    `max_ocr_pages`: pages that are recognised from pictures, at one to two seconds each.
    `max_pixels`: a picture that is recognised; A3 at 600 dots an inch has 70 million.
    `max_text_chars`: the text itself; a document of 20 MB has to be read, and more is a data dump.
    """

    max_bytes: int = 64 * MEBIBYTE
    max_expanded_bytes: int = 256 * MEBIBYTE
    max_pages: int = 2_000
    max_ocr_pages: int = 200
    max_pixels: int = 100_000_000
    max_text_chars: int = 32 * MEBIBYTE

    def for_size(self, max_bytes: int) -> Self:
        """The limits for files of up to `max_bytes`; what a file may hold grows with what it may weigh."""
        growth = max(1.0, max_bytes / self.max_bytes)
        return replace(
            self,
            max_bytes=max_bytes,
            max_expanded_bytes=int(self.max_expanded_bytes * growth),
            max_text_chars=int(self.max_text_chars * growth),
        )


DEFAULT = Limits()
