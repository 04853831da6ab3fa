"""The shapes of the statuses: each its own, so that nobody needs to tell their colours apart."""

from __future__ import annotations

from functools import cache
from typing import Final

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from tiendo.assessment.status import Status

_RING = '<circle cx="6" cy="6" r="4" fill="none" stroke="currentColor" stroke-width="1.6"/>'
_DRAWN: Final = {
    Status.REACHED: '<path d="M1.5 6.5l3 3L10.5 2.5" fill="none" stroke="currentColor" stroke-width="2.2"/>',
    Status.ON_PATH: '<circle cx="6" cy="6" r="4.5" fill="currentColor"/>',
    Status.WATCH: '<path d="M6 1.2l5 9.3H1z" fill="currentColor"/>',
    Status.BEHIND: '<path d="M1.5 1.5h9v9h-9z" fill="currentColor"/>',
    Status.WITHIN: '<path d="M6 1l5 5-5 5-5-5z" fill="none" stroke="currentColor" stroke-width="1.6"/>',
    Status.EXCEEDED: '<path d="M6 .8L11.2 6 6 11.2.8 6z" fill="currentColor"/>',
    Status.TOO_EARLY: _RING + '<path d="M6 3.8V6l1.6 1" fill="none" stroke="currentColor" stroke-width="1.2"/>',
    Status.NO_DATA: _RING,
    Status.NOT_COMPARABLE: _RING + '<path d="M3.4 8.6l5.2-5.2" stroke="currentColor" stroke-width="1.2"/>',
}


@cache
def shape(status: Status) -> SafeString:
    """The drawing alone; whoever does not see it reads the word beside it."""
    drawn = f'<svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">{_DRAWN[status]}</svg>'
    return mark_safe(drawn)  # noqa: S308 made of the constants above


@cache
def status_text(status: Status, language: str) -> SafeString:
    """Shape and word in the colour of the status."""
    word = status.word.sentence(language)
    return format_html('<span class="status {}">{}{}</span>', status.value, shape(status), word[:1].upper() + word[1:])
