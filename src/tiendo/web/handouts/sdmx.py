"""What the record holds, as SDMX observations and structures: gathered once for the API and for commands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from tiendo.ledger.catalogues import catalogue_at
from tiendo.ledger.selectors.stated import document_titles, last_act, stated_indicators
from tiendo.ledger.selectors.streamed import MeasuredKind, StreamFilter, streamed_rows
from tiendo.ledger.selectors.viewing import Known, Viewer, known_until
from tiendo.ledger.selectors.visible import visible_to
from tiendo.publishing.sdmx.header import Header
from tiendo.publishing.sdmx.model import Structures
from tiendo.publishing.sdmx.observations import ACTION, Action, Observation, Stated, observations
from tiendo.publishing.sdmx.structures import indicators_of_falls, progress_structures

_SHARED = (
    *("entry", "document_version", "document", "submission", "agency", "withdrawn", "last_day"),
    *("id", "indicator", "territory", "period", "low", "high", "unit_measure", "unit_mult", "per", "of", "change"),
    *("approximate", "annual", "cumulative", "plan_percent", "yoy_percent", "yoy_change"),
)
_LAST: dict[MeasuredKind, str] = {"observation": "estimated", "target": "in_force_from"}
_DIGITS_OF_SEAL = 8  # as at the foot of every page
_SINCE_EVER = 0  # asks for what was withdrawn too: it keeps its number among the statements of one thing
_BOTH: tuple[MeasuredKind, ...] = ("observation", "target")


def progress_observations(
    wanted: StreamFilter, viewer: Viewer, known: Known, kinds: Sequence[MeasuredKind] = _BOTH
) -> Iterator[Observation]:
    """Results, then targets, by indicator, then what was withdrawn; the memory is that of the largest indicator.

    With `changed_after` what was recorded or published behind that horizon, and what was withdrawn since.
    """
    gathered = _Gathered(wanted, viewer, known)
    gone: list[Observation] = []
    for kind in kinds:
        for one in observations(gathered.groups(kind), are_targets=kind == "target"):
            if one[ACTION] == Action.DELETE:
                gone.append(one)
            else:
                yield one
    yield from gone


def structures_of(known: Known) -> Structures:
    """All structures that describe the observations, with the indicators that were known then."""
    return progress_structures(catalogue_at(known.horizon))


def header_of(known: Known) -> Header:
    """The head of a message about what was known: its id is that of the state of the record."""
    return Header(f"TIENDO-{known.horizon}-{known.seal.hex()[:_DIGITS_OF_SEAL]}", last_act(known))


class _Gathered:
    """The statements that are asked for, as they were known.

    All that is said of an indicator is read, whatever of it is asked for: a statement has its number among all others.
    """

    def __init__(self, wanted: StreamFilter, viewer: Viewer, known: Known) -> None:
        self._wanted = wanted
        self._viewer = viewer
        self._known = known
        self._titles = document_titles(known)
        self._falls = indicators_of_falls(catalogue_at(known.horizon))
        self._published = visible_to(viewer, known).published
        since = wanted.changed_after
        before = None if since is None else visible_to(viewer, known_until(since))
        self._documents_before = before.documents.keys() if before else ()
        self._submissions_before = {one.root for one in before.submissions.values()} if before else set()
        self._bounds = (
            wanted.first_day.isoformat() if wanted.first_day else "",
            wanted.last_day.isoformat() if wanted.last_day else "9999-12-31",
        )

    def groups(self, kind: MeasuredKind) -> Iterator[Iterable[Stated]]:
        """Indicator by indicator."""
        columns = (*_SHARED, _LAST[kind])
        for indicator in stated_indicators(kind, self._known):
            if not self._wanted.indicators or indicator in self._wanted.indicators:
                asked = StreamFilter(
                    indicators=(indicator,), territories=self._wanted.territories, changed_after=_SINCE_EVER
                )
                rows = streamed_rows(kind, columns, asked, self._viewer, self._known)
                yield [self._stated(row, kind) for row in rows]

    def _stated(self, row: tuple[Any, ...], kind: MeasuredKind) -> Stated:
        entry, version, document, submission, agency, withdrawn, last_day, *said, last = row
        source = self._titles.get(version, "") if version is not None else agency or ""
        is_published = (document or submission) in self._published
        is_asked = self._is_asked(said[3], last_day, agency, document)
        action = self._action(entry, version, submission, is_withdrawn=withdrawn) if is_asked else None
        estimated, since = (last, None) if kind == "observation" else (False, last)
        return Stated._make((*said, estimated, since, source, is_published, said[1] in self._falls, action))

    def _is_asked(self, period: str | None, last_day: str | None, agency: str | None, document: int | None) -> bool:
        wanted, (first, last) = self._wanted, self._bounds
        return (
            (not wanted.periods or period in wanted.periods)
            and (not wanted.agencies or agency in wanted.agencies)
            and (wanted.document is None or document == wanted.document)
            and (last_day is None or first <= last_day <= last)
        )

    def _action(self, entry: int, version: int | None, submission: int | None, *, is_withdrawn: bool) -> str | None:
        """What whoever asks is to do with a statement; nothing where it is none of theirs."""
        since = self._wanted.changed_after
        if since is None:
            return None if is_withdrawn else Action.INFORM
        was_seen = version in self._documents_before if version is not None else submission in self._submissions_before
        if entry <= since and was_seen:
            return None
        return Action.DELETE if is_withdrawn else Action.REPLACE
