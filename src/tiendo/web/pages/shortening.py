"""Long words of documents on one or two lines."""

from __future__ import annotations

from tiendo.publishing.columns import cut, printable


def shortened(text: str, longest: int) -> str:
    """The text on one line, cut between two words where it is longer; an ellipsis says so."""
    line = printable(text)
    if len(line) <= longest:
        return line
    kept = cut(line, longest)
    space = kept.rfind(" ", longest * 2 // 3)
    return f"{kept[:space].rstrip(' ,;:')}…" if space > 0 else kept
