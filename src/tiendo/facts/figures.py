"""A printed number at its place, and the numbers beside it that compare it with a plan or the year before."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from tiendo.facts.quantity import Quantity


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A number of the text with its place: `quote` is what stands from `start` to `end`, number and unit.

    `is_plan` is true where somebody plans the value; a whole number is then meant exactly.
    """

    start: int
    end: int
    quote: str
    quantity: Quantity
    is_plan: bool = False


class ComparedWith(StrEnum):
    """What a number beside a figure compares the figure with."""

    PLAN = "plan"
    YEAR_BEFORE = "year-before"


class ComparisonForm(StrEnum):
    """How a comparison is written."""

    INDEX = "index"  # "bằng 91,1% cùng kỳ", "đạt 28,1% dự toán"
    CHANGE = "change"  # "giảm 8,9% so với cùng kỳ", "vượt 2,5% kế hoạch"
    MULTIPLE = "multiple"  # "gấp 2 lần cùng kỳ"
    AMOUNT = "amount"  # "giảm 07 doanh nghiệp so với cùng kỳ"


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """A number that the text prints beside a figure to compare it: `đạt 28,1% dự toán HĐND tỉnh giao`.

    The direction of a change stands in the quantity of `figure`. `basis` is what the text names as the
    other side, as written (`dự toán HĐND tỉnh giao`, `cùng kỳ`), empty where a list leaves it out.
    """

    figure: Figure
    compared_with: ComparedWith
    form: ComparisonForm
    basis: str = ""
