"""Results and targets as SDMX messages for `tiendo export`, with its filters."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from tiendo.ledger.selectors.streamed import MeasuredKind
from tiendo.publishing.sdmx import structure_xml
from tiendo.publishing.sdmx.data_csv import written_csv
from tiendo.publishing.sdmx.data_json import written_json
from tiendo.publishing.sdmx.data_xml import written_xml
from tiendo.publishing.sdmx.structures import names_of
from tiendo.web.handouts.exports import ExportQuestion, nothing_to_export
from tiendo.web.handouts.sdmx import header_of, progress_observations, structures_of

_BOTH: tuple[MeasuredKind, ...] = ("observation", "target")


def sdmx_file(asked: ExportQuestion, form: str) -> Iterator[bytes]:
    """The message in that form, `csv`, `ml` or `json`: results and targets, unless one kind was asked for.

    Raises `ExportRefused` where there is nothing.
    """
    kinds = (asked.kind,) if asked.kind else _BOTH
    found = progress_observations(asked.wanted, asked.viewer, asked.known, kinds)
    first = next(found, None)
    if first is None:
        raise nothing_to_export(asked.viewer)
    rows, header = chain([first], found), header_of(asked.known)
    match form:
        case "csv":
            return written_csv(rows)
        case "ml":
            return written_xml(rows, header)
    names = names_of(structures_of(asked.known))
    return written_json(rows, header, names, language=asked.language)


def structure_file(asked: ExportQuestion) -> Iterator[bytes]:
    """All structures as SDMX-ML 3.0: what the columns and codes of the other files mean."""
    yield structure_xml.written_xml(structures_of(asked.known), header_of(asked.known))
