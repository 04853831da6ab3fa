"""Whatever is asked of the SDMX service, the answer is one of the few that it has."""

from __future__ import annotations

from urllib.parse import quote, urlencode

import pytest
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.integration.api.sdmx_answers import ask
from tiendo.ledger.chain import head
from tiendo.publishing.sdmx.definition import COLUMNS

pytestmark = pytest.mark.django_db
EXPECTED = {200, 400, 404, 406, 501}

texts = st.text(st.characters(blacklist_categories=("Cs",)), max_size=12)
words = st.sampled_from(
    ["dataflow", "datastructure", "codelist", "TIENDO", "SDMX", "PROGRESS", "CL_AREA", "1.0", "*", "~", "+", "", "all"]
)
codes = st.sampled_from(["A", "Q", "VN20", "budget_revenue", "RESULT", "2022", "2022-Q1", "1", "-1", "1E999999", "NaN"])
values = st.lists(st.tuples(st.sampled_from(["", "eq:", "ge:", "ne:", "co:", "xx:"]), codes | texts), max_size=4).map(
    lambda parts: ",".join(operator + value for operator, value in parts)
)
parameters = st.dictionaries(
    st.sampled_from([f"c[{column}]" for column in COLUMNS])
    | st.sampled_from(["asOf", "updatedAfter", "limit", "offset", "firstNObservations", "lastNObservations", "format"])
    | st.sampled_from(["attributes", "measures", "dimensionAtObservation", "references", "detail", "mode", "sort"])
    | texts,
    values | codes | texts,
    max_size=3,
)
paths = st.lists(words | codes | texts, max_size=7)
accepts = st.sampled_from(["*/*", "text/csv", "application/xml", "a/b", ";;", "*", "application/*;q=x", "text/csv;q=0"])


@given(st.sampled_from(["data", "structure", "availability", "schema", ""]), paths, parameters, accepts)
@settings(max_examples=250, deadline=None, suppress_health_check=list(HealthCheck))
def test_no_question_breaks_the_service(sample, resource, path, asked, accept):
    address = "/".join(["/sdmx/v2", resource, *(quote(part, safe="*+~,") for part in path)])

    said = ask(Client(), f"{address}?{urlencode(asked)}", accept)

    assert said.status in EXPECTED, (address, asked, said.body[:300])
    assert len(said.body) < 1_000_000


@pytest.mark.parametrize("text", ["%00", "%ff", "' OR 1=1--", "{{7*7}}", "<script>", "../../etc/passwd", "\u202e"])
def test_what_is_sent_is_told_back_in_a_problem_only_and_as_data(public, sample, text):
    before = head()
    for address in (f"/sdmx/v2/data/{text}", f"/sdmx/v2/structure/codelist/{text}", f"/sdmx/v2/data?c[SOURCE]={text}"):
        said = ask(public, address)
        assert said.status in EXPECTED
        assert said.media_type == "application/problem+json"
    assert head() == before
