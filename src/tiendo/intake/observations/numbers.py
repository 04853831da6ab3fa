"""Numbers of a table: plain, with one decimal mark, and never two ways to read them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from tiendo.intake.observations.faults import Refused

_WHOLE_DIGITS = 20  # a thousand times the money of the world in đồng has as many
_DECIMALS = 12  # more than any statistic is known to
_EITHER_MARK = re.compile(r"-?[0-9]{1,3}(?:[.,][0-9]{3})+|-?[0-9]+[.,][0-9]+")
_LONG = re.compile(r"-?[0-9][0-9.,]*")


@dataclass(frozen=True, slots=True)
class Notation:
    """How a table writes numbers: which forms are sound, and one to show."""

    mark: str
    unsigned: re.Pattern[str]
    example: str

    def read(self, written: str) -> str:
        """A sound number without its sign, with a decimal point and without thousands; raises `Refused`."""
        unsigned = written.removeprefix("-")
        if self.unsigned.fullmatch(unsigned):
            return self.plain(unsigned)
        code = "wrong-number"
        if _EITHER_MARK.fullmatch(written):
            code = "ambiguous-number"
        if _LONG.fullmatch(written) and len(written) > _WHOLE_DIGITS:
            code = "number-too-long"
        raise Refused(code, "value", value=written, limit=self.example)

    def plain(self, sound: str) -> str:
        """A sound number without sign as the record writes it."""
        return sound if self.mark == "." else sound.replace(".", "").replace(",", ".")


_WHOLE = rf"0|[1-9][0-9]{{0,{_WHOLE_DIGITS - 1}}}"
_GROUPED = r"[1-9][0-9]{0,2}(?:\.[0-9]{3}){1,6}"
_PART = rf"[0-9]{{1,{_DECIMALS}}}"

NOTATIONS: Final = {
    ".": Notation(".", re.compile(rf"(?:{_WHOLE})(?:\.{_PART})?"), "1234.5"),
    # A dot that groups thousands is what a Vietnamese table writes; with all its groups it can mean nothing else.
    ",": Notation(",", re.compile(rf"(?:{_GROUPED}|{_WHOLE})(?:,{_PART})?"), "1.234,5"),
}
"""By the decimal mark that the one who loads names."""
