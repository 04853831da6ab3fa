"""Real documents against what careful readers found in them, with the goals that the product has set itself."""

from __future__ import annotations

from functools import cache

import pytest

from benchmarks import accuracy
from benchmarks.accuracy import GOALS, ReadDocument

pytestmark = pytest.mark.skipif(not accuracy.IS_HERE, reason=accuracy.NOT_HERE)

# Of the quantities that the product says it found, at most this part may be none (issue section 7).
MOST_INVENTED = 0.02
# They hold support levels and shares of premiums: norms that nobody is to reach.
NORMS_ONLY = ("elsewhere/2017-ha-giang-farm-support-policy", "elsewhere/2017-binh-dinh-health-insurance-support")
SHOWN = 15


@cache
def documents_of(group: str) -> list[ReadDocument]:
    return accuracy.read_group(group)


def named(group: str) -> str:
    return group or "lang-son"


@pytest.mark.parametrize(
    ("group", "measure", "goal"),
    [
        pytest.param(group, measure, goal, id=f"{named(group)}-{measure}-{goal}")
        for group, goals in GOALS.items()
        for measure, goal in goals.items()
    ],
)
def test_the_goal_is_reached(group: str, measure: str, goal: float) -> None:
    result = accuracy.scores(documents_of(group), misses=SHOWN)
    assert result[measure]["gold"] > 0
    assert result[measure]["f1"] >= goal, "\n".join(result["shown"])


@pytest.mark.parametrize("group", GOALS, ids=named)
def test_hardly_any_quantity_is_invented(group: str) -> None:
    result = accuracy.scores(documents_of(group), misses=SHOWN)
    counted = result["quantities"]
    invented = counted["predicted"] - counted["hits"]
    assert invented <= MOST_INVENTED * counted["predicted"], "\n".join(result["shown"])


@pytest.mark.parametrize("group", GOALS, ids=named)
def test_every_record_is_in_the_form_of_the_contract_and_in_the_text(group: str) -> None:
    errors = accuracy.shared_program("validate").errors
    found = {one.name: list(errors(one.text, one.predicted)) for one in documents_of(group)}
    assert found
    assert {name: messages for name, messages in found.items() if messages} == {}


@pytest.mark.parametrize("name", NORMS_ONLY)
def test_a_document_of_norms_has_no_targets_and_no_results(name: str) -> None:
    document = next(one for one in documents_of("elsewhere") if one.name == name)
    kinds = {record["kind"] for record in document.predicted}
    assert kinds <= {"task", "citation"}, [
        (record["quote"], record["subject"]) for record in document.predicted if "subject" in record
    ]
    assert "citation" in kinds, "nothing at all was read"
