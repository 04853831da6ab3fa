"""Tests that use the record begin with one that is set up."""

from __future__ import annotations

import pytest

from tests.unit.intake.observations.samples import NOW


@pytest.fixture(autouse=True)
def record(request):
    """The reference lists of the product are in the record."""
    if request.node.get_closest_marker("django_db"):
        request.getfixturevalue("db")
        from tiendo.ledger.set_up import set_up

        set_up(NOW)
