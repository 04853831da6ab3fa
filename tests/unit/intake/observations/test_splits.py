from __future__ import annotations

from contextlib import contextmanager

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.unit.intake.observations.samples import load, standing, table
from tiendo.ledger.proof import prove
from tiendo.ledger.stream import stream_chain

pytestmark = pytest.mark.django_db

SLOTS = [
    f"{indicator},{territory},{period},{{}},{{}},{cumulative},"
    for indicator in ("aquatic_output", "grdp_growth")
    for territory in ("20", "183")
    for period in ("2023", "2023-Q4")
    for cumulative in ("yes", "no")
]
rows = st.lists(
    st.tuples(st.sampled_from(SLOTS), st.sampled_from(["1", "1.0", "2.50"]), st.sampled_from(["yes", ""])),
    min_size=1,
    max_size=12,
    unique_by=lambda row: row[0],
)
# The record is set up once, and every example takes back what it wrote.
several = settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])


def written(chosen):
    return [slot.format(value, estimated) for slot, value, estimated in chosen]


@contextmanager
def taken_back():
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


@several
@given(chosen=rows, data=st.data())
def test_the_same_rows_in_any_order_and_any_split_leave_the_same_values_standing(chosen, data):
    lines = written(chosen)
    with taken_back():
        load(table(*lines))
        whole = standing()
    shuffled = data.draw(st.permutations(lines))
    cut = data.draw(st.integers(0, len(lines)))
    again = data.draw(st.lists(st.sampled_from(lines), unique=True))
    with taken_back():
        for part in (shuffled[:cut], again, shuffled[cut:], again):
            load(table(*part))
        assert standing() == whole
        prove(stream_chain())


@several
@given(first=rows, second=rows)
def test_of_two_loads_the_later_one_holds_slot_by_slot(first, second):
    def by_slot(values):
        return {one[:5]: one[5:] for one in values}

    with taken_back():
        load(table(*written(second)))
        later = by_slot(standing())
    with taken_back():
        load(table(*written(first)))
        earlier = by_slot(standing())
        outcome = load(table(*written(second)))
        assert by_slot(standing()) == earlier | later
        assert outcome.unchanged == sum(earlier.get(slot) == said for slot, said in later.items())
        assert outcome.recorded == len(later.keys() - earlier.keys())
