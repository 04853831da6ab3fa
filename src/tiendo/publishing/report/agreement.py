"""Whether a report that was handed out still says what the record says, figure by figure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from tiendo.publishing.report.model import Figure, Stamp
from tiendo.publishing.report.returned import FieldState, LooseNumber, Returned, ReturnedField


class Agreement(StrEnum):
    """How a figure of a report stands to the record of now."""

    AGREES = "agrees"
    SUPERSEDED = "superseded"  # the value is the same, and later entries say so
    CHANGED = "changed"  # the record says another value
    WITHDRAWN = "withdrawn"  # the record does not say it any more


@dataclass(frozen=True, slots=True)
class ComparedFigure:
    """A figure as the report was written, and what the record says now; `now` is `None` where it says nothing."""

    figure: Figure
    now: Figure | None

    @property
    def agreement(self) -> Agreement:
        """How the two stand to each other."""
        if self.now is None:
            return Agreement.WITHDRAWN
        before, after = self.figure.binding, self.now.binding
        if (before.value, before.unit) != (after.value, after.unit):
            return Agreement.CHANGED
        return Agreement.AGREES if before.entries == after.entries else Agreement.SUPERSEDED


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportAgreement:
    """A whole report against the record.

    `is_of_this_record` says whether the record went through the state that the stamp names. `edited` are the fields
    that somebody typed over or emptied, `removed` the figures that stand nowhere in the text any more, `loose` the
    numbers that somebody typed.
    """

    stamp: Stamp
    is_of_this_record: bool
    figures: tuple[ComparedFigure, ...]
    edited: tuple[ReturnedField, ...]
    removed: tuple[Figure, ...]
    loose: tuple[LooseNumber, ...]

    @property
    def holds(self) -> bool:
        """Whether all printed figures are those of the record; numbers typed by hand are for a person to look at."""
        agreeing = (Agreement.AGREES, Agreement.SUPERSEDED)
        return self.is_of_this_record and not self.edited and all(one.agreement in agreeing for one in self.figures)

    def of(self, agreement: Agreement) -> tuple[ComparedFigure, ...]:
        """The figures that stand so to the record."""
        return tuple(one for one in self.figures if one.agreement is agreement)


def compared(returned: Returned, now: Iterable[Figure], *, is_of_this_record: bool) -> ReportAgreement:
    """The report against `now`, the figures of the same report as the record would have it written today."""
    by_key = {figure.binding.key: figure for figure in now}
    # What was taken out of the text does not have to agree with anything.
    removed = {figure.binding.key for figure in returned.removed}
    kept = [figure for figure in returned.sealed.figures if figure.binding.key not in removed]
    return ReportAgreement(
        stamp=returned.sealed.stamp,
        is_of_this_record=is_of_this_record,
        figures=tuple(ComparedFigure(figure, by_key.get(figure.binding.key)) for figure in kept),
        edited=tuple(field for field in returned.fields if field.state is not FieldState.AS_WRITTEN),
        removed=returned.removed,
        loose=returned.loose,
    )
