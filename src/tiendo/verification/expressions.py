"""Formulas over printed numbers: they know their value as an interval, their numbers, and how they read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from tiendo.facts.intervals import Interval
from tiendo.verification.numbers import Key, Number

_HUNDRED = 100
Edits = Mapping[Key, Interval]
"""Printed numbers that are taken to stand for something else: what a suggestion tries out."""

NO_EDITS: Edits = {}


class Expression:
    """A formula. `value` evaluates it, `numbers` lists its terms, `formula` writes it down."""

    __slots__ = ()

    def value(self, edits: Edits = NO_EDITS) -> Interval:
        """The interval of all results."""
        raise NotImplementedError

    def numbers(self) -> Iterator[Number]:
        """The printed numbers in it, in the order in which they are written."""
        raise NotImplementedError

    def formula(self) -> str:
        """How it reads, with the numbers as printed."""
        raise NotImplementedError

    def term(self) -> str:
        """How it reads inside another formula."""
        return f"({self.formula()})"


@dataclass(frozen=True, slots=True)
class Term(Expression):
    """One printed number; `added` is put on top (100 for a change that is read as an index).

    `label` is what a formula shows in place of the quote: a counted list is no number of the text.
    """

    number: Number
    added: int = 0
    label: str = ""

    def value(self, edits: Edits = NO_EDITS) -> Interval:
        """What the number stands for."""
        interval = edits.get(self.number.key, self.number.interval) if edits else self.number.interval
        return interval + Interval.exactly(self.added) if self.added else interval

    def numbers(self) -> Iterator[Number]:
        """The number."""
        yield self.number

    def formula(self) -> str:
        """The number as printed, with the sign of a decrease."""
        sign = "−" if self.number.interval.high is not None and self.number.interval.high < 0 else ""
        if not self.added:
            return self.label or sign + self.number.text
        return f"{self.added}% {sign or '+'} {self.number.text}"

    def term(self) -> str:
        """A plain number needs no brackets."""
        return f"({self.formula()})" if self.added else self.formula()


@dataclass(frozen=True, slots=True)
class Constant(Expression):
    """A number that no document prints."""

    amount: Fraction
    written: str

    def value(self, edits: Edits = NO_EDITS) -> Interval:  # noqa: ARG002 - no printed number, nothing to edit
        """Exactly the amount."""
        return Interval.exactly(self.amount)

    def numbers(self) -> Iterator[Number]:
        """None."""
        return iter(())

    def formula(self) -> str:
        """As written."""
        return self.written

    def term(self) -> str:
        """As written."""
        return self.written


@dataclass(frozen=True, slots=True)
class Sum(Expression):
    """All parts together."""

    parts: tuple[Expression, ...]

    def value(self, edits: Edits = NO_EDITS) -> Interval:
        """The sum of the intervals."""
        return Interval.total(part.value(edits) for part in self.parts)

    def numbers(self) -> Iterator[Number]:
        """Those of all parts."""
        for part in self.parts:
            yield from part.numbers()

    def formula(self) -> str:
        """Joined by plus signs."""
        return " + ".join(part.term() if not isinstance(part, Over) else part.formula() for part in self.parts)


@dataclass(frozen=True, slots=True)
class Minus(Expression):
    """One less another."""

    first: Expression
    second: Expression

    def value(self, edits: Edits = NO_EDITS) -> Interval:
        """The difference of the intervals."""
        return self.first.value(edits) - self.second.value(edits)

    def numbers(self) -> Iterator[Number]:
        """Those of both."""
        yield from self.first.numbers()
        yield from self.second.numbers()

    def formula(self) -> str:
        """With a minus sign."""
        second = self.second.term()
        return f"{self.first.term()} − {f'({second})' if second.startswith('−') else second}"


@dataclass(frozen=True, slots=True)
class Over(Expression):
    """One divided by another, times `factor` (100 for a percentage)."""

    first: Expression
    second: Expression
    factor: int = 1

    def value(self, edits: Edits = NO_EDITS) -> Interval:
        """The quotient of the intervals."""
        quotient = self.first.value(edits) / self.second.value(edits)
        return quotient.scaled(Fraction(self.factor)) if self.factor != 1 else quotient

    def numbers(self) -> Iterator[Number]:
        """Those of both."""
        yield from self.first.numbers()
        yield from self.second.numbers()

    def formula(self) -> str:
        """With a division sign."""
        times = (
            ""
            if self.factor == 1
            else " × 100%"
            if self.factor == _HUNDRED
            else f" × {self.factor:,}".replace(",", ".")
        )
        return f"{self.first.term()} / {self.second.term()}{times}"


@dataclass(frozen=True, slots=True)
class Between(Expression):
    """Anything from the smallest to the largest of its parts: where a weighted mean has to lie."""

    parts: tuple[Expression, ...]

    def value(self, edits: Edits = NO_EDITS) -> Interval:
        """The hull of the intervals."""
        return Interval.hull(part.value(edits) for part in self.parts)

    def numbers(self) -> Iterator[Number]:
        """Those of all parts."""
        for part in self.parts:
            yield from part.numbers()

    def formula(self) -> str:
        """From … to …, as the parts are printed."""
        return "[" + " … ".join(part.formula() for part in self.parts) + "]"


def percent_of(part: Expression, whole: Expression) -> Expression:
    """How many percent one is of another."""
    return Over(part, whole, 100)


def before_change(value: Expression, percent: Expression) -> Expression:
    """The value before it changed by so many percent; `percent` is an index (100 is no change)."""
    return Over(value, percent, 100)
