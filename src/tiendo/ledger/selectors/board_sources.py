"""Rows of the record as entries of a scoreboard, each with the document or submission that it stands in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from tiendo.assessment.entries import BoardEntry
from tiendo.catalogue import Catalogue
from tiendo.facts.decisions import Matched
from tiendo.facts.exchange import decision_from_json, record_from_json
from tiendo.facts.records import Observation, Target
from tiendo.ledger import models
from tiendo.ledger.measured_rows import MeasuredRow
from tiendo.ledger.measures import record_of
from tiendo.ledger.remembered import Remembered

_ENTRIES_KEPT = 50_000  # some two kilobytes each
_ROOTS_AT_ONCE = 500  # parameters of one query; SQLite takes some thousands

Key = tuple[bytes, bool]
"""The digest of a row, and whether its indicator is known: then it is called by that name."""

_remembered: Remembered[Key, BoardEntry] = Remembered(_ENTRIES_KEPT)

REPORTED = "reported"  # the reason of a match that the reporting agency made by giving the code


@dataclass(frozen=True, slots=True)
class Sources:
    """The standing documents and submissions that may be seen: by entry, the root and what a board calls it.

    `unseen` are the entries of the submissions that may not.
    """

    documents: Mapping[int, tuple[int, str]]
    submissions: Mapping[int, tuple[int, str]]
    unseen: frozenset[int] = frozenset()

    @classmethod
    def at(cls, horizon: int, roots: frozenset[int] | None) -> Sources:
        """All that stood at the horizon, or of these the ones with the given roots."""
        documents = models.Document.objects.standing(horizon).values_list("id", "root", "title")
        submissions = models.Submission.objects.standing(horizon).values_list("id", "root", "name")
        known = models.Submission.objects.known(horizon).values_list("id", "root") if roots is not None else ()
        unseen = frozenset(entry for entry, root in known if roots is not None and root not in roots)
        return cls(_kept(documents, roots), _kept(submissions, roots), unseen)

    def holds(self, row: MeasuredRow) -> bool:
        """Whether the row stands in one of these."""
        return row.document in self.documents or row.submission in self.submissions

    def of(self, row: MeasuredRow) -> tuple[int, str]:
        """Root and name of the source of a row that `holds`."""
        if row.document is not None:
            return self.documents[row.document]
        return self.submissions[row.submission or 0]


def _kept(rows: Iterable[tuple[int, int, str]], roots: frozenset[int] | None) -> dict[int, tuple[int, str]]:
    return {entry: (root, name) for entry, root, name in rows if roots is None or root in roots}


def entries_of(
    rows: Sequence[MeasuredRow], sources: Sources, catalogue: Catalogue, territory: str | None, horizon: int
) -> list[BoardEntry]:
    """The rows as a scoreboard takes them; those of documents with all that the fact says beside the value."""

    def made(missing: list[Key]) -> Iterator[BoardEntry]:
        wanted = {digest for digest, _ in missing}
        found = [row for row in rows if bytes(row.digest) in wanted]
        facts = _facts([row.fact for row in found if row.fact is not None], horizon)
        return (_entry(row, facts.get(row.fact or 0), sources, catalogue) for row in found)

    entries = _remembered.of([(bytes(row.digest), row.indicator in catalogue) for row in rows], made)
    return [entry if entry.territory else replace(entry, territory=territory) for entry in entries]


def _entry(row: MeasuredRow, fact: models.Fact | None, sources: Sources, catalogue: Catalogue) -> BoardEntry:
    root, title = sources.of(row)
    record = record_from_json(fact.record) if fact is not None else None
    if not isinstance(record, Target | Observation):
        subject = catalogue[row.indicator].names.vi if row.indicator in catalogue else row.indicator
        record = record_of(row, subject, is_target=row.is_target)
    return BoardEntry(str(root), title, record, _decision(row.indicator, fact), row.territory, row.id)


def _decision(indicator: str, fact: models.Fact | None) -> Matched:
    """The match that the reader made, with its warnings; one of a person or a reporting agency has none."""
    decision = decision_from_json(fact.decision) if fact is not None and fact.decision else None
    if isinstance(decision, Matched) and decision.code == indicator:
        return decision
    return Matched(indicator, (REPORTED,))


def _facts(roots: Sequence[int], horizon: int) -> dict[int, models.Fact]:
    found: dict[int, models.Fact] = {}
    for start in range(0, len(roots), _ROOTS_AT_ONCE):
        asked = roots[start : start + _ROOTS_AT_ONCE]
        for fact in models.Fact.objects.standing(horizon).filter(root__in=asked):
            found[fact.root] = fact
    return found
