"""Builds indicators, targets and results from a short notation, so that test tables read like a plan.

7.850 tỷ đồng @2022            ~31 – 32 nghìn tỷ đồng @2022        giảm ≥5 % @2022
8 – 9 % @2021/2030 hằng năm    76 nghìn tỷ đồng @2016/2020 lũy kế  ≤95 % @../2030
"""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

from tiendo.assessment.board import BoardEntry
from tiendo.assessment.judgement import Assessment, Case, assess
from tiendo.catalogue.model import (
    Catalogue,
    DefinitionBreak,
    Direction,
    Frequency,
    Indicator,
    MeasuredIn,
    Sector,
    Semantics,
    Wording,
)
from tiendo.facts.decisions import Matched
from tiendo.facts.period import Period
from tiendo.facts.quantity import Change, Quantity
from tiendo.facts.records import Observation, Target
from tiendo.reference.units import read_unit

_FIGURE = re.compile(
    r"(?P<change>tăng |giảm |thêm )?(?P<about>~)?(?P<side>[≥≤])?(?P<low>[\d.,]+)(?: – (?P<high>[\d.,]+))? "
    r"(?P<unit>[^@/]+?)(?:/(?P<per>[^@]+?))? @(?P<period>\S+)(?P<marks>.*)"
)
_SECTORS = (
    Sector("economy", Wording("Kinh tế", "Economy")),
    Sector("society", Wording("Xã hội", "Society")),
    Sector("environment", Wording("Môi trường", "Environment")),
)


def indicator(
    semantics: Semantics = Semantics.FLOW,
    direction: Direction = Direction.UP,
    *,
    code: str = "measure",
    name: str = "Chỉ tiêu",
    english: str = "Indicator",
    unit: str = "tỷ đồng",
    sector: str = "economy",
    owner: str = "so-tai-chinh",
    breaks: tuple[int, ...] = (),
    variant_of: str | None = None,
) -> Indicator:
    """An indicator with what assessment looks at."""
    return Indicator(
        id=code,
        names=Wording(name, english),
        measured_in=MeasuredIn(read_unit(unit), unit),
        semantics=semantics,
        direction=direction,
        frequency=Frequency.QUARTERLY,
        sector=sector,
        owner=owner,
        definition=Wording("…", "…"),
        definition_breaks=tuple(DefinitionBreak(year, Wording("đổi cách tính", "moved")) for year in breaks),
        variant_of=variant_of,
    )


def target(notation: str) -> Target:
    """A target in the notation of this module."""
    fields, marks = _fields(notation)
    percent = Decimal(60) if "kế hoạch" in marks else None
    return Target(**fields, plan_percent=percent)


def result(notation: str, *, yoy: str | None = None, plan: str | None = None) -> Observation:
    """A result in the notation of this module; `yoy` and `plan` are the claimed percentages."""
    fields, marks = _fields(notation)
    return Observation(
        **fields,
        estimated="ước" in marks,
        yoy_percent=None if yoy is None else Decimal(yoy),
        plan_percent=None if plan is None else Decimal(plan),
    )


def figure(notation: str) -> Target | Observation:
    """`mục tiêu …` or `kết quả …`: a target or a result."""
    kind, _, rest = notation.partition(": ")
    return target(rest) if kind == "mục tiêu" else result(rest)


def judged(
    measure: Indicator, wanted: str | None, found: str | None, *known: str, on: date = date(2022, 3, 31)
) -> Assessment:
    """The judgement of a result against a target; `known` are further figures of the indicator."""
    return assess(
        Case(
            indicator=measure,
            target=target(wanted) if wanted else None,
            observation=result(found) if found else None,
            on=on,
            known=tuple(figure(one) for one in known),
        )
    )


def entry(measure: Indicator, record: Target | Observation, title: str = "62/NQ-HĐND", *warnings: str) -> BoardEntry:
    """A figure that was matched to the indicator."""
    return BoardEntry(f"{title}.txt", title, record, Matched(measure.id, ("alias",), warnings))


def catalogue(*measures: Indicator) -> Catalogue:
    """A catalogue of these indicators."""
    return Catalogue({one.id: one for one in measures}, _SECTORS)


def _fields(notation: str) -> tuple[dict[str, object], str]:
    match = _FIGURE.fullmatch(notation)
    assert match, notation
    low, high = _number(match["low"]), _number(match["high"] or match["low"])
    changes = {"tăng ": Change.INCREASE, "thêm ": Change.INCREASE, "giảm ": Change.DECREASE}
    quantity = Quantity(
        low=None if match["side"] == "≤" else low,
        high=None if match["side"] == "≥" else high,
        written_unit=match["unit"],
        unit=read_unit(match["unit"]),
        per=match["per"],
        change=changes.get(match["change"] or ""),
        approximate=bool(match["about"]),
    )
    marks = match["marks"]
    fields: dict[str, object] = {
        "start": 100,
        "end": 100 + len(notation),
        "quote": notation,
        "provision": ("Điều 1", "I", "3"),
        "subject": "chỉ tiêu",
        "quantity": quantity,
        "period": Period.parse(match["period"]),
        "annual": "hằng năm" in marks,
        "cumulative": "lũy kế" in marks,
    }
    return fields, marks


def _number(text: str) -> Decimal:
    return Decimal(text.replace(".", "").replace(",", "."))
