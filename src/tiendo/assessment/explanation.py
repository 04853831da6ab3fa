"""Says in a sentence why a row has its status, what is still needed, and where the path comes from."""

from __future__ import annotations

from fractions import Fraction

from tiendo.assessment.aim import Demand
from tiendo.assessment.comparison import Comparison
from tiendo.assessment.judgement import Assessment
from tiendo.assessment.path import STRAIGHT_LINE, Waypoint
from tiendo.assessment.progress import Every, Requirement
from tiendo.catalogue.model import Semantics
from tiendo.facts.period import Period
from tiendo.facts.printing import computed, exact, percent, unit_of, with_unit
from tiendo.facts.quantity import Change
from tiendo.facts.wording import Wording

_RATE_PLACES = 2  # a required rate is compared with rates that are printed to one or two places

_BORDERLINE = Wording(
    "Sát ngưỡng: phần đã làm tròn của số in có thể đổi kết luận.",
    "Borderline: what the printed number has rounded away could change the verdict.",
)
_POINTS = Wording("điểm %", "points")
_EVERY = {
    Every.MONTH: Wording("tháng", "month"),
    Every.QUARTER: Wording("quý", "quarter"),
    Every.YEAR: Wording("năm", "year"),
}


def reason(assessment: Assessment, language: str) -> str:
    """Why the status is what it is, with the numbers that it rests on."""
    sentences = []
    if assessment.comparison is not None:
        sentences = _numbers(assessment, assessment.comparison, language)
    if assessment.outcome is not None:
        sentences.append(assessment.outcome.says.sentence(language))
    if assessment.borderline:
        sentences.append(_BORDERLINE.sentence(language))
    return " ".join(sentences) or assessment.rule.says.sentence(language)


def needed(assessment: Assessment, language: str) -> str | None:
    """What is still needed per remaining period (of a ceiling: may still be used), or `None`."""
    compared = assessment.comparison
    if compared is None or compared.needed is None:
        return None
    rest, unit = compared.needed, _unit(assessment, language)
    left = _periods(rest, language)
    if rest.amount is None:
        each = _as_shown(rest.each, compared, computed(abs(rest.each), language, _RATE_PLACES), unit)
        return Wording(f"{left} còn lại phải bình quân {each}.", f"The {left} left must average {each}.").sentence(
            language
        )
    step = _POINTS.sentence(language) if unit == "%" else unit  # between percentages lie points
    amount, each = (with_unit(computed(value, language), step) for value in (rest.amount, rest.each))
    every = _EVERY[rest.every].sentence(language)
    if compared.semantics is Semantics.CEILING:
        return Wording(
            f"Còn được dùng {amount}, bình quân {each} mỗi {every} trong {left} còn lại.",
            f"{amount} may still be used, {each} a {every} on average over the {left} left.",
        ).sentence(language)
    if compared.aim.demand is Demand.AT_MOST:
        return Wording(
            f"Còn phải giảm {amount}, bình quân {each} mỗi {every} trong {left} còn lại.",
            f"It still has to fall by {amount}, {each} a {every} on average over the {left} left.",
        ).sentence(language)
    return Wording(
        f"Còn thiếu {amount}, bình quân {each} mỗi {every} trong {left} còn lại.",
        f"{amount} are still missing, {each} a {every} on average over the {left} left.",
    ).sentence(language)


def path_note(assessment: Assessment, language: str) -> str | None:
    """Where the expected value comes from: the rule, and for a line its starting point."""
    if assessment.comparison is None:
        return None
    path = assessment.comparison.path
    note = path.rule.says.sentence(language)
    if path.rule is STRAIGHT_LINE and path.start is not None:
        note += " " + _start(path.start, _unit(assessment, language), language)
    return note


def _numbers(assessment: Assessment, compared: Comparison, language: str) -> list[str]:
    expectation = compared.path.expectation
    if expectation is None:
        return []
    unit = _unit(assessment, language)
    reached, bound = compared.reached.value, expectation.deciding
    value = _as_shown(reached, compared, exact(abs(reached), language), unit)
    expected = _as_shown(bound, compared, computed(abs(bound), language), unit)
    share = _share(assessment, compared, language)
    if compared.path.is_due or expectation == compared.aim:
        against = Wording(f"mục tiêu {expected}", f"the target of {expected}")
    else:
        against = Wording(f"mức nên đạt {expected}", f"the expected {expected}")
    if compared.semantics is Semantics.CEILING:
        against = Wording(f"mức theo thời gian {expected}", f"the {expected} that the time allows")
    if share:
        first = Wording(f"{value}, bằng {share} {against.vi}.", f"{value}, {share} of {against.en}.")
    else:
        first = Wording(f"{value} so với {against.vi}.", f"{value} against {against.en}.")
    return [first.sentence(language), *_way(compared, language)]


def _share(assessment: Assessment, compared: Comparison, language: str) -> str:
    """Reached to expected as a reader counts it: a ceiling by what is used, nothing for what should fall."""
    ratio = assessment.ratio
    if ratio is None or ratio < 0:
        return ""
    if compared.semantics is Semantics.CEILING:
        return percent(1 / ratio, language) if ratio else ""
    return percent(ratio, language) if compared.aim.demand is Demand.AT_LEAST else ""


def _as_shown(value: Fraction, compared: Comparison, size: str, unit: str) -> str:
    """A value with its unit, and with its sign as the reader knows it: a fall of 5% is −5%."""
    shown = -value if compared.aim.along is Change.DECREASE else value
    plus = "+" if shown > 0 and compared.aim.along is Change.DECREASE else ""
    return with_unit(("−" if shown < 0 else plus) + size, unit)


def _way(compared: Comparison, language: str) -> list[str]:
    """How much of the way from the starting point is done; a ratio of levels alone looks too good."""
    path, aim = compared.path, compared.aim
    if path.start is None or path.is_due or path.start.value == aim.deciding:
        return []
    done = (compared.reached.value - path.start.value) / (aim.deciding - path.start.value)
    way, time = percent(done, language, 0), percent(path.elapsed, language, 0)
    if done < 0:
        back = Wording(
            f"Đang lùi so với mốc trước ({time} thời gian).", f"Moving away from it ({time} of the time gone)."
        )
        return [back.sentence(language)]
    return [
        Wording(
            f"Đã đi {way} quãng đường trong {time} thời gian.", f"{way} of the way in {time} of the time."
        ).sentence(language)
    ]


def _start(start: Waypoint, unit: str, language: str) -> str:
    day = Period.as_of(start.day)
    level = with_unit(exact(start.value, language), unit)
    kind = Wording("mục tiêu", "a target") if start.is_promise else Wording("kết quả", "a result")
    return Wording(
        f"Mốc trước: {level} ({kind.vi}, {day.vietnamese(as_of=False)}).",
        f"Starting point: {level} ({kind.en}, {day.english(as_of=False)}).",
    ).sentence(language)


def _unit(assessment: Assessment, language: str) -> str:
    observation = assessment.case.observation
    return unit_of(observation.quantity, language) if observation is not None else ""


def _periods(rest: Requirement, language: str) -> str:
    count, every = computed(rest.periods, language), _EVERY[rest.every]
    plural = "" if rest.periods == 1 else "s"
    return Wording(f"{count} {every.vi}", f"{count} {every.en}{plural}").sentence(language)
