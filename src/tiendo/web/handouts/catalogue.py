"""The catalogue of the open data of this site: which datasets there are, and under which addresses."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from tiendo.facts.wording import Wording
from tiendo.ledger.selectors.held_years import HeldYear, held_years
from tiendo.ledger.selectors.viewing import Known, Viewer
from tiendo.publishing.open_data.dcat import Dataset, Form, Service, catalogue
from tiendo.publishing.open_data.fields import TableKind
from tiendo.publishing.open_data.graph import Node
from tiendo.publishing.open_data.package import Resource
from tiendo.publishing.open_data.provenance import DESCRIPTIONS, TITLES, Provenance
from tiendo.web.handouts.naming import place_words

_TABLES: tuple[TableKind, ...] = ("observation", "target")
# Name, ending, media type, and the code of the form in the EU's list of file types.
_FORMS = (
    ("CSV", "csv", "text/csv", "CSV"),
    ("Parquet", "parquet", "application/vnd.apache.parquet", "PARQUET"),
    ("JSON", "json", "application/json", "JSON"),
    ("XLSX", "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "XLSX"),
)
_SERVICES = (
    Service(
        path="api/v1",
        title=Wording("API của Tiến Độ", "The API of Tiến Độ"),
        description_path="/api/v1/openapi.json",
    ),
    Service(
        path="sdmx/v2",
        title=Wording("SDMX-REST 2 của Tiến Độ", "SDMX-REST 2 of Tiến Độ"),
        description_path="/sdmx/v2/structure/dataflow",
    ),
)


def catalogue_nodes(known: Known, provenance: Provenance) -> list[Node]:
    """The catalogue of what the public may see, as statements."""
    return catalogue([*_whole_tables(), *_years(known)], _SERVICES, provenance)


def online_resources() -> tuple[Resource, ...]:
    """The two tables as they lie on the site beside their description."""
    return tuple(Resource(kind=kind, path=f"{kind}s.csv") for kind in _TABLES)


def _whole_tables() -> Iterator[Dataset]:
    for kind in _TABLES:
        forms = tuple(
            Form(name=name, path=f"/data/{kind}s.{ending}", media_type=media_type, code=code)
            for name, ending, media_type, code in _FORMS
        )
        yield Dataset(path=f"{kind}s", title=TITLES[kind], description=DESCRIPTIONS[kind], forms=forms)


def _years(known: Known) -> Iterator[Dataset]:
    for one in held_years(Viewer(), known):
        yield _year(one)


def _year(one: HeldYear) -> Dataset:
    last_day = date(one.year, 12, 31)
    place = place_words(one.province, last_day, "vi")
    path = f"/data/{one.province}/{one.year}"
    return Dataset(
        path=f"{one.province}-{one.year}",
        title=Wording(f"{place}: kết quả và chỉ tiêu năm {one.year}", f"{place}: results and targets of {one.year}"),
        description=Wording(
            f"Kết quả và chỉ tiêu của {place} và các đơn vị trực thuộc, kỳ kết thúc trong năm {one.year}.",
            f"Results and targets of {place} and the units in it, of periods that end in {one.year}.",
        ),
        forms=(
            Form(name="CSV", path=f"{path}.csv", media_type="text/csv", code="CSV"),
            Form(name="ZIP", path=f"{path}.zip", media_type="application/zip", code="ZIP"),
        ),
        place=place,
        first_day=date(one.year, 1, 1),
        last_day=last_day,
    )
