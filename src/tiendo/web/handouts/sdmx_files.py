"""Results and targets as SDMX messages for `tiendo export`, with its filters."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

from tiendo.facts.errors import ExportRefused
from tiendo.facts.sdmx_periods import from_sdmx
from tiendo.ledger.selectors.streamed import StreamFilter
from tiendo.publishing.sdmx.data_csv import written_csv
from tiendo.publishing.sdmx.data_json import written_json
from tiendo.publishing.sdmx.data_xml import written_xml
from tiendo.publishing.sdmx.observations import PLACE_OF, Observation
from tiendo.publishing.sdmx.structures import names_of
from tiendo.web.handouts.exports import ExportQuestion, nothing_to_export
from tiendo.web.handouts.sdmx import WantedObservations, header_of, progress_observations, structures_of

_TIME = PLACE_OF["TIME_PERIOD"]


def sdmx_file(asked: ExportQuestion, form: str) -> Iterator[bytes]:
    """The message in that form: `csv`, `ml` or `json`.

    Raises `ExportRefused` for a filter that SDMX data do not have, and where there is nothing.
    """
    found = _observations(asked)
    first = next(found, None)
    if first is None:
        raise nothing_to_export()
    rows, header = chain([first], found), header_of(asked.known)
    match form:
        case "csv":
            return written_csv(rows)
        case "ml":
            return written_xml(rows, header)
    names = names_of(structures_of(asked.known))
    return written_json(rows, header, names, language=asked.language)


def _observations(asked: ExportQuestion) -> Iterator[Observation]:
    wanted = asked.wanted
    in_time = replace(wanted, indicators=(), territories=(), first_day=None, last_day=None)
    if in_time != StreamFilter():
        raise ExportRefused(
            vi="Dạng SDMX không lọc được theo --agency, --document, --period: hãy dùng --indicator, --territory, --year, "
            "--from, --to.",
            en="SDMX does not take --agency, --document or --period: use --indicator, --territory, --year, --from, --to.",
        )
    found = progress_observations(
        WantedObservations(
            indicators=frozenset(wanted.indicators) or None,
            territories=wanted.territories or None,
            with_results=asked.kind == "observation",
            with_targets=asked.kind == "target",
        ),
        asked.viewer,
        asked.known,
    )
    return (one for one in found if _is_within(one, wanted))


def _is_within(one: Observation, wanted: StreamFilter) -> bool:
    if wanted.first_day is None and wanted.last_day is None:
        return True
    ends = from_sdmx(one[_TIME]).last_day
    return (wanted.first_day is None or ends >= wanted.first_day) and (
        wanted.last_day is None or ends <= wanted.last_day
    )
