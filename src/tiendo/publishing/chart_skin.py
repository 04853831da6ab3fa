"""How the parts of a chart are painted: by classes on a page, by colours of their own in a picture."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Protocol

# The tokens of the product's look, light: a picture is mostly set on paper.
PAPER, INK, MUTED, LINE, HAIR = "#FBFAF7", "#17212B", "#5B6773", "#E4E0D8", "#EFECE5"
GREEN, GREEN_SOFT, BLOOM = "#0E5A52", "#D5E7E3", "#B83B60"

PICTURE: Mapping[str, str] = MappingProxyType(
    {
        "grid": f'stroke="{HAIR}" fill="none"',
        "zero": f'stroke="{MUTED}" fill="none"',
        "tick": f'fill="{MUTED}"',
        "ladder": f'stroke="{GREEN}" stroke-width="1.3" stroke-dasharray="3 4" fill="none"',
        "step": f'stroke="{GREEN}" stroke-width="3.2" fill="none"',
        "side": f'stroke="{GREEN}" stroke-width="1.2" fill="none"',
        "band": f'fill="{GREEN_SOFT}"',
        "bound": f'stroke="{GREEN}" stroke-width=".9" fill="none"',
        "line": f'stroke="{INK}" stroke-width="1.6" fill="none" stroke-linejoin="round"',
        "riser": f'stroke="{MUTED}" stroke-width="1" fill="none"',
        "point": f'fill="{INK}" stroke="{PAPER}" stroke-width="1.2"',
        "estimate": f'fill="{PAPER}" stroke="{INK}" stroke-width="1.6"',
        "part": f'fill="{MUTED}" stroke="{PAPER}" stroke-width=".8"',
        "part-estimate": f'fill="{PAPER}" stroke="{MUTED}" stroke-width="1.3"',
        "break": f'stroke="{MUTED}" stroke-dasharray="1 3" stroke-linecap="round" stroke-width="1.4" fill="none"',
        "today": f'stroke="{BLOOM}" fill="none"',
        "today-word": f'fill="{BLOOM}"',
        "label": f'fill="{INK}" font-weight="500" stroke="{PAPER}" stroke-width="3" paint-order="stroke"',
        "note": f'fill="{MUTED}"',
        "title": f'fill="{INK}" font-weight="600"',
        "paper": f'fill="{PAPER}"',
    }
)
"""What each part looks like in a picture; on a page the class `chart-…` of the same name says it."""


class Skin(Protocol):
    """Gives the attributes of a part."""

    def __call__(self, part: str, /) -> str:
        """The attributes of the part with that name."""


def on_page(part: str) -> str:
    """The class of a part: colours come from the page."""
    return f'class="chart-{part}"'


def alone(part: str) -> str:
    """The colours of a part."""
    return PICTURE[part]
