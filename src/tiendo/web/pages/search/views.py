"""What a query finds as a page, and what it may become as suggestions."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse

from tiendo.ledger.findable import Kind
from tiendo.web.pages import questions
from tiendo.web.pages.paging import Pager
from tiendo.web.pages.reading import Reading, reads
from tiendo.web.pages.search.shown import KINDS, Shown, shown
from tiendo.web.search.finding import Answer
from tiendo.web.search.kept import answer
from tiendo.web.search.query import LONGEST_QUERY
from tiendo.web.search.ranking import RANKING

_OF_EACH_KIND = 5  # enough to see whether it is the right kind; the others are one click away
_ROWS = 25  # of a page of one kind: about two screens
_SUGGESTIONS = 8  # as many as can be taken in at a glance

# What somebody may try first, and the words that say what it shows.
_EXAMPLES = (
    ("thu ngan sach", "search.example-marks"),
    ("62/NQ-HĐND", "search.example-number"),
    ("Sở KH&ĐT", "search.example-agency"),
    ("che phur ruwngf", "search.example-keys"),
)


@dataclass(frozen=True, slots=True)
class Group:
    """The results of one kind that a page shows, and how many there are."""

    kind: Kind
    count: int
    results: list[Shown]

    @property
    def words(self) -> str:
        """The key of what its results are called."""
        return KINDS[self.kind]

    @property
    def has_more(self) -> bool:
        """Whether there are others."""
        return self.count > len(self.results)


@reads
def search(reading: Reading) -> HttpResponse:
    """Everything that a query finds, by kind; or all of one kind, page by page."""
    asked = _asked(reading.request)
    chosen = questions.choice(reading.request, "kind", tuple(Kind))
    kind = Kind(chosen) if chosen else None
    number = questions.number(reading.request, "page") or 1
    found = answer(asked, reading.viewer, reading.known, past=reading.as_of is not None)
    pager = _pager(found, kind, number, reading) if kind else None
    context = {
        "asked": asked,
        "found": found,
        "kind": kind,
        "kinds": _kinds(found, kind),
        "groups": _groups(found, kind, pager, reading),
        "pager": pager,
        "ranking": RANKING,
        "examples": _EXAMPLES,
    }
    return reading.show("search/page.html", context)


@reads
def suggestions(reading: Reading) -> HttpResponse:
    """The best of what the query finds so far, for the box in which it is typed."""
    asked = _asked(reading.request)
    found = answer(asked, reading.viewer, reading.known, past=reading.as_of is not None, typing=True)
    results = [shown(hit, found, reading) for hit in found.best(_SUGGESTIONS)]
    return reading.show("search/suggestions.html", {"asked": asked, "found": found, "results": results})


def _asked(request: HttpRequest) -> str:
    """The query on one line; what is too long is cut and not refused: somebody pasted a paragraph."""
    written = request.GET.get("q", "")[: 2 * LONGEST_QUERY].replace("\x00", " ")
    return " ".join(written.split())[:LONGEST_QUERY]


def _kinds(found: Answer, kind: Kind | None) -> list[tuple[Kind, str, int]]:
    """The kinds to choose from, always in the same order; the one that is chosen also where it is empty."""
    return [(one, KINDS[one], found.counts.get(one, 0)) for one in Kind if one in found.counts or one is kind]


def _pager(found: Answer, kind: Kind, number: int, reading: Reading) -> Pager[Shown]:
    total = found.counts.get(kind, 0)
    last = max(1, -(-total // _ROWS))
    number = min(max(number, 1), last)
    hits = found.hits(kind, (number - 1) * _ROWS, number * _ROWS)
    return Pager([shown(hit, found, reading) for hit in hits], number, last, total)


def _groups(found: Answer, kind: Kind | None, pager: Pager[Shown] | None, reading: Reading) -> list[Group]:
    if kind is not None and pager is not None:
        return [Group(kind, pager.total, list(pager.items))] if pager.total else []
    return [
        Group(one, count, [shown(hit, found, reading) for hit in found.hits(one, 0, _OF_EACH_KIND)])
        for one, count in found.counts.items()
    ]
