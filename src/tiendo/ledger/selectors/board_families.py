"""Judges the indicators of a board family by family, and only those of which something new is known."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date

from tiendo.assessment.board import Row, judged_rows
from tiendo.assessment.entries import BoardEntry
from tiendo.catalogue import Catalogue
from tiendo.facts.period import Period
from tiendo.ledger.measured_rows import MeasuredRow
from tiendo.ledger.remembered import Remembered

_FAMILIES_KEPT = 20_000  # 500 indicators in forty periods, territories or days; some kilobytes each

Judged = tuple[tuple[bytes, ...], Period, date, int]
"""What a judgement depends on: the entries of the family, the period, the day, and the catalogue."""

_remembered: Remembered[Judged, tuple[Row, ...]] = Remembered(_FAMILIES_KEPT)


def rows_of(
    rows: Sequence[MeasuredRow], entries: Sequence[BoardEntry], period: Period, catalogue: Catalogue, on: date
) -> list[Row]:
    """The rows of a board, in the order in which its entries first speak of them; `entries` are those of `rows`."""
    first: dict[str, int] = {}
    for place, row in enumerate(rows):
        first.setdefault(row.indicator, place)
    family_of = {code: catalogue[code].family for code in first if code in catalogue}
    families: dict[str, list[int]] = defaultdict(list)
    for place, row in enumerate(rows):
        if row.indicator in family_of:
            families[family_of[row.indicator]].append(place)
    # A catalogue is kept as one object as long as nothing in it changes.
    keys = [(tuple(rows[place].digest for place in places), period, on, id(catalogue)) for places in families.values()]
    members = dict(zip(keys, families.values(), strict=True))

    def judge(missing: list[Judged]) -> Iterator[tuple[Row, ...]]:
        for key in missing:
            own = [entries[place] for place in members[key]]
            yield judged_rows(own, period, catalogue, on=on)

    made = [row for judged in _remembered.of(keys, judge) for row in judged]
    return sorted(made, key=lambda row: first[row.indicator.id])
