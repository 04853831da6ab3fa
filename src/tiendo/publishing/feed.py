"""An Atom feed (RFC 4287): what is new, for programs that look now and then."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from xml.etree import ElementTree

from tiendo import __version__
from tiendo.publishing.columns import cut, printable

MEDIA_TYPE = "application/atom+xml; charset=utf-8"
_ATOM = "http://www.w3.org/2005/Atom"
ElementTree.register_namespace("", _ATOM)  # without a prefix, as everybody writes it
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_PRODUCT = "Tiến Độ"
_LONGEST_TITLE, _LONGEST_SUMMARY = 300, 1_000  # letters: what documents say is bounded


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedEntry:
    """One piece of news. `id` is a URI that names it for ever, `kind` its category, `address` its page."""

    id: str
    kind: str
    title: str
    summary: str
    updated: datetime
    published: datetime
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """A feed with its newest entries first.

    `address` is where it stands itself, `page` the page that says the same to people, `author` whose record it is.
    `updated` counts where there is no entry.
    """

    id: str
    title: str
    language: str
    author: str
    rights: str
    address: str
    page: str
    updated: datetime
    entries: tuple[FeedEntry, ...]


def tag_uri(host: str, day: date, specific: str) -> str:
    """A URI that names a thing without being its address (RFC 4151): who had the name `host` on a day coined it."""
    return f"tag:{host},{day.isoformat()}:{specific}"


def as_atom(feed: Feed) -> bytes:
    """The document in UTF-8; the same feed gives the same bytes."""
    root = ElementTree.Element(f"{{{_ATOM}}}feed", {_LANGUAGE: feed.language})
    _add(root, "id", feed.id)
    _add(root, "title", feed.title)
    _add(root, "updated", _moment(max([one.updated for one in feed.entries], default=feed.updated)))
    author = _add(root, "author")
    _add(author, "name", feed.author)
    _link(root, "self", feed.address, "application/atom+xml")
    _link(root, "alternate", feed.page, "text/html")
    if feed.rights:
        _add(root, "rights", feed.rights)
    _add(root, "generator", _PRODUCT, version=__version__)
    _add_entries(root, feed.entries)
    written: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return written + b"\n"


def _add_entries(root: ElementTree.Element, entries: Iterable[FeedEntry]) -> None:
    for one in entries:
        entry = _add(root, "entry")
        _add(entry, "id", one.id)
        _add(entry, "title", cut(printable(one.title), _LONGEST_TITLE))
        _add(entry, "updated", _moment(one.updated))
        _add(entry, "published", _moment(one.published))
        _link(entry, "alternate", one.address, "text/html")
        _add(entry, "category", term=one.kind)
        _add(entry, "summary", cut(printable(one.summary), _LONGEST_SUMMARY))


def _add(parent: ElementTree.Element, name: str, text: str | None = None, **attributes: str) -> ElementTree.Element:
    element = ElementTree.SubElement(parent, f"{{{_ATOM}}}{name}", attributes)
    element.text = None if text is None else printable(text)
    return element


def _link(parent: ElementTree.Element, relation: str, address: str, media_type: str) -> None:
    _add(parent, "link", rel=relation, type=media_type, href=address)


def _moment(at: datetime) -> str:
    return at.astimezone(UTC).replace(microsecond=0).isoformat().replace("+00:00", "Z")
