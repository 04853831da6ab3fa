"""What the record holds, as SDMX observations and structures: gathered once for the API and for commands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from tiendo.ledger.catalogues import catalogue_at
from tiendo.ledger.selectors.stated import document_titles, last_act, stated_indicators
from tiendo.ledger.selectors.streamed import MeasuredKind, StreamFilter, streamed_rows
from tiendo.ledger.selectors.viewing import Known, Viewer, known_until
from tiendo.ledger.selectors.visible import visible_to
from tiendo.publishing.sdmx.changes import changes
from tiendo.publishing.sdmx.header import Header
from tiendo.publishing.sdmx.model import Structures
from tiendo.publishing.sdmx.observations import ACTION, Action, Observation, Stated, observations
from tiendo.publishing.sdmx.structures import indicators_of_falls, progress_structures

_SHARED = (
    *("document_version", "document", "submission", "agency", "withdrawn", "last_day"),
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
    """Results, then targets, by indicator; the memory is that of the largest indicator.

    With `changed_after` only what is not as it was at that horizon, with what is gone at the end.
    """
    if wanted.changed_after is not None:
        yield from _changes(wanted, viewer, known, kinds)
        return
    gathered = _Gathered(wanted, viewer, known)
    for kind in kinds:
        for indicator in _indicators(wanted, kind, known):
            yield from gathered.observations(kind, indicator)


def _changes(
    wanted: StreamFilter, viewer: Viewer, known: Known, kinds: Sequence[MeasuredKind]
) -> Iterator[Observation]:
    """The difference between what the viewer would have got then and gets now."""
    now, then = _Gathered(wanted, viewer, known), _Gathered(wanted, viewer, known_until(wanted.changed_after or 0))
    gone: list[Observation] = []
    for kind in kinds:
        for indicator in _indicators(wanted, kind, known):
            for one in changes(then.observations(kind, indicator), now.observations(kind, indicator)):
                if one[ACTION] == Action.DELETE:
                    gone.append(one)
                else:
                    yield one
    yield from gone


def _indicators(wanted: StreamFilter, kind: MeasuredKind, known: Known) -> Iterator[str]:
    found = stated_indicators(kind, known)
    return (one for one in found if not wanted.indicators or one in wanted.indicators)


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
        self._bounds = (
            wanted.first_day.isoformat() if wanted.first_day else "",
            wanted.last_day.isoformat() if wanted.last_day else "9999-12-31",
        )

    def observations(self, kind: MeasuredKind, indicator: str) -> Iterator[Observation]:
        """The results or targets of an indicator."""
        asked = StreamFilter(indicators=(indicator,), territories=self._wanted.territories, changed_after=_SINCE_EVER)
        rows = streamed_rows(kind, (*_SHARED, _LAST[kind]), asked, self._viewer, self._known)
        return observations([[self._stated(row, kind) for row in rows]], are_targets=kind == "target")

    def _stated(self, row: tuple[Any, ...], kind: MeasuredKind) -> Stated:
        version, document, submission, agency, withdrawn, last_day, *said, last = row
        source = self._titles.get(version, "") if version is not None else agency or ""
        is_published = (document or submission) in self._published
        is_shown = not withdrawn and self._is_asked(said[3], last_day, agency, document)
        estimated, since = (last, None) if kind == "observation" else (False, last)
        return Stated._make((*said, estimated, since, source, is_published, said[1] in self._falls, is_shown))

    def _is_asked(self, period: str | None, last_day: str | None, agency: str | None, document: int | None) -> bool:
        wanted, (first, last) = self._wanted, self._bounds
        return (
            (not wanted.periods or period in wanted.periods)
            and (not wanted.agencies or agency in wanted.agencies)
            and (wanted.document is None or document == wanted.document)
            and (last_day is None or first <= last_day <= last)
        )
