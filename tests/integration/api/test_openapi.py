"""Whatever is asked, the answer is one that the description names: asked by schemathesis, which makes up requests."""

from __future__ import annotations

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections
from hypothesis import HealthCheck, given, settings
from schemathesis.checks import CHECKS, load_all_checks
from schemathesis.generation import GenerationMode

pytestmark = pytest.mark.django_db

load_all_checks()
# A calendar and the periods of plans say more than a pattern can: a value of the right form may still be refused.
POSITIVE, NEGATIVE = CHECKS.get_by_names(["positive_data_acceptance", "negative_data_rejection"])

EXAMPLES = 15  # of each endpoint, each who, and each right and wrong requests

SCHEMA = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", get_wsgi_application())
OPERATIONS = {one.ok().definition.raw["operationId"]: one.ok() for one in SCHEMA.get_all_operations()}
BOUNDED = settings(
    max_examples=EXAMPLES,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.function_scoped_fixture],
)
NOTHING_TO_SAY = ("getSession", "signOut")  # no parameter and no body that could be wrong


@pytest.fixture(autouse=True)
def one_connection():
    """The site closes its connections between requests; those of a test hold what is to be taken back."""
    signals = (request_started, request_finished)
    for signal in signals:
        signal.disconnect(close_old_connections)
    yield
    for signal in signals:
        signal.connect(close_old_connections)


def ask(name, mode, **options):
    cases = OPERATIONS[name].as_strategy(generation_mode=mode)

    @BOUNDED
    @given(cases)
    def asks(case):
        # An object or array in an address arrives as its text, and a text may say anything.
        odd = any(isinstance(value, list | dict) for value in (case.query or {}).values())
        case.call_and_validate(excluded_checks=[POSITIVE, *([NEGATIVE] if odd else [])], **options)

    asks()


ASKED = [
    pytest.param(name, mode, id=f"{name}-{mode.value}")
    for name in OPERATIONS
    for mode in GenerationMode
    if not (name in NOTHING_TO_SAY and mode is GenerationMode.NEGATIVE)
]


@pytest.mark.parametrize(("name", "mode"), ASKED)
def test_the_public_gets_no_answer_that_is_not_described(sample, name, mode):
    ask(name, mode)


@pytest.mark.parametrize(("name", "mode"), ASKED)
def test_an_administrator_gets_no_answer_that_is_not_described(sample, people, name, mode):
    ask(name, mode, headers={"Authorization": f"Bearer {people.tokens['administrator']}"})
