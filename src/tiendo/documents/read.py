"""Reads a file of any known format into a `Document`: the room's doorway for files."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path

from tiendo.documents.limits import DEFAULT, Limits
from tiendo.documents.metadata import read_metadata
from tiendo.documents.model import Document, Note, RawText
from tiendo.documents.outline import outline
from tiendo.documents.readers import refusals
from tiendo.documents.readers.docx import read_docx
from tiendo.documents.readers.formats import Format, recognise
from tiendo.documents.readers.html import read_html, read_mhtml
from tiendo.documents.readers.images import read_image
from tiendo.documents.readers.legacy_word import read_legacy_word
from tiendo.documents.readers.markdown import read_markdown
from tiendo.documents.readers.pdf import read_pdf
from tiendo.documents.readers.plain import read_plain
from tiendo.documents.readers.source import Source

_READERS: dict[Format, Callable[[Source], RawText]] = {
    Format.TEXT: read_plain,
    Format.MARKDOWN: read_markdown,
    Format.HTML: read_html,
    Format.WEB_ARCHIVE: read_mhtml,
    Format.WORD: read_docx,
    Format.LEGACY_WORD: read_legacy_word,
    Format.PDF: read_pdf,
    Format.IMAGE: read_image,
}

# Letters that only Vietnamese has: with horn or breve, and those with two marks.
_VIETNAMESE_LETTERS = re.compile(r"[ăđơưẠ-ỹ]", re.IGNORECASE)
# Enough letters to tell a language by; a slip or a title may be shorter.
_LETTERS_NEEDED = 200
_LANGUAGE_SAMPLE = 4_000
# About a fifth of the letters of Vietnamese text are such; in a text that only quotes it, hardly any.
_VIETNAMESE_SHARE = 0.02

_NOT_VIETNAMESE = Note(
    "language-not-vietnamese",
    "Văn bản hầu như không có chữ tiếng Việt có dấu nên có thể không tìm được số liệu nào:"
    " hãy kiểm tra ngôn ngữ và phông chữ.",
    "There are hardly any Vietnamese letters in the text, so little may be found: check its language and its font.",
)


def read_document(path: str | os.PathLike[str], *, name: str | None = None, limits: Limits = DEFAULT) -> Document:
    """Read a file; any reason not to is an `UnreadableDocument` that names the file.

    `name` is what the file is called where it does not lie under its own name: its ending tells the format of text.

    The text of .txt and .md files is exactly the file's, in NFC with `\\n` line ends; of other
    formats it is laid out as `documents.tables` says.
    """
    called = _printable(name or path)
    source = Source(called, load_bytes(Path(path), called, limits.max_bytes), limits)
    return _document(source, _READERS[recognise(source)](source))


def _printable(name: str | os.PathLike[str]) -> str:
    """A name that can be printed, whatever bytes it has."""
    return os.fsencode(name).decode("utf-8", "backslashreplace")


def load_bytes(path: Path, name: str, max_bytes: int) -> bytes:
    """The bytes of a file; never more than `max_bytes` and one are read. Raises `UnreadableDocument`."""
    try:
        if path.is_dir():
            raise refusals.folder(name)
        with path.open("rb") as stream:
            if os.fstat(stream.fileno()).st_size > max_bytes:
                raise refusals.too_many_bytes(name, max_bytes)
            data = stream.read(max_bytes + 1)  # a pipe has no size
    except FileNotFoundError as absent:
        raise refusals.missing(name) from absent
    except (OSError, ValueError) as refused:
        raise refusals.not_opened(name, str(getattr(refused, "strerror", None) or refused)) from refused
    if len(data) > max_bytes:
        raise refusals.too_many_bytes(name, max_bytes)
    if not data:
        raise refusals.empty(name)
    return data


def _document(source: Source, raw: RawText) -> Document:
    if len(raw.text) > source.limits.max_text_chars:
        raise refusals.too_much_text(source.name, source.limits.max_text_chars)
    if not raw.text.strip():
        raise refusals.no_text(source.name)
    blocks = outline(raw.text, raw.tables)
    notes = raw.notes if _seems_vietnamese(raw.text) else (*raw.notes, _NOT_VIETNAMESE)
    return Document(
        source=source.name,
        format=raw.format,
        text=raw.text,
        blocks=blocks,
        tables=raw.tables,
        metadata=read_metadata(raw.text, blocks),
        notes=notes,
    )


def _seems_vietnamese(text: str) -> bool:
    """False for a text of some length that has next to no letters of Vietnamese."""
    sample = text[:_LANGUAGE_SAMPLE]
    letters = sum(map(str.isalpha, sample))
    if letters < _LETTERS_NEEDED:
        return True
    return len(_VIETNAMESE_LETTERS.findall(sample)) >= _VIETNAMESE_SHARE * letters
