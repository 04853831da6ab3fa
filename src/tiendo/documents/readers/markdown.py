"""Reads Markdown (.md): the text exactly as it is in the file, marks included; pipe tables have cells in place."""

from __future__ import annotations

from tiendo.documents.model import RawText
from tiendo.documents.readers.result import of_plain_text
from tiendo.documents.readers.source import Source


def read_markdown(source: Source) -> RawText:
    """The file's text in NFC with `\\n` line ends; `WrongFormat` where the bytes are no text."""
    return of_plain_text(source, "md")
