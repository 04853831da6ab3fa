from __future__ import annotations

import re

import pytest

from tests.project.repository import ROOT
from tiendo.intake.observations import OUTCOMES
from tiendo.intake.observations.columns import COLUMNS, REQUIRED
from tiendo.ledger.slots import SLOT

PAGE = (ROOT / "docs" / "loading.md").read_text(encoding="utf-8")


def test_the_page_lists_every_code_once_and_in_order():
    outcomes = PAGE[PAGE.index("## Outcomes") :]
    assert re.findall(r"^\| `([a-z0-9-]+)` \|", outcomes, re.MULTILINE) == list(OUTCOMES)


def test_the_page_lists_the_columns_of_the_template():
    template = PAGE[PAGE.index("## The template") : PAGE.index("## What takes")]
    rows = re.findall(r"^\| `([a-z]+)` \| (required)?", template, re.MULTILINE)
    assert [name for name, _ in rows] == list(COLUMNS)
    assert tuple(name for name, required in rows if required) == REQUIRED


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_page_prints_the_rule_of_slots_as_the_code_has_it(language):
    printed = " ".join(line.removeprefix(">").strip() for line in PAGE.splitlines())
    assert SLOT.sentence(language) in " ".join(printed.split())
