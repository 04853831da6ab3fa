"""Codelists that no standard has: result or target and its bounds, what a value says of its time, its direction."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from tiendo.facts.wording import Wording
from tiendo.publishing.sdmx.model import Item, ItemList, Kind, Reference

AGENCY = "TIENDO"


class Measure(StrEnum):
    """What an observation is; a range is two of them, a floor or a ceiling is one."""

    RESULT = "RESULT"
    RESULT_MIN = "RESULT_MIN"
    RESULT_MAX = "RESULT_MAX"
    TARGET = "TARGET"
    TARGET_MIN = "TARGET_MIN"
    TARGET_MAX = "TARGET_MAX"


class Basis(StrEnum):
    """What a value says of its time: a quarter's value and a running total are different measures."""

    PERIOD = "PERIOD"
    CUMULATIVE = "CUMULATIVE"
    EACH_YEAR = "EACH_YEAR"


class Horizon(StrEnum):
    """Whether a value is of its period, or to be reached by the end of it."""

    OF_PERIOD = "OF_PERIOD"
    BY_END = "BY_END"


class Written(StrEnum):
    """How the text says a value that is itself a change."""

    INCREASE = "I"
    DECREASE = "D"


_MEASURES = {
    Measure.RESULT: Wording("Kết quả thực hiện", "Result"),
    Measure.RESULT_MIN: Wording("Kết quả: cận dưới", "Result: lower bound"),
    Measure.RESULT_MAX: Wording("Kết quả: cận trên", "Result: upper bound"),
    Measure.TARGET: Wording("Chỉ tiêu phải đạt", "Target"),
    Measure.TARGET_MIN: Wording("Chỉ tiêu: cận dưới, mức tối thiểu", "Target: lower bound, floor"),
    Measure.TARGET_MAX: Wording("Chỉ tiêu: cận trên, mức tối đa", "Target: upper bound, ceiling"),
}
_BASES = {
    Basis.PERIOD: Wording("Của kỳ, hoặc tại thời điểm", "Of the period, or at the moment"),
    Basis.CUMULATIVE: Wording("Lũy kế từ khi bắt đầu", "Running total since a start"),
    Basis.EACH_YEAR: Wording("Cho mỗi năm của giai đoạn", "For each year of the period"),
}
_HORIZONS = {
    Horizon.OF_PERIOD: Wording("Của kỳ", "Of the period"),
    Horizon.BY_END: Wording("Đạt được chậm nhất vào cuối kỳ", "To be reached by the end of the period"),
}
_WRITTEN = {
    Written.INCREASE: Wording("Viết là tăng", "Written as an increase"),
    Written.DECREASE: Wording("Viết là giảm", "Written as a decrease"),
}


def _list(id_: str, names: Wording, codes: Mapping[Any, Wording]) -> ItemList:
    items = tuple(Item(id=code.value, names=words) for code, words in codes.items())
    return ItemList(reference=Reference(Kind.CODELIST, AGENCY, id_), names=names, items=items)


MEASURES = _list("CL_MEASURE", Wording("Loại số liệu", "Kind of value"), _MEASURES)
BASES = _list("CL_BASIS", Wording("Cách tính theo thời gian", "Basis in time"), _BASES)
HORIZONS = _list("CL_HORIZON", Wording("Thời hạn", "Horizon"), _HORIZONS)
WRITTEN = _list("CL_CHANGE", Wording("Chiều tăng giảm", "Direction of change"), _WRITTEN)

OWN_CODELISTS = (MEASURES, BASES, HORIZONS, WRITTEN)
