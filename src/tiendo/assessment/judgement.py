"""Joins the rules into one judgement: a target and a result go in, a status with its reasons comes out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from tiendo.assessment.comparison import Comparison, compare
from tiendo.assessment.progress import ratio
from tiendo.assessment.rules import Outcome, Rule
from tiendo.assessment.status import (
    CEILING,
    NO_RATIO,
    NOT_YET,
    NOTHING_TO_JUDGE,
    PACE,
    TARGET_REACHED,
    USUAL,
    Status,
    Thresholds,
    pace,
)
from tiendo.assessment.timing import is_dated, time_of
from tiendo.catalogue.model import Indicator, Semantics
from tiendo.facts.records import Measurement, Observation, Target


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """Everything that a judgement rests on.

    `known` are the other targets and results of the indicator, from which the path takes its
    waypoints and past years. `on` is the day that the judgement is made for. `near_names` is true
    where target and result were linked by names of which one is only nearly that of the indicator.
    """

    indicator: Indicator
    target: Target | None
    observation: Observation | None
    on: date
    known: tuple[Measurement, ...] = ()
    thresholds: Thresholds = USUAL
    near_names: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """A status with all that it rests on.

    `rule` decided the status; `outcome` names why there is no ratio or no verdict. `comparison` is
    `None` where nothing could be compared. `ratio` is reached to expected. `borderline` is true
    where the rounding of the printed result, or its open side, could change the status.
    `age_days` are the days from the end of the result's period to the day of the judgement.
    """

    case: Case
    status: Status
    rule: Rule
    outcome: Outcome | None = None
    comparison: Comparison | None = None
    ratio: Fraction | None = None
    borderline: bool = False

    @property
    def owner(self) -> str:
        """The agency that answers for the indicator."""
        return self.case.indicator.owner

    @property
    def age_days(self) -> int | None:
        """How old the result is, in days; negative for one that is dated ahead."""
        observation = self.case.observation
        if observation is None or not is_dated(observation):
            return None
        return (self.case.on - time_of(observation).last_day).days


def assess(case: Case) -> Assessment:
    """The judgement of a case by the rules of `docs/method.md`."""
    if case.target is None:
        return _unjudged(case, Status.NOT_COMPARABLE, Outcome.MISSING_PLAN)
    if case.observation is None:
        return _unjudged(case, Status.NO_DATA, Outcome.NO_RESULT)
    if case.near_names:
        return _unjudged(case, Status.NOT_COMPARABLE, Outcome.NEAR_NAMES)
    if not (is_dated(case.target) and is_dated(case.observation)):
        return _unjudged(case, Status.NOT_COMPARABLE, Outcome.NO_PERIOD)
    compared = compare(case.indicator, case.target, case.observation, filter(is_dated, case.known))
    if isinstance(compared, Outcome):
        return _unjudged(case, Status.NOT_COMPARABLE, compared)
    verdict = _verdict(compared, compared.reached.value, case.thresholds)
    return Assessment(
        case=case,
        status=verdict.status,
        rule=verdict.rule,
        outcome=verdict.outcome,
        comparison=compared,
        ratio=verdict.ratio,
        borderline=_is_borderline(compared, verdict.status, case.thresholds),
    )


def _unjudged(case: Case, status: Status, outcome: Outcome) -> Assessment:
    return Assessment(case=case, status=status, rule=NOTHING_TO_JUDGE, outcome=outcome)


@dataclass(frozen=True, slots=True)
class _Verdict:
    status: Status
    rule: Rule
    ratio: Fraction | None = None
    outcome: Outcome | None = None


def _verdict(compared: Comparison, value: Fraction, thresholds: Thresholds) -> _Verdict:
    """What a result of that value would be judged as."""
    aim, expectation = compared.aim, compared.path.expectation
    if compared.semantics is Semantics.CEILING:
        return _verdict_of_ceiling(compared, value, thresholds)
    if expectation is None:
        return _verdict_without_path(compared, value)
    share, outcome = _ratio(compared, value)
    if compared.may_be_reached and aim.met_by(value):
        return _Verdict(Status.REACHED, TARGET_REACHED, share, outcome)
    if expectation.met_by(value):
        return _Verdict(Status.ON_PATH, PACE if outcome is None else NO_RATIO, share, outcome)
    status, rule = (Status.WATCH, NO_RATIO) if share is None else (pace(share, thresholds), PACE)
    if compared.caution is not None and status is not Status.ON_PATH:
        return _Verdict(Status.TOO_EARLY, NOT_YET, share, compared.caution)
    return _Verdict(status, rule, share, outcome)


def _verdict_without_path(compared: Comparison, value: Fraction) -> _Verdict:
    if not compared.aim.met_by(value):
        return _Verdict(Status.TOO_EARLY, NOT_YET, outcome=compared.caution)
    if compared.may_be_reached:
        return _Verdict(Status.REACHED, TARGET_REACHED)
    if compared.caution is Outcome.PERIOD_MISMATCH:
        return _Verdict(Status.TOO_EARLY, NOT_YET, outcome=compared.caution)
    return _Verdict(Status.ON_PATH, NOT_YET)


def _verdict_of_ceiling(compared: Comparison, value: Fraction, thresholds: Thresholds) -> _Verdict:
    share, outcome = _ratio(compared, value)
    expectation = compared.path.expectation
    if not compared.aim.met_by(value):
        return _Verdict(Status.EXCEEDED, CEILING, share, outcome)
    if expectation is None or expectation.met_by(value):
        return _Verdict(Status.WITHIN, CEILING, share, outcome)
    if share is not None and pace(share, thresholds) is Status.ON_PATH:
        return _Verdict(Status.WITHIN, CEILING, share, outcome)
    if compared.caution is not None:
        return _Verdict(Status.TOO_EARLY, NOT_YET, share, compared.caution)
    return _Verdict(Status.WATCH, CEILING, share, outcome)


def _ratio(compared: Comparison, value: Fraction) -> tuple[Fraction | None, Outcome | None]:
    expectation = compared.path.expectation
    if expectation is None:
        return None, None
    if compared.semantics is Semantics.RANK:
        return None, Outcome.RANK
    if compared.aim.deciding == 0:
        return None, Outcome.ZERO_TARGET
    share = ratio(expectation, value)
    return (None, share) if isinstance(share, Outcome) else (share, None)


def _is_borderline(compared: Comparison, status: Status, thresholds: Thresholds) -> bool:
    """Whether another value with the same printed digits, or behind the open side, is judged otherwise."""
    reached = compared.reached
    if reached.is_bound and status not in (Status.REACHED, Status.ON_PATH, Status.WITHIN):
        return True
    if reached.value == compared.aim.deciding:  # printed like the target itself: rounded alike
        return False
    return any(_verdict(compared, end, thresholds).status is not status for end in reached.ends)
