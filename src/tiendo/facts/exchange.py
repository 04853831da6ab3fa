"""Fact records, decisions and relations as plain JSON without loss: what goes between processes and into the record.

The contract (`facts.contract`) is for people and other programs and leaves some things out; this form holds all.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from tiendo.facts.codec import Codec
from tiendo.facts.decisions import Ambiguous, Decision, Matched, Rejected, Unknown
from tiendo.facts.errors import InvalidFact
from tiendo.facts.findings import Finding
from tiendo.facts.records import Citation, Fact, Observation, Target, Task
from tiendo.facts.relations import Relation

Json = dict[str, Any]

KINDS: Mapping[type, str] = {
    Target: "target",
    Observation: "observation",
    Task: "task",
    Citation: "citation",
    Matched: "matched",
    Ambiguous: "ambiguous",
    Unknown: "unknown",
    Rejected: "rejected",
}
"""How the exchange form calls each class that may stand where another could."""

_CODEC = Codec(KINDS)


def record_to_json(record: Fact) -> Json:
    """A fact record, whole: also its comparisons, confidence and doubts."""
    plain: Json = _CODEC.write(record, Fact)
    return plain


def record_from_json(plain: Mapping[str, Any]) -> Fact:
    """The record that `record_to_json` was given; raises `InvalidFact`."""
    record: Fact = _read(dict(plain), Fact)
    return record


def decision_to_json(decision: Decision) -> Json:
    """What a look-up answered, with its reasons and warnings."""
    plain: Json = _CODEC.write(decision, Decision)
    return plain


def decision_from_json(plain: Mapping[str, Any]) -> Decision:
    """The decision that `decision_to_json` was given; raises `InvalidFact`."""
    decision: Decision = _read(dict(plain), Decision)
    return decision


def relations_to_json(relations: Sequence[Relation]) -> list[Json]:
    """What a text says of several numbers at once, in its order."""
    plain: list[Json] = _CODEC.write(relations, tuple[Relation, ...])
    return plain


def relations_from_json(plain: Sequence[Mapping[str, Any]]) -> tuple[Relation, ...]:
    """The relations that `relations_to_json` was given; raises `InvalidFact`."""
    relations: tuple[Relation, ...] = _read(list(plain), tuple[Relation, ...])
    return relations


def finding_to_json(finding: Finding) -> Json:
    """What an audit found, with its working and its exact intervals."""
    plain: Json = _CODEC.write(finding, Finding)
    return plain


def finding_from_json(plain: Mapping[str, Any]) -> Finding:
    """The finding that `finding_to_json` was given; raises `InvalidFact`."""
    finding: Finding = _read(dict(plain), Finding)
    return finding


def _read(plain: Any, as_type: Any) -> Any:
    try:
        return _CODEC.read(plain, as_type)
    except ValueError as fault:
        raise InvalidFact(
            vi=f"Không hiểu được bản ghi: {fault}.",
            en=f"The record is not understood: {fault}.",
        ) from fault
