"""The board as data: everything a status rests on, stable columns, cells that no spreadsheet runs."""

from __future__ import annotations

import csv
import io
import json

import pytest

from tests.unit.assessment.figures import catalogue, entry, indicator, result, target
from tests.unit.publishing.sample import board
from tiendo.assessment.board import build_board
from tiendo.facts.period import Period
from tiendo.publishing.board_data import COLUMNS, as_csv, as_json


def test_a_row_carries_inputs_rule_reason_and_source() -> None:
    made = json.loads(as_json(board()))
    rows = {row["indicator"]: row for sector in made["sectors"] for row in sector["rows"]}
    tourism = rows["tourism"]
    assert tourism["assessment"]["status"] == "behind"
    assert tourism["assessment"]["rule"]["id"] == "status-pace"
    assert tourism["assessment"]["inputs"]["expected"] == {"low": 650, "high": 650}
    assert tourism["assessment"]["inputs"]["reached_interval"] == [276.5, 277.5]
    assert tourism["assessment"]["inputs"]["path"]["id"] == "path-linear-share"
    assert tourism["assessment"]["ratio"] == 0.426154
    assert tourism["assessment"]["needed"]["periods"] == 3
    assert tourism["assessment"]["age_days"] == 0
    assert tourism["owner"]["name"] == "Sở Văn hóa, Thể thao và Du lịch"
    assert tourism["result"]["yoy_percent"] == -19.3
    source = tourism["result"]["source"]
    assert source["end"] - source["start"] == len(source["quote"])


def test_totals_and_method_version_stand_in_the_json() -> None:
    made = json.loads(as_json(board()))
    assert (made["period"], made["on"], made["method"]) == ("2022-Q1", "2022-03-31", "1")
    assert made["totals"]["rows"] == 11
    assert made["totals"]["behind"] == 1
    assert [row["indicator"] for row in made["unplanned"]] == ["exports", "retail"]


def test_the_table_has_stable_columns_and_decimal_points() -> None:
    rows = list(csv.DictReader(io.StringIO(as_csv(board()))))
    assert tuple(rows[0]) == COLUMNS
    revenue = next(row for row in rows if row["indicator"] == "revenue")
    assert (revenue["result_low"], revenue["target_low"], revenue["yoy_percent"]) == ("2202.4", "7850", "-8.9")
    assert revenue["status"] == "on-path"
    assert len(rows) == 13


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t"])
def test_no_text_is_run_as_a_formula(sign: str) -> None:
    measure = indicator(code="forest", unit="ha")
    entries = [entry(measure, target("9 ha @2022")), entry(measure, result("3 ha @2022"), f"{sign}HYPERLINK(1)")]
    (row,) = csv.DictReader(io.StringIO(as_csv(build_board(entries, Period.of_year(2022), catalogue(measure)))))
    assert row["result_source"].startswith(f"'{sign}")


def test_a_negative_number_stays_a_number() -> None:
    rows = csv.DictReader(io.StringIO(as_csv(board())))
    assert [row["yoy_percent"] for row in rows if row["indicator"] == "tourism"] == ["-19.3"]
