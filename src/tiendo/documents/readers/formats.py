"""Tells a file's format: by what its first bytes say, and for plain text by the ending of its name."""

from __future__ import annotations

import re
from enum import Enum
from io import BytesIO
from pathlib import PurePath
from zipfile import BadZipFile, ZipFile

from tiendo.documents.readers import refusals
from tiendo.documents.readers.legacy_word import has_stream, is_encrypted_word
from tiendo.documents.readers.source import Source


class Format(Enum):
    """The formats that have a reader."""

    TEXT = "txt"
    MARKDOWN = "md"
    HTML = "html"
    WEB_ARCHIVE = "mht"
    WORD = "docx"
    LEGACY_WORD = "doc"
    PDF = "pdf"
    IMAGE = "image"


_ZIP, _EMPTY_ZIP = b"PK\x03\x04", b"PK\x05\x06"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_RICH_TEXT = b"{\\rtf"
_IMAGES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"II*\0", b"MM\0*")
_PDF = b"%PDF-"
# Readers of PDF accept other bytes before the header, within the first kilobyte.
_HEADER_WITHIN = 1024
_HTML = re.compile(rb"<(?:!doctype\s+html|html|head|body|table|div|p)[\s>]", re.IGNORECASE)
_MIME = re.compile(rb"\s*(?:[\w-]+:[^\n]*\n|[ \t]+[^\n]*\n)*?mime-version:", re.IGNORECASE)

# What files of these endings hold is binary, so text in them is an error page or a wrong name.
_BINARY_ENDINGS = frozenset((".docx", ".docm", ".dotx", ".pdf", ".png", ".jpg", ".jpeg", ".tif", ".tiff", ".zip"))
_TEXT_ENDINGS = {
    ".md": Format.MARKDOWN, ".markdown": Format.MARKDOWN, ".htm": Format.HTML, ".html": Format.HTML,
    ".xhtml": Format.HTML, ".mht": Format.WEB_ARCHIVE, ".mhtml": Format.WEB_ARCHIVE,
}  # fmt: skip
SUFFIXES = frozenset(
    (".txt", ".doc", ".docx", ".docm", ".pdf", ".png", ".jpg", ".jpeg", ".tif", ".tiff", *_TEXT_ENDINGS)
)
"""The endings by which a document is told in a folder; a file that is named is read whatever its ending."""

_OFFICE_FOLDERS = (
    ("xl/", "bảng tính Excel", "an Excel workbook"),
    ("ppt/", "bản trình chiếu PowerPoint", "a PowerPoint presentation"),
    ("content.xml", "tệp OpenDocument", "an OpenDocument file"),
    ("META-INF/container.xml", "sách điện tử EPUB", "an EPUB book"),
)


def recognise(source: Source) -> Format:
    """The format of a file; `WrongFormat` or `ProtectedDocument` where its kind alone rules it out."""
    data = source.data
    if data.startswith((_ZIP, _EMPTY_ZIP)):
        return _office_format(source)
    if data.startswith(_OLE):
        return _ole_format(source)
    if data.startswith(_RICH_TEXT):
        return Format.LEGACY_WORD
    if data.startswith(_IMAGES):
        return Format.IMAGE
    if _PDF in data[:_HEADER_WITHIN]:
        return Format.PDF
    return _text_format(source)


def _office_format(source: Source) -> Format:
    """Word, or a refusal that says what else is in the zip."""
    try:
        with ZipFile(BytesIO(source.data)) as archive:
            names = archive.namelist()
    except (BadZipFile, ValueError, OverflowError, NotImplementedError) as broken:
        raise refusals.damaged(source.name, "Word") from broken
    if any(name.startswith("word/") for name in names):
        return Format.WORD
    for folder, vi, en in _OFFICE_FOLDERS:
        if any(name.startswith(folder) for name in names):
            raise refusals.no_reader(source.name, vi, en)
    raise refusals.no_reader(source.name, "tệp nén", "an archive")


def _ole_format(source: Source) -> Format:
    """Word of before 2007, or a refusal: the same container holds other office files and encrypted new ones."""
    if has_stream(source.data, "EncryptedPackage") or is_encrypted_word(source.data):
        raise refusals.protected(source.name)
    if has_stream(source.data, "WordDocument"):
        return Format.LEGACY_WORD
    raise refusals.no_reader(source.name, "tệp Office không phải Word", "an Office file other than Word's")


def _text_format(source: Source) -> Format:
    ending = PurePath(source.name).suffix.lower()
    if ending in _BINARY_ENDINGS:
        raise refusals.misnamed(source.name, ending)
    beginning = source.data[:_HEADER_WITHIN].replace(b"\0", b"")  # markup in UTF-16 too
    if ending in _TEXT_ENDINGS:
        return _TEXT_ENDINGS[ending]
    if beginning.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").startswith(b"<") and _HTML.search(beginning):
        return Format.HTML
    if ending == ".doc":  # web sites hand out HTML and web archives under this name, and Word opens them
        if _MIME.match(beginning):
            return Format.WEB_ARCHIVE
        raise refusals.misnamed(source.name, ending)
    return Format.TEXT
