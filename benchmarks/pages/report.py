"""What was measured as tables: the goals, every kind of page in every way, the weight, and the yardstick."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.pages.asked import Times
from benchmarks.pages.measured import ALIKE, Asked, OwnPages
from benchmarks.rows import Row, markdown_table, table

QUICK_ENOUGH = 60  # ms of 95 in 100 answers, issue "Web"
LONG_ENOUGH = 150  # ms of the first screen of a document of a hundred pages, the same
LIGHT = 150  # kB packed, the same
PAINTED = 1_000  # ms, the same
_BOUNDS = {
    "scoreboard": QUICK_ENOUGH, "indicator": QUICK_ENOUGH, "search": QUICK_ENOUGH, "suggestions": QUICK_ENOUGH,
    "long document": LONG_ENOUGH,
}  # fmt: skip
_KILO = 1_000


def report(ours: OwnPages, datasette: Asked | None) -> str:
    """All tables, each under what it shows."""
    parts = [
        ("Goals", table(_goals(ours))),
        ("Every kind of page: 50 readers with 1 to 3 s between pages, ms", _times(ours.asked.readers)),
        ("The same from the moment at which a draft was recorded, ms", _times(ours.drafted)),
        ("The same from the moment at which something was published, ms", _times(ours.published)),
        ("50 connections that ask again at once, ms", _times(ours.asked.saturated, ours.asked.processor)),
        ("Without pages that are made ahead: new ones, one after the other, ms", _new(ours)),
        ("Weight on the wire, kB", _weight(ours)),
    ]
    if datasette is not None:
        parts.append(("Beside Datasette", _beside(ours, datasette)))
    return "\n\n".join(f"**{title}**\n\n{shown}" for title, shown in parts if shown)


def _goals(ours: OwnPages) -> Iterator[Row]:
    for kind, bound in _BOUNDS.items():
        yield Row(f"{kind}, 50 readers: 95 in 100 within", ours.asked.readers[kind].p95, "ms", 1, at_most=bound)
        yield Row(f"{kind}, 50 connections at once: 95 in 100 within", ours.asked.saturated[kind].p95, "ms", 1)
    for kind, visit in ours.visits.items():
        yield Row(f"{kind}: weight of a first visit", visit.first / _KILO, "kB", 1, at_most=LIGHT)
        yield Row(f"{kind}: largest paint of a first visit", visit.paint, "ms", at_most=PAINTED)
    every = (ours.asked.readers, ours.asked.saturated, ours.drafted, ours.published, ours.new)
    failed = sum(times.failed for one in every for times in one.values())
    yield Row("pages and boards made ahead", ours.ahead.pages, "")
    yield Row("made ahead within", ours.ahead.seconds, "s")
    yield Row("answers that were no success", failed, "", at_most=0)


def _times(found: dict[str, Times], processor: dict[str, float] | None = None) -> str:
    heading = ["page", "asked", "a second", "half within", "95 in 100", "99 in 100", "no success"]
    lines = [
        [
            *(kind, f"{one.count:,}", f"{one.rate:,.1f}", f"{one.median:,.1f}", f"{one.p95:,.1f}", f"{one.p99:,.1f}"),
            str(one.failed),
            *([f"{processor[kind]:.2f}"] if processor else []),
        ]
        for kind, one in found.items()
    ]
    return markdown_table([*heading, "processor"] if processor else heading, lines)


def _new(ours: OwnPages) -> str:
    lines = [
        [kind, f"{ours.first[kind]:,.0f}", str(one.count), f"{one.median:,.1f}", f"{one.p95:,.1f}"]
        for kind, one in ours.new.items()
    ]
    return markdown_table(["page", "first of the server", "others", "half within", "95 in 100"], lines)


def _weight(ours: OwnPages) -> str:
    kinds = sorted({kind for visit in ours.visits.values() for kind in visit.parts})
    lines = [
        [
            page,
            *(f"{visit.parts.get(kind, 0) / _KILO:.1f}" for kind in kinds),
            *(f"{weight / _KILO:.1f}" for weight in (visit.first, visit.second)),
        ]
        for page, visit in ours.visits.items()
    ]
    return markdown_table(["page", *map(str.lower, kinds), "first visit", "second visit"], lines) if lines else ""


def _beside(ours: OwnPages, datasette: Asked) -> str:
    """Rates of the first over the second are better when large, times and processor time when small."""
    lines = []
    for kind in ALIKE:
        full, theirs = ours.asked.saturated[kind], datasette.saturated[kind]
        pairs = [
            ("requests a second, 50 connections", full.rate, theirs.rate),
            ("95 in 100 within ms, 50 connections", full.p95, theirs.p95),
            ("processor ms a request, 50 connections", ours.asked.processor[kind], datasette.processor[kind]),
            ("95 in 100 within ms, 50 readers", ours.alike[kind].p95, datasette.readers[kind].p95),
            ("half within ms: ours new, theirs always new", ours.new[kind].median, datasette.readers[kind].median),
        ]
        lines += [[f"{kind}: {what}", f"{own:,.1f}", f"{other:,.1f}", _ratio(own, other)] for what, own, other in pairs]
    return markdown_table(["measured", "ours", "Datasette", "ours / Datasette"], lines)


def _ratio(own: float, other: float) -> str:
    """Nothing where the other answered nothing in the time that it had."""
    return f"{own / other:.2f}" if other else "–"
