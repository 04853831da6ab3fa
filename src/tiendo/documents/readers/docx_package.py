"""Opens a Word file's parts: never more than the limits allow, never with a DOCTYPE, never from the network."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from io import BytesIO
from posixpath import dirname, join, normpath
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, LargeZipFile, ZipFile, ZipInfo

from tiendo.documents.readers import refusals
from tiendo.documents.readers.source import Source
from tiendo.facts.errors import DamagedDocument, DocumentTooLarge

if TYPE_CHECKING:
    from lxml.etree import _Element

_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_MAIN_PART_TYPE = "/officeDocument"
_ENCRYPTED = 0x1  # general purpose bit 0 of a zip member

# One byte a character, or two in either byte order: a part may be written in UTF-16.
_DOCTYPE = re.compile(b"<\0?!\0?D\0?O\0?C\0?T\0?Y\0?P\0?E")

# What the standard library raises for a zip that is cut short or mutated.
_ZIP_ERRORS = (BadZipFile, LargeZipFile, zlib.error, EOFError, NotImplementedError, ValueError, OverflowError)


class Package:
    """The parts of a Word file by name; every part that is taken counts against `max_expanded_bytes`."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._left = source.limits.max_expanded_bytes
        try:
            self._zip = ZipFile(BytesIO(source.data))
        except _ZIP_ERRORS as broken:
            raise self._damaged() from broken
        self._members = {member.filename: member for member in self._zip.infolist()}
        if sum(member.file_size for member in self._members.values()) > self._left:
            raise self._too_large()

    def __contains__(self, part: str) -> bool:
        return part in self._members

    def names(self) -> tuple[str, ...]:
        """The names of all parts."""
        return tuple(self._members)

    def main_part(self) -> str | None:
        """The name of the part that holds the text, mostly `word/document.xml`."""
        for relation in self.elements("_rels/.rels", _RELATIONSHIP):
            if relation.get("Type", "").endswith(_MAIN_PART_TYPE):
                return normpath(relation.get("Target", "").lstrip("/"))
        return None

    def elements(self, part: str, *tags: str, within: str | None = None) -> Iterator[_Element]:
        """The elements with one of `tags` in an XML part, each as soon as it is complete, then emptied.

        With `within`, only those whose parent has that tag. A part that is missing has none.
        """
        from lxml import etree

        data = self._part(part)
        events = etree.iterparse(
            BytesIO(data), tag=tags, resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True,
            remove_pis=True,
        )  # fmt: skip
        try:
            for _, element in events if data else ():
                parent = element.getparent()
                if within is not None and (parent is None or parent.tag != within):
                    continue
                if element.getroottree().docinfo.internalDTD is not None:  # in an encoding that hid it from the search
                    raise refusals.holds_a_dtd(self._source.name)
                yield element
                _release(element)
        except etree.XMLSyntaxError as broken:
            raise self._damaged() from broken

    def _part(self, name: str) -> bytes:
        """A part unpacked no further than the limit, whatever size the zip declares."""
        member = self._members.get(name)
        if member is None:
            return b""
        if member.flag_bits & _ENCRYPTED:
            raise refusals.protected(self._source.name)
        data = self._inflated(member)
        self._left -= len(data)
        if self._left < 0:
            raise self._too_large()
        if _DOCTYPE.search(data):
            raise refusals.holds_a_dtd(self._source.name)
        return data

    def _inflated(self, member: ZipInfo) -> bytes:
        if member.compress_type not in (ZIP_STORED, ZIP_DEFLATED):  # Word writes no other
            raise self._damaged()
        try:
            with self._zip.open(member) as stream:
                return stream.read(self._left + 1)
        except _ZIP_ERRORS as broken:
            raise self._damaged() from broken

    def _damaged(self) -> DamagedDocument:
        return refusals.damaged(self._source.name, "Word")

    def _too_large(self) -> DocumentTooLarge:
        return refusals.expands_too_much(self._source.name, self._source.limits.max_expanded_bytes)


def beside(part: str, name: str) -> str:
    """The part called `name` in the folder of another part."""
    return join(dirname(part), name)


def _release(element: _Element) -> None:
    """Frees an element that was read and its elder siblings, so that memory stays flat."""
    element.clear()
    parent = element.getparent()
    while parent is not None and parent[0] is not element:
        del parent[0]
