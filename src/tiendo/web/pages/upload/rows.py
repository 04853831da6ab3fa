"""What is shown of each file that was sent: how far it is, what was read, what needs a look, what to do next."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from tiendo.facts.wording import Wording
from tiendo.intake.progress import SentFile, Stage
from tiendo.ledger.permissions import Permission, Scope
from tiendo.ledger.selectors.document_register import Contents, ListedDocument, contents_of, listed_documents
from tiendo.web.pages.reading import Reading
from tiendo.web.pages.upload.sizes import size_text
from tiendo.web.words import catalogue, say

_CHANGES_SHOWN = 8  # the page of the document's changes has them all
# A worker looks every two seconds; a file that waits longer although nothing is being read has nobody who takes it.
_PATIENCE_SECONDS = 30

_BEFORE_CAPITAL = re.compile(r"(?<!^)(?=[A-Z])")


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownFile:
    """A row. `document` is `None` where there is none, or none that the reader may see."""

    file: SentFile
    size: str
    seconds: int
    document: ListedDocument | None
    contents: Contents
    refusal: str
    changes: tuple[str, ...]
    more_changes: int
    may_publish: bool

    @property
    def change_count(self) -> int:
        """How many facts say something else than in the version before."""
        return len(self.changes) + self.more_changes

    @property
    def stage(self) -> str:
        """How far it is, as the words call it."""
        return str(self.file.stage)


def shown_files(files: Iterable[SentFile], reading: Reading, now: datetime) -> list[ShownFile]:
    """The rows of the files, in their order."""
    files = list(files)
    documents = _documents({one.document for one in files if one.document is not None}, reading)
    contents = contents_of(documents.values(), reading.viewer, reading.known)
    return [_shown(one, documents, contents, reading, now) for one in files]


def waits_for_nobody(files: Iterable[SentFile], now: datetime) -> bool:
    """Whether files wait although no worker is at any."""
    files = list(files)
    if any(one.stage in (Stage.READING, Stage.CHECKING) for one in files):
        return False
    return any(one.stage is Stage.WAITING and _age(one, now) > _PATIENCE_SECONDS for one in files)


def _documents(roots: set[int], reading: Reading) -> dict[int, ListedDocument]:
    return {one.root: one for one in listed_documents(reading.viewer, reading.known) if one.root in roots}


def _shown(
    file: SentFile,
    documents: Mapping[int, ListedDocument],
    contents: Mapping[int, Contents],
    reading: Reading,
    now: datetime,
) -> ShownFile:
    document = documents.get(file.document) if file.document is not None else None
    scope = Scope(territory=document.territory) if document else Scope()
    said = [one.sentence(reading.language) for one in file.changes]
    return ShownFile(
        file=file,
        size=size_text(file.size, reading.language),
        seconds=_age(file, now),
        document=document,
        contents=contents.get(file.document or 0, Contents()),
        refusal=_refusal(file, reading.language),
        changes=tuple(said[:_CHANGES_SHOWN]),
        more_changes=max(0, len(said) - _CHANGES_SHOWN),
        may_publish=bool(document and not document.published and reading.may(Permission.PUBLISH, scope)),
    )


def _refusal(file: SentFile, language: str) -> str:
    """The sentence of the one who refused, or a plainer one for somebody who sits before a page."""
    if file.stage is not Stage.REFUSED:
        return ""
    key = "upload.refused." + _BEFORE_CAPITAL.sub("-", file.code).lower()
    if key in catalogue():
        return say(key, language, name=file.name)
    known: Wording | None = file.refusal
    return known.sentence(language) if known else say("upload.refused.reader-fault", language, name=file.name)


def _age(file: SentFile, now: datetime) -> int:
    return max(0, int((now - file.sent_at).total_seconds()))
