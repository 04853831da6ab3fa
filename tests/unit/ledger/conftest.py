"""Every test of the ledger begins with a record that is set up."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.unit.ledger.samples import MORNING


@pytest.fixture(autouse=True)
def record(request):
    """The reference lists of the product are in the record, since the day before the tests begin."""
    if request.node.get_closest_marker("django_db"):
        request.getfixturevalue("db")
        from tiendo.ledger.set_up import set_up

        set_up(MORNING - timedelta(days=1))
