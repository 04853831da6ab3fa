from __future__ import annotations

import csv
import io
import json
from dataclasses import replace

import pytest

from tests.unit.cli.samples import LINKED, OBSERVATION, TASK
from tiendo.cli.records import csv_lines, fields_of, json_lines
from tiendo.facts.contract import FIELDS
from tiendo.facts.decisions import Ambiguous, Matched, Rejected, Unknown
from tiendo.intake.reading import Linked


def test_the_contract_comes_first_and_what_was_matched_follows():
    for fact in LINKED:
        fields = fields_of(fact)
        contract = FIELDS[fields["kind"]]
        assert tuple(fields)[: len(contract)] == contract
        assert set(fields) - set(contract) <= {
            *("indicator", "indicator_decision", "indicator_candidates", "indicator_reasons"),
            *("lead_codes", "coordinator_codes", "confidence", "doubts"),
        }


def test_a_code_is_given_where_the_look_up_settled_on_one():
    target, observation, task, citation = (fields_of(fact) for fact in LINKED)
    assert target["indicator"] is None
    assert observation["indicator"] == "state_budget_revenue"
    assert task["lead_codes"] == ["so-tai-chinh"]
    assert task["coordinator_codes"] == []
    assert "indicator" not in citation


@pytest.mark.parametrize(
    ("decision", "said", "candidates", "reasons"),
    [
        (Matched("exports", ("name",), ("near",)), "matched", ["exports"], ["name", "near"]),
        (Ambiguous(("exports", "imports"), ("two names",)), "ambiguous", ["exports", "imports"], ["two names"]),
        (Unknown(("no such name",)), "unknown", [], ["no such name"]),
        (Rejected("exports", ("other unit",)), "rejected", ["exports"], ["other unit"]),
    ],
)
def test_a_look_up_that_settles_on_nothing_says_why(decision, said, candidates, reasons):
    fields = fields_of(Linked(OBSERVATION, indicator=decision))
    assert (fields["indicator_decision"], fields["indicator_candidates"]) == (said, candidates)
    assert fields["indicator_reasons"] == reasons
    assert fields["indicator"] == ("exports" if said == "matched" else None)


def test_every_record_says_how_sure_the_reader_is_and_why_not():
    observation = fields_of(LINKED[1])
    assert observation["confidence"] == 0.81
    assert observation["doubts"] == ["period-from-document"]


def test_a_json_line_is_one_record_in_vietnamese_letters():
    lines = json_lines(LINKED, None).splitlines()
    assert [json.loads(line)["kind"] for line in lines] == ["target", "observation", "task", "citation"]
    assert "Tổng thu ngân sách nhà nước trên địa bàn" in lines[1]
    assert "document" not in json.loads(lines[1])


def test_the_document_is_the_first_field_where_there_are_several():
    first = json.loads(json_lines(LINKED, "báo cáo.pdf").splitlines()[0])
    assert next(iter(first.items())) == ("document", "báo cáo.pdf")


@pytest.mark.parametrize("separator", ["\n", "\r", "\x0c", "\x85", "\u2028", "\u2029"])
def test_no_line_break_of_the_document_breaks_the_line(separator):
    broken = replace(TASK, quote=TASK.quote.replace(" ", separator, 1))
    [line] = json_lines([Linked(broken)], None).splitlines()
    assert json.loads(line)["quote"] == broken.quote


def test_csv_has_the_same_columns_for_every_kind_and_the_heading_once():
    text = csv_lines(LINKED, "a.txt", heading=True) + csv_lines(LINKED, "b.txt", heading=False)
    rows = list(csv.DictReader(io.StringIO(text)))
    assert [row["document"] for row in rows] == ["a.txt"] * 4 + ["b.txt"] * 4
    assert rows[0]["provision"] == "Điều 1; I"
    assert rows[1]["low"] == "2202.4"
    assert rows[1]["yoy_percent"] == "-8.9"
    assert rows[1]["estimated"] == "true"
    assert rows[2]["lead"] == "Sở Tài chính"
    assert rows[3]["low"] == ""


def test_text_that_a_spreadsheet_would_run_stays_text():
    trap = '=HYPERLINK("x")'
    fact = Linked(replace(OBSERVATION, subject=trap))
    row = next(csv.DictReader(io.StringIO(csv_lines([fact], "@a.txt", heading=True))))
    assert row["subject"] == "'" + trap
    assert row["document"] == "'@a.txt"
