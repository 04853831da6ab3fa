"""Whether a report that was handed out still agrees with the record: what the command and the page both say."""

from __future__ import annotations

from datetime import datetime

from tiendo.facts.errors import ReportRefused
from tiendo.ledger.chain import seal_at
from tiendo.ledger.selectors.viewing import Known, Viewer
from tiendo.publishing.report.agreement import ReportAgreement, compared
from tiendo.publishing.report.compose import compose
from tiendo.publishing.report.model import Figure
from tiendo.publishing.report.returned import Returned
from tiendo.publishing.report.stamp import Sealed, figures_of
from tiendo.web.handouts.reports import ReportAsked, basis_of


def agreement_of(returned: Returned, viewer: Viewer, known: Known, *, at: datetime) -> ReportAgreement:
    """The report that came back against what the viewer may see of the record as it is known."""
    stamp = returned.sealed.stamp
    # The record of now has to contain the state that was stamped; without that the same figure is another's.
    is_of_this_record = 0 < stamp.horizon <= known.horizon and seal_at(stamp.horizon).hex() == stamp.seal
    now = _figures(returned.sealed, viewer, known, at)
    return compared(returned, now, is_of_this_record=is_of_this_record)


def _figures(kept: Sealed, viewer: Viewer, known: Known, at: datetime) -> list[Figure]:
    """The figures of the same report as it would be written now; none where there is nothing to tell any more."""
    stamp = kept.stamp
    asked = ReportAsked(
        period=stamp.period,
        sort=stamp.sort,
        agency=stamp.agency,
        territory=stamp.territory,
        language=kept.language,
    )
    try:
        report = compose(basis_of(asked, viewer, known, at=at), language=kept.language)
    except ReportRefused:
        return []
    return list(figures_of(report))
