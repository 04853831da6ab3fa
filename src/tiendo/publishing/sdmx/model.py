"""What SDMX structures are made of, with names in both languages; frozen, in the order in which they are written."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from tiendo.facts.wording import Wording

_URN = "urn:sdmx:org.sdmx.infomodel"


class Role(StrEnum):
    """What a component does: tell observations apart, be their value, or say more about them."""

    DIMENSION = "dimension"
    TIME = "time"
    MEASURE = "measure"
    ATTRIBUTE = "attribute"


class Kind(StrEnum):
    """A kind of structure that is maintained under a name of its own, as SDMX-REST calls it."""

    AGENCIES = "agencyscheme"
    CODELIST = "codelist"
    CONCEPTS = "conceptscheme"
    STRUCTURE = "datastructure"
    FLOW = "dataflow"
    CONSTRAINT = "dataconstraint"


_CLASSES = {
    Kind.AGENCIES: "base.AgencyScheme",
    Kind.CODELIST: "codelist.Codelist",
    Kind.CONCEPTS: "conceptscheme.ConceptScheme",
    Kind.STRUCTURE: "datastructure.DataStructure",
    Kind.FLOW: "datastructure.Dataflow",
    Kind.CONSTRAINT: "registry.DataConstraint",
}


@dataclass(frozen=True, slots=True)
class Reference:
    """Which structure is meant: what it is, who maintains it, its id and version."""

    kind: Kind
    agency: str
    id: str
    version: str = "1.0"

    @property
    def short(self) -> str:
        """`TIENDO:PROGRESS(1.0)`."""
        return f"{self.agency}:{self.id}({self.version})"

    @property
    def address(self) -> str:
        """Where our site shows it."""
        return f"/sdmx/v2/structure/{self.kind}/{self.agency}/{self.id}/{self.version}"

    @property
    def urn(self) -> str:
        """The name that is unique in the world."""
        return f"{_URN}.{_CLASSES[self.kind]}={self.short}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A code, a concept or an agency; `parent` is the id of another item of the list."""

    id: str
    names: Wording
    description: Wording | None = None
    parent: str | None = None
    valid_from: date | None = None
    valid_to: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemList:
    """A codelist, concept scheme or agency scheme; `is_partial` where it holds some items of a larger list.

    A stub says no more than that there is one, as in the other structures.
    """

    reference: Reference
    names: Wording
    items: tuple[Item, ...]
    is_partial: bool = False
    is_stub: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Component:
    """A column of the data. It takes its values from a codelist, or has a type of SDMX (`Decimal`, `String` …)."""

    id: str
    role: Role
    names: Wording
    codelist: Reference | None = None
    text_type: str = "String"
    is_mandatory: bool = True
    description: Wording | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DataStructure:
    """Which columns an observation has, in their order."""

    reference: Reference
    names: Wording
    concepts: Reference
    components: tuple[Component, ...]
    is_stub: bool = False

    def of(self, *roles: Role) -> tuple[Component, ...]:
        """The components with one of these roles."""
        return tuple(one for one in self.components if one.role in roles)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dataflow:
    """What is published under one name, in the form of a data structure."""

    reference: Reference
    names: Wording
    structure: Reference
    description: Wording | None = None
    is_stub: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Availability:
    """Which values each dimension takes in some data, and how many series and observations these are.

    `first` and `last` are the days on which the earliest period begins and the latest ends.
    """

    reference: Reference
    names: Wording
    flow: Reference
    values: dict[str, tuple[str, ...]] = field(hash=False)
    first: date | None
    last: date | None
    series: int
    observations: int
    is_stub: bool = False


Structure = ItemList | DataStructure | Dataflow | Availability


@dataclass(frozen=True, slots=True)
class Structures:
    """Structures that leave together."""

    parts: tuple[Structure, ...]

    def of(self, kind: Kind) -> tuple[Structure, ...]:
        """Those of a kind."""
        return tuple(one for one in self.parts if one.reference.kind is kind)

    def lists(self, kind: Kind) -> tuple[ItemList, ...]:
        """The lists of a kind."""
        return tuple(one for one in self.parts if isinstance(one, ItemList) and one.reference.kind is kind)
