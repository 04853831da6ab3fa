"""Prepares a comparison: which path a target has for this result, and what would be an unfair verdict."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from tiendo.assessment.aim import Aim, Demand, Reached, aim_of, reached_of
from tiendo.assessment.path import (
    Path,
    Waypoint,
    covered_share,
    is_yearly_mean,
    line_path,
    months_between,
    months_of,
    no_path,
    past_shares,
    rate_path,
    share_path,
    whole_of,
)
from tiendo.assessment.progress import Requirement, still_needed, still_required_rate
from tiendo.assessment.rules import Outcome, Rule
from tiendo.assessment.semantics import TRAITS, PathKind, effective_semantics, refusal
from tiendo.assessment.timing import time_of
from tiendo.catalogue.model import Indicator, Semantics
from tiendo.facts.intervals import Interval
from tiendo.facts.period import Period
from tiendo.facts.records import Measurement, Observation, Target
from tiendo.facts.wording import Wording
from tiendo.reference.rounding import is_count

JUST_BEGUN_BEFORE = Fraction(1, 10)  # a tenth of a year is five weeks: less than one reporting delay

LEAST_STOCK = Fraction(1, 2)  # a "stock" under half of the one before it is the part added, told without "thêm"

FAIR_JUDGEMENT = Rule(
    "fair-judgement",
    Wording(
        "Quá sớm để kết luận là chậm: bình quân nhiều năm khi mới có một năm, phần tăng thêm khi chưa hết năm, "
        "việc duy nhất khi chưa đến hạn, số của một quý so với tốc độ bình quân nhiều năm, "
        "số phát sinh khi mới qua chưa tới một phần mười thời gian.",
        "Too early to call it behind: a mean of several years after one of them, additions before the year's end, "
        "a single thing before its deadline, a quarter against a mean rate of several years, "
        "a flow with less than a tenth of the time gone.",
    ),
)


@dataclass(frozen=True, slots=True)
class Comparison:
    """A target and a result made comparable, in the unit of the result.

    `may_be_reached` is false while even a good value is no final success. `caution` is why a bad
    value is no verdict yet; `None` where it is one.
    """

    semantics: Semantics
    aim: Aim
    reached: Reached
    path: Path
    may_be_reached: bool
    caution: Outcome | None = None
    needed: Requirement | None = None


def compare(
    indicator: Indicator, target: Target, observation: Observation, known: Iterable[Measurement]
) -> Comparison | Outcome:
    """The comparison of a result with a target, or why there is none.

    `known` are other targets and results of the same indicator; they give the path its waypoints
    and its past years.
    """
    refused = refusal(indicator, target, observation)
    if refused is not None:
        return refused
    unit = observation.quantity.unit
    aim = aim_of(target.quantity, indicator, unit)
    reached = reached_of(observation.quantity, indicator, unit, aim.along)
    semantics = effective_semantics(indicator, target.quantity)
    facts = _Facts(indicator, semantics, target, observation, tuple(known), aim, reached)
    match TRAITS[semantics].path:
        case PathKind.SHARE:
            return _amount(facts)
        case PathKind.LINE:
            return _level(facts)
        case PathKind.RATE:
            return _rate(facts)
        case PathKind.NONE:
            return _only_at_the_end(facts)


@dataclass(frozen=True, slots=True)
class _Facts:
    indicator: Indicator
    semantics: Semantics
    target: Target
    observation: Observation
    known: tuple[Measurement, ...]
    aim: Aim
    reached: Reached

    def comparison(
        self,
        path: Path,
        *,
        may_be_reached: bool,
        caution: Outcome | None = None,
        needed: Requirement | None = None,
        reached: Reached | None = None,
    ) -> Comparison:
        return Comparison(self.semantics, self.aim, reached or self.reached, path, may_be_reached, caution, needed)

    def too_early(self, caution: Outcome) -> Comparison:
        return self.comparison(no_path(self.aim, Fraction(0)), may_be_reached=False, caution=caution)

    @property
    def results(self) -> list[Observation]:
        return [fact for fact in self.known if isinstance(fact, Observation)]


def _amount(facts: _Facts) -> Comparison | Outcome:
    target, observation, aim = facts.target, facts.observation, facts.aim
    whole = whole_of(target, time_of(observation).year)
    if whole is None:
        return _amount_of_a_later_year(facts)
    covered = covered_share(observation, whole)
    if covered is None:
        return Outcome.PERIOD_MISMATCH
    yearly_mean = is_yearly_mean(target)
    if facts.semantics is Semantics.INCREMENT and _is_single(facts):
        path = no_path(aim, covered)
    else:
        path = share_path(aim, covered, _past_shares(facts, whole))
    return facts.comparison(
        path,
        may_be_reached=not yearly_mean and (path.is_due or aim.demand is Demand.AT_LEAST),
        caution=_caution_of_amount(facts, path, yearly_mean=yearly_mean),
        needed=_rest_of_amount(facts, whole, covered),
    )


def _is_single(facts: _Facts) -> bool:
    quantity = facts.target.quantity
    return quantity.is_point and quantity.low == 1 and is_count(quantity.unit)


def _past_shares(facts: _Facts, whole: Period) -> tuple[Fraction, ...]:
    is_start_of_year = time_of(facts.observation).first_day == whole.first_day and whole == Period.of_year(whole.year)
    return past_shares(facts.observation, facts.results) if is_start_of_year else ()


def _caution_of_amount(facts: _Facts, path: Path, *, yearly_mean: bool) -> Outcome | None:
    if yearly_mean:
        return Outcome.YEARLY_AVERAGE
    if path.is_due:
        return None
    if path.expectation is None:
        return Outcome.MILESTONE
    if facts.semantics is Semantics.INCREMENT:
        return Outcome.LATE_RECOGNITION
    return Outcome.JUST_BEGUN if path.elapsed < JUST_BEGUN_BEFORE else None


def _rest_of_amount(facts: _Facts, whole: Period, covered: Fraction) -> Requirement | None:
    elapsed = time_of(facts.observation).elapsed_share_of(whole)
    if covered != elapsed:  # one quarter in the middle says nothing of what came before it
        return None
    return still_needed(facts.aim.deciding - facts.reached.value, months_of(whole) * (1 - elapsed))


def _amount_of_a_later_year(facts: _Facts) -> Comparison | Outcome:
    """A target for the yearly amount of a later year (`6 triệu lượt` in 2030): a line of yearly amounts."""
    target, observation = facts.target, facts.observation
    if facts.semantics is Semantics.INCREMENT:
        return facts.too_early(Outcome.NO_STARTING_POINT)
    if time_of(observation).last_day > time_of(target).last_day:
        return Outcome.PERIOD_MISMATCH
    if covered_share(observation, Period.of_year(time_of(observation).year)) != 1:
        return facts.too_early(Outcome.PERIOD_MISMATCH)
    yearly = [fact for fact in facts.known if _is_of_a_year(fact)]
    path = line_path(facts.aim, time_of(target).last_day, _start(facts, yearly), time_of(observation).last_day)
    return facts.comparison(path, may_be_reached=path.is_due, caution=_caution_of_line(path))


def _is_of_a_year(fact: Measurement) -> bool:
    return time_of(fact).named == Period.of_year(time_of(fact).year)


def _level(facts: _Facts) -> Comparison | Outcome:
    due, on = time_of(facts.target).last_day, time_of(facts.observation).last_day
    if facts.aim.demand is Demand.WITHIN and on < due:
        path = no_path(facts.aim, Fraction(0))
    else:
        path = line_path(facts.aim, due, _start(facts, facts.known), on)
    if facts.semantics is Semantics.STOCK and path.start and facts.reached.value < path.start.value * LEAST_STOCK:
        return Outcome.INCREMENT_VERSUS_STOCK
    caution = _caution_of_line(path)
    if facts.semantics is Semantics.COMPOSITION_PART and not path.is_due and not _is_of_a_year(facts.observation):
        caution = Outcome.PERIOD_MISMATCH  # the seasons move the structure of a quarter
    distance = facts.aim.deciding - facts.reached.value
    missing = -distance if facts.aim.demand is Demand.AT_MOST else distance
    return facts.comparison(
        path,
        may_be_reached=path.is_due or (facts.aim.demand is not Demand.WITHIN and caution != Outcome.PERIOD_MISMATCH),
        caution=caution,
        needed=still_needed(missing, months_between(on, due)),
    )


def _caution_of_line(path: Path) -> Outcome | None:
    return Outcome.NO_STARTING_POINT if path.expectation is None else None


def _start(facts: _Facts, known: Iterable[Measurement]) -> Waypoint | None:
    """The latest comparable result before this one; only without any, the latest promise."""
    before = [fact for fact in known if time_of(fact).last_day < time_of(facts.observation).last_day]
    points = [point for fact in before if (point := _waypoint(facts, fact)) is not None]
    return max(points, key=lambda point: (not point.is_promise, point.day), default=None)


def _waypoint(facts: _Facts, fact: Measurement) -> Waypoint | None:
    if fact.annual or refusal(facts.indicator, facts.target, fact) is not None:
        return None
    unit = facts.observation.quantity.unit
    aim = aim_of(fact.quantity, facts.indicator, unit)
    return Waypoint(time_of(fact).last_day, aim.deciding, is_promise=isinstance(fact, Target))


def _rate(facts: _Facts) -> Comparison | Outcome:
    target, observation = facts.target, facts.observation
    if is_yearly_mean(target) and not time_of(observation).contains(time_of(target)):
        return _mean_rate(facts)
    whole = whole_of(target, time_of(observation).year)
    if whole is None:
        return facts.too_early(Outcome.PERIOD_MISMATCH)
    covered = Fraction(1) if time_of(observation) == time_of(target) else covered_share(observation, whole)
    if covered is None:
        return Outcome.PERIOD_MISMATCH
    required = still_required_rate(facts.aim.deciding, facts.reached.value, covered, months_of(whole))
    return facts.comparison(rate_path(facts.aim, covered), may_be_reached=covered == 1, needed=required)


def _mean_rate(facts: _Facts) -> Comparison | Outcome:
    """A mean of yearly rates: one year under it is no miss, and the years left can make up for it."""
    observation, span = facts.observation, time_of(facts.target)
    if covered_share(observation, Period.of_year(time_of(observation).year)) != 1:
        return facts.too_early(Outcome.PERIOD_MISMATCH)
    if span.is_deadline:  # without a first year nobody can say which years have to make up for this one
        return facts.comparison(rate_path(facts.aim, Fraction(0)), may_be_reached=False, caution=Outcome.YEARLY_AVERAGE)
    if not span.contains(time_of(observation)):
        return Outcome.PERIOD_MISMATCH
    rates = _yearly_rates(facts, span)
    mean = _mean(rates)
    years = span.year - span.first_day.year + 1
    elapsed = Fraction(len(rates), years)
    is_over = time_of(observation).last_day == span.last_day
    if is_over and elapsed < 1:
        return Outcome.YEARS_MISSING
    return facts.comparison(
        rate_path(facts.aim, elapsed),
        may_be_reached=is_over,
        caution=None if is_over else Outcome.YEARLY_AVERAGE,
        needed=still_required_rate(facts.aim.deciding, mean.value, elapsed, months_of(span)),
        reached=mean if is_over else facts.reached,
    )


def _yearly_rates(facts: _Facts, span: Period) -> list[Reached]:
    """The rate of each year of the span up to that of the result, one a year."""
    unit, along = facts.observation.quantity.unit, facts.aim.along
    rates = {time_of(facts.observation).year: facts.reached}
    for fact in facts.results:
        inside = span.contains(time_of(fact)) and time_of(fact).year < time_of(facts.observation).year
        if inside and _is_of_a_year(fact) and refusal(facts.indicator, facts.target, fact) is None:
            rates[time_of(fact).year] = reached_of(fact.quantity, facts.indicator, unit, along)
    return list(rates.values())


def _mean(rates: list[Reached]) -> Reached:
    weight = Fraction(1, len(rates))
    low, high = (sum(ends, Fraction(0)) * weight for ends in zip(*(rate.ends for rate in rates), strict=True))
    value = sum((rate.value for rate in rates), Fraction(0)) * weight
    return Reached(value, Interval(low, high), any(rate.is_bound for rate in rates))


def _only_at_the_end(facts: _Facts) -> Comparison:
    is_due = time_of(facts.observation).last_day >= time_of(facts.target).last_day
    path = no_path(facts.aim, Fraction(int(is_due)))
    return facts.comparison(path, may_be_reached=is_due, caution=None if is_due else Outcome.RANK)
