"""Which documents and submissions a viewer may see; everything else hangs on one of them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from tiendo.ledger import models
from tiendo.ledger.actors import Actor
from tiendo.ledger.selectors.spans import EVERY_ENTRY, Span, without
from tiendo.ledger.selectors.viewing import Known, Viewer

_AT_ONCE = 500  # numbers of acts in one query
_MOMENTS_KEPT = 512
_SOURCES_KEPT = 4  # those of now and of some past days; ten thousand of them take some megabytes
_VIEWS_KEPT = 64  # different sets of roles at these moments

Stamp = tuple[tuple[int, bytes], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A version of a document, or a submission: `span` holds the entries of the act that recorded it."""

    entry: int
    root: int
    is_document: bool
    agency: str | None
    territory: str | None
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Visible:
    """What one viewer may see; viewers with the same `sight` see the same.

    `roots` is `None` where nothing is hidden; `published` are those that all may see. `spans` are the stretches of
    entry numbers outside of which everything is hidden. A version of a document that is not in `documents` is
    hidden, and so is a submission that is not in `submissions`; the entries of these are `unseen`.
    """

    documents: dict[int, int]
    submissions: dict[int, Source]
    roots: frozenset[int] | None
    published: frozenset[int]
    sight: str
    spans: tuple[Span, ...]
    versions: dict[int, tuple[int, ...]] = field(default_factory=dict)
    unseen: frozenset[int] = frozenset()

    def source_of(self, document: int | None, submission: int | None) -> int | None:
        """The root of the source of a row; `None` where it is hidden."""
        if document is not None:
            return self.documents.get(document)
        source = self.submissions.get(submission or 0)
        return source.root if source else None

    def sees(self, roots: Iterable[int]) -> bool:
        """Whether all of these sources may be seen."""
        return self.roots is None or self.roots.issuperset(roots)

    def spans_of_agency(self, agency: str) -> tuple[Span, ...]:
        """Where the entries lie that an agency reported."""
        spans = [one.span for one in self.submissions.values() if one.agency == agency]
        return tuple(sorted(spans))


def visible_to(viewer: Viewer, known: Known) -> Visible:
    """What a viewer may see of what was known: what was published by then, and the drafts in the viewer's scope."""
    stamp = _stamp(known)
    return _visible(stamp, viewer.actor.roles)


@lru_cache(maxsize=_MOMENTS_KEPT)
def _stamp(known: Known) -> Stamp:
    """The last document, submission and publication: most changes of the record touch none of these."""
    return tuple(_last(model, known.horizon) for model in (models.Document, models.Submission, models.Publication))


def _last(model: type[models.Entry], horizon: int) -> tuple[int, bytes]:
    last = model.objects.known(horizon).order_by("-id").values_list("id", "digest").first()
    return (last[0], bytes(last[1])) if last else (0, b"")


@lru_cache(maxsize=_SOURCES_KEPT)
def _sources(stamp: Stamp) -> tuple[tuple[Source, ...], frozenset[int]]:
    """All sources in the order of their entries, and the roots of those that are published."""
    (document, _), (submission, _), (publication, _) = stamp
    documents = list(
        models.Document.objects.known(document).order_by("id").values_list("id", "root", "act", "territory")
    )
    # A document belongs to the territory that its latest version speaks of.
    territories = {root: territory for _, root, _, territory in documents}
    submissions = models.Submission.objects.known(submission).order_by("id")
    reported = list(submissions.values_list("id", "root", "act", "agency", "territory"))
    ends = _ends({row[2] for row in documents} | {row[2] for row in reported})
    sources = [
        *(
            Source(
                entry=entry, root=root, is_document=True, agency=None, territory=territories[root],
                span=Span(entry, ends[act]),
            )
            for entry, root, act, _ in documents
        ),
        *(
            Source(
                entry=entry, root=root, is_document=False, agency=agency, territory=territory,
                span=Span(entry, ends[act]),
            )
            for entry, root, act, agency, territory in reported
        ),
    ]  # fmt: skip
    published = models.Publication.objects.standing(publication).values_list("subject", flat=True)
    return tuple(sources), frozenset(published)


def _ends(acts: set[int]) -> dict[int, int]:
    numbers = sorted(acts)
    ends: dict[int, int] = {}
    for start in range(0, len(numbers), _AT_ONCE):
        asked = models.Act.objects.filter(number__in=numbers[start : start + _AT_ONCE])
        ends.update(asked.values_list("number", "last_entry"))
    return ends


@lru_cache(maxsize=_VIEWS_KEPT)
def _visible(stamp: Stamp, roles: tuple[object, ...]) -> Visible:
    viewer = Viewer(Actor("", roles))  # type: ignore[arg-type] # the cache needs nothing but what can be hashed
    sources, published = _sources(stamp)
    seen = [one for one in sources if viewer.sees_everything or one.root in published or _reads(viewer, one)]
    entries = {one.entry for one in seen}
    hidden = [one for one in sources if one.entry not in entries]
    versions: dict[int, list[int]] = {}
    for one in seen:
        if one.is_document:
            versions.setdefault(one.root, []).append(one.entry)
    return Visible(
        documents={one.entry: one.root for one in seen if one.is_document},
        submissions={one.entry: one for one in seen if not one.is_document},
        roots=None if viewer.sees_everything else frozenset(one.root for one in seen),
        published=published,
        sight=_sight(entries, published),
        spans=without(EVERY_ENTRY, [one.span for one in hidden]),
        versions={root: tuple(found) for root, found in versions.items()},
        unseen=frozenset(one.entry for one in hidden if not one.is_document),
    )


def _sight(entries: Iterable[int], published: Iterable[int]) -> str:
    return hashlib.sha256(repr((sorted(entries), sorted(published))).encode()).hexdigest()


def _reads(viewer: Viewer, source: Source) -> bool:
    return viewer.may_read_drafts(agency=source.agency, territory=source.territory)
