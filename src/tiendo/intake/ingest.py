"""Takes files into the record: keep, read in a process apart, compare with the version before, record, audit."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from django.conf import settings

from tiendo.documents.read import load_bytes
from tiendo.facts.errors import SupersededMeanwhile, TiendoError
from tiendo.facts.period import Period
from tiendo.intake import jobs
from tiendo.intake.auditing import audit_territory
from tiendo.intake.differences import Change, Difference, differences
from tiendo.intake.failures import Failure
from tiendo.intake.models import Job
from tiendo.intake.reading import Request
from tiendo.intake.recordable import recordable
from tiendo.intake.sandbox import SandboxLimits, read_all_in_sandbox
from tiendo.intake.whole_reading import READER_VERSION, WholeReading
from tiendo.ledger import files
from tiendo.ledger.actors import OPERATOR, Actor, actor_of
from tiendo.ledger.agencies import follow
from tiendo.ledger.catalogues import taught_names
from tiendo.ledger.chain import head
from tiendo.ledger.commands.record_document import ReadDocument, Replacement, record_document
from tiendo.ledger.models import Account
from tiendo.ledger.selectors.versions import StandingVersion, standing_version, version_of_file
from tiendo.ledger.standing import FOREVER

KIND = "ingest"
UNCHANGED = "unchanged"
FAILED = "failed"

_ATTEMPTS = 3  # to compare with the version that stands, where somebody else records one meanwhile

Clock = Callable[[], datetime]


def now() -> datetime:
    """The clock of this machine."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Kept:
    """A file that lies in the data folder, by the name it came under.

    `period` and `territory` are for a text that does not say its own.
    """

    name: str
    sha256: str
    size: int
    period: Period | None = None
    territory: str | None = None


def keep_file(path: Path, name: str | None = None) -> Kept:
    """Keep the bytes of a file, which came as `name` where it does not lie under its own.

    Raises `UnreadableDocument` for what cannot be opened or is too large.
    """
    called = name or str(path)
    content = load_bytes(path, called, settings.TIENDO.max_upload)
    return Kept(called, files.keep(content), len(content))


def ingest_job(kept: Sequence[Kept], *, by: Actor, why: str, again: bool = False) -> Job:
    """A job that takes kept files into the record; with `again` also those that stand there as they are."""
    return jobs.make_job(kind=KIND, files=[_listed(one) for one in kept], by=by.name, why=why, again=again)


def _listed(kept: Kept) -> dict[str, str]:
    said = {"period": str(kept.period) if kept.period else "", "territory": kept.territory or ""}
    needed = {"name": kept.name, "sha256": kept.sha256, "size": str(kept.size)}
    return needed | {name: value for name, value in said.items() if value}


def _kept(listed: dict[str, str]) -> Kept:
    period, territory = listed.get("period"), listed.get("territory")
    return Kept(
        listed["name"], listed["sha256"], int(listed["size"]), Period.parse(period) if period else None, territory
    )


def actor_of_job(job: Job) -> Actor:
    """Whoever made the job, with the roles that they have now."""
    if job.by == OPERATOR.name:
        return OPERATOR
    return actor_of(Account.objects.get(username=job.by), FOREVER)


def work_on(job: Job, *, by: Actor, clock: Clock = now) -> None:
    """Do an ingest job, from where it was left: each file is recorded in one transaction or not at all."""
    done = {outcome["sha256"] for outcome in job.outcomes}
    rest = [_kept(one) for one in job.files if one["sha256"] not in done]
    for kept, outcome in _outcomes(rest, job, by, clock):
        jobs.report(job, outcome={"name": kept.name, "sha256": kept.sha256} | outcome)
    touched = {outcome["territory"] for outcome in job.outcomes if outcome["outcome"] not in (UNCHANGED, FAILED)}
    for territory in sorted(touched, key=str):
        jobs.report(job, doing="audit")
        audit_territory(territory, by=by, at=clock(), why=job.why)


def _outcomes(rest: Sequence[Kept], job: Job, by: Actor, clock: Clock) -> Iterator[tuple[Kept, dict[str, Any]]]:
    to_read = []
    for kept in rest:
        known = _known(kept, job)
        if known is not None:
            yield kept, _unchanged(known)
        else:
            to_read.append(kept)
    requests = [
        Request(kept.name, default_period=kept.period, kept_at=str(files.path_of(kept.sha256))) for kept in to_read
    ]
    limits = SandboxLimits.of(memory=settings.TIENDO.reader_memory, seconds=settings.TIENDO.reader_seconds)
    # The names of agencies as people said them, for the reader and for what is made of its readings.
    follow(head().digest)
    readings = read_all_in_sandbox(requests, taught=taught_names(), limits=limits)
    for kept, whole in zip(to_read, readings, strict=True):
        jobs.report(job, doing=kept.name)
        yield kept, _record(kept, whole, job, by, clock)


def _known(kept: Kept, job: Job) -> StandingVersion | None:
    """The version that was read from the same bytes by the same reader, unless they are to be read again."""
    known = None if job.again else version_of_file(kept.sha256)
    return known if known is not None and known.reader_version == READER_VERSION else None


def _record(kept: Kept, whole: WholeReading | Failure, job: Job, by: Actor, clock: Clock) -> dict[str, Any]:
    if isinstance(whole, Failure):
        return _failed(whole.code, whole.vi, whole.en)
    known = _known(kept, job)  # the same bytes may lie in one folder twice
    if known is not None:
        return _unchanged(known)
    document = recordable(_placed(whole, kept.territory), sha256=kept.sha256, size=kept.size, name=kept.name)
    try:
        return _recorded(document, whole, job, by, clock)
    except TiendoError as fault:
        return _failed(type(fault).__name__, fault.vi, fault.en)


def _placed(whole: WholeReading, territory: str | None) -> WholeReading:
    """The reading of a text that names no territory, with the one that was given."""
    if territory is None or whole.reading.territory is not None:
        return whole
    return replace(whole, reading=replace(whole.reading, territory=territory))


def _recorded(document: ReadDocument, whole: WholeReading, job: Job, by: Actor, clock: Clock) -> dict[str, Any]:
    for attempt in range(1, _ATTEMPTS + 1):
        before = standing_version(document.identity)
        changes = differences(before.facts, [fact.record for fact in whole.reading.facts]) if before else ()
        replaces = _replacement(before, changes) if before else None
        try:
            done = record_document(document=document, replaces=replaces, by=by, at=clock(), why=job.why)
        except SupersededMeanwhile:
            if attempt == _ATTEMPTS:
                raise
            continue
        break
    return {
        "outcome": done.outcome.value,
        "document": done.root,
        "entry": done.entry,
        "title": document.title,
        "territory": document.territory,
        "facts": done.facts,
        "waiting": done.waiting,
        "addressed": len(document.addressed_to_software),
        "notes": [{"code": note.code, "vi": note.vi, "en": note.en} for note in whole.document.notes],
        "changes": [_change(one) for one in changes if one.change is not Change.SAME],
    }


def _replacement(before: StandingVersion, changes: Sequence[Difference]) -> Replacement:
    """Which facts of the standing version live on, by the comparison of what was read then and now."""
    pairs = {one.new: before.entries[one.old] for one in changes if one.old is not None and one.new is not None}
    same = frozenset(one.new for one in changes if one.change is Change.SAME and one.new is not None)
    return Replacement(document=before.entry, carried=pairs, same=same)


def _change(one: Difference) -> dict[str, str]:
    return {"change": one.change.value, "vi": one.sentence.vi, "en": one.sentence.en}


def _unchanged(known: StandingVersion) -> dict[str, Any]:
    return {
        "outcome": UNCHANGED,
        "document": known.root,
        "entry": known.entry,
        "title": known.title,
        "territory": known.territory,
    }


def _failed(code: str, vi: str, en: str) -> dict[str, Any]:
    return {"outcome": FAILED, "code": code, "vi": vi, "en": en}
