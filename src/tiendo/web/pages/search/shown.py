"""A hit as a page shows it: its address, where it stands, and its words with those marked that were looked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from tiendo.ledger.findable import Findable, Kind
from tiendo.web.pages.reading import Reading
from tiendo.web.pages.tags import address_of
from tiendo.web.search.finding import Answer, Hit
from tiendo.web.search.marking import Piece, excerpt, marked

_LONGEST_TITLE = 180  # characters of the sentence that a task is
_LONGEST_TEXT = 200  # two lines
KINDS = {
    Kind.INDICATOR: "search.kind.indicator",
    Kind.DOCUMENT: "search.kind.document",
    Kind.AGENCY: "search.kind.agency",
    Kind.TASK: "search.kind.task",
    Kind.PROVISION: "search.kind.provision",
}
"""What the things of a kind are called."""
_ONE = {
    Kind.INDICATOR: "search.one.indicator",
    Kind.DOCUMENT: "search.one.document",
    Kind.AGENCY: "search.one.agency",
    Kind.TASK: "search.one.task",
    Kind.PROVISION: "search.one.provision",
}
_PAGES = {Kind.INDICATOR: "indicator", Kind.AGENCY: "agency", Kind.TASK: "task"}


@dataclass(frozen=True, slots=True)
class Shown:
    """A result. `place` is where it stands, outermost first; `called` is another name of it that holds the words.

    `words` is the key of what a thing of its kind is called.
    """

    kind: Kind
    words: str
    address: str
    title: SafeString
    called: SafeString
    text: SafeString
    place: tuple[str, ...]
    day: date | None


def shown(hit: Hit, found: Answer, reading: Reading) -> Shown:
    """The hit for the page that is read."""
    one = hit.entry
    title = one.english if one.english and reading.language == "en" else one.title
    pieces = excerpt(title, hit.terms, _LONGEST_TITLE)
    text = () if one.context in title else excerpt(one.context, hit.terms, _LONGEST_TEXT)
    return Shown(
        kind=one.kind,
        words=_ONE[one.kind],
        address=_address(one, reading),
        title=_html(pieces),
        called=_html(_called(one, title, hit, pieces)),
        text=_html(text),
        place=_place(one, found),
        day=one.day,
    )


def _html(pieces: Sequence[Piece]) -> SafeString:
    """The pieces as HTML: what stands in documents is escaped here, only the tags around a piece are ours."""
    escaped = (f"<mark>{escape(one.text)}</mark>" if one.marked else escape(one.text) for one in pieces)
    return mark_safe("".join(escaped))  # noqa: S308 each piece was escaped in the line above


def _address(one: Findable, reading: Reading) -> str:
    """Where the thing is shown, as it was known on the day that is read."""
    time = f"?asOf={reading.as_of.isoformat()}" if reading.as_of else ""
    if one.kind in _PAGES:
        return f"{address_of(_PAGES[one.kind], one.key)}{time}"
    place = f"#at-{one.start}" if one.start is not None else ""
    return f"{address_of('document', one.document)}{time}{place}"


def _called(one: Findable, title: str, hit: Hit, pieces: Sequence[Piece]) -> list[Piece]:
    """The other name by which it was found, where the title does not show why; a document's subject is shown anyway."""
    if one.kind is Kind.DOCUMENT or len(_words(pieces)) == len({term.word for term in hit.terms}):
        return []
    names = [marked(name, hit.terms) for name in (one.title, *one.names, *one.codes) if name != title]
    best = max(names, key=lambda name: len(_words(name)), default=[])
    return best if len(_words(best)) > len(_words(pieces)) else []


def _words(pieces: Sequence[Piece]) -> set[str]:
    return {word for piece in pieces if piece.marked for word in piece.text.lower().split()}


def _place(one: Findable, found: Answer) -> tuple[str, ...]:
    """Where it stands. A task names its document only to those who may see that; its own agencies see it without."""
    if one.kind is not Kind.TASK or one.document is None:
        return one.place
    document = found.index.documents.get(one.document)
    may_see = document is not None and bool(found.seen >> document & 1)
    return (found.index.entries[document].title,) if document is not None and may_see else ()
