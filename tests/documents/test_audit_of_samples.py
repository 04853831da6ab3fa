"""The sample documents audited together: the two slips of `examples/README.md`, and nothing else."""

from __future__ import annotations

import re
from functools import cache

import pytest

from benchmarks.corpus import ROOT
from benchmarks.samples import sample_files
from tiendo.cli.audit import findings_of
from tiendo.facts.findings import Finding, Slip, Verdict
from tiendo.intake.reading import Reading, Request, read_facts
from tiendo.publishing.findings_words import grouped

REPORT = "bao-cao-quy-1-2022.pdf"
# Printed, true.
SLIPS = {("21,8%", "28,1%"), ("1.789,4 tỷ đồng", "1.798,4 tỷ đồng")}
LOUD = (Verdict.INCONSISTENT, Verdict.QUESTION)


@cache
def loud_findings() -> tuple[Finding, ...]:
    readings = [read_facts(Request(str(path), with_relations=True)) for path in sample_files()]
    assert len(readings) == 4
    assert all(isinstance(reading, Reading) for reading in readings)
    found = findings_of([reading for reading in readings if isinstance(reading, Reading)])
    return tuple(one for one in found if one.verdict in LOUD)


def first_suggestions() -> set[tuple[str, str]]:
    return {(one.suggestions[0].place.quote, one.suggestions[0].likely) for one in loud_findings()}


def test_exactly_the_two_slips_are_found_and_the_first_suggestion_is_the_true_number() -> None:
    assert first_suggestions() == SLIPS


def test_both_are_contradictions_and_no_questions() -> None:
    assert {one.verdict for one in loud_findings()} == {Verdict.INCONSISTENT}


def test_both_are_named_as_swapped_digits_of_the_report() -> None:
    for finding in loud_findings():
        first = finding.suggestions[0]
        assert first.slip is Slip.SWAPPED_DIGITS
        assert first.place.document.endswith(REPORT)


def test_a_reader_sees_two_slips_and_not_as_many_findings() -> None:
    groups = grouped(loud_findings())
    assert [len(group.findings) >= 1 for group in groups] == [True, True]
    assert {group.suggestion.likely for group in groups if group.suggestion} == {"28,1%", "1.798,4 tỷ đồng"}


@pytest.mark.parametrize("check", ["plan-percent", "sums", "implied-plan", "year-on-year"])
def test_each_relation_that_the_readme_names_is_broken(check: str) -> None:
    assert check in {one.check for one in loud_findings()}


def test_the_readme_tells_these_two_slips() -> None:
    readme = (ROOT / "examples" / "README.md").read_text(encoding="utf-8")
    bold = set(re.findall(r"\*\*([\d.,]+%?)\*\*", readme))
    assert bold == {number.removesuffix(" tỷ đồng") for pair in SLIPS for number in pair}
