"""Asks a site in every way that the goals name: new pages, as many as it can, and fifty readers."""

from __future__ import annotations

import random
import sys
from collections.abc import Mapping
from dataclasses import dataclass

from benchmarks.pages.addresses import MIX, Addresses
from benchmarks.pages.ahead import Ahead, made_ahead, without_pages_ahead
from benchmarks.pages.asked import Times
from benchmarks.pages.prepare import Prepared, publish_something, record_something
from benchmarks.pages.readers import readers
from benchmarks.pages.saturated import saturated
from benchmarks.pages.unseen import first_of_all, unseen
from benchmarks.pages.visited import Visit, chromium, visited
from benchmarks.serving import processor_seconds, served

ALIKE = ("scoreboard", "indicator", "search")  # what Datasette has pages for
LOOKED_AT = ("scoreboard", "indicator", "search", "long document")  # in a browser
WARM = 4  # times as long as one kind of page is measured, every kind is asked for before
WATCHED = 4  # times as long as that, readers are watched: they ask for 25 pages a second
_NEW = 40  # pages of a kind are made for the first time, where there are so many
_MANY = 5_000  # addresses of the mix


@dataclass(frozen=True, slots=True)
class Asked:
    """What a site did when as much was asked as it answers; `processor` is its ms of processor time a request."""

    saturated: dict[str, Times]
    processor: dict[str, float]
    readers: dict[str, Times]


@dataclass(frozen=True, slots=True)
class OwnPages:
    """All that was measured of our pages; `alike` are readers who only look at what Datasette has too.

    `first` and `new` are of a site that makes no pages ahead. `drafted` are readers from when something was recorded
    that is not public, `published` from when something was that is.
    """

    first: dict[str, float]
    new: dict[str, Times]
    ahead: Ahead
    visits: dict[str, Visit]
    asked: Asked
    drafted: dict[str, Times]
    published: dict[str, Times]
    alike: dict[str, Times]


def own_pages(prepared: Prepared, addresses: Addresses, seconds: int) -> OwnPages:
    """Serve a record twice, without pages that are made ahead and with them, and ask for all that is measured."""
    with without_pages_ahead(prepared), served() as (address, _):
        _say("pages that nobody asked for before")
        first = first_of_all(address, addresses)
        new = unseen(address, addresses, _NEW)
    with served() as (address, server):
        _say("pages that are made ahead")
        ahead = made_ahead(prepared)
        _say("visits of a browser")
        browser = chromium()
        looked_at = {kind: addresses[kind][0] for kind in LOOKED_AT}
        visits = visited(browser, address, looked_at) if browser else {}
        asked = ask(address, server, addresses, MIX, seconds)
        _say("readers of what Datasette has too")
        alike = readers(address, addresses, mix_of(ALIKE), seconds * WATCHED // 2)
        _say("readers after something was recorded")
        record_something(prepared)
        drafted = readers(address, addresses, MIX, seconds * WATCHED // 2)
        _say("readers after something was published")
        publish_something(prepared)
        published = readers(address, addresses, MIX, seconds * WATCHED // 2)
    return OwnPages(first, new, ahead, visits, asked, drafted, published, alike)


def ask(address: str, server: int, addresses: Addresses, mix: Mapping[str, int], seconds: int) -> Asked:
    """Warm up with the mix, then each kind of page as fast as it goes, then readers of the mix."""
    _say("warming up")
    saturated(address, _mixed(addresses, mix), seconds * WARM)
    full: dict[str, Times] = {}
    processor = {}
    for kind in mix:
        _say(f"as many as it answers: {kind}")
        before = processor_seconds(server)
        full[kind] = saturated(address, addresses[kind], seconds)
        processor[kind] = (processor_seconds(server) - before) / max(full[kind].count, 1) * 1000
    _say("fifty readers")
    return Asked(full, processor, readers(address, addresses, mix, seconds * WATCHED))


def mix_of(kinds: tuple[str, ...]) -> dict[str, int]:
    """The part of the mix that consists of these."""
    return {kind: MIX[kind] for kind in kinds}


def _mixed(addresses: Addresses, mix: Mapping[str, int]) -> list[str]:
    chance = random.Random(2026)
    kinds = chance.choices(list(mix), list(mix.values()), k=_MANY)
    return [chance.choice(addresses[kind]) for kind in kinds]


def _say(what: str) -> None:
    print(f"· {what} …", file=sys.stderr, flush=True)
