"""Cuts a stretch of the reading copy into sentences."""

from __future__ import annotations

from collections.abc import Iterator

from tiendo.extraction.phrases import ABBREVIATION, SENTENCE_BREAK


def sentence_spans(reading: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Half-open spans of the sentences between `start` and `end`, in order; together they cover it."""
    begin = start
    depth_from = start
    depth = 0
    for found in SENTENCE_BREAK.finditer(reading, start, end):
        stop = found.start() + 1
        piece = reading[depth_from:stop]
        depth += piece.count("(") - piece.count(")")
        depth_from = stop
        if depth > 0 and reading.find(")", stop, min(end, stop + 400)) >= 0:
            continue
        depth = 0
        if ABBREVIATION.search(reading[max(begin, stop - 8) : stop]):
            continue
        yield begin, found.end()
        begin = found.end()
    if begin < end:
        yield begin, end
