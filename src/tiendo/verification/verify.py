"""Recomputes everything that documents claim: the doorway of the room's work."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace

from tiendo.catalogue.load import load_catalogue
from tiendo.catalogue.model import Catalogue
from tiendo.facts.findings import Finding, Verdict
from tiendo.verification.claims import Claim
from tiendo.verification.corpus import Corpus
from tiendo.verification.numbers import significant_digits
from tiendo.verification.registry import CHECKS
from tiendo.verification.reports import report
from tiendo.verification.sources import Source
from tiendo.verification.suggestions import Neighbours, Slips, likely_slips

_TELLING_DIGITS = 4  # by chance one slip mends the sum of one in some ten lists with fewer, one in a hundred with these

# A text with more contradictions is broken as a whole, or hostile: the search for slips would only cost time.
_MOST_EXPLAINED = 200


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
    claims, findings = examine(sources, catalogue or load_catalogue())
    findings = [finding for finding in findings if not only or finding.check in only]
    failing = [claim for claim in claims if not claim.holds()]
    neighbours = Neighbours(claims if failing else ())
    reported = [claim for claim in failing if not only or claim.check in only]
    for count, claim in enumerate(reported):
        findings += _finding(claim, neighbours if count < _MOST_EXPLAINED else None)
    if with_consistent:
        worth_a_word = [claim for claim in claims if not claim.is_bound and (not only or claim.check in only)]
        findings += [report(claim) for claim in worth_a_word if claim.holds()]
    return tuple(sorted(findings, key=_order_in(sources)))


def examine(sources: Sequence[Source], catalogue: Catalogue) -> tuple[list[Claim], list[Finding]]:
    """What all checks give for the documents: claims to recompute, and findings without anything to compute."""
    corpus = Corpus(sources, catalogue)
    items = [item for check in CHECKS for item in check.examine(corpus)]
    claims = [item for item in items if isinstance(item, Claim)]
    return claims, [item for item in items if isinstance(item, Finding)]


def _finding(claim: Claim, neighbours: Neighbours | None) -> Iterator[Finding]:
    """The finding of a claim that does not hold, with the likeliest slips.

    Where another reading of the text holds, no number need be wrong. Evidence is a contradiction where one slip
    explains several pieces of it and the number is too long for chance; by itself it is a question, if anything.
    """
    if claim.readings and not claim.any_reading and claim.holding_reading() is not None:
        yield report(claim)
        return
    slips = likely_slips(claim, neighbours) if neighbours is not None else Slips()
    if claim.is_evidence and slips.mends_others:
        is_long = claim.shown_in is not None and significant_digits(claim.shown_in) >= _TELLING_DIGITS
        yield report(replace(claim, asserted=is_long), slips.suggestions)
    elif not claim.is_silent:
        yield report(claim, slips.suggestions)


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
