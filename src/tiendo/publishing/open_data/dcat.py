"""The catalogue of what is handed out, as DCAT-AP asks for it: datasets, the forms they come in, services."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from tiendo.facts.wording import Wording
from tiendo.publishing.open_data.graph import Iri, Literal, Node, Said, in_both
from tiendo.publishing.open_data.provenance import METHOD, Provenance

_AUTHORITY = "http://publications.europa.eu/resource/authority"
_MEDIA_TYPES = "https://www.iana.org/assignments/media-types"
_LANGUAGES = (("dct:language", Iri(f"{_AUTHORITY}/language/VIE")), ("dct:language", Iri(f"{_AUTHORITY}/language/ENG")))
_THEMES = (
    ("dcat:theme", Iri(f"{_AUTHORITY}/data-theme/ECON")),
    ("dcat:theme", Iri(f"{_AUTHORITY}/data-theme/GOVE")),
)
_KEYWORDS = (
    *in_both("dcat:keyword", Wording("kinh tế - xã hội", "socio-economic development")),
    *in_both("dcat:keyword", Wording("chỉ tiêu kế hoạch", "plan targets")),
)
_CATALOGUE = Wording("Dữ liệu mở của Tiến Độ", "Open data of Tiến Độ")
_ABOUT = Wording(
    "Chỉ tiêu và kết quả kinh tế - xã hội đã công bố, mỗi con số kèm nguồn của nó.",
    "Published socio-economic targets and results, every figure with its source.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """A form that a dataset comes in: its name, its path on the site, its media type, its code in the EU's list."""

    name: str
    path: str
    media_type: str
    code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Dataset:
    """What is handed out under one name; `path` tells it apart in the catalogue."""

    path: str
    title: Wording
    description: Wording
    forms: tuple[Form, ...]
    place: str | None = None
    first_day: date | None = None
    last_day: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """An interface for programs: its path on the site, and that of its description."""

    path: str
    title: Wording
    description_path: str


def catalogue(datasets: Sequence[Dataset], services: Sequence[Service], provenance: Provenance) -> list[Node]:
    """All statements of the catalogue."""
    writer = _Catalogue(provenance)
    return [
        writer.catalogue(datasets, services),
        writer.publisher(),
        *writer.contact(),
        *writer.licence(),
        writer.method(),
        *(node for dataset in datasets for node in writer.dataset(dataset)),
        *(writer.service(service, datasets) for service in services),
    ]


class _Catalogue:
    def __init__(self, provenance: Provenance) -> None:
        self._from = provenance
        self._modified: Said = ("dct:modified", Literal(provenance.day.isoformat(), type="xsd:date"))

    def _named(self, name: str) -> Iri:
        return Iri(f"{self._from.site}/data#{name}")

    def _at(self, path: str) -> Iri:
        return Iri(f"{self._from.site}{path}")

    def catalogue(self, datasets: Sequence[Dataset], services: Sequence[Service]) -> Node:
        return Node(
            self._named("catalogue"),
            ("dcat:Catalog",),
            (
                *in_both("dct:title", _CATALOGUE),
                *in_both("dct:description", _ABOUT),
                ("dct:publisher", self._named("publisher")),
                ("foaf:homepage", self._at("/data")),
                self._modified,
                *_LANGUAGES,
                *self._licensed(),
                *(("dcat:dataset", self._named(one.path)) for one in datasets),
                *(("dcat:service", self._named(one.path)) for one in services),
            ),
        )

    def publisher(self) -> Node:
        name: Said = ("foaf:name", Literal(self._from.publisher))
        return Node(self._named("publisher"), ("foaf:Agent",), (name, ("foaf:homepage", self._at("/"))))

    def contact(self) -> Iterator[Node]:
        contact = self._from.contact
        if contact:
            said: list[Said] = [("vcard:fn", Literal(self._from.publisher)), ("vcard:note", Literal(contact))]
            if "@" in contact and not contact.startswith("@") and " " not in contact:
                said.append(("vcard:hasEmail", Iri(f"mailto:{contact}")))
            yield Node(self._named("contact"), ("vcard:Kind",), tuple(said))

    def licence(self) -> Iterator[Node]:
        """What the licence is called, where it has no address of its own."""
        if self._from.licence and self._from.licence_address is None:
            name: Said = ("dct:title", Literal(self._from.licence))
            yield Node(self._named("licence"), ("dct:LicenseDocument",), (name,))

    def _licensed(self) -> Iterator[Said]:
        if self._from.licence:
            address = self._from.licence_address
            yield "dct:license", Iri(address) if address else self._named("licence")

    def method(self) -> Node:
        return Node(self._named("method"), ("dct:ProvenanceStatement",), in_both("rdfs:label", METHOD))

    def dataset(self, one: Dataset) -> Iterator[Node]:
        forms = [(self._named(f"{one.path}-{form.name.lower()}"), form) for form in one.forms]
        yield Node(
            self._named(one.path),
            ("dcat:Dataset",),
            (
                *in_both("dct:title", one.title),
                *in_both("dct:description", one.description),
                ("dct:identifier", Literal(self._named(one.path).safe)),
                ("dct:publisher", self._named("publisher")),
                *((("dcat:contactPoint", self._named("contact")),) if self._from.contact else ()),
                *_KEYWORDS,
                *_THEMES,
                *_LANGUAGES,
                self._modified,
                ("dct:provenance", self._named("method")),
                ("dcat:landingPage", self._at("/data")),
                *self._where_and_when(one),
                *(("dcat:distribution", iri) for iri, _ in forms),
            ),
        )
        yield from self._place_and_time(one)
        for iri, form in forms:
            yield self._form(iri, form, one.title)

    def _where_and_when(self, one: Dataset) -> Iterator[Said]:
        if one.place:
            yield "dct:spatial", self._named(f"{one.path}-place")
        if one.first_day and one.last_day:
            yield "dct:temporal", self._named(f"{one.path}-time")

    def _place_and_time(self, one: Dataset) -> Iterator[Node]:
        if one.place:
            name: Said = ("rdfs:label", Literal(one.place, "vi"))
            yield Node(self._named(f"{one.path}-place"), ("dct:Location",), (name,))
        if one.first_day and one.last_day:
            days = (("dcat:startDate", one.first_day), ("dcat:endDate", one.last_day))
            said = tuple((name, Literal(day.isoformat(), type="xsd:date")) for name, day in days)
            yield Node(self._named(f"{one.path}-time"), ("dct:PeriodOfTime",), said)

    def _form(self, iri: Iri, form: Form, title: Wording) -> Node:
        words = Wording(f"{title.vi}, {form.name}", f"{title.en}, {form.name}")
        return Node(
            iri,
            ("dcat:Distribution",),
            (
                *in_both("dct:title", words),
                ("dcat:accessURL", self._at(form.path)),
                ("dcat:downloadURL", self._at(form.path)),
                ("dcat:mediaType", Iri(f"{_MEDIA_TYPES}/{form.media_type}")),
                ("dct:format", Iri(f"{_AUTHORITY}/file-type/{form.code}")),
                self._modified,
                *self._licensed(),
            ),
        )

    def service(self, one: Service, datasets: Sequence[Dataset]) -> Node:
        return Node(
            self._named(one.path),
            ("dcat:DataService",),
            (
                *in_both("dct:title", one.title),
                ("dcat:endpointURL", self._at(f"/{one.path}")),
                ("dcat:endpointDescription", self._at(one.description_path)),
                *self._licensed(),
                *(("dcat:servesDataset", self._named(dataset.path)) for dataset in datasets if dataset.place is None),
            ),
        )
