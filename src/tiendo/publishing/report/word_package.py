"""The parts of a Word file beside its text: language, properties, and the packing, which depends on no clock."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from tiendo.publishing.report.model import Report
from tiendo.publishing.report.word_xml import W

if TYPE_CHECKING:
    from docx.document import Document
    from lxml.etree import _Element

LOCALES = {"vi": "vi-VN", "en": "en-GB"}
"""The language of a report as Word names it."""

_HEADERS_AND_FOOTERS = ("/header", "/footer")
_NO_TIME = (1980, 1, 1, 0, 0, 0)  # the first moment that a zip can name
_LONGEST_PROPERTY = 255  # python-docx takes no longer one


def part_roots(document: Document) -> Iterator[_Element]:
    """The roots of all parts that are printed: the text, headers and footers."""
    yield document.element.body
    for relation in document.part.rels.values():
        if relation.reltype.endswith(_HEADERS_AND_FOOTERS) and not relation.is_external:
            yield relation.target_part.element


def try_out(document: Document) -> None:
    """Touch all that is needed of a file that came from outside: python-docx looks at most of it no earlier than that.

    Raises whatever python-docx raises for a file that it cannot use.
    """
    for root in part_roots(document):
        root.tag  # noqa: B018
    _ = document.styles.element, document.core_properties.title
    document.save(BytesIO())


def set_language(document: Document, language: str) -> None:
    """Say in which language the text is, for the spelling checker and for screen readers."""
    styles = document.styles.element
    for path in ("docDefaults", "rPrDefault", "rPr", "lang"):
        child = styles.find(f"{{{W}}}{path}")
        if child is None:
            child = styles.makeelement(f"{{{W}}}{path}")
            # Defaults come first in their parent, and the language last in its own: a validator wants the order.
            styles.append(child) if path == "lang" else styles.insert(0, child)
        styles = child
    for script in ("val", "eastAsia"):
        styles.set(f"{{{W}}}{script}", LOCALES.get(language, language))


def describe(document: Document, report: Report, title: str) -> None:
    """The properties that a file manager and a screen reader show."""
    properties, stamp = document.core_properties, report.stamp
    properties.title = title[:_LONGEST_PROPERTY]
    properties.subject = report.letterhead.subject[:_LONGEST_PROPERTY]
    properties.author = properties.last_modified_by = stamp.by[:_LONGEST_PROPERTY]
    properties.created = properties.modified = _naive(stamp.at)
    properties.language = LOCALES.get(report.language, report.language)
    properties.identifier = stamp.seal[:_LONGEST_PROPERTY]
    properties.revision = 1


def packed(document: Document) -> bytes:
    """The bytes of the file, with no time in them but the stamp's."""
    written = BytesIO()
    document.save(written)
    result = BytesIO()
    with ZipFile(written) as parts, ZipFile(result, "w", ZIP_DEFLATED) as again:
        for part in parts.infolist():
            plain = ZipInfo(part.filename, _NO_TIME)
            plain.compress_type = ZIP_DEFLATED
            plain.create_system = 0  # the same on every system
            again.writestr(plain, parts.read(part))
    return result.getvalue()


def _naive(moment: datetime) -> datetime:
    """python-docx writes times as they are and calls them UTC."""
    return moment.astimezone(UTC).replace(tzinfo=None, microsecond=0)
