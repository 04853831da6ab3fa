"""A part of a document made ready to be shown: its text as HTML, its facts and its findings in one list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from django.middleware.csrf import get_token
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from tiendo.ledger.catalogues import catalogue_at
from tiendo.ledger.permissions import Permission
from tiendo.ledger.selectors.citations import CitationView, citations_of
from tiendo.ledger.selectors.document_facts import facts_between
from tiendo.ledger.selectors.document_findings import findings_in
from tiendo.ledger.selectors.document_text import text_between
from tiendo.ledger.selectors.visible import visible_to
from tiendo.web.pages.document.addresses import Addresses
from tiendo.web.pages.document.finding_rows import FindingRows
from tiendo.web.pages.document.margin import Asked, asked_of, within
from tiendo.web.pages.document.marks import marks_of
from tiendo.web.pages.document.opening import Opened
from tiendo.web.pages.document.parts import Part
from tiendo.web.pages.document.provisions import provisions_of
from tiendo.web.pages.document.rows import FactRow, fact_row
from tiendo.web.pages.document.told import Told, told
from tiendo.web.pages.document.typesetting import Typesetter
from tiendo.web.pages.reading import Reading
from tiendo.web.words import say


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the list beside the text: a fact with the lines that say it, or a finding as it is shown."""

    place: int
    fact: FactRow | None = None
    finding: SafeString | None = None


@dataclass(frozen=True)
class Shown:
    """What a reader sees of an opened document; all of it is worked out when it is asked for."""

    reading: Reading
    opened: Opened
    is_review: bool = False

    @property
    def part(self) -> Part:
        """The part that is shown."""
        return self.opened.part

    @cached_property
    def addresses(self) -> Addresses:
        """Where its facts and parts are."""
        return Addresses(self.opened, self.is_review)

    @cached_property
    def facts(self) -> list[Told]:
        """The facts that touch the part."""
        version = self.opened.version
        catalogue = catalogue_at(version.horizon)
        found = facts_between(version, self.part.start, self.part.end)
        return [told(one, self.reading.language, catalogue) for one in found]

    @cached_property
    def findings(self) -> list[Asked]:
        """The findings of the whole document."""
        version = self.opened.version
        views = findings_in(version, self.reading.viewer, self.reading.known)
        return asked_of(views, version.root, self.reading.language)

    @cached_property
    def citations(self) -> list[CitationView]:
        """What the document cites, with the documents that this viewer may see."""
        version = self.opened.version
        seen = visible_to(self.reading.viewer, self.reading.known).documents
        return citations_of(version.entry, version.territory, seen, version.horizon)

    @cached_property
    def cited(self) -> dict[int, int]:
        """The documents that citations lead to, by the beginning of the citation."""
        return {one.start: one.document for one in self.citations if one.document is not None}

    @cached_property
    def html(self) -> SafeString:
        """The text of the part with its marks."""
        text = text_between(self.opened.version, self.part.start, self.part.end)
        marks = marks_of(
            self.facts,
            self.findings,
            {(one.start, one.end): one for one in self.citations},
            self.opened,
            self.reading.language,
            address=self.addresses.fact,
            document_address=lambda root: reverse("document", args=[root]),
        )
        places = {self.opened.place} if self.opened.place is not None else set()
        return Typesetter(
            part=self.part,
            text=text,
            marks=sorted(marks, key=lambda mark: (mark.start, mark.end)),
            places=places,
            table_name=say("document.table", self.reading.language),
            provisions=provisions_of(self.opened.version),
        ).html()

    @cached_property
    def rows(self) -> list[Row]:
        """Facts and findings of the part in the order of its text; only those of the choice where there is one."""
        wanted = self.opened.choice.conditions
        facts = [Row(one.fact.start, fact=self.row_of(one)) for one in self.facts if self._is_listed(one, wanted)]
        if not wanted:
            facts += self._finding_rows(within(self.findings, self.part.start, self.part.end))
        return sorted(facts, key=lambda row: row.place)

    def row_of(self, one: Told) -> FactRow:
        """A fact as a row of the list."""
        address = self.addresses.fact(one.fact.root)
        return fact_row(one, self.reading.language, address, self.cited.get(one.fact.start))

    def _is_listed(self, one: Told, wanted: dict[str, str]) -> bool:
        begins_here = self.part.start <= one.fact.start < self.part.end
        return begins_here and all(getattr(one.fact, name) == value for name, value in wanted.items())

    def _finding_rows(self, found: Sequence[Asked]) -> list[Row]:
        made = FindingRows(self.opened.version.root, self.reading.language, self._token)
        return [Row(min(one.places, default=(0, 0))[0], finding=made.row(one)) for one in found]

    @property
    def _token(self) -> SafeString | None:
        """The hidden field of the forms of whoever may set findings aside; others get no form."""
        stands = self.opened.version.is_standing and self.reading.as_of is None
        if not stands or not self.reading.may(Permission.DISMISS_FINDING, self.opened.scope):
            return None
        field = '<input type="hidden" name="csrfmiddlewaretoken" value="{}">'
        return format_html(field, get_token(self.reading.request))
