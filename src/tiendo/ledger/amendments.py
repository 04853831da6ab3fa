"""Which targets a document amends, by what it says of itself and whom it cites."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from django.db.models import Q

from tiendo.facts.wording import Wording
from tiendo.ledger.models import Document, Target
from tiendo.ledger.standing import FOREVER
from tiendo.reference.territories import NATIONAL
from tiendo.text.folding import name_key

AMENDING = Wording(
    "Văn bản có trích yếu nói sửa đổi hoặc điều chỉnh thì chỉ tiêu của nó điều chỉnh chỉ tiêu cùng loại, cùng địa bàn "
    "và cùng kỳ của văn bản mà nó dẫn, nếu chỉ có đúng một chỉ tiêu như vậy.",
    "Where the title of a document says that it amends or adjusts, a target of it amends the one of the same "
    "indicator, territory and period in a document that it cites, if there is exactly one.",
)

_AMENDS = re.compile(r"\b(?:sua doi|dieu chinh)\b")

Series = tuple[str, str | None, str | None]
"""Indicator, territory and period of a target."""


def amended_targets(title: str | None, cited: Iterable[str], territory: str | None) -> Mapping[Series, int]:
    """The roots of the targets that a document of that title amends, see `AMENDING`.

    `cited` are the beginnings of the identities of the documents that it cites (`identity.number_key`).
    """
    beginnings = list(cited)
    if not title or not beginnings or not _AMENDS.search(name_key(title)):
        return {}
    meant = Q()
    for beginning in beginnings:
        meant |= Q(identity__startswith=beginning)
    documents = Document.objects.standing(FOREVER).filter(meant, territory__in=(territory, NATIONAL))
    targets = Target.objects.standing(FOREVER).filter(document__in=[one.id for one in documents])
    found: dict[Series, list[int]] = {}
    for target in targets:
        found.setdefault((target.indicator, target.territory, target.period), []).append(target.root)
    return {series: roots[0] for series, roots in found.items() if len(roots) == 1}
