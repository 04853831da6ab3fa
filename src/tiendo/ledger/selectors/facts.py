"""Facts as they were read, and how far each has come."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from tiendo.facts.decisions import Decision
from tiendo.facts.exchange import decision_from_json, record_from_json
from tiendo.facts.records import Fact
from tiendo.ledger import models
from tiendo.ledger.selectors.pages import Asked, Condition, Page, last_said, page_of
from tiendo.ledger.selectors.spans import Span, overlap
from tiendo.ledger.selectors.viewing import Known, Viewer, moments_of
from tiendo.ledger.selectors.visible import Visible, visible_to
from tiendo.ledger.standing import no_such_entry


@dataclass(frozen=True, slots=True, kw_only=True)
class FactView:
    """A fact; `record` is what was read, `decision` what the look-up of its indicator gave."""

    id: int
    entry: int
    supersedes: int | None
    withdrawn: bool
    recorded_at: datetime
    document: int
    document_version: int
    kind: str
    start: int
    end: int
    quote: str
    record: Fact
    decision: Decision | None
    indicator: str | None
    territory: str | None
    confidence: float
    reasons: tuple[str, ...]
    state: str
    reader_version: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FactFilter:
    """Which facts; `None` asks for all."""

    document: int | None = None
    kind: str | None = None
    state: str | None = None
    indicator: str | None = None
    territory: str | None = None
    changed_after: int | None = None


_COLUMNS = (
    *("id", "root", "act", "supersedes", "withdrawn", "document", "kind", "start", "end", "quote", "record"),
    *("decision", "indicator", "territory", "confidence", "reasons", "state", "reader_version"),
)


def facts(wanted: FactFilter, viewer: Viewer, known: Known, asked: Asked) -> Page[FactView]:
    """A page of facts."""
    visible = visible_to(viewer, known)
    names = ("kind", "state", "indicator", "territory")
    conditions = [Condition(name, "=", getattr(wanted, name)) for name in names if getattr(wanted, name) is not None]
    if wanted.document is not None:
        conditions.append(Condition("document", "IN", visible.versions.get(wanted.document, ())))

    def pick(candidates: Sequence[int]) -> Iterable[tuple[int, FactView]]:
        shown = last_said(models.Fact, known.horizon).filter(id__in=candidates)
        if wanted.changed_after is None:
            shown = shown.filter(withdrawn=False)
        return _views(shown, visible).items()

    spans = overlap(visible.spans, [Span((wanted.changed_after or 0) + 1, known.horizon)])
    return page_of(models.Fact, conditions, asked, spans, pick, narrow=wanted.document is not None)


def document_of_fact(root: int, viewer: Viewer, known: Known) -> int:
    """The root of the document that a fact stands in; raises `NoSuchEntry` where the viewer may not see it."""
    rows = models.Fact.objects.standing(known.horizon).filter(root=root)
    for view in _views(rows, visible_to(viewer, known)).values():
        return view.document
    raise no_such_entry(models.Fact, root)


def _views(rows: models.EntryQuerySet, visible: Visible) -> Mapping[int, FactView]:
    found = [row for row in rows.order_by("id").values(*_COLUMNS) if row["document"] in visible.documents]
    moments = moments_of({row["act"] for row in found})
    return {row["id"]: _view(row, moments, visible) for row in found}


def _view(row: dict[str, Any], moments: Mapping[int, datetime], visible: Visible) -> FactView:
    version, decision = row.pop("document"), row.pop("decision")
    return FactView(
        entry=row.pop("id"),
        id=row.pop("root"),
        recorded_at=moments[row.pop("act")],
        document=visible.documents[version],
        document_version=version,
        record=record_from_json(row.pop("record")),
        decision=decision_from_json(decision) if decision else None,
        reasons=tuple(row.pop("reasons")),
        **row,
    )
