"""The tables of results and targets with the names that people read: portion after portion, for every format."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from django.conf import settings

from tiendo import __version__
from tiendo.ledger.catalogues import catalogue_at
from tiendo.ledger.models import Act
from tiendo.ledger.selectors.stated import document_titles
from tiendo.ledger.selectors.streamed import MeasuredKind, StreamFilter, streamed
from tiendo.ledger.selectors.viewing import Known, Viewer, last_day_of
from tiendo.publishing.open_data.fields import Columns, fields_of
from tiendo.publishing.open_data.provenance import Provenance
from tiendo.web.handouts.naming import place_words

# What the names are made of; every other column is one of the stream.
_MADE_OF = {"indicator_name": "indicator", "territory_name": "territory", "source": "document_version"}


def table_portions(kind: MeasuredKind, wanted: StreamFilter, viewer: Viewer, known: Known) -> Iterator[Columns]:
    """The columns of `fields_of(kind)` for what a viewer may see of what held then."""
    names = [field.name for field in fields_of(kind)]
    asked = [_MADE_OF.get(name, name) for name in names]
    days = asked.index("last_day")
    indicators = {one.id: one.names.vi for one in catalogue_at(known.horizon)}
    titles = document_titles(known)
    places = _Places()
    for portion in streamed(kind, asked, wanted, viewer, known):
        columns = list(portion)
        columns[names.index("indicator_name")] = _named(portion[asked.index("indicator")], indicators)
        columns[names.index("source")] = _named(portion[names.index("source")], titles)
        in_time = zip(portion[asked.index("territory")], portion[days], strict=True)
        columns[names.index("territory_name")] = list(map(places.__getitem__, in_time))
        yield columns


def _named(codes: Sequence[Any], names: Any) -> Sequence[str | None]:
    return list(map(names.get, codes))


class _Places(dict[tuple[str | None, str | None], str | None]):
    """The name of a territory on a day; codes were put to new use, so that no name is known without a day."""

    def __missing__(self, asked: tuple[str | None, str | None]) -> str | None:
        code, day = asked
        name = place_words(code, date.fromisoformat(day), "vi") if code and day else None
        self[asked] = name
        return name


def provenance_of(known: Known, site: str | None = None) -> Provenance:
    """Where the data comes from; `site` is the address under which the reader knows the site."""
    installed = settings.TIENDO
    last = Act.objects.filter(last_entry__lte=known.horizon).order_by("-number").values_list("at", flat=True).first()
    return Provenance(
        horizon=known.horizon,
        seal=known.seal.hex(),
        recorded_at=last,
        day=last_day_of(known),
        organisation=installed.organisation,
        contact=installed.contact,
        licence=installed.data_licence,
        site=(installed.public_url or site or installed.address()).rstrip("/"),
        version=__version__,
    )
