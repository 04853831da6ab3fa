"""What changed from one version of a document to the next: which facts came, went, and say something else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tiendo.intake.difference_words import changed_fields, sentence_added, sentence_changed, sentence_removed
from tiendo.ledger.selectors.document_facts import FactInText


@dataclass(frozen=True, slots=True)
class Changed:
    """A fact that came, went or changed, in a sentence; `root` is `None` where it went."""

    sentence: str
    root: int | None


@dataclass(frozen=True, slots=True)
class Changes:
    """All that changed, by what became of it; `same` counts what says the same."""

    changed: tuple[Changed, ...]
    added: tuple[Changed, ...]
    removed: tuple[Changed, ...]
    same: int


def changes_between(old: Sequence[FactInText], new: Sequence[FactInText], language: str) -> Changes:
    """What became of the facts; the record itself tells by their roots which of them live on."""
    before = {one.root: one for one in old}
    after = {one.root for one in new}
    changed = tuple(_changed(before, new, language))
    lived_on = sum(one.root in before for one in new)
    return Changes(
        changed=changed,
        added=tuple(
            Changed(sentence_added(one.record).sentence(language), one.root) for one in new if one.root not in before
        ),
        removed=tuple(
            Changed(sentence_removed(one.record).sentence(language), None) for one in old if one.root not in after
        ),
        same=lived_on - len(changed),
    )


def _changed(before: dict[int, FactInText], new: Sequence[FactInText], language: str) -> Iterator[Changed]:
    for one in new:
        old = before.get(one.root)
        if old is None:
            continue
        if type(old.record) is not type(one.record):
            yield Changed(sentence_added(one.record).sentence(language), one.root)
        elif fields := changed_fields(old.record, one.record):
            yield Changed(sentence_changed(old.record, one.record, fields).sentence(language), one.root)
