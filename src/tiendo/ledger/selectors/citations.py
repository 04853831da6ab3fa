"""What a document cites and who cites it: citations find the documents that they mean, where the record has them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from tiendo.facts.wording import Wording
from tiendo.ledger import models
from tiendo.reference.territories import NATIONAL

RESOLVING = Wording(
    "Một trích dẫn chỉ văn bản có cùng số, ký hiệu (và năm, nếu trích dẫn nêu) của chính địa phương đó hoặc của "
    "trung ương; nếu có nhiều văn bản như vậy thì không đoán.",
    "A citation means the document with that number and symbol (and year, where it says one) of the same territory or "
    "of the State; where there are several, nothing is guessed.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class CitationView:
    """A citation at its place in the text; `document` is the root of the document that it means, if that is known."""

    entry: int
    start: int
    end: int
    quote: str
    number: str | None
    type: str
    date: date | None
    issuer: str | None
    document: int | None


def citations_of(version: int, territory: str | None, seen: Mapping[int, int], horizon: int) -> list[CitationView]:
    """The citations of a version of a document in the order of its text, see `RESOLVING`.

    `seen` leads from the entries of the documents that the viewer may see to their roots; others are not found.
    """
    rows = list(models.Citation.objects.standing(horizon).filter(document=version).order_by("start", "id"))
    meant = _meant({row.cited for row in rows if row.cited}, territory, seen, horizon)
    return [
        CitationView(
            entry=row.id,
            start=row.start,
            end=row.end,
            quote=row.quote,
            number=row.number,
            type=row.type,
            date=row.date,
            issuer=row.issuer,
            document=meant.get(row.cited or ""),
        )
        for row in rows
    ]


def cited_by(root: int, seen: Mapping[int, int], horizon: int) -> list[int]:
    """The roots of the documents that cite the one with that root, in the order of their recording."""
    standing = models.Document.objects.standing(horizon)
    document = standing.filter(root=root).values_list("id", "identity").first()
    if document is None:
        return []
    beginnings = beginnings_of(document[1])
    citing = models.Citation.objects.standing(horizon).filter(cited__in=beginnings).exclude(document=document[0])
    versions = set(citing.values_list("document", "cited"))
    found = []
    for entry, territory in standing.filter(id__in=[one for one, _ in versions]).values_list("id", "territory"):
        cited = {beginning for one, beginning in versions if one == entry}
        if entry in seen and root in _meant(cited, territory, seen, horizon).values():
            found.append(seen[entry])
    return sorted(found)


def beginnings_of(identity: str) -> list[str]:
    """What a citation of this document may say: its number, or number and year (see `identity.number_key`)."""
    number, *rest = identity.split("|")
    return [f"{number}|", f"{number}|{rest[0]}|"] if number.startswith("number:") and rest else []


def _meant(beginnings: Iterable[str], territory: str | None, seen: Mapping[int, int], horizon: int) -> dict[str, int]:
    """The root of the one document that each beginning of an identity can mean, where there is exactly one."""
    beginnings = sorted(beginnings)
    if not beginnings:
        return {}
    wanted = Q()
    for beginning in beginnings:
        wanted |= Q(identity__startswith=beginning)
    standing = models.Document.objects.standing(horizon).filter(wanted, territory__in=(territory, NATIONAL))
    held = [(identity, seen[entry]) for entry, identity in standing.values_list("id", "identity") if entry in seen]
    found = {beginning: [root for identity, root in held if identity.startswith(beginning)] for beginning in beginnings}
    return {beginning: roots[0] for beginning, roots in found.items() if len(roots) == 1}
