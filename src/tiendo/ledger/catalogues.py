"""The catalogue as the record knows it: the product's indicators, those that people made, and the names they taught."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

from tiendo.catalogue import Catalogue, Indicator, load_catalogue
from tiendo.catalogue.files import CatalogueFile, Plain
from tiendo.catalogue.reading import Problem, read_indicator
from tiendo.ledger import models
from tiendo.ledger.standing import FOREVER

_KEPT = 4  # the present catalogue and those of a few past days that are looked at


def catalogue_at(horizon: int = FOREVER) -> Catalogue:
    """The catalogue that was known then."""
    indicators = models.Indicator.objects.known(horizon).order_by("-id").values_list("id", flat=True).first()
    names = models.IndicatorName.objects.known(horizon).order_by("-id").values_list("id", flat=True).first()
    return _catalogue(indicators or 0, names or 0)


def read_definition(code: str, definition: dict[str, Plain]) -> tuple[Indicator, list[Problem]]:
    """The indicator of a definition, and what is wrong with it."""
    return read_indicator(CatalogueFile(Path("record") / f"{code}.yaml", definition))


@lru_cache(maxsize=_KEPT)
def _catalogue(last_indicator: int, last_name: int) -> Catalogue:
    taught: dict[str, list[str]] = defaultdict(list)
    for code, name in models.IndicatorName.objects.standing(last_name).order_by("id").values_list("code", "name"):
        taught[code].append(name)
    indicators = {}
    for entry in models.Indicator.objects.standing(last_indicator).order_by("id"):
        indicator, problems = read_definition(entry.code, entry.definition)
        if not problems:
            aliases = dict.fromkeys((*indicator.aliases, *taught.get(entry.code, ())))
            indicators[entry.code] = replace(indicator, aliases=tuple(aliases))
    return Catalogue(MappingProxyType(indicators), load_catalogue().sectors)
