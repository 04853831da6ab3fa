"""Structure queries, and which data there are: `/sdmx/v2/structure/…` and `/sdmx/v2/availability/…`."""

from __future__ import annotations

from collections.abc import Iterator

from django.http import HttpRequest

from tiendo.ledger.selectors.viewing import Known
from tiendo.publishing.sdmx.availability import availability as available
from tiendo.publishing.sdmx.definition import COMPONENTS, FLOW
from tiendo.publishing.sdmx.model import Availability, Kind, Structures
from tiendo.publishing.sdmx.picking import References, named, reduced, stubs, with_references
from tiendo.publishing.sdmx.selection import DIMENSIONS, selection
from tiendo.publishing.sdmx.structure_json import written_json
from tiendo.publishing.sdmx.structure_xml import written_xml
from tiendo.web.api.sdmx.answering import Message, answer_message
from tiendo.web.api.sdmx.asking import Asked, asked_of, invalid, not_offered, nothing_there, read_as
from tiendo.web.api.sdmx.data_view import observations_for, require_flow
from tiendo.web.api.sdmx.forms import StructureForm, form_of
from tiendo.web.handouts.sdmx import header_of, structures_of

_STRUCTURE_PARTS = 5  # type, agency, id, version, item
_AVAILABILITY_PARTS = 6  # context, agency, id, version, key, component
_OF_STRUCTURES = frozenset({"format", "asOf", "detail", "references"})
_OF_AVAILABILITY = frozenset({"format", "asOf", "updatedAfter", "references", "mode", "reportingYearStartDay"})

_KINDS = tuple(kind for kind in Kind if kind is not Kind.CONSTRAINT)
# Types of the standard that nothing here is of.
_OTHER_TYPES = frozenset(
    {"metadatastructure", "categoryscheme", "hierarchy", "hierarchyassociation", "valuelist", "dataproviderscheme"}
    | {"dataconsumerscheme", "organisationunitscheme", "metadataflow", "reportingtaxonomy", "provisionagreement"}
    | {"structuremap", "representationmap", "conceptschememap", "categoryschememap", "organisationschememap"}
    | {"reportingtaxonomymap", "process", "categorisation", "dataconstraint", "metadataconstraint"}
    | {"transformationscheme", "rulesetscheme", "userdefinedoperatorscheme", "customtypescheme"}
    | {"namepersonalisationscheme", "vtlmappingscheme", "metadataprovisionagreement", "metadataproviderscheme"}
)
_WHOLE, _STUBS, _STUBS_BESIDE = ("full", "raw"), ("allstubs", "allcompletestubs"), ("referencestubs",)
_COMPLETE_BESIDE = ("referencecompletestubs",)
_PARTIAL = ("referencepartial", "partialraw")


def structure(request: HttpRequest, path: str = "") -> Message:
    """The structures that a query asks for."""
    asked = asked_of(request, path, most_parts=_STRUCTURE_PARTS, known_parameters=_OF_STRUCTURES)
    form = form_of(request, StructureForm)
    known = asked.known()
    found = _chosen(asked, structures_of(known))
    if not found.parts:
        raise nothing_there()
    return answer_message(asked, known, form, lambda language: _written(found, known, form, language))


def availability(request: HttpRequest, path: str = "") -> Message:
    """Which values the dimensions take in the data that a query asks for."""
    asked = asked_of(request, path, most_parts=_AVAILABILITY_PARTS, known_parameters=_OF_AVAILABILITY)
    form = form_of(request, StructureForm)
    require_flow(asked)
    mode = asked.parameters.get("mode", "exact")
    if mode != "exact" or "reportingYearStartDay" in asked.parameters:
        raise not_offered("mode=available" if mode == "available" else "mode, reportingYearStartDay")
    chosen = read_as(lambda: selection(asked.part(4), asked.conditions))
    dimensions = _dimensions(asked.part(5))
    beside = _beside(asked)
    known = asked.known()

    def make(language: str) -> Iterator[bytes]:
        found = available(observations_for(asked, chosen, known), dimensions)
        if not found.observations:
            raise nothing_there()
        return _written(_with_codes(found, beside, known), known, form, language)

    return answer_message(asked, known, form, make)


def _written(found: Structures, known: Known, form: StructureForm, language: str) -> Iterator[bytes]:
    header = header_of(known)
    yield written_xml(found, header) if form is StructureForm.XML else written_json(found, header, language)


def _chosen(asked: Asked, everything: Structures) -> Structures:
    kinds = _kinds(asked.part(0))
    chosen = named(everything, kinds, asked.part(1), asked.part(2), asked.part(3, "~"), asked.part(4))
    found = with_references(everything, chosen, _references(asked.parameters.get("references", "none")))
    detail = asked.parameters.get("detail", "full")
    if detail in _PARTIAL:
        raise not_offered(f"detail={detail}")
    if detail in _STUBS:
        return stubs(found)
    if detail in (*_STUBS_BESIDE, *_COMPLETE_BESIDE):
        return stubs(found, [one.reference for one in chosen.parts])
    if detail not in _WHOLE:
        raise invalid(f"không có detail={detail[:40]!r}", f"there is no detail={detail[:40]!r}")
    return found


def _kinds(written: str) -> tuple[Kind, ...]:
    if written in ("*", "structure"):
        return _KINDS
    if written in _OTHER_TYPES:
        return ()
    if written not in _KINDS:
        raise invalid(f"không có loại cấu trúc {written[:40]!r}", f"there is no type of structure {written[:40]!r}")
    return (Kind(written),)


def _references(written: str) -> References | Kind:
    if written in tuple(References):
        return References(written)
    if written in _KINDS:
        return Kind(written)
    if written in _OTHER_TYPES:
        return References.NONE
    raise invalid(f"không có references={written[:40]!r}", f"there is no references={written[:40]!r}")


def _dimensions(written: str) -> tuple[str, ...]:
    if written == "*":
        return DIMENSIONS
    names = tuple(written.split(","))
    if not set(names) <= {*DIMENSIONS, "TIME_PERIOD"}:
        raise invalid(f"{written[:40]!r} không phải là chiều", f"{written[:40]!r} is no dimension")
    return names


def _beside(asked: Asked) -> frozenset[Kind]:
    """The kinds of structures that are wanted beside the availability."""
    words = asked.parameters.get("references", "none").split(",")
    allowed = {*_KINDS, "all", "none", "valuelist", "dataproviderscheme"}
    if not set(words) <= allowed:
        raise invalid(f"không có references={words[0][:40]!r}", f"there is no references={words[0][:40]!r}")
    kinds = (Kind.CODELIST, Kind.CONCEPTS, Kind.STRUCTURE, Kind.FLOW)
    return frozenset(kind for kind in kinds if "all" in words or kind in words)


def _with_codes(found: Availability, beside: frozenset[Kind], known: Known) -> Structures:
    """The availability, with structures beside it: of the codelists only the codes that there are data for."""
    if not beside:
        return Structures((found,))
    everything = structures_of(known)
    flow = named(everything, [Kind.FLOW], FLOW.agency, FLOW.id, FLOW.version)
    lists = {one.codelist: frozenset(found.values[one.id]) for one in COMPONENTS if one.id in found.values}
    codes = {reference: ids for reference, ids in lists.items() if reference is not None}
    described = reduced(with_references(everything, flow, References.DESCENDANTS), codes)
    kept = [
        one
        for one in described.parts
        if one.reference.kind in beside and (one.reference.kind is not Kind.CODELIST or one.reference in codes)
    ]
    return Structures((*kept, found))
