"""The facts of one version of a document, stretch by stretch, and what became of each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count

from tiendo.facts.decisions import Decision
from tiendo.facts.exchange import decision_from_json, record_from_json
from tiendo.facts.records import Fact
from tiendo.ledger import models
from tiendo.ledger.models import FactState
from tiendo.ledger.remembered import Remembered
from tiendo.ledger.selectors.document_text import TextVersion

_READINGS_KEPT = 20_000  # those of about sixty pages that were looked at lately, some ten megabytes


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read at a place, and what the look-up of its indicator gave."""

    record: Fact
    decision: Decision | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FactInText:
    """A fact at its place in the text; the names are those of `models.Fact`."""

    root: int
    entry: int
    kind: str
    start: int
    end: int
    record: Fact
    decision: Decision | None
    indicator: str | None
    territory: str | None
    confidence: float
    reasons: tuple[str, ...]
    state: str
    reader_version: str


@dataclass(frozen=True, slots=True)
class FactChoice:
    """Which facts of a document a list shows; `None` asks for all."""

    kind: str | None = None
    state: str | None = None

    @property
    def conditions(self) -> dict[str, str]:
        """The choice as conditions on columns."""
        named = {"kind": self.kind, "state": self.state}
        return {name: value for name, value in named.items() if value is not None}


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionView:
    """What a person decided about a fact, who, when and why; `taken_back` where it does not hold any longer."""

    root: int
    fact: int
    choice: str
    details: Mapping[str, Any]
    by: str
    at: datetime
    why: str
    taken_back: bool


_COLUMNS = (
    *("id", "root", "digest", "kind", "start", "end", "record", "decision", "indicator", "territory", "confidence"),
    *("reasons", "state", "reader_version"),
)


def facts_between(version: TextVersion, start: int, end: int) -> tuple[FactInText, ...]:
    """The facts that touch a stretch of the text, in its order."""
    touching = _facts(version).filter(start__lt=end, end__gt=start)
    return _views(touching.order_by("start", "end", "id").values(*_COLUMNS))


def fact_in_text(version: TextVersion, root: int) -> FactInText | None:
    """The fact with that root, where it stands in this version."""
    return next(iter(_views(_facts(version).filter(root=root).values(*_COLUMNS))), None)


def facts_of(version: TextVersion) -> tuple[FactInText, ...]:
    """All facts of a version in the order of its text."""
    return _views(_facts(version).order_by("start", "end", "id").values(*_COLUMNS))


def counts_of(version: TextVersion) -> Counter[tuple[str, str]]:
    """How many facts there are of each kind and state."""
    grouped = _facts(version).order_by().values_list("kind", "state").annotate(count=Count("id"))
    return Counter({(kind, state): count for kind, state, count in grouped})


def next_place(version: TextVersion, choice: FactChoice, after: int = -1) -> int | None:
    """Where the first fact of the choice begins at or behind a place."""
    found = _facts(version).filter(start__gte=after, **choice.conditions).order_by("start", "id")
    place: int | None = found.values_list("start", flat=True).first()
    return place


def tasks_of(facts: Iterable[int], horizon: int) -> dict[int, int]:
    """The roots of the tasks that count because of these facts, by the root of the fact."""
    return dict(models.Task.objects.standing(horizon).filter(fact__in=list(facts)).values_list("fact", "root"))


def decisions_about(fact: int, horizon: int) -> tuple[DecisionView, ...]:
    """All that people decided about a fact, the latest first."""
    return decision_views(models.ReviewDecision.objects.known(horizon).filter(fact=fact, withdrawn=False), horizon)


def decision_views(rows: models.EntryQuerySet, horizon: int) -> tuple[DecisionView, ...]:
    """Decisions with their acts, the latest first."""
    found = list(rows.order_by("-id").values("root", "fact", "choice", "details", "act"))
    acts = {act.number: act for act in models.Act.objects.filter(number__in=[one["act"] for one in found])}
    roots = [one["root"] for one in found]
    gone = set(
        models.ReviewDecision.objects.known(horizon)
        .filter(root__in=roots, withdrawn=True)
        .values_list("root", flat=True)
    )
    return tuple(
        DecisionView(**one, by=acts[act].by, at=acts[act].at, why=acts[act].why, taken_back=one["root"] in gone)
        for one in found
        for act in (one.pop("act"),)
    )


def waiting_places(version: TextVersion) -> list[tuple[int, int]]:
    """Root and place of every fact that waits, in the order of the text."""
    waiting = _facts(version).filter(state=FactState.WAITING).order_by("start", "id")
    return list(waiting.values_list("root", "start"))


def _facts(version: TextVersion) -> models.EntryQuerySet:
    return models.Fact.objects.standing(version.horizon).filter(document=version.entry)


_READINGS: Remembered[bytes, Reading] = Remembered(_READINGS_KEPT)


def _views(rows: Iterable[dict[str, Any]]) -> tuple[FactInText, ...]:
    found = list(rows)
    by_digest = {bytes(row["digest"]): row for row in found}

    def make(missing: Sequence[bytes]) -> list[Reading]:
        return [_reading(by_digest[digest]) for digest in missing]

    readings = _READINGS.of(list(by_digest), make)
    return tuple(_view(row, reading) for row, reading in zip(found, readings, strict=True))


def _reading(row: Mapping[str, Any]) -> Reading:
    decision = row["decision"]
    return Reading(record_from_json(row["record"]), decision_from_json(decision) if decision else None)


def _view(row: Mapping[str, Any], reading: Reading) -> FactInText:
    return FactInText(
        root=row["root"],
        entry=row["id"],
        kind=row["kind"],
        start=row["start"],
        end=row["end"],
        record=reading.record,
        decision=reading.decision,
        indicator=row["indicator"],
        territory=row["territory"],
        confidence=row["confidence"],
        reasons=tuple(row["reasons"]),
        state=row["state"],
        reader_version=row["reader_version"],
    )
