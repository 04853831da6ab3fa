"""What a check is: an id, the sentence of its rule, and the function that finds its claims."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from tiendo.facts.findings import Finding
from tiendo.facts.wording import Wording
from tiendo.verification.claims import Claim
from tiendo.verification.corpus import Corpus


@dataclass(frozen=True, slots=True)
class Check:
    """One kind of relation. `examine` gives claims to recompute, and findings where there is nothing to compute."""

    id: str
    name: Wording
    rule: Wording
    examine: Callable[[Corpus], Iterable[Claim | Finding]]
