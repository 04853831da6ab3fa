"""What changed against the version before, and which printed numbers agree with each other."""

from __future__ import annotations

from django.http import HttpResponse

from tiendo.ledger.models import Document
from tiendo.ledger.selectors.document_facts import facts_of
from tiendo.ledger.selectors.document_text import text_version
from tiendo.ledger.standing import no_such_entry
from tiendo.web.pages.document.changed import changes_between
from tiendo.web.pages.document.checked import consistent_in
from tiendo.web.pages.document.head import Head, crumbs
from tiendo.web.pages.document.opening import opened
from tiendo.web.pages.reading import Reading, reads
from tiendo.web.pages.tags import address_of
from tiendo.web.words import say


@reads
def document_changes(reading: Reading, number: int) -> HttpResponse:
    """Fact by fact against the version before; the page of a first version says that there is none."""
    found = opened(reading, number)
    head = Head(reading, found)
    entries = [one.entry for one in head.whole.versions if not one.withdrawn]
    place = entries.index(found.version.entry) if found.version.entry in entries else -1
    if place < 0:
        raise no_such_entry(Document, number)
    changes = before = None
    if place:
        before = text_version(number, reading.viewer, reading.known, entries[place - 1])
        changes = changes_between(facts_of(before), facts_of(found.version), reading.language)
    context = {
        "head": head,
        "opened": found,
        "before": before,
        "changes": changes,
        "crumbs": crumbs(head, address_of("documents"), say("document.changes", reading.language)),
    }
    return reading.show("document/changes.html", context)


@reads
def document_checks(reading: Reading, number: int) -> HttpResponse:
    """The claims of the document that hold, with their working."""
    found = opened(reading, number)
    head = Head(reading, found)
    context = {
        "head": head,
        "opened": found,
        "checks": consistent_in(found.version, reading.known, reading.language),
        "crumbs": crumbs(head, address_of("documents"), say("document.checks", reading.language)),
    }
    return reading.show("document/checks.html", context)
