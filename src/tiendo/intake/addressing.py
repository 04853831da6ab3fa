"""Finds what in a document speaks to software instead of to people. It informs a reviewer; nothing depends on it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Addressed:
    """A stretch of the text, `start` to `end`, that speaks to software; `code` says how it was told."""

    start: int
    end: int
    code: str
