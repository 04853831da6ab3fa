"""Reads plain text (.txt): the text exactly as it is in the file, so that offsets can be checked against it."""

from __future__ import annotations

from tiendo.documents.model import RawText
from tiendo.documents.readers.result import of_plain_text
from tiendo.documents.readers.source import Source


def read_plain(source: Source) -> RawText:
    """The file's text in NFC with `\\n` line ends; `WrongFormat` where the bytes are no text."""
    return of_plain_text(source, "txt")
