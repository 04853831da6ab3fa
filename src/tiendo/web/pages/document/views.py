"""The page of a document: its text in parts, with what was read in it."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse, HttpResponseRedirect

from tiendo.ledger.models import Fact
from tiendo.ledger.selectors.document_facts import FactInText, decisions_about, fact_in_text, tasks_of
from tiendo.ledger.standing import no_such_entry
from tiendo.web.pages.document.addresses import fact_address, part_address
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
        return HttpResponseRedirect(part_address(found, found.part.number + 1))
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
        return HttpResponseRedirect(fact_address(found, fact))
    context = {
        "fact": told(chosen, reading.language, found.version.horizon),
        "details": details_of(found, chosen),
        "opened": found,
        "may": Head(reading, found).permissions,
        "cited": Shown(reading, found).cited if chosen.kind == "citation" else {},
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
        "next_address": part_address(found, found.part.number + 2) if found.next else None,
        "next_fragment": part_fragment(found, found.part.number + 2) if found.next else None,
        "before_address": part_address(found, found.part.number) if found.before else None,
    }


def part_fragment(found: Opened, number: int) -> str:
    """Where an open page gets a further part."""
    address = part_address(found, number).partition("?")
    return f"{address[0]}/parts/{number}?{address[2]}"


def details_of(found: Opened, chosen: FactInText) -> dict[str, Any]:
    """What is shown of a chosen fact beside its reading."""
    return {
        "root": chosen.root,
        "decisions": decisions_about(chosen.root, found.version.horizon),
        "task": tasks_of([chosen.root], found.version.horizon).get(chosen.root),
        "provision": " › ".join(chosen.record.provision),
        "at": chosen.start,
    }
