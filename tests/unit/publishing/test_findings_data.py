from __future__ import annotations

import json
from dataclasses import replace

import pytest

from tests.unit.publishing.findings import ALL, CONSISTENT, QUESTION, SUM, UNKNOWN, both, place
from tiendo.facts.findings import Severity, Slip, Verdict
from tiendo.publishing.findings_data import as_json_lines, fields_of

FIELDS = (
    *("check", "verdict", "severity", "message", "message_vi", "message_en", "computed", "claimed", "figures"),
    *("working", "suggestion", "alternatives"),
)


def test_the_names_of_the_fields_are_those_that_programs_rely_on():
    for finding in ALL:
        fields = fields_of(finding, "vi")
        assert tuple(fields) == FIELDS
    figures = fields_of(SUM, "vi")["figures"][0]
    assert tuple(figures) == ("document", "start", "end", "quote")
    assert tuple(fields_of(SUM, "vi")["suggestion"]) == (
        *("document", "start", "end", "quote", "likely", "slip", "message"),
    )


def test_the_values_that_programs_choose_by_are_stable():
    assert {verdict.value for verdict in Verdict} == {"consistent", "inconsistent", "question", "unknown"}
    assert {severity.value for severity in Severity} == {"high", "medium", "low", "none"}
    assert {slip.value for slip in Slip} == {
        *("swapped-digits", "sign", "decimal-mark", "unit", "lost-digit", "doubled-digit", "wrong-digit"),
    }


def test_a_finding_is_told_in_plain_data():
    assert fields_of(SUM, "vi") == {
        "check": "sums",
        "verdict": "inconsistent",
        "severity": "high",
        "message": "Tổng chi: không khớp (vi)",
        "message_vi": "Tổng chi: không khớp (vi)",
        "message_en": "Tổng chi: không khớp (en)",
        "computed": [1950.85, 1951.95],
        "claimed": [1960.35, 1960.45],
        "figures": [
            {"document": "bao-cao.pdf", "start": 500, "end": 515, "quote": "1.789,4 tỷ đồng"},
            {"document": "bao-cao.pdf", "start": 600, "end": 611, "quote": "162 tỷ đồng"},
            {"document": "bao-cao.pdf", "start": 400, "end": 415, "quote": "1.960,4 tỷ đồng"},
        ],
        "working": ["cộng (vi)", "so (vi)"],
        "suggestion": {
            "document": "bao-cao.pdf",
            "start": 500,
            "end": 515,
            "quote": "1.789,4 tỷ đồng",
            "likely": "1.798,4 tỷ đồng",
            "slip": "swapped-digits",
            "message": "1.789,4 tỷ đồng → 1.798,4 tỷ đồng (vi)",
        },
        "alternatives": [
            {
                "document": "bao-cao.pdf",
                "start": 600,
                "end": 611,
                "quote": "162 tỷ đồng",
                "likely": "172 tỷ đồng",
                "slip": "wrong-digit",
                "message": "162 tỷ đồng → 172 tỷ đồng (vi)",
            }
        ],
    }


def test_the_language_is_that_asked_for_and_both_messages_are_always_there():
    english, vietnamese = fields_of(SUM, "en"), fields_of(SUM, "vi")
    assert english["message"] == english["message_en"] != vietnamese["message"]
    assert english["working"] == ["cộng (en)", "so (en)"]
    assert english["suggestion"]["message"].endswith("(en)")
    assert english["message_vi"] == vietnamese["message_vi"]


def test_an_open_side_is_null_and_a_whole_end_stays_whole():
    fields = fields_of(QUESTION, "vi")
    assert fields["computed"] == [431, None]
    assert isinstance(fields["computed"][0], int)
    assert fields["claimed"] == [420, 420]


def test_what_is_missing_is_null_or_empty():
    fields = fields_of(UNKNOWN, "vi")
    assert (fields["computed"], fields["claimed"], fields["suggestion"]) == (None, None, None)
    assert (fields["working"], fields["alternatives"]) == ([], [])


def test_a_fraction_that_no_decimal_shows_is_the_nearest_number():
    assert fields_of(CONSISTENT, "vi")["computed"] == pytest.approx([84.4827586, 84.4827586])


def test_each_finding_is_one_line_of_valid_json():
    lines = as_json_lines(ALL, "vi").split("\n")
    assert lines.pop() == ""
    assert [json.loads(line)["check"] for line in lines] == [finding.check for finding in ALL]
    assert "Tổng chi" in lines[0]


def test_no_finding_is_no_line():
    assert as_json_lines((), "vi") == ""


@pytest.mark.parametrize("separator", ["\n", "\r", "\x0b", "\x0c", "\x1c", "\x85", "\u2028", "\u2029"])
def test_no_line_break_of_a_document_breaks_the_line(separator):
    quote = f"1.789,4{separator}tỷ đồng"
    finding = replace(SUM, places=(place(quote, 500),), message=both(quote))
    (line,) = as_json_lines([finding], "vi").splitlines()
    assert json.loads(line)["figures"][0]["quote"] == quote


@pytest.mark.parametrize("hostile", ['"}', "\\", "</script>", "\x00", "\ud800"])
def test_hostile_text_stays_text(hostile):
    finding = replace(SUM, message=both(hostile))
    (line,) = as_json_lines([finding], "vi").splitlines()
    assert json.loads(line)["message"] == f"{hostile} (vi)"
