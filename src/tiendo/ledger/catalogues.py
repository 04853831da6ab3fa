"""The catalogue as the record knows it: the product's indicators, those that people made, and the names they taught."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

from tiendo.catalogue import Catalogue, Indicator, load_catalogue
from tiendo.catalogue.extension import TaughtNames, extended
from tiendo.catalogue.files import CatalogueFile, Plain
from tiendo.catalogue.reading import Problem, read_indicator
from tiendo.ledger import models
from tiendo.ledger.standing import FOREVER

Sealed = tuple[int, bytes]

_KEPT = 4  # the present catalogue and those of a few past days that are looked at


def catalogue_at(horizon: int = FOREVER) -> Catalogue:
    """The catalogue that was known then."""
    return _catalogue(_last(models.Indicator, horizon), _last(models.IndicatorName, horizon))


def taught_names(horizon: int = FOREVER) -> TaughtNames:
    """What people added to the catalogue of the product by then: names that they taught, indicators that they made."""
    made = models.Indicator.objects.standing(horizon).filter(of_catalogue=False).order_by("id")
    return TaughtNames(
        aliases=_taught_aliases(horizon),
        indicators=tuple(read_definition(one.code, one.definition)[0] for one in made),
    )


def read_definition(code: str, definition: dict[str, Plain]) -> tuple[Indicator, list[Problem]]:
    """The indicator of a definition, and what is wrong with it."""
    return read_indicator(CatalogueFile(Path("record") / f"{code}.yaml", definition))


def _last(model: type[models.Entry], horizon: int) -> Sealed:
    """The last entry of a kind, with its digest: two records may give one number to different entries."""
    last = model.objects.known(horizon).order_by("-id").values_list("id", "digest").first()
    return (last[0], bytes(last[1])) if last else (0, b"")


@lru_cache(maxsize=_KEPT)
def _catalogue(last_indicator: Sealed, last_name: Sealed) -> Catalogue:
    indicators = {}
    for entry in models.Indicator.objects.standing(last_indicator[0]).order_by("id"):
        indicator, problems = read_definition(entry.code, entry.definition)
        if not problems:
            indicators[entry.code] = indicator
    known = Catalogue(MappingProxyType(indicators), load_catalogue().sectors)
    return extended(known, TaughtNames(aliases=_taught_aliases(last_name[0])))


def _taught_aliases(horizon: int) -> dict[str, tuple[str, ...]]:
    taught: dict[str, list[str]] = defaultdict(list)
    for code, name in models.IndicatorName.objects.standing(horizon).order_by("id").values_list("code", "name"):
        taught[code].append(name)
    return {code: tuple(dict.fromkeys(names)) for code, names in taught.items()}
