"""Puts marks into a stretch of text: they may nest, overlap and cross, and the text itself never changes.

A stretch is cut wherever a mark begins or ends. Each piece shows all marks that cover it and leads to the innermost
of them; a mark that is nowhere innermost gets a small link of its own behind its last piece, so each can be reached.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from django.utils.html import escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """Something at a place of the text.

    `start` and `end` are offsets of the whole text. `key` becomes the anchor, `kind` and `flags` become classes,
    `address` is where it leads, `opens` the fact that it belongs to, `reading` the lines that say how it was read.
    """

    key: str
    kind: str
    start: int
    end: int
    address: str
    reading: str
    opens: int | None = None
    flags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of text under the same marks, outermost first; `begun` and `ended` are those whose edge it holds."""

    start: int
    end: int
    marks: tuple[Mark, ...]
    begun: tuple[Mark, ...] = ()
    ended: tuple[Mark, ...] = ()


def pieces(start: int, end: int, marks: Iterable[Mark], places: Iterable[int] = ()) -> list[Piece]:
    """The text from `start` to `end`, cut at the edges of marks and at `places`; the pieces together are all of it."""
    inside = sorted((one for one in marks if one.start < end and one.end > start), key=_outermost_first)
    wanted = [*places, *(edge for one in inside for edge in (one.start, one.end))]
    edges = sorted({start, end, *(edge for edge in wanted if start < edge < end)})
    found: list[Piece] = []
    for left, right in pairwise(edges):
        covering = tuple(one for one in inside if one.start <= left and one.end >= right)
        begun = tuple(one for one in covering if one.start == left)
        ended = tuple(one for one in covering if min(one.end, end) == right)
        found.append(Piece(left, right, covering, begun, ended))
    return found


def marked_html(text: str, offset: int, marks: Iterable[Mark], places: Collection[int] = ()) -> SafeString:
    """A stretch of text that begins at `offset` of the whole, as HTML; without the tags it is exactly the text.

    A mark begins with an anchor of its key; `places` get anchors of their own, `at-1791`.
    """
    cut = pieces(offset, offset + len(text), marks, places)
    innermost = {piece.marks[-1].key for piece in cut if piece.marks}
    seen: set[str] = set()
    written: list[str] = []
    for piece in cut:
        words = text[piece.start - offset : piece.end - offset]
        if piece.start in places:
            written.append(format_html('<span class="place" id="{}"></span>', anchor_at(piece.start)))
        if not piece.marks:
            written.append(escape(words))
            continue
        own = piece.marks[-1]
        written += _piece_html(words, piece, innermost, is_first=own.key not in seen)
        seen.add(own.key)
    # Each part was escaped where it was made.
    return mark_safe("".join(written))  # noqa: S308


def anchor_at(place: int) -> str:
    """The name of a place of the text in the address of a page."""
    return f"at-{place}"


def _outermost_first(mark: Mark) -> tuple[int, int, str]:
    return mark.start - mark.end, mark.start, mark.key


def _piece_html(words: str, piece: Piece, innermost: set[str], *, is_first: bool) -> Iterator[SafeString]:
    own = piece.marks[-1]
    # Places of the marks that begin here and are not the innermost one, which carries its own.
    begun = ((one.key,) for one in piece.begun if one is not own)
    yield format_html_join("", '<span class="place" id="{}"></span>', begun)
    yield _link(words, own, piece.marks[:-1], has_anchor=own in piece.begun, is_first=is_first)
    yield from (_unreached(one) for one in piece.ended if one.key not in innermost)


def _link(words: str, own: Mark, around: Sequence[Mark], *, has_anchor: bool, is_first: bool) -> SafeString:
    classes = " ".join(["mark", f"is-{own.kind}", *own.flags, *dict.fromkeys(f"in-{one.kind}" for one in around)])
    return format_html(
        '<a class="{}"{}{}{} href="{}" data-reading="{}">{}</a>',
        classes,
        format_html(' id="{}"', own.key) if has_anchor else "",
        format_html(' data-fact="{}"', own.opens) if own.opens is not None else "",
        # The keyboard stops once at a mark, however often others cut it.
        "" if is_first else format_html(' tabindex="{}"', -1),
        own.address,
        own.reading,
        words,
    )


def _unreached(mark: Mark) -> SafeString:
    """A link to a mark that no piece leads to; it holds no text, a style draws it."""
    return format_html(
        '<a class="mark also is-{}" href="{}" data-reading="{}" aria-label="{}"></a>',
        mark.kind,
        mark.address,
        mark.reading,
        mark.reading.partition("\n")[0],
    )
