"""Documents and their provisions, as a search can find them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from tiendo.ledger import models
from tiendo.ledger.findable import Findable, Kind
from tiendo.ledger.remembered import Remembered

_VERSIONS_KEPT = 2_000  # some megabytes for each hundred of them
_AT_ONCE = 100  # documents whose texts are in memory at one time
_OLDEST = date.min
_LONGEST_LABEL = 80  # characters of what a document without a number is called: one line

_Row = tuple[int, tuple[str, ...], str, int, int]


@dataclass(frozen=True, slots=True)
class Standing:
    """A standing version of a document: its entry, root and digest, and itself as it can be found."""

    entry: int
    root: int
    digest: bytes
    findable: Findable


# What a version says never changes, so that after a change only new ones are read.
_PROVISIONS: Remembered[tuple[bytes, int], tuple[Findable, ...]] = Remembered(_VERSIONS_KEPT)


def documents(horizon: int) -> list[Standing]:
    """All documents that stood then, from the newest on; those without a date behind."""
    columns = ("id", "root", "digest", "title", "type_name", "number", "subject", "organ_name", "issued_date")
    rows = models.Document.objects.standing(horizon).values_list(*columns)
    found = [_standing(*row) for row in rows]
    return sorted(found, key=lambda one: (one.findable.day or _OLDEST, one.root), reverse=True)


def _standing(
    entry: int, root: int, digest: bytes, title: str, type_name: str | None, number: str | None,
    subject: str | None, organ: str | None, issued: date | None,
) -> Standing:  # fmt: skip
    of_year = f"{type_name} {issued.year}" if type_name and issued else None
    findable = Findable(
        kind=Kind.DOCUMENT,
        key=str(root),
        title=called(title, type_name, number, subject),
        names=tuple(dict.fromkeys(name for name in (subject, title, of_year) if name)),
        codes=(number,) if number else (),
        context=subject or "",
        place=(organ,) if organ else (),
        document=root,
        day=issued,
        version=entry,
    )
    return Standing(entry, root, bytes(digest), findable)


def called(title: str, type_name: str | None, number: str | None, subject: str | None) -> str:
    """What a document is called: `Nghị quyết 62/NQ-HĐND`; one without a number by its kind and its subject.

    A draft's blank number (`/TC-UBND`) says nothing.
    """
    if not number or number.startswith("/"):
        return opening(f"{title}: {subject}", _LONGEST_LABEL) if subject and subject != title else title
    return number if not type_name or type_name in number else f"{type_name} {number}"


def opening(text: str, longest: int) -> str:
    """The first words of a text on one line, in at most `longest` characters."""
    said = " ".join(text[: longest + 1].split())
    if len(text) <= longest:
        return said
    return f"{said[:longest].rpartition(' ')[0] or said[:longest]}…"


def provisions(standing: Sequence[Standing], longest: int) -> Iterator[Findable]:
    """The provisions of these documents, with the first `longest` characters of what each says itself."""
    by_key = {(one.digest, longest): one for one in standing}

    def make(missing: list[tuple[bytes, int]]) -> Iterator[tuple[Findable, ...]]:
        for first in range(0, len(missing), _AT_ONCE):
            yield from _read([by_key[key] for key in missing[first : first + _AT_ONCE]], longest)

    for found in _PROVISIONS.of(list(by_key), make):
        yield from found


def _read(versions: Sequence[Standing], longest: int) -> Iterator[tuple[Findable, ...]]:
    entries = [one.entry for one in versions]
    texts = dict(models.Document.objects.filter(id__in=entries).values_list("id", "text"))
    held: dict[int, list[_Row]] = {entry: [] for entry in entries}
    rows = models.Provision.objects.filter(document__in=entries).order_by("document", "start", "id")
    for document, *row in rows.values_list("document", "id", "path", "heading", "start", "end"):
        held[document].append(tuple(row))
    for one in versions:
        yield tuple(_provisions(one, texts[one.entry], held[one.entry], longest))


def _provisions(version: Standing, text: str, rows: Sequence[_Row], longest: int) -> Iterator[Findable]:
    """Each provision says what stands between its heading and the next provision: what lies below speaks for itself."""
    starts = [*(start for _, _, _, start, _ in rows), len(text)]
    for (entry, path, heading, start, end), following in zip(rows, starts[1:], strict=True):
        # The line of the next provision begins with its marker, which is no word of this one.
        own_end = max(start, text.rfind("\n", start, following)) if following < end else end
        said = opening(text[start:own_end].removeprefix(heading).strip(), longest)
        yield Findable(
            kind=Kind.PROVISION,
            key=str(entry),
            title=" ".join(heading.split()) or said,
            context=said if heading else "",
            place=(version.findable.title, *path),
            document=version.root,
            start=start,
            version=version.entry,
        )
