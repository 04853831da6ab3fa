"""What people added to the catalogue: names that they taught and indicators that they made."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from tiendo.catalogue import Indicator
from tiendo.ledger import models
from tiendo.ledger.catalogues import read_definition
from tiendo.ledger.standing import FOREVER


def taught_aliases(horizon: int = FOREVER) -> Mapping[str, tuple[str, ...]]:
    """The names that reviewers taught, by indicator."""
    taught: dict[str, list[str]] = defaultdict(list)
    for code, name in models.IndicatorName.objects.standing(horizon).order_by("id").values_list("code", "name"):
        taught[code].append(name)
    return {code: tuple(dict.fromkeys(names)) for code, names in taught.items()}


def made_indicators(horizon: int = FOREVER) -> tuple[Indicator, ...]:
    """The indicators that people made."""
    made = models.Indicator.objects.standing(horizon).filter(of_catalogue=False).order_by("id")
    return tuple(read_definition(one.code, one.definition)[0] for one in made)
