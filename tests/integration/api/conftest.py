"""A small record with people who may do different things, and clients that ask as them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from tests.integration.api.people import People, make_people
from tests.integration.api.samples import Sample, make_sample


@pytest.fixture
def sample(db: None) -> Sample:
    """A published document, a draft of another territory, and two submissions, one of them published."""
    return make_sample()


@pytest.fixture
def people(sample: Sample) -> People:
    """One account a role, inside and outside the scope of the sample."""
    return make_people()


@pytest.fixture
def public() -> Client:
    """Somebody without an account, who reads English."""
    return Client(headers={"Accept-Language": "en"})


@pytest.fixture
def as_one(people: People) -> Callable[[str], Client]:
    """A client that asks with the token of somebody."""
    return lambda who: Client(headers={"Accept-Language": "en", "Authorization": f"Bearer {people.tokens[who]}"})
