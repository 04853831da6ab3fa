"""What a submission is called, and its agency and periods, in words."""

from __future__ import annotations

from collections.abc import Sequence

from tiendo.facts.period import Period
from tiendo.ledger.selectors.agency_register import agencies_at
from tiendo.ledger.selectors.submissions import SubmissionView
from tiendo.web.pages.reading import Reading


def agency_words(submitted: SubmissionView, reading: Reading) -> str:
    """The name of the agency that sent it in; nothing where none is named."""
    if submitted.agency is None:
        return ""
    return agencies_at(reading.known).name(submitted.agency, reading.as_of or reading.today) or submitted.agency


def period_words(written: str | None, language: str) -> str:
    """A period as people call it."""
    if not written:
        return ""
    period = Period.parse(written)
    words = period.vietnamese() if language == "vi" else period.english()
    return words[:1].upper() + words[1:]


def span_words(periods: Sequence[str], language: str) -> str:
    """The periods of a table: one by its name, several by the first and the last."""
    if not periods:
        return ""
    first, last = period_words(periods[0], language), period_words(periods[-1], language)
    return first if len(periods) == 1 else f"{first} – {last}"
