"""A QR code as a path of a drawing: no picture from elsewhere, no style in the page."""

from __future__ import annotations

from dataclasses import dataclass

import qrcode

_BORDER = 4  # squares of light ground around it, as the standard asks


@dataclass(frozen=True, slots=True)
class Drawn:
    """A square of `size` units, and the path that fills its dark squares."""

    size: int
    path: str


def drawn(text: str) -> Drawn:
    """The QR code of a text, with neighbouring squares drawn as one stroke."""
    code = qrcode.QRCode(border=_BORDER)
    code.add_data(text)
    code.make(fit=True)
    rows = code.get_matrix()
    return Drawn(len(rows), "".join(_strokes(y, row) for y, row in enumerate(rows)))


def _strokes(y: int, row: list[bool]) -> str:
    said, x = "", 0
    while x < len(row):
        length = 0
        while x + length < len(row) and row[x + length]:
            length += 1
        if length:
            said += f"M{x} {y}h{length}v1h-{length}z"
        x += length or 1
    return said
