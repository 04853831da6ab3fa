"""Everything that `tiendo export` and the site hand out, by the name of the format: a question in, bytes out.

What a format needs is imported only where it is asked for: some libraries take half a second to start.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from itertools import chain

from tiendo.facts.errors import ExportRefused
from tiendo.ledger.catalogues import catalogue_at
from tiendo.ledger.selectors.places import known_places
from tiendo.ledger.selectors.streamed import MeasuredKind, StreamFilter
from tiendo.ledger.selectors.viewing import Known, Viewer
from tiendo.publishing.open_data.fields import Columns, fields_of
from tiendo.publishing.open_data.provenance import TITLES
from tiendo.web.handouts.tables import provenance_of, table_portions


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportQuestion:
    """What is to be handed out, of what somebody may see of what was known then.

    `site` is the address under which the reader knows the site, where it is not a setting. Where no kind is named, a
    table holds results, and a format that takes both holds both. `may_be_empty` lets a table have no rows.
    """

    kind: MeasuredKind | None = None
    wanted: StreamFilter = field(default_factory=StreamFilter)
    viewer: Viewer
    known: Known
    language: str = "vi"
    site: str | None = None
    may_be_empty: bool = False

    @property
    def table(self) -> MeasuredKind:
        """The kind of a table."""
        return self.kind or "observation"

    def portions(self) -> Iterator[Columns]:
        """The rows of the table; raises `ExportRefused` at once where there is none and some are needed."""
        found = table_portions(self.table, self.wanted, self.viewer, self.known)
        first = next(found, None)
        if first is not None:
            return chain([first], found)
        if self.may_be_empty:
            return iter(())
        raise nothing_to_export(self.viewer)


def check(asked: ExportQuestion) -> None:
    """Raise `ExportRefused` for a code that nothing bears: a slip of the pen should not look like missing data."""
    wanted = asked.wanted
    catalogue = catalogue_at(asked.known.horizon)
    for code in wanted.indicators:
        if code not in catalogue:
            raise ExportRefused(
                vi=f"Danh mục không có chỉ tiêu nào mang mã {code}; xem tiendo catalogue.",
                en=f"The catalogue has no indicator {code}; see tiendo catalogue.",
            )
    for code in wanted.territories:
        if code not in known_places():
            raise ExportRefused(
                vi=f"Không có đơn vị hành chính nào mang mã {code}; viết mã như 20, cả nước là VN.",
                en=f"No administrative unit has the code {code}; write a code such as 20, or VN for the country.",
            )
    if wanted.first_day and wanted.last_day and wanted.first_day > wanted.last_day:
        raise ExportRefused(
            vi=f"Khoảng thời gian rỗng: {wanted.first_day} sau {wanted.last_day}.",
            en=f"The time is empty: {wanted.first_day} lies after {wanted.last_day}.",
        )


Write = Callable[[ExportQuestion], Iterator[bytes]]


@dataclass(frozen=True, slots=True)
class ExportFormat:
    """A format: how its files end, what it is on the web, what writes it."""

    suffix: str
    media_type: str
    write: Write


def nothing_to_export(viewer: Viewer) -> ExportRefused:
    """The refusal where nothing that may be seen meets what was asked for."""
    if viewer.sees_everything:
        return ExportRefused(
            vi="Sổ không có gì khớp với yêu cầu: không ghi tệp nào. Hãy bỏ bớt điều kiện lọc.",
            en="Nothing in the record meets what was asked for: no file is written. Ask with fewer filters.",
        )
    return ExportRefused(
        vi="Không có gì đã công bố khớp với yêu cầu: không ghi tệp nào. Hãy bỏ bớt điều kiện lọc, hoặc thêm "
        "--with-drafts để lấy cả phần chưa công bố.",
        en="Nothing that is published meets what was asked for: no file is written. Ask with fewer filters, or add "
        "--with-drafts for what is not published.",
    )


def _csv(asked: ExportQuestion) -> Iterator[bytes]:
    from tiendo.publishing.open_data.csv_text import csv_chunks

    return csv_chunks(fields_of(asked.table), asked.portions())


def _json(asked: ExportQuestion) -> Iterator[bytes]:
    from tiendo.publishing.open_data.json_text import json_chunks

    return json_chunks(fields_of(asked.table), asked.portions(), provenance_of(asked.known, asked.site))


def _parquet(asked: ExportQuestion) -> Iterator[bytes]:
    from tiendo.publishing.open_data.parquet import parquet_chunks

    return parquet_chunks(fields_of(asked.table), asked.portions(), provenance_of(asked.known, asked.site))


def _workbook(asked: ExportQuestion) -> Iterator[bytes]:
    from tiendo.publishing.open_data.workbook import workbook_chunks

    provenance = provenance_of(asked.known, asked.site)
    title, fields = TITLES[asked.table], fields_of(asked.table)
    return workbook_chunks(title, fields, asked.portions(), provenance, asked.language)


def _package(asked: ExportQuestion) -> Iterator[bytes]:
    from tiendo.web.handouts.packages import package_chunks

    return package_chunks(asked)


def _sdmx(asked: ExportQuestion, form: str) -> Iterator[bytes]:
    from tiendo.web.handouts.sdmx_files import sdmx_file

    return sdmx_file(asked, form)


def _sdmx_structure(asked: ExportQuestion) -> Iterator[bytes]:
    from tiendo.web.handouts.sdmx_files import structure_file

    return structure_file(asked)


def _akoma_ntoso(asked: ExportQuestion) -> Iterator[bytes]:
    from tiendo.web.handouts.document_files import akn_file

    return akn_file(asked)


FORMATS: Mapping[str, ExportFormat] = {
    "csv": ExportFormat("csv", "text/csv; charset=utf-8", _csv),
    "parquet": ExportFormat("parquet", "application/vnd.apache.parquet", _parquet),
    "json": ExportFormat("json", "application/json", _json),
    "xlsx": ExportFormat("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", _workbook),
    "package": ExportFormat("zip", "application/zip", _package),
    "sdmx-csv": ExportFormat("csv", "application/vnd.sdmx.data+csv; version=2.0.0", partial(_sdmx, form="csv")),
    "sdmx-ml": ExportFormat("xml", "application/vnd.sdmx.data+xml; version=3.0.0", partial(_sdmx, form="ml")),
    "sdmx-json": ExportFormat("json", "application/vnd.sdmx.data+json; version=2.0.0", partial(_sdmx, form="json")),
    "sdmx-structure": ExportFormat("xml", "application/vnd.sdmx.structure+xml; version=3.0.0", _sdmx_structure),
    "akn": ExportFormat("zip", "application/zip", _akoma_ntoso),
}
"""By the name that is asked for; `cli/export.py` names them too, because its help starts without all of this."""
