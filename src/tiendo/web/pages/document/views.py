"""The page of a document: its text in parts, with what was read in it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django.http import HttpResponse, HttpResponseRedirect

from tiendo.ledger.catalogues import catalogue_at
from tiendo.ledger.models import Fact
from tiendo.ledger.selectors.document_facts import FactInText, decisions_about, fact_in_text, tasks_of
from tiendo.ledger.standing import no_such_entry
from tiendo.web.pages.document.addresses import Addresses
from tiendo.web.pages.document.head import Head, crumbs
from tiendo.web.pages.document.margin import totals_of
from tiendo.web.pages.document.opening import Opened, opened
from tiendo.web.pages.document.shown import Shown
from tiendo.web.pages.document.told import told
from tiendo.web.pages.reading import Reading, reads
from tiendo.web.pages.tags import address_of


@reads
def document(reading: Reading, number: int) -> HttpResponse:
    """The first part that was asked for; the others follow when one comes near."""
    found = opened(reading, number)
    head, shown = Head(reading, found), Shown(reading, found)
    context = {
        "head": head,
        "crumbs": crumbs(head, address_of("documents")),
        "findings": totals_of(shown.findings),
        "legend": LEGEND,
        **part_context(found, shown, head),
    }
    return reading.show("document/page.html", context)


@reads
def document_part(reading: Reading, number: int, part: int) -> HttpResponse:
    """A further part, for a page that is open already."""
    found = opened(reading, number)
    found = found.at_part(max(part, 1) - 1)
    if not reading.is_fragment:
        return HttpResponseRedirect(Addresses(found).part(found.part.number + 1))
    head = Head(reading, found)
    return reading.show("document/part.html", part_context(found, Shown(reading, found), head))


@reads
def document_fact(reading: Reading, number: int, fact: int) -> HttpResponse:
    """A fact in full, for the list of a page that is open already."""
    found = opened(reading, number)
    chosen = fact_in_text(found.version, fact)
    if chosen is None:
        raise no_such_entry(Fact, fact)
    if not reading.is_fragment:
        return HttpResponseRedirect(Addresses(found).fact(fact))
    found = replace(found, chosen=chosen)
    one = told(chosen, reading.language, catalogue_at(found.version.horizon))
    context = {
        "row": Shown(reading, found).row_of(one),
        "details": details_of(found, chosen),
        "opened": found,
        "may": Head(reading, found).permissions,
    }
    return reading.show("document/fact.html", context)


LEGEND = ("observation", "target", "comparison", "task", "citation", "waiting", "asked")


def part_context(found: Opened, shown: Shown, head: Head) -> dict[str, Any]:
    """What the templates of a part are told."""
    return {
        "opened": found,
        "shown": shown,
        "rows": shown.rows,
        "may": head.permissions,
        "details": details_of(found, found.chosen) if found.chosen is not None else None,
        "number": found.part.number + 1,
        "count": len(found.parts),
        "next_address": shown.addresses.part(found.part.number + 2) if found.next else None,
        "next_fragment": shown.addresses.part_alone(found.part.number + 2) if found.next else None,
        "before_address": shown.addresses.part(found.part.number) if found.before else None,
    }


def details_of(found: Opened, chosen: FactInText) -> dict[str, Any]:
    """What is shown of a chosen fact beside its reading."""
    return {
        "root": chosen.root,
        "decisions": decisions_about(chosen.root, found.version.horizon),
        "task": tasks_of([chosen.root], found.version.horizon).get(chosen.root),
        "provision": " › ".join(chosen.record.provision),
        "at": chosen.start,
    }
