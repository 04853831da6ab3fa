"""Links fact records to the catalogue and the list of territories, as the scoreboard needs it."""

from __future__ import annotations

import re
from datetime import date

from tiendo.catalogue import Catalogue, load_catalogue
from tiendo.documents.model import Document
from tiendo.facts.decisions import Decision, Unknown
from tiendo.facts.records import Measurement
from tiendo.matching.indicators import match_indicator
from tiendo.matching.surroundings import surroundings
from tiendo.reference.territories import find_territory

_PERCENT = "PT"
_CAPITALISED = r"[^\W\d_a-zà-ỹđ]\w*"  # a word that begins with a capital, marked or not
_TERRITORY = re.compile(
    rf"\b(?:tỉnh|thành phố|huyện|thị xã|xã|phường|thị trấn) {_CAPITALISED}(?: {_CAPITALISED})*", re.UNICODE
)


def match_record(
    record: Measurement,
    document: Document | None = None,
    *,
    catalogue: Catalogue | None = None,
    suggest: bool = False,
) -> Decision:
    """The indicator that a target or observation speaks of.

    Give the `document` whenever it is at hand: a short subject (`doanh thu`, `số vốn đăng ký`) and the
    words `công nhận mới` can only be read from what stands around it. The default catalogue is the product's.
    """
    quantity = record.quantity
    return match_indicator(
        record.subject,
        catalogue=catalogue or load_catalogue(),
        unit=quantity.unit,
        change=quantity.change,
        per=quantity.per,
        within=record.within,
        context=surroundings(record, document) if document else (),
        annual=record.annual,
        of_plan=is_percent_of_plan(record),
        suggest=suggest,
    )


def is_percent_of_plan(record: Measurement) -> bool:
    """True where the quantity is itself the share of a plan that was reached (`đạt trên 60% kế hoạch`)."""
    quantity = record.quantity
    stated = quantity.low if quantity.low is not None else quantity.high
    return quantity.unit.measure == _PERCENT and record.plan_percent is not None and stated == record.plan_percent


def match_territory(record: Measurement, on: date, *, within: str | None = None) -> Decision | None:
    """The place that subject or enclosing phrase names (`Thu nội địa huyện Hữu Lũng`), on that day.

    `None` where neither names one: the figure is that of the document's own territory. `within` is the
    name or code of the document's province.
    """
    named = _TERRITORY.findall(f"{record.subject}; {record.within or ''}")
    if not named:
        return None
    decisions = [find_territory(name, on, within) for name in named]
    return next((one for one in decisions if not isinstance(one, Unknown)), decisions[0])
