"""Records, decisions and relations as Hypothesis makes them up, for properties that hold for all of them."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st

from tiendo.facts.decisions import Ambiguous, Matched, Rejected, Unknown
from tiendo.facts.figures import ComparedWith, Comparison, ComparisonForm, Figure
from tiendo.facts.period import Period
from tiendo.facts.quantity import Change, Quantity, Unit
from tiendo.facts.records import Citation, Observation, Target, Task
from tiendo.facts.relations import Relation, RelationKind

# All that a Python text can hold, half characters of broken files too.
TEXTS = st.text(st.characters(exclude_categories=()), max_size=12)
QUOTES = st.text(st.characters(exclude_categories=()), min_size=1, max_size=12)
TEXT_LISTS = st.lists(TEXTS, max_size=3).map(tuple)
DECIMALS = st.decimals(allow_nan=False, allow_infinity=False, min_value=0, max_value=10**15)
SIGNED = st.none() | st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**6), max_value=10**6)
YEARS = st.integers(1900, 2100)
DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))

_PARTS = st.one_of(
    st.builds(Period.of_year, YEARS),
    st.builds(Period.half, YEARS, st.integers(1, 2)),
    st.builds(Period.quarter, YEARS, st.integers(1, 4)),
    st.builds(Period.month, YEARS, st.integers(1, 12)),
    st.builds(Period.first_months, YEARS, st.integers(1, 12)),
    st.builds(Period.as_of, DAYS),
)
_SPANS = st.builds(lambda year, length: Period.span(year, year + length), YEARS, st.integers(1, 20))
PERIODS = st.one_of(_PARTS, _PARTS.map(Period.by), _SPANS)
MAYBE_PERIODS = st.none() | PERIODS

UNITS = st.builds(Unit, st.sampled_from(["VND", "PT", "HA", "DU_AN"]), st.integers(0, 12))


@st.composite
def quantities(draw: st.DrawFn) -> Quantity:
    bounds = sorted(draw(st.lists(DECIMALS, min_size=2, max_size=2)))
    open_side = draw(st.sampled_from(["none", "low", "high"]))
    return Quantity(
        low=None if open_side == "low" else bounds[0],
        high=None if open_side == "high" else bounds[1],
        written_unit=draw(TEXTS),
        unit=draw(UNITS),
        per=draw(st.none() | TEXTS),
        of=draw(st.none() | DECIMALS),
        change=draw(st.none() | st.sampled_from(Change)),
        approximate=draw(st.booleans()),
    )


@st.composite
def _places(draw: st.DrawFn) -> dict[str, object]:
    quote, start = draw(QUOTES), draw(st.integers(0, 10**7))
    return {"start": start, "end": start + len(quote), "quote": quote}


@st.composite
def _fact_fields(draw: st.DrawFn) -> dict[str, object]:
    confidence = draw(st.floats(0, 1))
    return draw(_places()) | {"provision": draw(TEXT_LISTS), "confidence": confidence, "doubts": draw(TEXT_LISTS)}


@st.composite
def figures(draw: st.DrawFn) -> Figure:
    return Figure(**draw(_places()), quantity=draw(quantities()), is_plan=draw(st.booleans()))


COMPARISONS = st.builds(
    Comparison,
    figure=figures(),
    compared_with=st.sampled_from(ComparedWith),
    form=st.sampled_from(ComparisonForm),
    basis=TEXTS,
)


@st.composite
def measurements(draw: st.DrawFn) -> Target | Observation:
    fields = draw(_fact_fields()) | {
        "subject": draw(TEXTS),
        "within": draw(st.none() | TEXTS),
        "quantity": draw(quantities()),
        "period": draw(MAYBE_PERIODS),
        "annual": draw(st.booleans()),
        "cumulative": draw(st.booleans()),
        "plan_percent": draw(SIGNED),
        "yoy_percent": draw(SIGNED),
        "yoy_change": draw(SIGNED),
        "comparisons": tuple(draw(st.lists(COMPARISONS, max_size=2))),
    }
    return Target(**fields) if draw(st.booleans()) else Observation(**fields, estimated=draw(st.booleans()))


@st.composite
def tasks(draw: st.DrawFn) -> Task:
    return Task(
        **draw(_fact_fields()), lead=draw(TEXT_LISTS), coordinators=draw(TEXT_LISTS), deadline=draw(MAYBE_PERIODS)
    )


@st.composite
def citations(draw: st.DrawFn) -> Citation:
    day = draw(st.none() | DAYS)
    number, issuer = draw(st.none() | TEXTS), draw(st.none() | TEXTS)
    return Citation(**draw(_fact_fields()), number=number, type=draw(TEXTS), date=day, issuer=issuer)


RECORDS = st.one_of(measurements(), tasks(), citations())
DECISIONS = st.one_of(
    st.builds(Matched, TEXTS, TEXT_LISTS, TEXT_LISTS),
    st.builds(Ambiguous, TEXT_LISTS, TEXT_LISTS),
    st.builds(Unknown, TEXT_LISTS),
    st.builds(Rejected, TEXTS, TEXT_LISTS),
)
RELATIONS = st.builds(
    Relation,
    kind=st.sampled_from(RelationKind),
    terms=st.lists(figures(), max_size=2).map(tuple),
    result=st.none() | figures(),
    siblings=st.lists(figures(), max_size=1).map(tuple),
    asserted=st.booleans(),
    complete=st.booleans(),
    words=TEXTS,
    bulleted=st.booleans(),
)
