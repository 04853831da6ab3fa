"""Text made fit for a terminal: one line, no control characters, not wider than the window."""

from __future__ import annotations

import shutil

# Where the output is no terminal: as wide as a printed page in landscape.
_PLAIN_WIDTH = 140


def terminal_width() -> int:
    """The columns of the terminal (or of `COLUMNS`)."""
    return shutil.get_terminal_size((_PLAIN_WIDTH, 0)).columns


def printable(text: str) -> str:
    """The text on one line, without characters that a terminal would obey."""
    return "".join(letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in " ".join(text.split()))


def cut(text: str, width: int) -> str:
    """The text, shortened with an ellipsis where it is wider than `width`."""
    return text if len(text) <= width else text[: max(0, width - 1)].rstrip() + "…"
