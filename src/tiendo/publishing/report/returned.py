"""What a report says that comes back after people have worked on it: its stamp, and what became of its figures."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from tiendo.publishing.report.model import Figure
from tiendo.publishing.report.stamp import Sealed


class FieldState(StrEnum):
    """What became of a field between Tiến Độ and now."""

    AS_WRITTEN = "as-written"
    TYPED_OVER = "typed-over"
    EMPTIED = "emptied"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnedField:
    """A field that still stands in the text: the figure that was written into it, and what stands there now.

    `around` is the paragraph that it stands in.
    """

    figure: Figure
    text: str
    around: str

    @property
    def state(self) -> FieldState:
        """Whether it says what was written."""
        if self.text == self.figure.text:
            return FieldState.AS_WRITTEN
        return FieldState.TYPED_OVER if self.text else FieldState.EMPTIED


@dataclass(frozen=True, slots=True)
class LooseNumber:
    """A number that stands in no field and that Tiến Độ did not write there: somebody typed it, and must answer for it.

    `around` is the paragraph that it stands in.
    """

    text: str
    around: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Returned:
    """A report that came back.

    `removed` are the figures that were written and of which no field is left; `loose` the numbers typed by hand.
    A PDF has no fields: its figures are those of the stamp, all others are empty.
    """

    sealed: Sealed
    fields: tuple[ReturnedField, ...] = ()
    removed: tuple[Figure, ...] = ()
    loose: tuple[LooseNumber, ...] = ()
