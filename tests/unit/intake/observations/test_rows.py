from __future__ import annotations

import pytest

from tests.unit.intake.observations.samples import HEADER, SOUND, read, table
from tiendo.intake.observations.faults import OUTCOMES, Refused
from tiendo.intake.observations.rows import LONGEST_CELL, LONGEST_ROW

COMMUNE_OF_BEFORE = "05974"  # its code was in force until 30 June 2025


def outcome(row: str, decimal_mark: str = ".") -> tuple[str, str | None] | None:
    """The code and column of what is wrong with a row behind a sound one; `None` where nothing is."""
    found = read(table(SOUND, row), decimal_mark)
    for one in found.refusals:
        assert one.row == 3
        assert one.sentence("vi") != one.sentence("en")
        return one.code, one.field
    assert len(found.starts) == 2
    return None


@pytest.mark.parametrize(
    ("row", "code", "field"),
    [
        ("aquatic_output,20,2023", "wrong-cells", None),
        ("aquatic_output,20,2023,1,,,,", "wrong-cells", None),
        ('"aquatic_output,20,2023,1,,,', "wrong-quotes", None),
        ('aquatic_output,20,2023,"1"2,,,', "wrong-quotes", None),
        (",20,2023,1,,,", "cell-missing", "indicator"),
        ("aquatic_output,,2023,1,,,", "cell-missing", "territory"),
        ("aquatic_output,20, ,1,,,", "cell-missing", "period"),
        ("aquatic_output,20,2023,,,,", "cell-missing", "value"),
        ("aquatic_output,20,2023," + "1" * (LONGEST_CELL + 1) + ",,,", "cell-too-long", "value"),
        ("x" * (LONGEST_ROW + 1), "row-too-long", None),
        ("," * (LONGEST_ROW + 1), "row-too-long", None),
        ("aquatic_output,20,2023,1\0,,,", "control-character", "value"),
        ("aquatic\x1b[31m,20,2023,1,,,", "control-character", "indicator"),
        ("=cmd|' /C calc'!A0,20,2023,1,,,", "formula", "indicator"),
        ("aquatic_output,20,2023,=1+1,,,", "formula", "value"),
        ("aquatic_output,20,2023,+1,,,", "formula", "value"),
        ("aquatic_output,20,2023,@SUM(A1),,,", "formula", "value"),
        ("aquatic_output,20,2023,-A1,,,", "formula", "value"),
        ("fish,20,2023,1,,,", "unknown-indicator", "indicator"),
        ("aquatic_output,99999,2023,1,,,", "unknown-territory", "territory"),
        ("aquatic_output,Lạng Sơn,2023,1,,,", "unknown-territory", "territory"),
        (f"aquatic_output,{COMMUNE_OF_BEFORE},2026-03,1,,,", "territory-not-in-force", "territory"),
        ("aquatic_output,183,2025,1,,,", "territory-not-in-force", "territory"),
        ("aquatic_output,20,quý I,1,,,", "wrong-period", "period"),
        ("aquatic_output,20,2023-13,1,,,", "wrong-period", "period"),
        ("aquatic_output,20,2023-02-30,1,,,", "wrong-period", "period"),
        ("aquatic_output,20,2024/2020,1,,,", "wrong-period", "period"),
        ("aquatic_output,20,../2023,1,,,", "impossible-period", "period"),
        ("aquatic_output,20,0023,1,,,", "impossible-period", "period"),
        ("aquatic_output,20,2027,1,yes,,", "period-in-future", "period"),
        ("aquatic_output,20,2026,1,,,", "period-not-over", "period"),
        ("aquatic_output,20,2023,nhiều,,,", "wrong-number", "value"),
        ("aquatic_output,20,2023,1e5,,,", "wrong-number", "value"),
        ("aquatic_output,20,2023,007,,,", "wrong-number", "value"),
        ("aquatic_output,20,2023,.5,,,", "wrong-number", "value"),
        ("aquatic_output,20,2023,NaN,,,", "wrong-number", "value"),
        ("aquatic_output,20,2023,12 %,,,", "wrong-number", "value"),
        ("aquatic_output,20,2023,١٢,,,", "wrong-number", "value"),
        ('aquatic_output,20,2023,"1,234",,,', "ambiguous-number", "value"),
        ('aquatic_output,20,2023,"12,5",,,', "ambiguous-number", "value"),
        ("aquatic_output,20,2023," + "9" * 21 + ",,,", "number-too-long", "value"),
        ("aquatic_output,20,2023,-5,,,", "negative-value", "value"),
        ("aquatic_output,20,2023,1,maybe,,", "wrong-flag", "estimated"),
        ("aquatic_output,20,2023,1,,2,", "wrong-flag", "cumulative"),
        ("aquatic_output,20,2023,1,,,tỷ đồng", "other-unit", "unit"),
        ("aquatic_output,20,2023,1,,,%", "other-unit", "unit"),
        ("aquatic_output,20,2023,1,,,!!", "other-unit", "unit"),
        (SOUND, "duplicate", None),
        ("aquatic_output, 20 ,2024,13,yes,no,nghìn tấn", "duplicate", None),
    ],
)  # fmt: skip
def test_a_wrong_row_has_one_stable_code_and_names_its_column(row, code, field):
    assert outcome(row) == (code, field)


@pytest.mark.parametrize(
    "row",
    [
        "aquatic_output,VN,2024,1,,,",
        "aquatic_output,20,2024,12.50,,yes,",  # the cumulative value is another measure
        "aquatic_output,20,2024-H1,0,no,no,",
        "aquatic_output,20,2024-M09,0.5,yes,CÓ,",
        "aquatic_output,20,2016/2020,1,,,",
        "aquatic_output,20,2026,1,yes,,",  # an estimate of a year that is not over
        "aquatic_output,183,2025-H1,1,,,",
        f"aquatic_output,{COMMUNE_OF_BEFORE},2025-Q2,1,,,",
        "grdp_growth,20,2023,-1.5,,,%",
        '"aquatic_output","20","2023","1",,,"nghìn tấn"',
        " aquatic_output , 20 , 2023 , 1 , Yes , ,",
        "aquatic_output,20,2023,1,,,tấn",
    ],
)
def test_a_sound_row_is_taken(row):
    assert outcome(row) is None


@pytest.mark.parametrize(
    ("written", "low"),
    [("1.234", "1234"), ("1.234,5", "1234.5"), ("1234,50", "1234.50"), ("0,125", "0.125"), ("12", "12")],
)
def test_with_a_decimal_comma_dots_group_thousands(written, low):
    found = read(table(f'aquatic_output,20,2024,"{written}",,,'), ",")
    (value,) = found.values()
    assert (value.low, value.quote) == (low, written)


@pytest.mark.parametrize(
    ("written", "code"),
    [("1.5", "ambiguous-number"), ("1.2345", "ambiguous-number"), ("0.125", "ambiguous-number"),
     ("12.34.567", "wrong-number"), ("1,234,567", "ambiguous-number"), ("1234.567", "ambiguous-number")],
)  # fmt: skip
def test_with_a_decimal_comma_what_could_be_a_decimal_point_is_refused(written, code):
    found = read(table(f'aquatic_output,20,2024,"{written}",,,'), ",")
    assert [one.code for one in found.refusals] == [code]


@pytest.mark.parametrize(
    ("number", "unit", "low"),
    [("1500", "tấn", "1.500"), ("1.5", "triệu tấn", "1500"), ("1.5", "nghìn tấn", "1.5"), ("7", "", "7")],
)
def test_another_unit_of_the_same_thing_is_converted_exactly(number, unit, low):
    (value,) = read(table(f"aquatic_output,20,2024,{number},,,{unit}")).values()
    assert (value.low, value.quote) == (low, number)


def test_a_minus_is_a_decrease_and_minus_nothing_is_none():
    values = list(read(table("grdp_growth,20,2024,-1.50,,,", "grdp_growth,20,2023,-0.0,,,")).values())
    assert [(one.low, one.negative) for one in values] == [("1.50", True), ("0.0", False)]


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_the_quote_is_the_text_at_its_place_however_the_table_is_written(line_end, separator):
    lines = [HEADER, SOUND, '"aquatic_output",20,2023," 7.25 ",,,nghìn tấn', "grdp_growth,20,2022,-3,yes,,"]
    text = line_end.join(line.replace(",", separator) for line in lines)
    values = list(read(text).values())
    assert [one.quote for one in values] == ["12.50", "7.25", "-3"]
    assert [text[one.start : one.start + len(one.quote)] for one in values] == ["12.50", "7.25", "-3"]


def test_blank_lines_say_nothing_and_rows_keep_the_numbers_of_the_spreadsheet():
    found = read(table("", SOUND, ",,,,,,", "fish,20,2023,1,,,", ""))
    assert list(found.numbers) == [3]
    assert [one.row for one in found.refusals] == [5]
    assert found.rows == 2


def test_columns_stand_in_any_order_and_some_may_be_missing():
    found = read(table("12.5,2024,aquatic_output,20", header="Value, period ,indicator,territory"))
    (value,) = found.values()
    assert (value.low, value.indicator, value.where.territory) == ("12.5", "aquatic_output", "20")


@pytest.mark.parametrize(
    ("header", "code"),
    [
        ("indicator,territory,period", "header-missing"),
        ("indicator,territory,period,value,value", "header-twice"),
        ("indicator,territory,period,value,note", "header-unknown"),
        ("aquatic_output,20,2024,1", "header-unknown"),
        ("x" * 5_000, "row-too-long"),
    ],
)
def test_a_header_that_is_not_that_of_the_template_is_refused(header, code):
    with pytest.raises(Refused) as caught:
        read(table(SOUND, header=header))
    assert caught.value.code == code


def test_every_code_has_a_sentence_in_both_languages_about_the_same_values():
    for code, wording in OUTCOMES.items():
        assert wording.vi.strip(), code
        for name in ("{value", "{limit}", "{field}", "{known}"):
            assert (name in wording.vi) == (name in wording.en), (code, name)
