"""Linked facts as a table for the terminal, one line a fact."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal

from tiendo.cli.messages import Messages
from tiendo.cli.terminal import cut, printable, terminal_width
from tiendo.facts.contract import KINDS, kind_of
from tiendo.facts.period import Period
from tiendo.facts.quantity import Change, Quantity
from tiendo.facts.records import Citation, Fact, Measurement, Observation, Task
from tiendo.intake.reading import Linked

# Widths of the columns besides the content, which takes what the terminal leaves.
_PLACE, _KIND, _VALUE, _COMPARED, _PERIOD = 8, 10, 24, 18, 22
_GAP = "  "
_NARROWEST_CONTENT = 24


def render(facts: Sequence[Linked], document: str, say: Messages, *, first: bool) -> str:
    """The facts of one document below its name and their counts; `first` is false below another table."""
    counts = Counter(kind_of(fact.record) for fact in facts)
    totals = say("totals", **{f"{kind}s": counts[kind] for kind in KINDS})
    head = ("" if first else "\n") + f"{printable(document)} · {totals}\n"
    if not facts:
        return head + f"{_GAP}{say('nothing-found')}\n"
    width = terminal_width()
    headings = tuple(say(f"column-{name}") for name in ("place", "kind", "content", "value", "compared", "period"))
    rows = [headings, *(_row(fact.record, say) for fact in facts)]
    return head + "".join(_line(row, width) for row in rows)


def _line(row: Sequence[str], width: int) -> str:
    place, kind, content, value, compared, period = row
    fixed = _PLACE + _KIND + _VALUE + _COMPARED + _PERIOD + 5 * len(_GAP)
    room = max(_NARROWEST_CONTENT, width - fixed)
    cells = (
        f"{place:>{_PLACE}}",
        f"{kind:<{_KIND}}",
        f"{cut(content, room):<{room}}",
        f"{cut(value, _VALUE):>{_VALUE}}",
        f"{cut(compared, _COMPARED):<{_COMPARED}}",
        cut(period, _PERIOD),
    )
    return _GAP.join(cells).rstrip() + "\n"


def _row(record: Fact, say: Messages) -> tuple[str, ...]:
    content, value, compared, period = _cells(record, say)
    return (str(record.start), say(f"kind-{kind_of(record)}"), printable(content), printable(value), compared, period)


def _cells(record: Fact, say: Messages) -> tuple[str, str, str, str]:
    match record:
        case Measurement():
            content = f"{record.within} › {record.subject}" if record.within else record.subject
            return content, _value(record, say), _comparisons(record, say), _when(record.period, say)
        case Task():
            return record.quote, ", ".join(record.lead), "", _when(record.deadline, say)
        case Citation():
            day = f"{record.date.day}/{record.date.month}/{record.date.year}" if record.date else ""
            return f"{record.type} {record.number or ''}", record.issuer or "", "", day
        case _:
            return record.quote, "", "", ""


def _value(record: Measurement, say: Messages) -> str:
    estimated = isinstance(record, Observation) and record.estimated
    quantity = record.quantity
    per = f"/{quantity.per}" if quantity.per else ""
    marks = [say("estimated")] if estimated else []
    return " ".join([*marks, *_direction(quantity, say), record.quote + per])


def _direction(quantity: Quantity, say: Messages) -> list[str]:
    signs = []
    if quantity.change is not None:
        signs.append(say("increase" if quantity.change is Change.INCREASE else "decrease"))
    if quantity.low is None or quantity.high is None:
        signs.append("≤" if quantity.low is None else "≥")
    if quantity.approximate:
        signs.append("≈")
    return signs


def _comparisons(record: Measurement, say: Messages) -> str:
    parts = []
    if record.plan_percent is not None:
        parts.append(say("of-plan", percent=_percent(record.plan_percent)))
    if record.yoy_percent is not None:
        sign = "+" if record.yoy_percent > 0 else ""
        parts.append(say("on-year", percent=sign + _percent(record.yoy_percent)))
    return ", ".join(parts)


def _percent(value: Decimal) -> str:
    return f"{value.normalize():f}".replace(".", ",").replace("-", "−") + "%"


def _when(period: Period | None, say: Messages) -> str:
    if period is None:
        return ""
    return period.vietnamese() if say.language == "vi" else period.english()
