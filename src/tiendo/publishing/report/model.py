"""A report as it stands before it has a form: blocks of words and figures, each figure bound to the record."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from tiendo.facts.period import Period


class Sort(StrEnum):
    """The sorts of report that can be asked for."""

    QUARTER = "quarter"
    HALF = "half"
    NINE_MONTHS = "nine-months"
    YEAR = "year"
    PRESS = "press"
    AGENCY = "agency"


class Meaning(StrEnum):
    """What a bound figure says of its indicator, or what it counts."""

    RESULT = "result"
    RESULT_UPPER = "result-upper"
    RESULT_OF = "result-of"  # the denominator of a written ratio (`261/411`)
    TARGET = "target"
    TARGET_UPPER = "target-upper"
    PLAN_PERCENT = "plan-percent"
    YEAR_ON_YEAR = "year-on-year"  # in percent
    YEAR_ON_YEAR_CHANGE = "year-on-year-change"  # as an amount
    RATIO = "ratio"  # reached to expected, in percent
    REMAINING = "remaining"
    REMAINING_EACH = "remaining-each"  # per remaining period
    REMAINING_PERIODS = "remaining-periods"
    EXPECTED = "expected"
    COUNT = "count"


@dataclass(frozen=True, slots=True, kw_only=True)
class Binding:
    """What a printed figure stands for: enough to find it again in the record, today or later.

    `key` names the figure for ever, whatever its value (`thu-ngan-sach-dia-ban/2022-Q1/result`); two figures of one
    report with the same key say the same. `value` is exact and in `unit` (a code of units, empty for a bare number),
    `places` the decimal places that it is printed with. `entries` are the entries of the record that it was taken or
    worked out from; `address` is the page that shows it.
    """

    key: str
    meaning: Meaning
    indicator: str | None
    period: str
    value: Decimal
    unit: str
    places: int
    entries: tuple[int, ...]
    address: str


@dataclass(frozen=True, slots=True)
class Words:
    """Words without a bound figure."""

    text: str
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class Figure:
    """A printed figure: `text` is the number alone (`2.202,4`), its unit follows as words."""

    text: str
    binding: Binding
    bold: bool = False


Run = Words | Figure
Runs = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading with its label: level 1 `I.`, level 2 `1.`, level 3 `a)`."""

    level: int
    label: str
    text: str


class Manner(StrEnum):
    """How a paragraph is set."""

    BODY = "body"
    DASH = "dash"
    GROUND = "ground"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; a `DASH` one is an entry of a list, a `GROUND` one a legal basis, a `NOTE` small print."""

    runs: Runs
    manner: Manner = Manner.BODY


@dataclass(frozen=True, slots=True, kw_only=True)
class RulerCell:
    """The ruler of an indicator in a table: shares of the way to the target, 0 to 1, `None` where unknown."""

    reached: float | None
    expected: float | None
    band: tuple[float, float] | None
    status: str
    says: str


Cell = Runs | RulerCell


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table; `share` is its part of the width, numbers stand at the right."""

    title: str
    share: float
    is_number: bool = False


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row of a table; a `group` row names the rows that follow and spans them all with its first cell."""

    cells: tuple[Cell, ...]
    group: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its caption; heads are repeated on each page."""

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[TableRow, ...]


Block = Heading | Paragraph | Table


@dataclass(frozen=True, slots=True)
class Annex:
    """An annex with its own page numbers."""

    label: str
    title: str
    blocks: tuple[Block, ...]
    landscape: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Letterhead:
    """The head of an administrative document; empty words leave a part out, an empty number leaves room for it.

    `place_and_date` is composed by the decree's rule. `type_name` (`BÁO CÁO`) and `subject` are the title.
    """

    parent: str
    issuer: str
    number: str
    symbol: str
    place_and_date: str
    type_name: str
    subject: str
    addressee: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """Who signs: `authority` (`TM. ỦY BAN NHÂN DÂN`), `role` (`CHỦ TỊCH`), and the name, empty where it is not set."""

    authority: str
    role: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """What a report was made from: the state of the record, for which period, by whom and when."""

    seal: str
    horizon: int
    as_of: datetime
    period: Period
    sort: Sort
    territory: str | None
    agency: str | None
    day: date
    by: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A whole report. `grounds` are its legal bases; `language` is that of its words."""

    letterhead: Letterhead
    grounds: tuple[Paragraph, ...]
    blocks: tuple[Block, ...]
    annexes: tuple[Annex, ...]
    recipients: tuple[str, ...]
    signature: Signature
    stamp: Stamp
    language: str
