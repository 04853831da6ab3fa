"""What is shown of a report that came back: each figure that does not agree, where it stands, and what to do."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse

from tiendo.catalogue import Catalogue
from tiendo.facts.findings import Verdict
from tiendo.ledger.catalogues import catalogue_at
from tiendo.ledger.selectors.viewing import Known
from tiendo.publishing.report.agreement import Agreement, ComparedFigure, ReportAgreement
from tiendo.publishing.report.agreement_text import MEANINGS
from tiendo.publishing.report.model import Figure
from tiendo.publishing.report.returned import FieldState, LooseNumber, ReturnedField
from tiendo.web.handouts.report_return import ReturnedReport
from tiendo.web.pages.report.holding import ShownFault, faults_in
from tiendo.web.words import say

_MOST_SHOWN = 200  # rows of one kind; who has more writes the report again


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownFigure:
    """A figure: what it is, what the report was written with, what stands there now, and what the record says.

    `how` is the key of what became of it; `address` leads to its indicator, empty where there is none.
    """

    how: str
    name: str
    meaning: str
    address: str
    written: str
    printed: str
    recorded: str
    around: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """A report as it was checked. `holds` says whether every printed figure is the record's.

    `bound` counts the figures that are left in the text, `agreeing` those of them that stand there as in the record.
    """

    holds: bool
    is_of_this_record: bool
    bound: int
    agreeing: int
    superseded: int
    figures: tuple[ShownFigure, ...]
    more: int
    loose: tuple[LooseNumber, ...]
    more_loose: int
    faults: tuple[ShownFault, ...]
    unknown: int
    is_audited: bool

    @property
    def is_clean(self) -> bool:
        """Whether there is nothing to look at."""
        return self.holds and not (self.loose or self.faults or self.figures)


def checked(found: ReturnedReport, known: Known, language: str) -> Checked:
    """What the page says of a report that was read and compared."""
    agreement, findings = found.agreement, found.findings or ()
    shower = _Shower(found, catalogue_at(known.horizon), language)
    figures = shower.figures()
    return Checked(
        holds=agreement.holds,
        is_of_this_record=agreement.is_of_this_record,
        bound=len(agreement.figures),
        agreeing=len(agreement.figures) - len(_differing(agreement)),
        superseded=len(agreement.of(Agreement.SUPERSEDED)),
        figures=tuple(figures[:_MOST_SHOWN]),
        more=max(0, len(figures) - _MOST_SHOWN),
        loose=agreement.loose[:_MOST_SHOWN],
        more_loose=max(0, len(agreement.loose) - _MOST_SHOWN),
        faults=tuple(faults_in(findings, language)),
        unknown=sum(one.verdict is Verdict.UNKNOWN for one in findings),
        is_audited=found.findings is not None,
    )


def _differing(agreement: ReportAgreement) -> set[str]:
    """The keys of the figures that stand in the text and are not those of the record."""
    gone = (*agreement.of(Agreement.CHANGED), *agreement.of(Agreement.WITHDRAWN))
    figures = [*(one.figure for one in gone), *(field.figure for field in agreement.edited)]
    return {figure.binding.key for figure in figures}


@dataclass(frozen=True, slots=True)
class _Shower:
    """Shows figures: with the names that the catalogue has for their indicators."""

    found: ReturnedReport
    catalogue: Catalogue
    language: str

    def figures(self) -> list[ShownFigure]:
        """All that do not agree: typed over or emptied, changed, gone from the record, taken out of the text."""
        agreement = self.found.agreement
        compared = (*agreement.of(Agreement.CHANGED), *agreement.of(Agreement.WITHDRAWN))
        return [
            *map(self.edited, agreement.edited),
            *map(self.compared, compared),
            *(self.shown(one, "removed") for one in agreement.removed),
        ]

    def edited(self, field: ReturnedField) -> ShownFigure:
        how = "emptied" if field.state is FieldState.EMPTIED else "typed-over"
        now = self.recorded(field.figure.binding.key)
        return self.shown(field.figure, how, printed=field.text, recorded=now, around=field.around)

    def compared(self, one: ComparedFigure) -> ShownFigure:
        key = one.figure.binding.key
        around = next((field.around for field in self.found.returned.fields if field.figure.binding.key == key), "")
        now = one.now.text if one.now else ""
        return self.shown(one.figure, one.agreement.value, printed=one.figure.text, recorded=now, around=around)

    def recorded(self, key: str) -> str:
        """What the record says now of the figure with that key."""
        compared = next((one for one in self.found.agreement.figures if one.figure.binding.key == key), None)
        return compared.now.text if compared and compared.now else ""

    def shown(
        self, figure: Figure, how: str, *, printed: str = "", recorded: str = "", around: str = ""
    ) -> ShownFigure:
        bound = figure.binding
        # What the stamp says is the file's word: a name and an address are given to what the catalogue knows alone.
        code = bound.indicator or ""
        names = self.catalogue[code].names if code in self.catalogue else None
        return ShownFigure(
            how=how,
            name=names.sentence(self.language) if names else say("report.counted-name", self.language),
            meaning=MEANINGS[bound.meaning].sentence(self.language),
            address=reverse("indicator", args=[code]) if names else "",
            written=figure.text,
            printed=printed,
            recorded=recorded,
            around=around,
        )
