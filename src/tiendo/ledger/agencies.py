"""What people said about agencies goes before the lists of the product, in every look-up of a name or a code."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from django.db.models import OuterRef, Subquery

from tiendo.ledger.actors import MACHINE
from tiendo.ledger.models import Act, Agency
from tiendo.ledger.standing import FOREVER
from tiendo.reference import agencies as reference
from tiendo.reference.validity import Validity

_SOURCE = "record"
_CONFIRMED = "A"  # an administrator answers for it

# The seal of the record whose agencies the look-ups know; the seal stands for all that was recorded before.
_followed: bytes | None = None


def follow(seal: bytes) -> None:
    """Let the look-ups of this process know the agencies of the record that is sealed so; quick where they do."""
    global _followed
    if seal != _followed:
        reference.supplement(bodies_of_the_record())
        _followed = seal


def bodies_of_the_record() -> tuple[reference.Agency, ...]:
    """The agencies that stand as people said, in the form of the reference list."""
    said = said_by_people()
    known = {body.code: body for body in reference.all_agencies()}
    return tuple(_body(entry, said, known) for entry in said.values())


def said_by_people() -> Mapping[str, Agency]:
    """The standing entries of agencies that people made, by their codes, in their order."""
    by = Subquery(Act.objects.filter(number=OuterRef("act")).values("by")[:1])
    found = Agency.objects.standing(FOREVER).annotate(said_by=by).exclude(said_by=MACHINE.name)
    return {entry.code: entry for entry in found.order_by("id")}


def _body(entry: Agency, said: Mapping[str, Agency], known: Mapping[str, reference.Agency]) -> reference.Agency:
    validity = Validity(entry.valid_from, entry.valid_to)
    listed = known.get(entry.code)
    if listed is not None:
        return replace(listed, name=entry.name, validity=validity, successors=tuple(entry.successors))
    return reference.Agency(
        code=entry.code,
        name=entry.name,
        aliases=(),
        level=entry.level,
        groups=_groups(entry.code, said, known),
        validity=validity,
        successors=tuple(entry.successors),
        source=_SOURCE,
        confidence=_CONFIRMED,
    )


def _groups(code: str, said: Mapping[str, Agency], known: Mapping[str, reference.Agency]) -> tuple[str, ...]:
    """A successor belongs to the groups (`các sở, ban, ngành`) that its predecessor belonged to."""
    for _ in said:
        before = next((entry.code for entry in said.values() if code in entry.successors), None)
        if before is None:
            return ()
        if before in known:
            return known[before].groups
        code = before
    return ()
