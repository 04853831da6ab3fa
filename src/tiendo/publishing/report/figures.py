"""Bound figures of one row of the board: what is printed, and what it stands for in the record."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from tiendo.assessment.board import BoardEntry, Row
from tiendo.facts.period import Period
from tiendo.facts.printing import number, rounded, unit_of
from tiendo.facts.quantity import Change, Quantity, Unit
from tiendo.facts.wording import Wording
from tiendo.publishing.report.model import Binding, Figure, Meaning, Runs, Words
from tiendo.publishing.report.patterns import Filling, fill

PERCENT = Unit("PT")

_AMOUNT = Wording("{low}{unit}", "{low}{unit}")
_ABOUT = Wording("khoảng {low}{unit}", "about {low}{unit}")
_RANGE = Wording("{low} - {high}{unit}", "{low} - {high}{unit}")
_AT_LEAST = Wording("từ {low}{unit} trở lên", "{low}{unit} or more")
_AT_MOST = Wording("không quá {high}{unit}", "not more than {high}{unit}")
_OF = Wording("{low}/{of}{unit}", "{low}/{of}{unit}")
_FALL = Wording("giảm {value}", "down {value}")
_RISE = Wording("tăng {value}", "up {value}")


def unit_code(unit: Unit) -> str:
    """How a binding names a unit: `VND:9` are milliards of đồng, `PT` percent."""
    return f"{unit.measure}:{unit.multiplier}" if unit.multiplier else unit.measure


@dataclass(frozen=True, slots=True)
class RowFigures:
    """Makes the figures of one row; keys are those of the board's period, so that a later report has the same."""

    row: Row
    period: Period
    address: str
    language: str

    def result(self) -> Runs:
        """The result with its unit: `2.202,4 tỷ đồng`, `261/411 thửa`."""
        entry = self._result
        return self.quantity(entry, entry.record.quantity, Meaning.RESULT, Meaning.RESULT_UPPER)

    def target(self) -> Runs:
        """The target with its unit and, where it is a change, its direction: `tăng 9 - 10%`."""
        entry = self._target
        quantity = entry.record.quantity
        value = self.quantity(entry, quantity, Meaning.TARGET, Meaning.TARGET_UPPER)
        return directed(value, quantity.change, self.language)

    def quantity(
        self, entry: BoardEntry, quantity: Quantity, lower: Meaning, upper: Meaning, *, bare: bool = False
    ) -> Runs:
        """A printed value with its unit (`bare`: without), without the direction of a change."""
        places: dict[str, Filling] = {"unit": "" if bare else unit_words(quantity, self.language)}
        for place, bound, meaning in (("low", quantity.low, lower), ("high", quantity.high, upper)):
            if bound is not None:
                places[place] = self.exact(bound, meaning, quantity.unit, entry)
        if quantity.of is not None:
            places["of"] = self.exact(quantity.of, Meaning.RESULT_OF, quantity.unit, entry)
        return fill(_form_of(quantity), self.language, **places)

    def amount(self, figure: Figure, quantity: Quantity) -> Runs:
        """A figure with the unit of a quantity."""
        return fill(_AMOUNT, self.language, low=figure, unit=unit_words(quantity, self.language))

    def exact(self, value: Decimal, meaning: Meaning, unit: Unit, *entries: BoardEntry) -> Figure:
        """A number of the record with all its digits; a negative one is printed without its sign."""
        exponent = value.as_tuple().exponent
        places = max(-exponent, 0) if isinstance(exponent, int) else 0
        return Figure(number(abs(value), self.language), self._binding(meaning, value, unit, places, entries))

    def computed(self, value: Fraction, meaning: Meaning, unit: Unit, places: int) -> Figure:
        """A number that was worked out of result and target, rounded half up; it is bound as it is printed."""
        entries = tuple(one for one in (self.row.result, self.row.target) if one is not None)
        shown = rounded(value, places)
        exponent = shown.as_tuple().exponent
        printed_places = max(-exponent, 0) if isinstance(exponent, int) else 0
        shown = shown.quantize(Decimal(1).scaleb(-printed_places))
        return Figure(number(abs(shown), self.language), self._binding(meaning, shown, unit, printed_places, entries))

    @property
    def _result(self) -> BoardEntry:
        if self.row.result is None:  # whoever asks for the value has seen that there is one
            raise AssertionError
        return self.row.result

    @property
    def _target(self) -> BoardEntry:
        if self.row.target is None:  # as above
            raise AssertionError
        return self.row.target

    def _binding(
        self, meaning: Meaning, value: Decimal, unit: Unit, places: int, entries: tuple[BoardEntry, ...]
    ) -> Binding:
        indicator = self.row.indicator.id
        period = entries[0].record.period if entries else None
        return Binding(
            key=f"{indicator}/{self.period}/{meaning.value}",
            meaning=meaning,
            indicator=indicator,
            period=str(period or self.period),
            value=value,
            unit=unit_code(unit),
            places=places,
            entries=tuple(dict.fromkeys(one.entry for one in entries if one.entry is not None)),
            address=self.address,
        )


def unit_words(quantity: Quantity, language: str) -> str:
    """The unit as it follows its number, with the space between them: ` tỷ đồng`, `%`."""
    unit = unit_of(quantity, language)
    return unit if unit == "%" else f" {unit}"


def directed(value: Runs, change: Change | None, language: str) -> Runs:
    """A value with the direction of its change: `tăng 9 - 10%`."""
    if change is None:
        return value
    return fill(_FALL if change is Change.DECREASE else _RISE, language, value=value)


def _form_of(quantity: Quantity) -> Wording:
    if quantity.of is not None:
        return _OF
    if quantity.low is None:
        return _AT_MOST
    if quantity.high is None:
        return _AT_LEAST
    if quantity.low != quantity.high:
        return _RANGE
    return _ABOUT if quantity.approximate else _AMOUNT


def counted(count: int, key: str, period: Period, language: str, address: str, *, bold: bool = False) -> Figure:
    """A number of things that the record holds: tasks, indicators, findings."""
    binding = Binding(
        key=f"{key}/{period}/{Meaning.COUNT.value}",
        meaning=Meaning.COUNT,
        indicator=None,
        period=str(period),
        value=Decimal(count),
        unit="",
        places=0,
        entries=(),
        address=address,
    )
    return Figure(number(Decimal(count), language), binding, bold)


def plain(text: str, *, bold: bool = False, italic: bool = False) -> Runs:
    """Words alone."""
    return (Words(text, bold, italic),)
