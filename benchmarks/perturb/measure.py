"""Spoils numbers one at a time, audits again, and counts what was found."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.perturb.annotations import annotations, formulas, printed_interval
from benchmarks.perturb.changes import CHANGES
from tiendo.catalogue import load_catalogue
from tiendo.facts.errors import InvalidFact
from tiendo.facts.findings import Finding, Place, Suggestion, Verdict
from tiendo.facts.intervals import Interval
from tiendo.intake.audit import source_of
from tiendo.intake.reading import Reading, Request, read_facts
from tiendo.text.numbers import NUMBER, parse_number
from tiendo.verification import Source, verify
from tiendo.verification.claims import Claim
from tiendo.verification.numbers import Number, with_value
from tiendo.verification.verify import examine

Span = tuple[int, int]
DOCUMENTS = Path(__file__).with_name("documents")


@dataclass(slots=True)
class Tally:
    """What became of the changed numbers of a group."""

    changed: int = 0
    unreadable: int = 0
    detected: int = 0
    asked: int = 0
    right_figure: int = 0
    right_number: int = 0
    missed: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Group:
    """Documents that are audited together; `annotated` where their relations were written down."""

    name: str
    texts: Mapping[str, str]
    folder: Path
    annotated: bool


def read(group: Group, name: str, text: str) -> Source:
    """A text of a group as a source, read like a file."""
    path = group.folder / name
    path.write_text(text, encoding="utf-8")
    reading = read_facts(Request(str(path), with_relations=True))
    if not isinstance(reading, Reading):
        raise RuntimeError(reading.sentence("en"))
    return source_of(reading)


class Places:
    """The numbers that take part in a relation, and whether a change of one breaks it."""

    def __init__(self, group: Group, sources: Sequence[Source]) -> None:
        self._group = group
        self._claims: dict[tuple[str, int], list[tuple[Claim, Number]]] = {}
        self.all: list[tuple[str, Span]] = sorted(set(self._annotated() if group.annotated else self._claimed(sources)))

    def _annotated(self) -> Iterator[tuple[str, Span]]:
        for name in self._group.texts:
            for relation in annotations(DOCUMENTS / name):
                for document, start, end in relation.places:
                    if self._group.texts[document][start].isdigit():  # not the words of a number
                        yield document, (start, end)

    def _claimed(self, sources: Sequence[Source]) -> Iterator[tuple[str, Span]]:
        for claim in examine(sources, load_catalogue())[0]:
            if not claim.asserted or claim.is_bound or not claim.holds():
                continue
            for number in claim.numbers():
                token = NUMBER.match(number.figure.quote)
                if token is not None:
                    name, start = Path(number.document).name, number.figure.start
                    self._claims.setdefault((name, start), []).append((claim, number))
                    yield name, (start, start + token.end())

    def breaks(self, name: str, span: Span, changed: str, kind: str) -> bool:
        """Whether the changed number makes a relation false beyond rounding, so that an audit could tell."""
        end = span[1] + (len(changed) - len(self._group.texts[name]) if kind == "mark" else 0)
        if self._group.annotated:
            return _breaks_annotation(self._group, name, span, end, changed, kind)
        for claim, number in self._claims.get((name, span[0]), ()):
            interval = _changed(number, changed[span[0] : end], kind)
            if interval is not None and not claim.holds({number.key: interval}):
                return True
        return False


def _changed(number: Number, token: str, kind: str) -> Interval | None:
    """What the changed number stands for."""
    if kind == "sign":
        return -number.interval
    if kind == "unit":
        return None  # the reading alone tells the new unit: left to the annotated documents
    try:
        return number.stood_for(with_value(number.figure.quantity, parse_number(token)))
    except (ValueError, InvalidFact):
        return None


def _breaks_annotation(group: Group, name: str, span: Span, end: int, changed: str, kind: str) -> bool:
    for document in group.texts:
        for relation in annotations(DOCUMENTS / document):
            if (name, *span) not in relation.places:
                continue
            if kind == "sign":
                if relation.kind in ("change_both", "base_printed", "year_on_year", "from_to"):
                    return True
                continue
            before = [printed_interval(group.texts[one], (a, b)) for one, a, b in relation.places]
            after = [
                printed_interval(changed, (span[0], end)) if (one, a, b) == (name, *span) else old
                for (one, a, b), old in zip(relation.places, before, strict=True)
            ]
            if None in before or None in after:
                if relation.kind in ("in_words", "list_count"):
                    return True
                continue
            holding = formulas([one for one in before if one is not None])
            known = [one for one in after if one is not None]
            if holding and not any(formula(known) for formula in holding):
                return True
    return False


def measure(
    group: Group, seeds: Sequence[int], most: int, only: str = ""
) -> tuple[Tally, dict[str, Tally], list[Finding]]:
    """The tally of a group, by kind of change too, and what the audit says of the sound documents."""
    sources = {name: read(group, name, text) for name, text in group.texts.items()}
    sound = [one for one in verify(list(sources.values())) if one.verdict is Verdict.INCONSISTENT]
    total, kinds = Tally(), {kind: Tally() for kind in CHANGES}
    places = Places(group, list(sources.values()))
    chosen = [(name, span) for name, span in places.all if name.startswith(only)]
    random.Random(0).shuffle(chosen)
    for name, span in chosen[:most]:
        for seed in seeds:
            for kind, change in CHANGES.items():
                chance = random.Random(f"{name}{span}{kind}{seed}")
                changed = change(group.texts[name], span, chance)
                if changed is None or changed == group.texts[name]:
                    continue
                if places.breaks(name, span, changed, kind):
                    spoilt = {**sources, name: read(group, name, changed)}
                    findings = verify(list(spoilt.values()))
                    for tally in (total, kinds[kind]):
                        _count(tally, group, name, span, changed, findings)
                read(group, name, group.texts[name])
    return total, kinds, sound


def _count(tally: Tally, group: Group, name: str, span: Span, changed: str, findings: Sequence[Finding]) -> None:
    touching = [one for one in findings if any(_is_at(place, name, span) for place in one.places)]
    loud = [one for one in touching if one.verdict is Verdict.INCONSISTENT]
    asked = [one for one in touching if one.verdict is Verdict.QUESTION]
    tally.changed += 1
    tally.detected += bool(loud)
    tally.asked += bool(asked) and not loud
    if not loud and not asked:
        around = changed[max(0, span[0] - 70) : span[1] + 40].replace("\n", " ")
        tally.missed.append(f"{name} at {span[0]}: …{around}…")
        return
    first_two = _first_two(loud or asked)
    tally.right_figure += any(_is_at(one.place, name, span) for one in first_two)
    original = group.texts[name][slice(*span)]
    tally.right_number += any(original in one.likely for one in first_two if _is_at(one.place, name, span))


def _first_two(findings: Sequence[Finding]) -> list[Suggestion]:
    """The two numbers that most of the findings suggest, the likelier one of each first."""
    votes: dict[Place, list[Suggestion]] = {}
    for finding in findings:
        for suggestion in finding.suggestions:
            votes.setdefault(suggestion.place, []).append(suggestion)
    ranked = sorted(votes.values(), key=len, reverse=True)
    return [suggestions[0] for suggestions in ranked[:2]]


def _is_at(place: Place, name: str, span: Span) -> bool:
    return Path(place.document).name == name and place.start < span[1] + 2 and span[0] < place.end
