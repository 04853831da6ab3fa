"""A Word file as the tests look at it: the parts inside the zip, and lengths in millimetres and points."""

from __future__ import annotations

import zipfile
from io import BytesIO

from docx import Document
from docx.document import Document as WordDocument
from docx.text.paragraph import Paragraph
from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def part(data: bytes, name: str) -> etree._Element:
    """The root of a part of the file."""
    return etree.fromstring(zipfile.ZipFile(BytesIO(data)).read(name))


def names(data: bytes) -> list[str]:
    """The names of all parts, in their order."""
    return zipfile.ZipFile(BytesIO(data)).namelist()


def with_part(data: bytes, name: str, content: bytes | None) -> bytes:
    """The file with another content in that part; `None` takes it out."""
    result = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED) as new:
        for each in old.namelist():
            if each != name:
                new.writestr(each, old.read(each))
        if content is not None:
            new.writestr(name, content)
    return result.getvalue()


def replaced(data: bytes, name: str, old: str, new: str) -> bytes:
    """The file with other words in that part, once."""
    content = zipfile.ZipFile(BytesIO(data)).read(name).decode()
    assert old in content, f"{old!r} does not stand in {name}"
    return with_part(data, name, content.replace(old, new, 1).encode())


def opened(data: bytes) -> WordDocument:
    """The file as python-docx reads it."""
    return Document(BytesIO(data))


def all_paragraphs(document: WordDocument) -> list[Paragraph]:
    """The paragraphs of the whole text in their order, those in tables too."""
    return [Paragraph(element, document) for element in document.element.body.iter(f"{W}p")]


def text_of(element: etree._Element) -> str:
    """All words below an element, those in content controls too."""
    return "".join(text.text or "" for text in element.iter(f"{W}t"))


def paragraph_with(document: WordDocument, words: str) -> Paragraph:
    """The first paragraph that holds these words."""
    return next(each for each in all_paragraphs(document) if words in text_of(each._element))
