"""Open a document or submission to the public, or close it again."""

from __future__ import annotations

from datetime import datetime

from tiendo.facts.errors import InvalidChange
from tiendo.ledger.actors import Actor
from tiendo.ledger.chain import recording
from tiendo.ledger.models import Document, Publication, Submission
from tiendo.ledger.permissions import Permission, Scope, require
from tiendo.ledger.standing import FOREVER, no_such_entry, standing_entry


def publish(*, subject: int, by: Actor, at: datetime, why: str, rehearsal: bool = False) -> int:
    """Open the document or submission with the root `subject` to everybody; the entry that says so."""
    with recording("publish", by=by.name, at=at, why=why, rehearsal=rehearsal) as recorder:
        require(by, Permission.PUBLISH, _scope_of(subject))
        if Publication.objects.standing(FOREVER).filter(subject=subject).exists():
            raise InvalidChange(vi="Mục này đã được công bố.", en="This is published already.")
        return recorder.add(Publication, subject=subject)


def unpublish(*, subject: int, by: Actor, at: datetime, why: str, rehearsal: bool = False) -> int:
    """Close it again; the public of any day before keeps what it saw."""
    with recording("unpublish", by=by.name, at=at, why=why, rehearsal=rehearsal) as recorder:
        require(by, Permission.PUBLISH, _scope_of(subject))
        published = Publication.objects.standing(FOREVER).filter(subject=subject).first()
        if published is None:
            raise InvalidChange(vi="Mục này chưa được công bố.", en="This is not published.")
        return recorder.withdraw(published)


def _scope_of(subject: int) -> Scope:
    if Document.objects.filter(root=subject).exists():
        return Scope(territory=standing_entry(Document, subject).territory)
    submission = Submission.objects.standing(FOREVER).filter(root=subject).first()
    if submission is None:
        raise no_such_entry(Document, subject)
    return Scope(agency=submission.agency, territory=submission.territory)
