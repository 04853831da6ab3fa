"""Recomputes everything that documents claim: the doorway of the room's work."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from tiendo.catalogue.load import load_catalogue
from tiendo.catalogue.model import Catalogue
from tiendo.facts.findings import Finding, Verdict
from tiendo.verification.claims import Claim
from tiendo.verification.corpus import Corpus
from tiendo.verification.registry import CHECKS
from tiendo.verification.reports import report
from tiendo.verification.sources import Source
from tiendo.verification.suggestions import Neighbours, suggest


def verify(
    sources: Sequence[Source],
    catalogue: Catalogue | None = None,
    *,
    only: Collection[str] = (),
    with_consistent: bool = False,
) -> tuple[Finding, ...]:
    """What recomputing the claims of all documents gives, in the order of the documents and their text.

    It reads records only, no text and no file, so that a report can be audited before it is written. `only`
    names the checks to report; all of them serve to tell which number is the likely slip. Findings that are
    consistent are left out unless `with_consistent`.
    """
    corpus = Corpus(sources, catalogue or load_catalogue())
    claims: list[Claim] = []
    findings: list[Finding] = []
    for check in CHECKS:
        for item in check.examine(corpus):
            if isinstance(item, Claim):
                claims.append(item)
            elif not only or item.check in only:
                findings.append(item)
    failing = [claim for claim in claims if not claim.holds()]
    neighbours = Neighbours(claims if failing else ())
    for claim in failing:
        if not only or claim.check in only:
            findings.append(report(claim, suggest(claim, neighbours)))
    if with_consistent:
        worth_a_word = [claim for claim in claims if not claim.is_bound and (not only or claim.check in only)]
        findings += [report(claim) for claim in worth_a_word if claim.holds()]
    return tuple(sorted(findings, key=_order_in(sources)))


def _order_in(sources: Sequence[Source]) -> Callable[[Finding], tuple[int, int, int, str, str]]:
    position = {source.document: place for place, source in enumerate(sources)}
    ranks = list(Verdict)

    def order(finding: Finding) -> tuple[int, int, int, str, str]:
        """By the first number of the first document that the finding touches; ties by verdict, check and words."""
        first = min(finding.places, key=lambda place: (position[place.document], place.start))
        return (
            position[first.document],
            first.start,
            ranks.index(finding.verdict),
            finding.check,
            finding.message.vi,
        )

    return order
