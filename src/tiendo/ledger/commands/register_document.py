"""Enter a document in the register of what came in or went out (Decree 30/2020/NĐ-CP, annex VI)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from tiendo.facts.errors import InvalidChange
from tiendo.ledger.actors import Actor
from tiendo.ledger.chain import recording
from tiendo.ledger.models import Document, Registration
from tiendo.ledger.permissions import Permission, Scope, require
from tiendo.ledger.standing import FOREVER, standing_entry

INCOMING, OUTGOING = "incoming", "outgoing"

_SHARED = {"organ_id", "file_catalog", "file_notation", "document_ordinal", "due_date"}
FIELDS: Mapping[str, frozenset[str]] = {
    INCOMING: frozenset(_SHARED | {"arrival_date", "to_places", "trace_header_list"}),
    OUTGOING: frozenset(_SHARED | {"to_organs", "priority", "issued_amount"}),
}
"""What can be said of a document in each direction; the number of arrival is given by the register itself."""


def register_document(
    *,
    document: int,
    direction: str,
    fields: Mapping[str, Any],
    by: Actor,
    at: datetime,
    why: str = "",
    rehearsal: bool = False,
) -> int:
    """Enter the document with that root, or correct what the register says of it; the entry of the registration.

    An incoming document gets the next number of arrival of its year. Raises `InvalidChange` for a field that the
    direction does not have and for a text that is longer than the decree allows.
    """
    allowed = FIELDS.get(direction)
    if allowed is None or not fields.keys() <= allowed:
        known = ", ".join(sorted(allowed)) if allowed else ", ".join(FIELDS)
        raise InvalidChange(
            vi=f"Sổ văn bản ({direction}) không có trường đó; có: {known}.",
            en=f"The register ({direction}) has no such field; there are: {known}.",
        )
    _require_fitting(fields)
    with recording("register_document", by=by.name, at=at, why=why, rehearsal=rehearsal) as recorder:
        entry = standing_entry(Document, document)
        require(by, Permission.RECORD_DOCUMENT, Scope(territory=entry.territory))
        held = Registration.objects.standing(FOREVER).filter(document=document, direction=direction).first()
        if held is not None:
            return recorder.supersede(held, **fields)
        number = {"arrival_number": _next_number(at)} if direction == INCOMING else {}
        return recorder.add(Registration, document=document, direction=direction, **fields, **number)


def _next_number(at: datetime) -> str:
    """The number of arrival after the last one of the year; a number that was given is never given again."""
    prefix = f"{at.year % 100:02}-"
    given = Registration.objects.filter(arrival_number__startswith=prefix).values_list("arrival_number", flat=True)
    return f"{prefix}{max((int(number.removeprefix(prefix)) for number in given), default=0) + 1}"


def _require_fitting(fields: Mapping[str, Any]) -> None:
    for name, value in fields.items():
        longest = getattr(Registration._meta.get_field(name), "max_length", None)
        if longest is not None and isinstance(value, str) and len(value) > longest:
            raise InvalidChange(
                vi=f"{name} dài {len(value)} ký tự; Nghị định 30/2020/NĐ-CP cho phép {longest}.",
                en=f"{name} has {len(value)} characters; Decree 30/2020/NĐ-CP allows {longest}.",
            )
