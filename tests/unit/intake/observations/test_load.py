from __future__ import annotations

from datetime import UTC, datetime

import pytest

from tiendo.intake.observations import load_observations
from tiendo.ledger.actors import OPERATOR
from tiendo.ledger.models import Observation
from tiendo.ledger.proof import prove
from tiendo.ledger.set_up import set_up
from tiendo.ledger.stream import stream_acts, stream_entries

pytestmark = pytest.mark.django_db
AT = datetime(2026, 11, 29, 8, tzinfo=UTC)


def test_rows_are_recorded_and_the_chain_holds():
    set_up(AT)
    text = "indicator,territory,period,value\naquatic_output,20,2024,12.50\ngrdp_growth,20,2024,-1.5\n"
    outcome = load_observations(text.encode(), name="a.csv", agency=None, by=OPERATOR, at=AT, why="x")
    prove(stream_acts(), stream_entries())
    for o in Observation.objects.all():
        assert text[o.start : o.end] == o.quote
