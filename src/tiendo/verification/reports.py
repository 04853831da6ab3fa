"""Turns a recomputed claim into a finding: its sentence with the numbers in it, and its working."""

from __future__ import annotations

from fractions import Fraction

from tiendo.facts.findings import Finding, Severity, Suggestion, Verdict
from tiendo.facts.intervals import Interval
from tiendo.facts.printing import number as print_number
from tiendo.facts.printing import rounded
from tiendo.facts.wording import Wording
from tiendo.reference.rounding import last_place
from tiendo.verification.claims import Claim, Comparator
from tiendo.verification.expressions import Constant, Expression, Term
from tiendo.verification.numbers import Number

_MORE_PLACES = 2  # digits behind those of the claimed number, so that a near miss can be seen
_MOST_PLACES = 6
_PLACES_OF_NOTHING = 3  # where no printed number says how many

_SEVERITY = {
    Verdict.CONSISTENT: Severity.NONE,
    Verdict.INCONSISTENT: Severity.HIGH,
    Verdict.QUESTION: Severity.MEDIUM,
    Verdict.UNKNOWN: Severity.LOW,
}


def report(claim: Claim, suggestions: tuple[Suggestion, ...] = ()) -> Finding:
    """The finding of a claim."""
    verdict = claim.verdict()
    computed = claim.holding_reading() if claim.any_reading else None
    shown = computed or claim.computed
    is_whole = claim.comparator is Comparator.WHOLE
    return Finding(
        check=claim.check,
        verdict=verdict,
        severity=_SEVERITY[verdict],
        message=Wording(_message(claim, shown, verdict, "vi"), _message(claim, shown, verdict, "en")),
        places=tuple(number.place for number in claim.numbers()),
        computed=_in_shown_unit(shown.value(), claim.shown_in),
        claimed=None if is_whole else _in_shown_unit(claim.claimed.value(), claim.shown_in),
        working=_working(claim, verdict),
        suggestions=suggestions,
    )


def _message(claim: Claim, shown: Expression, verdict: Verdict, language: str) -> str:
    about = f"{claim.about[:1].upper()}{claim.about[1:]}: " if claim.about else ""
    parts = [about + _comparison(claim, shown, verdict, language)]
    if verdict is Verdict.QUESTION and claim.readings and not claim.any_reading:
        holding = claim.holding_reading()
        if holding is not None:
            value = _text(holding.value(), claim.shown_in, language)
            also = Wording(
                f"Đọc khác đi thì khớp: {holding.formula()} = {value}.",
                f"Another reading holds: {holding.formula()} = {value}.",
            )
            parts.append(also.sentence(language))
    if claim.note is not None:
        parts.append(claim.note.sentence(language))
    return " ".join(parts)


def _comparison(claim: Claim, shown: Expression, verdict: Verdict, language: str) -> str:
    computed = _side(shown, claim.shown_in, language)
    holds = verdict is Verdict.CONSISTENT
    if claim.comparator is Comparator.WHOLE:
        there_is = Wording(
            "có số nguyên trong khoảng này" if holds else "không có số nguyên nào trong khoảng này",
            "a whole number lies in it" if holds else "no whole number lies in it",
        )
        return f"{computed}; {there_is.sentence(language)}."
    claimed = _side(claim.claimed, claim.shown_in, language)
    match claim.comparator:
        case Comparator.AT_MOST:
            says = Wording("không lớn hơn", "no more than") if holds else Wording("lớn hơn", "more than")
        case Comparator.AT_LEAST:
            says = Wording("không nhỏ hơn", "no less than") if holds else Wording("nhỏ hơn", "less than")
        case _:
            says = Wording("khớp với", "agrees with") if holds else Wording("không khớp với", "does not agree with")
    return f"{computed}, {says.sentence(language)} {claimed}."


def _side(side: Expression, shown_in: Number | None, language: str) -> str:
    """A printed number as it is; a formula with what it gives."""
    if isinstance(side, Term | Constant) and not (isinstance(side, Term) and side.added):
        return side.formula()
    return f"{side.formula()} = {_text(side.value(), shown_in, language)}"


def _working(claim: Claim, verdict: Verdict) -> tuple[Wording, ...]:
    """What each number stands for, what the formula gives, and how the two sides stand to each other."""
    steps: list[Wording] = []
    for number in claim.numbers():
        if not number.interval.is_exact:
            vi, en = (_range(number.interval, number, language) for language in ("vi", "en"))
            steps.append(Wording(f"{number.text}: từ {vi}.", f"{number.text}: {en}."))
    sides = [claim.computed, *claim.readings]
    for side in sides if claim.comparator is Comparator.WHOLE else [*sides, claim.claimed]:
        if not isinstance(side, Term | Constant):
            vi, en = (_range(side.value(), claim.shown_in, language) for language in ("vi", "en"))
            steps.append(Wording(f"{side.formula()}: từ {vi}.", f"{side.formula()}: {en}."))
    if claim.comparator is Comparator.EQUAL:
        meet = Wording("Hai khoảng có điểm chung.", "The two intervals meet.")
        apart = Wording("Hai khoảng không có điểm chung.", "The two intervals do not meet.")
        steps.append(meet if verdict is Verdict.CONSISTENT else apart)
    return tuple(steps)


def _range(interval: Interval, shown_in: Number | None, language: str) -> str:
    low, high = ("…" if end is None else _end(end, shown_in, language) for end in (interval.low, interval.high))
    to = " đến " if language == "vi" else " to "
    return low + to + high


def _text(interval: Interval, shown_in: Number | None, language: str) -> str:
    """An interval in few words: one number where it is exact or its ends print alike."""
    low = "…" if interval.low is None else _end(interval.low, shown_in, language)
    high = "…" if interval.high is None else _end(interval.high, shown_in, language)
    unit = _unit(shown_in)
    return f"{low}{unit}" if low == high else f"{low} – {high}{unit}"


def _unit(shown_in: Number | None) -> str:
    if shown_in is None:
        return ""
    written = " ".join(shown_in.figure.quantity.written_unit.split())
    return written if written in ("", "%", "‰") else f" {written}"


def _end(end: Fraction, shown_in: Number | None, language: str) -> str:
    if shown_in is not None:
        end /= shown_in.scale
    return print_number(rounded(end, _places(shown_in)), language)


def _places(shown_in: Number | None) -> int:
    if shown_in is None:
        return _PLACES_OF_NOTHING
    stated = shown_in.figure.quantity.low or shown_in.figure.quantity.high
    decimals = -last_place(stated) if stated is not None else 0
    return min(max(decimals, 0) + _MORE_PLACES, _MOST_PLACES)


def _in_shown_unit(interval: Interval, shown_in: Number | None) -> Interval:
    return interval if shown_in is None else interval.scaled(1 / shown_in.scale)
