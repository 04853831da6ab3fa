"""What readers ask for: many different addresses of each kind of page, so that hardly any is asked twice in a row."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from urllib.parse import urlencode

from benchmarks.pages.prepare import Prepared
from tiendo.text.folding import fold

Addresses = Mapping[str, list[str]]

# Of a hundred pages: what people who follow a plan look at. A page of a hundred printed pages is among them.
MIX = {
    "scoreboard": 25, "indicator": 25, "document": 12, "long document": 5, "suggestions": 12, "search": 6,
    "tasks": 5, "documents": 5, "agency": 5,
}  # fmt: skip

_MANY = 600  # different addresses of a kind, where there are so many
_RECENT = 2  # years at which most readers look
_SHARE_OF_RECENT = 0.6
_OF_ONE_AGENCY = 0.3  # of the scoreboards
_IN_ANOTHER_ORDER = 0.2  # of the scoreboards
_QUARTERS = ("Q1", "Q2", "Q3", "Q4")
_WORDS = (2, 5)  # that somebody types of a name
_TYPED = 3  # letters from which on suggestions are asked for
_WITHOUT_MARKS = 0.5  # of the queries are typed so
_WITH_A_SLIP = 0.2
_ORDERS = ("status", "name", "owner")


def addresses_of(prepared: Prepared) -> dict[str, list[str]]:
    """For each kind of page its addresses, the same each time."""
    queries = _different(lambda chance: _query(prepared, chance))
    return {
        "scoreboard": _different(lambda chance: f"/?{urlencode(_board(prepared, chance))}"),
        "indicator": [f"/indicators/{one['code']}" for one in prepared.indicators],
        "document": [f"/documents/{number}" for number in prepared.short],
        "long document": [f"/documents/{number}" for number in prepared.long],
        "search": [f"/search?{urlencode({'q': query})}" for query in queries],
        "suggestions": _different(lambda chance: f"/search/suggestions?{urlencode({'q': _typed(queries, chance)})}"),
        "tasks": _different(lambda chance: f"/tasks?{urlencode(_tasks(prepared, chance))}"),
        "documents": _different(lambda chance: f"/documents?{urlencode(_documents(chance))}"),
        "agency": [f"/agencies/{code}" for code in _agencies(prepared)],
    }


def _different(make: Callable[[random.Random], str]) -> list[str]:
    chance = random.Random(2026)
    return list(dict.fromkeys(make(chance) for _ in range(_MANY)))


def _board(prepared: Prepared, chance: random.Random) -> dict[str, str]:
    """A quarter or a year, most often a recent one; now and then of one agency, or in another order."""
    years = prepared.years[-_RECENT:] if chance.random() < _SHARE_OF_RECENT else prepared.years
    year = str(chance.choice(years))
    asked = {"period": chance.choice([year, *(f"{year}-{quarter}" for quarter in _QUARTERS)])}
    if chance.random() < _OF_ONE_AGENCY:
        asked["agency"] = chance.choice(_agencies(prepared))
    if chance.random() < _IN_ANOTHER_ORDER:
        asked["sort"] = chance.choice(_ORDERS)
    return asked


def _tasks(prepared: Prepared, chance: random.Random) -> dict[str, str]:
    agency, document = chance.choice(_agencies(prepared)), str(chance.choice(prepared.short))
    narrowed: dict[str, str] = chance.choice([{}, {"agency": agency}, {"document": document}])
    return {"by": chance.choice(["agency", "deadline", "document"]), **narrowed}


def _documents(chance: random.Random) -> dict[str, str]:
    narrowed = chance.choice([{"page": str(chance.randint(1, 4))}, {"q": f"{chance.randint(1, 99)}/BC"}])
    return {"sort": chance.choice(["-date", "date", "number", "-findings"]), **narrowed}


def _agencies(prepared: Prepared) -> list[str]:
    return sorted({one["owner"] for one in prepared.indicators})


def _query(prepared: Prepared, chance: random.Random) -> str:
    """Some words of a name as people type them."""
    words = chance.choice(prepared.indicators)["name"].split()
    count = min(chance.randint(*_WORDS), len(words))
    first = chance.randint(0, len(words) - count)
    typed = " ".join(words[first : first + count])
    typed = fold(typed) if chance.random() < _WITHOUT_MARKS else typed
    if chance.random() < _WITH_A_SLIP:
        place = chance.randrange(len(typed) - 1)
        typed = typed[:place] + typed[place + 1] + typed[place] + typed[place + 2 :]
    return typed


def _typed(queries: list[str], chance: random.Random) -> str:
    """The beginning of a query, while it is typed."""
    query = chance.choice(queries)
    return query[: chance.randint(min(_TYPED, len(query)), len(query))]
