"""Which indicator a measured noun phrase speaks of: by its name, then by unit, change and context.

A wrong indicator is worse than none. Names must be equal in every word that carries meaning; unit and
direction choose among the measures of one thing (`tăng 9%` is a growth rate, `28 triệu USD` a level).
Similar names are only ever suggested.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from tiendo.catalogue import Catalogue, Indicator, Semantics, measure_key
from tiendo.facts.decisions import Ambiguous, Decision, Matched, Rejected, Unknown
from tiendo.facts.quantity import Change, Unit
from tiendo.matching import reasons
from tiendo.matching.fitting import Asked, currency_warning, objection
from tiendo.matching.name_index import Naming, name_index
from tiendo.matching.reasons import reason
from tiendo.matching.scope import foreign_scope, narrower_scope
from tiendo.matching.suggestions import suggestions
from tiendo.text.folding import name_key

_SAYS_GROWTH = re.compile(r"^(?:toc do tang truong|toc do tang|muc tang truong|tang truong|muc tang) ")
_SAYS_CHANGE = re.compile(r"^(tang|giam) ")
_CLAUSE_END = re.compile(r"[,;:] ")  # the clause before the name is nearer than the one before that
_SAYS_ADDED = re.compile(r"\b(?:them|cong nhan moi|cong nhan them|bo sung)$")  # the words right before the number


@dataclass(frozen=True, slots=True)
class _Reading:
    """One way to read the subject: the indicators of that name, and what the words around it say."""

    namings: tuple[Naming, ...]
    asked: Asked


def match_indicator(
    subject: str,
    *,
    catalogue: Catalogue,
    unit: Unit | None = None,
    change: Change | None = None,
    per: str | None = None,
    within: str | None = None,
    context: Sequence[str] = (),
    annual: bool = False,
    of_plan: bool = False,
    suggest: bool = False,
) -> Decision:
    """The indicator that `subject` names, measured in `unit`.

    `within`, `change`, `per` and `annual` are the fields of the fact record. `context` holds what stands
    around the name, nearest first: its sentence up to the number, then the headings. `of_plan` says that
    the quantity is itself a percentage of a plan. Without `unit` the level is meant. With `suggest`, an
    unknown name brings the ids of similar names (slower, for a person to look at).
    """
    asked = Asked(measure_key(subject), unit, change, per, annual, of_plan)
    reading = _read(asked.name, asked, catalogue)
    if reading is None:
        return _not_found(subject, within, asked, catalogue, suggest)
    namings = _in_context(reading.namings, (within or "", subject, *context))
    if not namings:
        return _short_of_context(reading)
    outside = foreign_scope(subject, within) or narrower_scope(subject, within, namings, catalogue)
    if outside:
        return Rejected(namings[0].indicator.id, (outside,))
    return _decide(namings, replace(reading.asked, added=_says_added(namings, context)))


def _read(key: str, asked: Asked, catalogue: Catalogue) -> _Reading | None:
    """The key as a name; else without its opening `tốc độ tăng` or `giảm`, which then counts as said."""
    index = name_index(catalogue)
    if namings := index.find(key):
        return _Reading(namings, asked)
    if growth := _SAYS_GROWTH.match(key):
        namings = index.find(measure_key(key[growth.end() :]))
        return _Reading(namings, asked.saying_growth()) if namings else None
    if change := _SAYS_CHANGE.match(key):
        namings = index.find(measure_key(key[change.end() :]))
        said = Change.INCREASE if change[1] == "tang" else Change.DECREASE
        return _Reading(namings, asked.saying_change(said)) if namings else None
    return None


def _says_added(namings: tuple[Naming, ...], context: Sequence[str]) -> bool:
    """Whether the words right before the number add to a stock, where there is an increment to choose."""
    if not context or all(naming.indicator.semantics is not Semantics.INCREMENT for naming in namings):
        return False
    return _SAYS_ADDED.search(name_key(context[0])) is not None


def _in_context(namings: tuple[Naming, ...], surroundings: Sequence[str]) -> tuple[Naming, ...]:
    """The namings that stand alone, and before them those whose context is nearest and, at one distance, longest."""
    standing = tuple(naming for naming in namings if not naming.contexts)
    if len(standing) == len(namings):
        return standing
    words: frozenset[str] = frozenset()
    for clause in (clause for phrase in surroundings for clause in reversed(_CLAUSE_END.split(phrase))):
        words |= frozenset(name_key(clause).split())
        found = [(naming.words_found(words), naming) for naming in namings]
        longest = max(length for length, _ in found)
        if longest:
            return (*(naming for length, naming in found if length == longest), *standing)
    return standing


def _short_of_context(reading: _Reading) -> Decision:
    fitting = [naming for naming in reading.namings if objection(naming, reading.asked) is None] or reading.namings
    codes = tuple(dict.fromkeys(naming.indicator.id for naming in fitting))
    if len(codes) > 1:
        return Ambiguous(codes, (reasons.CONTEXT_MISSING,))
    return Rejected(codes[0], (reasons.CONTEXT_MISSING,))


def _decide(namings: tuple[Naming, ...], asked: Asked) -> Decision:
    fitting = tuple(naming for naming in namings if objection(naming, asked) is None)
    if not fitting:
        objections = (objection(naming, asked) for naming in namings)
        return Rejected(namings[0].indicator.id, tuple(dict.fromkeys(said for said in objections if said)))
    fitting = tuple(naming for naming in fitting if naming.contexts) or fitting
    if len({naming.indicator.family for naming in fitting}) > 1:
        return Ambiguous(tuple(naming.indicator.id for naming in fitting), (reasons.SEVERAL,))
    chosen = min(fitting, key=_preference)
    why = reasons.SHORT_NAME if chosen.contexts else reasons.SAME_NAME
    by_unit = len(namings) > 1 or chosen.inherited
    return Matched(chosen.indicator.id, (why, reasons.MEASURE_BY_UNIT) if by_unit else (why,), _warnings(chosen, asked))


def _preference(naming: Naming) -> tuple[bool, bool]:
    """Among the measures of one thing: what was added where the text says so, then the name's own bearer."""
    return naming.indicator.semantics is not Semantics.INCREMENT, naming.inherited


def _warnings(chosen: Naming, asked: Asked) -> tuple[str, ...]:
    indicator = chosen.indicator
    warnings = [reason(reasons.NEAR_NAME, chosen.near)] if chosen.near else []
    warnings += [
        reason(reasons.DEFINITION_BREAK, f"{indicator.id}#{place}") for place in range(len(indicator.definition_breaks))
    ]
    if _is_share_of_a_count(indicator):
        warnings.append(reasons.COUNT_AND_SHARE)
    other_currency = currency_warning(indicator, asked.unit)
    return tuple(warnings + ([other_currency] if other_currency else []))


def _is_share_of_a_count(indicator: Indicator) -> bool:
    return indicator.variant_of is not None and indicator.semantics is Semantics.RATIO and not indicator.percent_of_plan


def _not_found(subject: str, within: str | None, asked: Asked, catalogue: Catalogue, suggest: bool) -> Decision:
    """Nothing of that name: either another place's figure of the enclosing measure, or unknown."""
    outside = foreign_scope(subject, within)
    if outside and within:
        enclosing = _read(measure_key(within), asked, catalogue)
        if enclosing is not None:
            return Rejected(enclosing.namings[0].indicator.id, (outside,))
    similar = suggestions(asked.name, asked, catalogue) if suggest else ()
    return Unknown((reasons.NO_SUCH_NAME, *(reason(reasons.SUGGESTION, code) for code in similar)))
