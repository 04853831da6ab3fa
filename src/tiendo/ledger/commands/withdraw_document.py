"""Take a document, or what was sent in at once, out of what counts; the record of any day before keeps it."""

from __future__ import annotations

from datetime import datetime

from tiendo.facts.errors import InvalidChange
from tiendo.ledger.actors import Actor
from tiendo.ledger.chain import Recorder, recording
from tiendo.ledger.derivation import rows_of_document, withdraw_rows
from tiendo.ledger.models import Act, Document, Fact, Observation, Publication, Submission
from tiendo.ledger.permissions import Permission, Scope, require
from tiendo.ledger.standing import FOREVER, standing_entry


def withdraw_document(*, document: int, by: Actor, at: datetime, why: str, rehearsal: bool = False) -> int:
    """Withdraw the document with that root: its facts and all that counts because of them; the entry that says so.

    A document that was recalled, or got in by mistake, is withdrawn with a reason. The same file can be taken in
    again later, as a new document.
    """
    _require_reason(why)
    with recording("withdraw_document", by=by.name, at=at, why=why, rehearsal=rehearsal) as recorder:
        entry = standing_entry(Document, document)
        require(by, Permission.PUBLISH, Scope(territory=entry.territory))
        withdraw_rows(recorder, rows_of_document(entry.id).values())
        withdraw_rows(recorder, Fact.objects.standing(FOREVER).filter(document=entry.id).order_by("id"))
        _close(recorder, document)
        return recorder.withdraw(entry)


def withdraw_submission(*, submission: int, by: Actor, at: datetime, why: str, rehearsal: bool = False) -> int:
    """Withdraw the submission with that root and those of its results that still stand; the entry that says so.

    A value that it had corrected does not come back: who sent it in says anew what holds.
    """
    _require_reason(why)
    with recording("withdraw_submission", by=by.name, at=at, why=why, rehearsal=rehearsal) as recorder:
        entry = standing_entry(Submission, submission)
        require(by, Permission.PUBLISH, Scope(agency=entry.agency, territory=entry.territory))
        act = Act.objects.get(number=entry.act)  # the rows of a submission lie in the act that recorded it
        span = Observation.objects.filter(id__range=(act.first_entry, act.last_entry))
        rows = span.standing(FOREVER).filter(submission=entry.id)
        withdraw_rows(recorder, rows.order_by("id").iterator())
        _close(recorder, submission)
        return recorder.withdraw(entry)


def _close(recorder: Recorder, subject: int) -> None:
    """What is withdrawn is not published any longer."""
    withdraw_rows(recorder, Publication.objects.standing(FOREVER).filter(subject=subject))


def _require_reason(why: str) -> None:
    if not why.strip():
        raise InvalidChange(
            vi="Rút một văn bản cần lý do (why).", en="What is withdrawn is withdrawn with a reason (why)."
        )
