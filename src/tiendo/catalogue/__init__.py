"""What is measured: one reviewed file an indicator, its model, its loader, its checks."""

from tiendo.catalogue.load import DATA_FOLDER, load_catalogue, read_catalogue
from tiendo.catalogue.model import (
    Bound,
    Catalogue,
    ContextName,
    DefinitionBreak,
    Direction,
    Frequency,
    Indicator,
    MeasuredIn,
    NearName,
    PartKind,
    PartOf,
    Sector,
    Semantics,
)
from tiendo.catalogue.names import bag_key, measure_key
from tiendo.catalogue.reading import Problem
from tiendo.catalogue.validation import problems

__all__ = [
    "DATA_FOLDER",
    "Bound",
    "Catalogue",
    "ContextName",
    "DefinitionBreak",
    "Direction",
    "Frequency",
    "Indicator",
    "MeasuredIn",
    "NearName",
    "PartKind",
    "PartOf",
    "Problem",
    "Sector",
    "Semantics",
    "bag_key",
    "load_catalogue",
    "measure_key",
    "problems",
    "read_catalogue",
]
