from __future__ import annotations

import re

import pytest

from tests.project.repository import ROOT
from tiendo.facts import errors
from tiendo.web.api.errors import problem_of
from tiendo.web.api.problems import KINDS

PAGE = (ROOT / "docs" / "api.md").read_text(encoding="utf-8")


def test_the_page_lists_every_problem_with_its_status():
    listed = re.findall(r"^\| `([a-z-]+)` \| (\d+) \| (.+) \|$", PAGE, re.MULTILINE)
    assert listed == [(code, str(kind.status), kind.title.en) for code, kind in KINDS.items()]


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (errors.NotPermitted, "not-permitted"),
        (errors.NoSuchEntry, "not-found"),
        (errors.InvalidChange, "invalid-change"),
        (errors.InvalidPeriod, "invalid-change"),
        (errors.LookupRefused, "invalid-change"),
        (errors.SupersededMeanwhile, "superseded"),
        (errors.RecordBusy, "busy"),
        (errors.RecordFull, "full"),
        (errors.RecordDamaged, "not-ready"),
        (errors.BrokenRecord, "internal"),
    ],
)
def test_each_error_of_the_tree_has_its_problem(error, code):
    assert problem_of(error(vi="x", en="y")).code == code


def test_a_fault_that_nobody_foresaw_tells_nothing():
    assert "secret" not in problem_of(RuntimeError("secret")).detail.en
