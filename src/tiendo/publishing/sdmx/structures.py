"""All structures of our data: who maintains them, concepts, codelists, the data structure and its dataflow."""

from __future__ import annotations

from tiendo.catalogue.model import Catalogue, Direction, Semantics
from tiendo.facts.wording import Wording
from tiendo.publishing.sdmx.areas import areas
from tiendo.publishing.sdmx.definition import AGENCY, COMPONENTS, CONCEPTS, INDICATORS, PROGRESS, PROGRESS_FLOW
from tiendo.publishing.sdmx.model import Item, ItemList, Kind, Reference, Structures
from tiendo.publishing.sdmx.own_codes import OWN_CODELISTS
from tiendo.publishing.sdmx.standard_codes import STANDARD_CODELISTS
from tiendo.publishing.sdmx.unit_codes import units

_SPONSORS = "SDMX"

_AGENCIES = ItemList(
    reference=Reference(Kind.AGENCIES, _SPONSORS, "AGENCIES"),
    names=Wording("Cơ quan duy trì", "Agencies"),
    items=(Item(id=AGENCY, names=Wording("Tiến Độ", "Tiến Độ")),),
    is_partial=True,
)

_CONCEPTS = ItemList(
    reference=CONCEPTS,
    names=Wording("Khái niệm của số liệu kế hoạch", "Concepts of plans and results"),
    items=tuple(Item(id=one.id, names=one.names, description=one.description) for one in COMPONENTS),
)


def progress_structures(catalogue: Catalogue) -> Structures:
    """Everything that somebody needs who reads the data, with the indicators of the catalogue by id."""
    lists = (_indicators(catalogue), areas(), units(catalogue))
    return Structures((_AGENCIES, *STANDARD_CODELISTS, *OWN_CODELISTS, *lists, _CONCEPTS, PROGRESS, PROGRESS_FLOW))


def _indicators(catalogue: Catalogue) -> ItemList:
    items = [Item(id=one.id, names=one.names, description=one.definition) for one in catalogue]
    return ItemList(
        reference=INDICATORS,
        names=Wording("Chỉ tiêu", "Indicators"),
        items=tuple(sorted(items, key=lambda item: item.id)),
    )


def names_of(structures: Structures) -> dict[str, dict[str, Wording]]:
    """What the codes of each codelist are called, by the id of the list and the code."""
    return {one.reference.id: {item.id: item.names for item in one.items} for one in structures.lists(Kind.CODELIST)}


def indicators_of_falls(catalogue: Catalogue) -> frozenset[str]:
    """The indicators whose value is how much something fell that should fall: points less of the poverty rate."""
    return frozenset(
        one.id
        for one in catalogue
        if one.semantics is Semantics.INCREMENT
        and one.variant_of in catalogue
        and catalogue[one.variant_of or ""].direction is Direction.DOWN
    )
