"""A number as a document prints it: bounds, unit, denominator, direction."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from tiendo.facts.errors import InvalidFact

_UNIT_CODE = re.compile(r"[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*")


class Change(StrEnum):
    """The direction of a quantity that is itself a change (`tăng 9 - 10%`)."""

    INCREASE = "increase"
    DECREASE = "decrease"


@dataclass(frozen=True, slots=True)
class Unit:
    """What is counted or measured (`measure`, an SDMX-style code) times ten to the `multiplier`.

    `tỷ đồng` is `Unit("VND", 9)`, `%` is `Unit("PT", 0)`, `xã` is `Unit("XA", 0)`.
    """

    measure: str
    multiplier: int = 0

    def __post_init__(self) -> None:
        if not _UNIT_CODE.fullmatch(self.measure):
            raise InvalidFact(
                vi=f"Mã đơn vị {self.measure!r} không hợp lệ: chỉ gồm chữ hoa không dấu, số và dấu gạch dưới.",
                en=f"The unit code {self.measure!r} is not valid: use capitals without marks, digits and underscores.",
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """The bounds of a printed number in its written unit.

    `low` and `high` are positive and equal for a point; `None` is an open side (`trên 50%` has no
    `high`). `of` is the denominator of a written ratio (`261/411 thửa`), `per` the written
    denominator of a rate without its leading 1 (`vạn dân`). `change` is the direction where the
    quantity itself is a change.
    """

    low: Decimal | None
    high: Decimal | None
    written_unit: str
    unit: Unit
    per: str | None = None
    of: Decimal | None = None
    change: Change | None = None
    approximate: bool = False

    def __post_init__(self) -> None:
        if self.low is None and self.high is None:
            raise InvalidFact(
                vi="Một số liệu cần ít nhất một cận.",
                en="A quantity needs at least one bound.",
            )
        if any(value is not None and value < 0 for value in (self.low, self.high, self.of)):
            raise InvalidFact(
                vi="Số trong văn bản không âm; chiều tăng giảm ghi ở `change`.",
                en="Printed numbers are not negative; the direction belongs in `change`.",
            )
        if self.low is not None and self.high is not None and self.low > self.high:
            raise InvalidFact(
                vi=f"Cận dưới {self.low} lớn hơn cận trên {self.high}.",
                en=f"The lower bound {self.low} is above the upper bound {self.high}.",
            )

    @property
    def is_point(self) -> bool:
        """True where the text gives one number."""
        return self.low is not None and self.low == self.high
