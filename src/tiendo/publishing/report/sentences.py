"""What is said of one result: which verb, compared with what, in the order in which an officer writes it.

The patterns are data: one for each way in which a result is told. `tests/spec/test_report_sentences.py` shows each with
the sentence that it makes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from tiendo.assessment.board import Row
from tiendo.assessment.path import whole_of
from tiendo.assessment.semantics import TRAITS, PathKind
from tiendo.assessment.timing import time_of
from tiendo.catalogue.model import Direction, Semantics
from tiendo.facts.period import PeriodKind
from tiendo.facts.quantity import Change
from tiendo.facts.records import Observation, Target
from tiendo.facts.wording import Wording
from tiendo.publishing.report.figures import PERCENT, RowFigures, directed
from tiendo.publishing.report.model import Meaning, Runs
from tiendo.publishing.report.patterns import capital, chain, fill, in_sentence, listed, named

PERCENT_PLACES = 1  # as reports print shares of a plan

# Is it an estimate, does it run up, and may the verb praise: "đạt" is said of what is wanted, "là" of anything.
_VERBS: dict[tuple[bool, bool, bool], Wording] = {
    (False, False, True): Wording("đạt", ""),
    (False, False, False): Wording("là", ""),
    (True, False, True): Wording("ước đạt", "an estimated "),
    (True, False, False): Wording("ước là", "an estimated "),
    (False, True, True): Wording("lũy kế đạt", "a running total of "),
    (False, True, False): Wording("lũy kế là", "a running total of "),
    (True, True, True): Wording("lũy kế ước đạt", "an estimated running total of "),
    (True, True, False): Wording("lũy kế ước là", "an estimated running total of "),
}
_MONEY = Wording("ước thực hiện", "an estimated ")

# A growth: which way it went, and whether it is estimated.
_CHANGES: dict[tuple[Change | None, bool], Wording] = {
    (Change.INCREASE, False): Wording("{name} tăng {value}", "{name}: up {value}"),
    (Change.DECREASE, False): Wording("{name} giảm {value}", "{name}: down {value}"),
    (None, False): Wording("{name} tăng {value}", "{name}: up {value}"),
    (Change.INCREASE, True): Wording("{name} ước tăng {value}", "{name}: up an estimated {value}"),
    (Change.DECREASE, True): Wording("{name} ước giảm {value}", "{name}: down an estimated {value}"),
    (None, True): Wording("{name} ước tăng {value}", "{name}: up an estimated {value}"),
}
# In English without a verb: the names of indicators are singular and plural.
_AMOUNT = Wording("{name} {verb} {value}", "{name}: {verb}{value}")
_AT = Wording("tính đến {day}, {sentence}", "as of {day}, {sentence}")

_OF_PLAN = Wording("{verb} {percent}% {plan}", "{percent}% of the {plan}")
_PLAN = Wording("kế hoạch", "plan")
_YEAR_PLAN = Wording("kế hoạch năm", "plan of the year")
_ESTIMATES = Wording("dự toán", "budget estimate")

_ON_YEAR = {
    Change.INCREASE: Wording("tăng {size} so với cùng kỳ", "up {size} on the same period of the year before"),
    Change.DECREASE: Wording("giảm {size} so với cùng kỳ", "down {size} on the same period of the year before"),
    None: Wording("bằng cùng kỳ năm trước", "as much as in the same period of the year before"),
}
_VERSUS = Wording("so với cùng kỳ", "on the same period of the year before")
_AIM = Wording("mục tiêu {period} là {target}", "against a target of {target} ({period})")
_AIM_MEAN = Wording("mục tiêu bình quân {period} là {target}", "against a yearly target of {target} ({period})")
_DOUBTED = Wording(" (số liệu cần kiểm tra)", " (figure to be checked)")

_OF_GROWTH = re.compile(r"^(?:Tốc độ tăng(?: trưởng)?|Mức tăng) (?=\S)")
_OF_GROWTH_ENGLISH = re.compile(r"^(?:Growth (?:rate )?of|Growth in) (?=\S)", re.IGNORECASE)
_MONEY_MEASURES = ("VND", "USD", "EUR", "CNY", "JPY")
_BUDGET = "budget"  # the sector whose plans are called estimates (dự toán)


@dataclass(frozen=True, slots=True)
class Told:
    """A row with its figures; `growth` is the growth target that the change beside its amount answers."""

    figures: RowFigures
    growth: RowFigures | None = None

    @property
    def row(self) -> Row:
        """The row itself."""
        return self.figures.row


def sentence(told: Told, *, dated: bool = True) -> Runs:
    """What the result of a row was, with its full stop; the row has a result.

    The day that it is of stands before it, unless the sentence before says the same one (`dated` is false).
    """
    clauses = [clause for clause in (_said(told), _of_plan(told), _on_year(told), _aim(told)) if clause]
    doubt = _DOUBTED.sentence(told.figures.language) if told.row.findings else ""
    return capital(chain(_with_day(told, listed(clauses)) if dated else listed(clauses), doubt, "."))


def _said(told: Told) -> Runs:
    figures, record = told.figures, result_of(told.row)
    language = figures.language
    if told.row.indicator.semantics is Semantics.GROWTH:
        pattern = _CHANGES[(record.quantity.change, record.estimated)]
        versus = f" {_VERSUS.sentence(language)}" if record.yoy_percent is not None else ""
        return chain(fill(pattern, language, name=_grown(told), value=figures.result()), versus)
    name, verb = _name(told), _verb(told.row, record).sentence(language)
    says_fall = "giảm" in told.row.indicator.names.vi.lower()
    change = None if says_fall or record.quantity.change is Change.INCREASE else record.quantity.change
    return fill(_AMOUNT, language, name=name, verb=verb, value=directed(figures.result(), change, language))


def _verb(row: Row, record: Observation) -> Wording:
    name = row.indicator.names.vi
    # "đạt chuẩn đạt" stammers, and "thành lập mới đạt" says that it was reached only now.
    praises = row.indicator.direction is Direction.UP and " đạt " not in name and not name.endswith(" mới")
    is_money = record.quantity.unit.measure in _MONEY_MEASURES
    is_flow = TRAITS[row.indicator.semantics].path is PathKind.SHARE
    if record.estimated and not record.cumulative and is_money and is_flow:
        return _MONEY
    return _VERBS[(record.estimated, record.cumulative, praises)]


def _name(told: Told) -> str:
    """What is measured, with its time where that is another one than the report's."""
    language = told.figures.language
    name, period = in_sentence(told.row.indicator.names.sentence(language)), result_of(told.row).period
    if period is None or period == told.figures.period or period.kind is PeriodKind.DAY:
        return name
    return Wording(f"{name} {period.vietnamese()}", f"{name} in {period.english()}").sentence(language)


def _grown(told: Told) -> str:
    """What grows: `Tốc độ tăng thu nội địa` → `thu nội địa`."""
    name = told.row.indicator.names
    if told.figures.language == "vi":
        return in_sentence(_OF_GROWTH.sub("", name.vi))
    return in_sentence(_OF_GROWTH_ENGLISH.sub("", name.en))


def day_of(told: Told) -> date | None:
    """The day that a result is of, `None` for one of a stretch of time."""
    period = result_of(told.row).period
    return period.last_day if period is not None and period.kind is PeriodKind.DAY else None


def _with_day(told: Told, said: Runs) -> Runs:
    day = day_of(told)
    if day is None:
        return said
    shown = Wording(f"ngày {day.day}/{day.month}/{day.year}", day.isoformat()).sentence(told.figures.language)
    return fill(_AT, told.figures.language, day=shown, sentence=said)


def _of_plan(told: Told) -> Runs:
    """The share of the plan: worked out where the plan is on the board, else as the source says."""
    row, figures = told.row, told.figures
    record = result_of(row)
    share = plan_share(row)
    if share is not None:
        percent = figures.computed(share * 100, Meaning.PLAN_PERCENT, PERCENT, PERCENT_PLACES)
        plan = _ESTIMATES if row.indicator.sector == _BUDGET else _YEAR_PLAN
    elif record.plan_percent is not None and not row.from_claim and row.result is not None:
        percent = figures.exact(record.plan_percent, Meaning.PLAN_PERCENT, PERCENT, row.result)
        plan = _ESTIMATES if row.indicator.sector == _BUDGET else _PLAN
    else:
        return ()
    verb = "đạt" if _verb(row, record) is _MONEY else "bằng"  # "ước đạt …, đạt …" says the same word twice
    return fill(_OF_PLAN, figures.language, verb=verb, percent=percent, plan=plan.sentence(figures.language))


def plan_share(row: Row) -> Fraction | None:
    """Which share of the year's plan was reached; `None` where result and target make no such share."""
    compared = row.assessment.comparison
    if compared is None or row.target is None or TRAITS[compared.semantics].path is not PathKind.SHARE:
        return None
    target = row.target.record
    if not isinstance(target, Target) or target.annual:
        return None
    whole = whole_of(target, time_of(result_of(row)).year)
    is_year = whole is not None and whole.kind is PeriodKind.YEAR
    if not is_year or compared.aim.deciding <= 0 or compared.reached.value < 0:
        return None
    return compared.reached.value / compared.aim.deciding


def _on_year(told: Told) -> Runs:
    row, figures, record = told.row, told.figures, result_of(told.row)
    if row.result is None or row.indicator.semantics is Semantics.GROWTH:
        return ()
    if record.yoy_percent is not None:
        change, unit, meaning = record.yoy_percent, PERCENT, Meaning.YEAR_ON_YEAR
        size = chain(figures.exact(change, meaning, unit, row.result), "%")
    elif record.yoy_change is not None:
        change, unit, meaning = record.yoy_change, record.quantity.unit, Meaning.YEAR_ON_YEAR_CHANGE
        size = figures.amount(figures.exact(change, meaning, unit, row.result), record.quantity)
    else:
        return ()
    way = Change.INCREASE if change > 0 else Change.DECREASE if change < 0 else None
    return fill(_ON_YEAR[way], figures.language, size=size)


def _aim(told: Told) -> Runs:
    """The target of a level or growth; an amount says its share of the plan instead."""
    figures = told.growth or told.figures
    row = figures.row
    if row.target is None or (told.growth is None and plan_share(row) is not None):
        return ()
    period = time_of(row.target.record)
    pattern = _AIM_MEAN if row.target.record.annual else _AIM
    return fill(pattern, figures.language, period=named(period, figures.language), target=figures.target())


def result_of(row: Row) -> Observation:
    """The result of a row that has one."""
    if row.result is None or not isinstance(row.result.record, Observation):
        raise AssertionError  # whoever asks has seen that there is one
    return row.result.record
