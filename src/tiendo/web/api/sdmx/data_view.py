"""Data queries and availability queries: `/sdmx/v2/data/…` and `/sdmx/v2/availability/…`."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from itertools import groupby, islice
from typing import Final

from django.http import HttpRequest

from tiendo.facts.wording import Wording
from tiendo.ledger.selectors.streamed import MeasuredKind, StreamFilter
from tiendo.ledger.selectors.viewing import Known
from tiendo.publishing.sdmx import data_csv, data_json, data_xml
from tiendo.publishing.sdmx.areas import code_of
from tiendo.publishing.sdmx.definition import COLUMNS, COMPONENTS, FLOW, STRUCTURE
from tiendo.publishing.sdmx.model import Reference, Role
from tiendo.publishing.sdmx.observations import Observation, series_of
from tiendo.publishing.sdmx.own_codes import Measure
from tiendo.publishing.sdmx.picking import LATEST
from tiendo.publishing.sdmx.selection import Selection, selection
from tiendo.publishing.sdmx.structures import names_of
from tiendo.web.api.problems import Problem
from tiendo.web.api.sdmx.answering import Message, answer_message
from tiendo.web.api.sdmx.asking import Asked, asked_of, invalid, not_offered, nothing_there, read_as
from tiendo.web.api.sdmx.forms import DataForm, form_of
from tiendo.web.handouts.sdmx import header_of, progress_observations, structures_of

MOST_OBSERVATIONS: Final = 100_000
"""In one answer: thirty megabytes of XML. Whoever wants more takes the files of /data, or exports."""

MOST_LOOKED_AT: Final = 200_000
"""Observations that a query goes through to find its own, which takes some seconds; an index finds those of a place."""

_PARTS = 5  # context, agency, id, version, key
_PARAMETERS = frozenset(
    {"format", "asOf", "updatedAfter", "firstNObservations", "lastNObservations", "dimensionAtObservation"}
    | {"attributes", "measures", "includeHistory", "offset", "limit", "sort", "reportingYearStartDay"}
)
_CONTEXTS = {"dataflow": FLOW, "datastructure": STRUCTURE, "*": FLOW}
_KEPT = tuple(one.id for one in COMPONENTS if one.role in (Role.DIMENSION, Role.TIME))
_ATTRIBUTES = tuple(one.id for one in COMPONENTS if one.role is Role.ATTRIBUTE)
_MEASURES = tuple(one.id for one in COMPONENTS if one.role is Role.MEASURE)
# All attributes hang on observations, so that these words ask for all of them or for none.
_ALL_ATTRIBUTES, _NO_ATTRIBUTES = ("dsd", "all", "obs"), ("none", "msd", "dataset", "series")


def data(request: HttpRequest, path: str = "") -> Message:
    """The observations that a query asks for."""
    asked = asked_of(request, path, most_parts=_PARTS, known_parameters=_PARAMETERS)
    form = form_of(request, DataForm)
    require_flow(asked)
    _refuse_what_is_not_offered(asked)
    chosen = read_as(lambda: selection(asked.part(4), asked.conditions))
    columns, is_flat, known = _columns(asked), _is_flat(asked), asked.known()
    found = _portion(asked, observations_for(asked, chosen, known))

    def make(language: str) -> Iterator[bytes]:
        rows, header = _bounded(found), header_of(known)
        match form:
            case DataForm.CSV:
                return data_csv.written_csv(rows, columns)
            case DataForm.XML:
                return data_xml.written_xml(rows, header, columns, is_flat=is_flat)
        names = names_of(structures_of(known))
        return data_json.written_json(rows, header, names, columns, is_flat=is_flat, language=language)

    return answer_message(asked, known, form, make)


def require_flow(asked: Asked) -> None:
    """Raise a `Problem` unless the path means our dataflow, or the data structure behind it."""
    context = asked.part(0)
    if context not in (*_CONTEXTS, "provisionagreement"):
        raise invalid(
            f"{context[:40]!r} phải là dataflow, datastructure hoặc provisionagreement",
            f"{context[:40]!r} has to be dataflow, datastructure or provisionagreement",
        )
    meant = _CONTEXTS.get(context)
    if meant is None or not _is_meant(meant, asked):
        raise nothing_there()


def _is_meant(meant: Reference, asked: Asked) -> bool:
    named = zip((meant.agency, meant.id, meant.version), (asked.part(1), asked.part(2), asked.part(3)), strict=True)
    fits = [value in written.split(",") or written == "*" for value, written in named]
    return all(fits[:2]) and (fits[2] or any(one in LATEST for one in asked.part(3).split(",")))


def _refuse_what_is_not_offered(asked: Asked) -> None:
    if asked.parameters.get("includeHistory", "false") != "false":
        raise not_offered("includeHistory (asOf)")
    for name in ("sort", "reportingYearStartDay"):
        if name in asked.parameters:
            raise not_offered(name)


def observations_for(asked: Asked, chosen: Selection, known: Known) -> Iterator[Observation]:
    """What is asked for, as far as whoever asks may see it; indicators and places are looked for by an index."""
    since = asked.changed_after(known)
    indicators, areas = chosen.values("INDICATOR"), chosen.values("REF_AREA")
    if indicators == frozenset() or areas == frozenset():
        return iter(())  # conditions that nothing can meet at once
    wanted = StreamFilter(
        indicators=tuple(sorted(indicators or ())),
        territories=tuple(sorted(map(code_of, areas or ()))),
        changed_after=since,
    )
    viewer = asked.request.asker.viewer
    return chosen.of(_looked_at(progress_observations(wanted, viewer, known, _kinds(chosen.values("MEASURE")))))


def _looked_at(found: Iterator[Observation]) -> Iterator[Observation]:
    """The same; raises a `Problem` where it goes on for too long."""
    yield from islice(found, MOST_LOOKED_AT)
    if next(found, None) is not None:
        raise _too_far()


def _too_far() -> Problem:
    return Problem(
        "answer-too-large",
        Wording(
            f"Truy vấn phải xem qua hơn {MOST_LOOKED_AT} số liệu; hãy nêu INDICATOR hoặc REF_AREA, hoặc tải tệp ở "
            "/data.",
            f"The query has to go through more than {MOST_LOOKED_AT} observations; name INDICATOR or REF_AREA, or take "
            "the files of /data.",
        ),
    )


def _kinds(measures: frozenset[str] | None) -> tuple[MeasuredKind, ...]:
    prefixes: dict[MeasuredKind, str] = {"observation": Measure.RESULT.value, "target": Measure.TARGET.value}
    return tuple(
        kind
        for kind, prefix in prefixes.items()
        if measures is None or any(measure.startswith(prefix) for measure in measures)
    )


def _portion(asked: Asked, found: Iterator[Observation]) -> Iterator[Observation]:
    """The first and last of each series, then what `offset` and `limit` leave."""
    first, last = asked.number("firstNObservations"), asked.number("lastNObservations")
    if first is not None or last is not None:
        found = (one for _, members in groupby(found, key=series_of) for one in _ends(members, first, last))
    offset, limit = asked.number("offset") or 0, asked.number("limit")
    return islice(found, offset, None if limit is None else offset + limit)


def _ends(members: Iterable[Observation], first: int | None, last: int | None) -> Iterable[Observation]:
    if last is None:
        return islice(members, first)
    if first is None:
        return deque(members, maxlen=last)
    held = list(members)
    return held if first + last >= len(held) else [*held[:first], *held[len(held) - last :]]


def _bounded(found: Iterator[Observation]) -> Iterator[Observation]:
    """The same; raises a `Problem` where there are none or too many."""
    count = 0
    for one in found:
        count += 1
        if count > MOST_OBSERVATIONS:
            raise too_large()
        yield one
    if count == 0:
        raise nothing_there()


def too_large() -> Problem:
    """More than one answer holds."""
    return Problem(
        "answer-too-large",
        Wording(
            f"Câu trả lời có hơn {MOST_OBSERVATIONS} số liệu; hãy thu hẹp truy vấn, dùng offset và limit, hoặc tải "
            "tệp ở /data.",
            f"The answer has more than {MOST_OBSERVATIONS} observations; narrow the query, or use offset and limit, or "
            "take the files of /data.",
        ),
    )


def _is_flat(asked: Asked) -> bool:
    level = asked.parameters.get("dimensionAtObservation", "TIME_PERIOD")
    if level not in (*_KEPT, data_xml.FLAT):
        raise invalid(f"{level[:40]!r} không phải là chiều", f"{level[:40]!r} is no dimension")
    if level not in ("TIME_PERIOD", data_xml.FLAT):
        raise not_offered(f"dimensionAtObservation={level}")
    return level == data_xml.FLAT


def _columns(asked: Asked) -> tuple[str, ...]:
    attributes = asked.parameters.get("attributes", "dsd").split(",")
    measures = asked.parameters.get("measures", "all").split(",")
    for names, known in ((attributes, (*_ALL_ATTRIBUTES, *_NO_ATTRIBUTES, *_ATTRIBUTES)), (measures, _OF_MEASURES)):
        unknown = [name for name in names if name not in known]
        if unknown:
            raise invalid(f"không có {unknown[0][:40]!r} trong dữ liệu", f"the data have no {unknown[0][:40]!r}")
    kept = {
        *_KEPT,
        *(_ATTRIBUTES if set(attributes) & set(_ALL_ATTRIBUTES) else attributes),
        *(_MEASURES if "all" in measures else measures),
    }
    return tuple(column for column in COLUMNS if column in kept)


_OF_MEASURES = ("all", "none", *_MEASURES)
