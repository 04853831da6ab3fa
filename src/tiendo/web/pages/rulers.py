"""The ruler on a page: the drawing of `publishing`, in the colours of the page, with its words."""

from __future__ import annotations

from typing import Final

from django.utils.safestring import SafeString, mark_safe

from tiendo.assessment.status import Status
from tiendo.publishing.ruler import Palette, Ruler, as_svg

_WIDTH, _HEIGHT = 300, 22
_EDGE = 8  # what goes beyond the ruler needs this much
_FILLS: Final = {
    Status.REACHED: "reached",
    Status.ON_PATH: "path",
    Status.WITHIN: "path",
    Status.WATCH: "watch",
    Status.BEHIND: "behind",
    Status.EXCEEDED: "behind",
}


def ruler_picture(ruler: Ruler, status: Status, label: str) -> SafeString:
    """The ruler as a picture that stretches to the width of its column; `label` is what a screen reader says."""
    fill = f"var(--{_FILLS.get(status, 'none')})"
    palette = Palette(line="var(--line)", fill=fill, tick="var(--ink)", end="var(--muted)", band="var(--green-soft)")
    drawn = as_svg(ruler, x=0, y=_HEIGHT / 2, width=_WIDTH - _EDGE, palette=palette, label=label)
    # `as_svg` escapes the label; everything else are numbers and the colours above.
    return mark_safe(  # noqa: S308
        f'<svg class="ruler" viewBox="0 0 {_WIDTH} {_HEIGHT}" preserveAspectRatio="none">{drawn}</svg>'
    )
