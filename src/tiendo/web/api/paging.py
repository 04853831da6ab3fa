"""Where the next page begins, as a text that means nothing to others."""

from __future__ import annotations

import base64
import binascii
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass

from tiendo.facts.wording import Wording
from tiendo.web.api.parameters import LARGEST_NUMBER
from tiendo.web.api.problems import Problem

# What may differ between the pages of one walk.
_FREE = ("cursor", "limit", "format")
_MARK_DIGITS = 12  # enough to tell questions apart; a cursor gives no rights
_FORM = "1"

_WRONG = Wording(
    "Con trỏ (cursor) không do địa chỉ này cấp, hoặc các tham số khác đã đổi; hãy bắt đầu lại không có cursor.",
    "The cursor was not given out for this question; begin again without one.",
)


@dataclass(frozen=True, slots=True)
class Cursor:
    """Behind which entry the page begins, and the horizon of the whole walk."""

    after: int
    horizon: int

    def write(self, question: str) -> str:
        """The cursor as text, which only the same question takes."""
        plain = f"{_FORM}.{self.after}.{self.horizon}.{question}"
        return base64.urlsafe_b64encode(plain.encode()).decode().rstrip("=")


def read_cursor(written: str, question: str) -> Cursor:
    """The cursor of a text; raises a `Problem` for one that was not given out for this question."""
    try:
        plain = base64.b64decode(written + "=" * (-len(written) % 4), altchars=b"-_", validate=True).decode("ascii")
        form, after, horizon, mark = plain.split(".")
        cursor = Cursor(int(after), int(horizon))
    except (ValueError, binascii.Error):
        raise Problem("invalid-cursor", _WRONG) from None
    numbers = (cursor.after, cursor.horizon)
    if form != _FORM or mark != question or not all(0 <= number <= LARGEST_NUMBER for number in numbers):
        raise Problem("invalid-cursor", _WRONG)
    return cursor


def mark_of(path: str, parameters: Mapping[str, str]) -> str:
    """A short mark of a question, the same for all pages of its answer."""
    said = sorted((name, value) for name, value in parameters.items() if name not in _FREE)
    return hashlib.sha256(repr((path, said)).encode("utf-8", "surrogatepass")).hexdigest()[:_MARK_DIGITS]
