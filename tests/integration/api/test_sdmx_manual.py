"""What docs/sdmx.md says is so: every address answers, every column and code is explained."""

from __future__ import annotations

import re

import pytest

from tests.integration.api.sdmx_answers import ask
from tests.project.repository import ROOT
from tiendo.publishing.sdmx.definition import COLUMNS
from tiendo.publishing.sdmx.own_codes import Basis, Horizon, Measure
from tiendo.web.api.sdmx.data_view import MOST_LOOKED_AT, MOST_OBSERVATIONS

MANUAL = (ROOT / "docs" / "sdmx.md").read_text(encoding="utf-8")
ADDRESSES = re.findall(r"http://localhost:8000(/sdmx/[^']+)'", MANUAL)


@pytest.mark.django_db
@pytest.mark.parametrize("address", ADDRESSES)
def test_an_address_of_the_manual_has_an_answer(public, sample, address):
    assert ask(public, address).status == 200


def test_the_manual_explains_every_column_in_its_order():
    assert tuple(re.findall(r"^\| `([A-Z_]+)` \|", MANUAL, re.MULTILINE)) == COLUMNS


@pytest.mark.parametrize("code", [*Measure, *Basis, *Horizon])
def test_the_manual_names_every_code_of_our_own(code):
    assert f"`{code.value}`" in MANUAL


def test_the_manual_tells_the_bound():
    assert f"{MOST_OBSERVATIONS:,} observations" in MANUAL
    assert f"goes through {MOST_LOOKED_AT:,}" in MANUAL
