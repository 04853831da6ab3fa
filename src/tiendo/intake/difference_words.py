"""How a reviewer is told what became of a fact, in Vietnamese and English."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from tiendo.facts.figures import Comparison
from tiendo.facts.period import Period
from tiendo.facts.printing import bounds, number, signed, unit_of, with_unit
from tiendo.facts.quantity import Change, Quantity
from tiendo.facts.records import Citation, Fact, Measurement
from tiendo.facts.wording import Wording
from tiendo.intake.fact_contents import contents

_LONGEST_HEAD = 90  # characters; a task may be a paragraph, and one line has to tell which one it is
_ARROW = " → "
_NOT_STATED = Wording("không nêu", "not stated")
_YES, _NO = Wording("có", "yes"), Wording("không", "no")

_LABELS: Mapping[str, Wording] = {
    "subject": Wording("tên", "name"),
    "within": Wording("thuộc", "within"),
    "quantity": Wording("giá trị", "value"),
    "period": Wording("thời gian", "period"),
    "annual": Wording("bình quân hằng năm", "yearly average"),
    "cumulative": Wording("lũy kế", "cumulative"),
    "estimated": Wording("số ước", "estimate"),
    "plan_percent": Wording("so với kế hoạch", "of the plan"),
    "yoy_percent": Wording("so với cùng kỳ", "on the year before"),
    "yoy_change": Wording("tăng giảm so với cùng kỳ", "change on the year before"),
    "comparisons": Wording("so sánh", "comparison"),
    "quote": Wording("nội dung", "words"),
    "lead": Wording("chủ trì", "lead"),
    "coordinators": Wording("phối hợp", "coordinators"),
    "deadline": Wording("thời hạn", "deadline"),
    "number": Wording("số", "number"),
    "type": Wording("loại văn bản", "type"),
    "date": Wording("ngày", "date"),
    "issuer": Wording("cơ quan ban hành", "issuer"),
}
# The same numbers as the comparisons that they are taken from.
_TOLD_BY_COMPARISONS = {"plan_percent", "yoy_percent", "yoy_change"}


@dataclass(frozen=True, slots=True)
class ChangedField:
    """A field of a record with what it said `before` and says `after`, as people write it."""

    name: str
    before: Wording
    after: Wording


def changed_fields(old: Fact, new: Fact) -> tuple[ChangedField, ...]:
    """The fields in which two records of one kind differ, in the order of the vocabulary."""
    before, after = contents(old), contents(new)
    found = [
        ChangedField(name, _text(name, getattr(old, name)), _text(name, getattr(new, name)))
        for name in after
        if before[name] != after[name]
    ]
    if _TOLD_BY_COMPARISONS & {one.name for one in found}:
        found = [one for one in found if one.name != "comparisons"]
    return tuple(found)


def sentence_changed(old: Fact, new: Fact, fields: tuple[ChangedField, ...]) -> Wording:
    """`Thu ngân sách quý I năm 2022: 2.202,4 → 2.302,4 tỷ đồng`, further fields behind it."""

    def said(language: str) -> str:
        parts = [_part(one, old, new, language) for one in fields]
        return f"{_head(old, language)}: {'; '.join(parts)}"

    return _both(said)


def sentence_added(fact: Fact) -> Wording:
    """What a fact says that was not there before."""
    return _both(lambda language: Wording("Mới: ", "Added: ").sentence(language) + _whole(fact, language))


def sentence_removed(fact: Fact) -> Wording:
    """What a fact said that is there no more."""
    return _both(lambda language: Wording("Không còn: ", "Removed: ").sentence(language) + _whole(fact, language))


def sentence_same(fact: Fact) -> Wording:
    """What a fact says as before."""
    return _both(lambda language: Wording("Giữ nguyên: ", "Unchanged: ").sentence(language) + _whole(fact, language))


def _both(said: Callable[[str], str]) -> Wording:
    return Wording(said("vi"), said("en"))


def _part(field: ChangedField, old: Fact, new: Fact, language: str) -> str:
    before, after = field.before.sentence(language), field.after.sentence(language)
    if field.name == "quantity" and isinstance(old, Measurement) and isinstance(new, Measurement):
        units = unit_of(old.quantity, language), unit_of(new.quantity, language)
        if units[0] == units[1]:  # said once: `2.202,4 → 2.302,4 tỷ đồng`
            before = before.removesuffix(units[0]).rstrip()
        return before + _ARROW + after
    if field.name == "quote":
        before, after = _where_they_part(before, after)
    return f"{_LABELS[field.name].sentence(language)} {_cut(before)}{_ARROW}{_cut(after)}"


def _where_they_part(one: str, other: str) -> tuple[str, str]:
    """Two texts from their first difference on, with a word before it."""
    left, right = one.split(), other.split()
    alike = next((at for at, pair in enumerate(zip(left, right, strict=False)) if pair[0] != pair[1]), None)
    start = max(0, (min(len(left), len(right)) if alike is None else alike) - 1)
    dots = "… " if start else ""
    return dots + " ".join(left[start:]), dots + " ".join(right[start:])


def _whole(fact: Fact, language: str) -> str:
    if isinstance(fact, Measurement):
        return f"{_head(fact, language)}: {_quantity(fact.quantity, language)}"
    return _head(fact, language)


def _head(fact: Fact, language: str) -> str:
    """Which fact it is, in a few words."""
    match fact:
        case Measurement():
            period = "" if fact.period is None else " " + _period(fact.period, language)
            return _cut(fact.subject) + period
        case Citation(number=str(said)):
            return f"{fact.type} {said}"
    return _cut(fact.quote)


def _cut(text: str) -> str:
    squeezed = " ".join(text.split())
    return squeezed if len(squeezed) <= _LONGEST_HEAD else squeezed[: _LONGEST_HEAD - 1].rstrip() + "…"


def _text(name: str, value: Any) -> Wording:
    return _both(lambda language: _said(name, value, language))


def _said(name: str, value: Any, language: str) -> str:
    """A field's value as people write it."""
    match value:
        case None | () | "":
            return _NOT_STATED.sentence(language)
        case bool():
            return (_YES if value else _NO).sentence(language)
        case Quantity():
            return _quantity(value, language)
        case Period():
            return _period(value, language)
        case date():
            return f"{value.day}/{value.month}/{value.year}" if language == "vi" else value.isoformat()
        case Decimal():
            return number(value, language) + "%" if name == "plan_percent" else _signed(name, value, language)
        case tuple():
            return ", ".join(_said(name, one, language) for one in value)
        case Comparison():
            return f"{value.figure.quote} {value.basis}".strip()
    return " ".join(str(value).split())


def _quantity(quantity: Quantity, language: str) -> str:
    of = "" if quantity.of is None else "/" + number(quantity.of, language)
    rise = Wording("tăng ", "up ").sentence(language) if quantity.change is Change.INCREASE else ""
    return rise + with_unit(bounds(quantity, language) + of, unit_of(quantity, language))


def _period(period: Period, language: str) -> str:
    return period.vietnamese(as_of=False) if language == "vi" else period.english(as_of=False)


def _signed(name: str, value: Decimal, language: str) -> str:
    return signed(value, language) + ("%" if name == "yoy_percent" else "")
