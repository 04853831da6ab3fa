"""All that a search can find, as it was known, and which of it a viewer may see."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from tiendo.ledger import models
from tiendo.ledger.catalogues import catalogue_at
from tiendo.ledger.findable import Findable, Kind
from tiendo.ledger.selectors.searchable_agencies import agencies
from tiendo.ledger.selectors.searchable_documents import documents, opening, provisions
from tiendo.ledger.selectors.viewing import Known, Viewer
from tiendo.ledger.selectors.visible import visible_to

Stamp = tuple[tuple[int, bytes], ...]

LONGEST_OPENING = 300  # characters of what a task or a provision says: some lines, by which people know it
_MOMENTS_KEPT = 512
_KEPT = 2  # the present and one past day that somebody looks back to; each takes some dozens of megabytes
# What anything here is made of. Provisions come and go with their documents.
_MADE_OF = (
    models.Document,
    models.Task,
    models.Indicator,
    models.IndicatorName,
    models.Agency,
    models.Territory,
)


@dataclass(frozen=True, slots=True, eq=False)
class Searchable:
    """Everything that can be found at a moment, whoever looks; the same object as long as nothing of it changes."""

    everything: tuple[Findable, ...]


def searchable_at(known: Known) -> Searchable:
    """What can be found of what was known then, documents from the newest on."""
    return _searchable(_stamp(known))


def seen_by(viewer: Viewer, known: Known, searchable: Searchable) -> bytes:
    """For each of these a byte: 1 where the viewer may see it, 0 where it does not exist for them."""
    visible = visible_to(viewer, known).documents
    return bytes(
        one.version is None or one.version in visible or (one.kind is Kind.TASK and _reports_on(viewer, one))
        for one in searchable.everything
    )


def _reports_on(viewer: Viewer, task: Findable) -> bool:
    """Who reports for an agency sees its tasks, as in `selectors.tasks`."""
    own = viewer.reports_for.intersection(task.agencies)
    return any(viewer.may_read_drafts(agency=agency, territory=task.territory) for agency in own)


@lru_cache(maxsize=_MOMENTS_KEPT)
def _stamp(known: Known) -> Stamp:
    """The last entry of each kind that anything here is made of: results and findings change nothing."""
    return tuple(_last(model, known.horizon) for model in _MADE_OF)


def _last(model: type[models.Entry], horizon: int) -> tuple[int, bytes]:
    last = model.objects.known(horizon).order_by("-id").values_list("id", "digest").first()
    return (last[0], bytes(last[1])) if last else (0, b"")


@lru_cache(maxsize=_KEPT)
def _searchable(stamp: Stamp) -> Searchable:
    horizon = max(entry for entry, _ in stamp)
    standing = documents(horizon)
    return Searchable(
        (
            *_indicators(horizon),
            *(one.findable for one in standing),
            *agencies(horizon),
            *_tasks(horizon, {one.entry: one.root for one in standing}),
            *provisions(standing, LONGEST_OPENING),
        )
    )


def _indicators(horizon: int) -> list[Findable]:
    return [
        Findable(
            kind=Kind.INDICATOR,
            key=one.id,
            title=one.names.vi,
            english=one.names.en,
            names=(*one.aliases, *(near.name for near in one.near_aliases)),
            codes=(one.id, one.statistical_code) if one.statistical_code else (one.id,),
            context=one.definition.vi,
        )
        for one in catalogue_at(horizon)
    ]


def _tasks(horizon: int, roots: dict[int, int]) -> list[Findable]:
    columns = ("root", "document", "quote", "lead", "lead_codes", "coordinator_codes", "territory", "start")
    rows = models.Task.objects.standing(horizon).order_by("id").values_list(*columns)
    return [
        Findable(
            kind=Kind.TASK,
            key=str(root),
            title=opening(quote, LONGEST_OPENING),
            context=", ".join(lead),
            document=roots.get(version),
            start=start,
            version=version,
            agencies=(*lead_codes, *coordinator_codes),
            territory=territory,
        )
        for root, version, quote, lead, lead_codes, coordinator_codes, territory, start in rows
    ]
