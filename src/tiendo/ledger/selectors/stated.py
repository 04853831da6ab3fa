"""What a table of results and targets needs beside its rows: which indicators have any, and what sources are called."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from functools import lru_cache

from tiendo.ledger import models
from tiendo.ledger.selectors.streamed import MeasuredKind
from tiendo.ledger.selectors.viewing import Known

_MOMENTS_KEPT = 8

_MODELS = {"observation": models.Observation, "target": models.Target}
_BEFORE_ALL = datetime(1970, 1, 1, tzinfo=UTC)  # of a record that holds nothing


@lru_cache(maxsize=_MOMENTS_KEPT)
def stated_indicators(kind: MeasuredKind, known: Known) -> tuple[str, ...]:
    """The codes of the indicators that anything was ever said of, sorted.

    Each is the next one behind the last in an index: going through millions of rows for them takes seconds.
    """
    rows = _MODELS[kind].objects.known(known.horizon).order_by("indicator").values_list("indicator", flat=True)
    found = [""]
    while (code := rows.filter(indicator__gt=found[-1]).first()) is not None:
        found.append(code)
    return tuple(sorted(found[1:]))


@lru_cache(maxsize=_MOMENTS_KEPT)
def document_titles(known: Known) -> Mapping[int, str]:
    """What each version of a document is called, by its entry; whoever shows one has to know that it may be seen."""
    return dict(models.Document.objects.known(known.horizon).values_list("id", "title"))


def last_act(known: Known) -> datetime:
    """When the record came into the state that was known."""
    acts = models.Act.objects.filter(last_entry__lte=known.horizon).order_by("-number")
    return acts.values_list("at", flat=True).first() or _BEFORE_ALL
