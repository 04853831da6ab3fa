from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tiendo.facts.contract import FIELDS, KINDS, from_contract, kind_of, to_contract
from tiendo.facts.errors import InvalidFact
from tiendo.facts.period import Period
from tiendo.facts.quantity import Change, Quantity, Unit
from tiendo.facts.records import Citation, Fact, Observation, Target, Task

GOLD = Path(__file__).parents[4] / "shared" / "facts" / "gold"

bounds = st.decimals(min_value=0, max_value=10**9, places=2)
words = st.text(st.characters(categories=("L", "Nd")), min_size=1, max_size=12)
periods = st.sampled_from(["2022", "2022-Q1", "2022-M09", "2016/2020", "../2030", "2022-03-31"]).map(Period.parse)
places = st.builds(
    lambda start, quote, provision: {
        "start": start, "end": start + len(quote), "quote": quote, "provision": tuple(provision)
    },
    st.integers(0, 10**6), words, st.lists(words, max_size=3),
)  # fmt: skip
quantities = st.builds(
    lambda pair, change, approximate: Quantity(
        low=min(pair), high=max(pair), written_unit="tỷ đồng", unit=Unit("VND", 9), change=change,
        approximate=approximate,
    ),
    st.tuples(bounds, bounds), st.sampled_from([None, *Change]), st.booleans(),
)  # fmt: skip
measured = st.fixed_dictionaries(
    {"subject": words, "within": st.none() | words, "quantity": quantities, "period": st.none() | periods,
     "annual": st.booleans(), "cumulative": st.booleans(),
     "plan_percent": st.none() | bounds, "yoy_percent": st.none() | bounds, "yoy_change": st.none() | bounds}
)  # fmt: skip
bodies = st.lists(words, max_size=3).map(tuple)
facts = st.one_of(
    st.builds(lambda place, rest: Target(**place, **rest), places, measured),
    st.builds(lambda place, rest, e: Observation(**place, **rest, estimated=e), places, measured, st.booleans()),
    st.builds(
        lambda place, lead, others, deadline: Task(**place, lead=lead, coordinators=others, deadline=deadline),
        places, bodies, bodies, st.none() | periods,
    ),
    st.builds(
        lambda place, number, day: Citation(**place, number=number, type="Luật", date=day),
        places, st.none() | words, st.none() | st.dates(date(1945, 1, 1)),
    ),
)  # fmt: skip


@given(facts)
def test_a_record_comes_back_from_its_json_unchanged(fact: Fact):
    assert from_contract(json.loads(json.dumps(to_contract(fact)))) == fact


@given(facts)
def test_a_record_has_exactly_the_fields_of_its_kind_in_their_order(fact: Fact):
    assert tuple(to_contract(fact)) == FIELDS[kind_of(fact)]


@pytest.mark.parametrize(
    ("value", "printed"),
    [("2530", "2530"), ("2530.0", "2530"), ("28.1", "28.1"), ("28.10", "28.1"), ("1E+3", "1000"), ("0", "0")],
)
def test_whole_numbers_stay_whole_and_others_keep_their_decimals(value, printed):
    number = Decimal(value)
    point = Quantity(low=number, high=None, written_unit="%", unit=Unit("PT"))
    fact = Target(start=0, end=1, quote="x", subject="s", quantity=point, period=Period.of_year(2022))
    fields = to_contract(fact)
    assert json.dumps(fields["low"]) == printed
    assert fields["high"] is None


def test_a_target_is_never_estimated():
    point = Quantity(low=Decimal(1), high=Decimal(1), written_unit="xã", unit=Unit("XA"))
    fact = Target(start=0, end=1, quote="x", subject="s", quantity=point, period=Period.of_year(2022))
    assert to_contract(fact)["estimated"] is False


TASK = {
    "kind": "task", "start": 0, "end": 1, "quote": "x", "provision": [],
    "lead": [], "coordinators": [], "deadline": None,
}  # fmt: skip


@pytest.mark.parametrize(
    ("change", "named"),
    [
        ({"kind": "wish"}, "wish"),
        ({"kind": None}, "None"),
        ({"end": 7}, "0–7"),
        ({"deadline": "sắp tới"}, "sắp tới"),
    ],
)
def test_what_does_not_fit_the_contract_is_named(change, named):
    with pytest.raises(InvalidFact) as refusal:
        from_contract(TASK | change)
    assert named in refusal.value.vi
    assert named in refusal.value.en


def test_a_missing_field_is_named():
    with pytest.raises(InvalidFact, match="lacks fields: lead, deadline"):
        from_contract({name: value for name, value in TASK.items() if name not in ("lead", "deadline")})


def test_fields_beyond_the_contract_are_left_aside():
    assert from_contract(TASK | {"indicator": "x", "confidence": 0.5}).confidence == 0.5


@pytest.mark.skipif(not GOLD.is_dir(), reason="../shared/facts/gold is not here")
def test_every_record_that_careful_readers_wrote_passes_through_unchanged():
    lines = [line for path in sorted(GOLD.rglob("*.jsonl")) for line in path.read_text("utf-8").splitlines()]
    assert lines
    for line in lines:
        record = json.loads(line)
        assert record["kind"] in KINDS
        assert to_contract(from_contract(record)) == record
