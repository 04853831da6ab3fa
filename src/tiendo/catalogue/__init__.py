"""What is measured: one reviewed file an indicator, its model, its loader, its checks."""

from tiendo.catalogue.load import DATA_FOLDER, load_catalogue, read_catalogue
from tiendo.catalogue.model import (
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
    Wording,
)
from tiendo.catalogue.names import bag_key, measure_key
from tiendo.catalogue.reading import Problem
from tiendo.catalogue.validation import problems

__all__ = [
    "DATA_FOLDER",
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
    "Wording",
    "bag_key",
    "load_catalogue",
    "measure_key",
    "problems",
    "read_catalogue",
]
