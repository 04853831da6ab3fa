"""Written units become codes, and codes convert exactly or refuse."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tiendo.facts.errors import IncompatibleUnits, LookupRefused
from tiendo.facts.quantity import Unit
from tiendo.reference.units import (
    COUNTED_NOUNS,
    MEASURE_WORDS,
    MULTIPLIER_WORDS,
    comparable,
    convert,
    read_unit,
)

GOLD = Path(__file__).parents[4] / "shared" / "facts" / "gold"


@pytest.mark.parametrize(
    ("written", "measure", "multiplier"),
    [
        # money
        ("đồng", "VND", 0),
        ("nghìn đồng", "VND", 3),
        ("triệu đồng", "VND", 6),
        ("tỷ đồng", "VND", 9),
        ("tỉ đồng", "VND", 9),
        ("nghìn tỷ đồng", "VND", 12),
        ("ngàn tỷ đồng", "VND", 12),
        ("tỷ", "VND", 9),
        ("triệu USD", "USD", 6),
        ("tỷ USD", "USD", 9),
        ("đô la Mỹ", "USD", 0),
        ("tỉ đô la Mỹ (USD)", "USD", 9),
        # shares and changes of shares
        ("%", "PT", 0),
        ("điểm phần trăm", "PP", 0),
        ("điểm %", "PP", 0),
        ("‰", "PM", 0),
        ("lần", "LAN", 0),
        # land, weight, length, volume, power, time
        ("ha", "HA", 0),
        ("héc ta", "HA", 0),
        ("nghìn ha", "HA", 3),
        ("m²", "M2", 0),
        ("km2", "KM2", 0),
        ("kg", "KG", 0),
        ("tạ", "DT", 0),
        ("tấn", "T", 0),
        ("nghìn tấn", "T", 3),
        ("triệu m3", "M3", 6),
        ("mm", "MM", 0),
        ("MW", "MW", 0),
        ("triệu kWh", "KWH", 6),
        ("giờ", "GIO", 0),
        ("ngày", "NGAY", 0),
        # visits and turns are one thing
        ("lượt", "LUOT", 0),
        ("lượt khách", "LUOT", 0),
        ("lượt công dân", "LUOT", 0),
        ("lượt hộ vay vốn", "LUOT", 0),
        ("nghìn lượt", "LUOT", 3),
        ("triệu lượt người", "LUOT", 6),
        # counted things: the noun
        ("xã", "XA", 0),
        ("Doanh nghiệp", "DOANH_NGHIEP", 0),
        ("chi nhánh, văn phòng đại diện", "CHI_NHANH_VAN_PHONG_DAI_DIEN", 0),
        ("huyện/thành phố", "HUYEN_THANH_PHO", 0),
        ("triệu cây", "CAY", 6),
        ("ATM mềm", "ATM_MEM", 0),
        ("cống hộp", "CONG_HOP", 0),
        # one code for one thing
        ("trường", "TRUONG_HOC", 0),
        ("trường học", "TRUONG_HOC", 0),
        ("bác sỹ", "BAC_SI", 0),
        ("bác sĩ", "BAC_SI", 0),
        ("giường", "GIUONG_BENH", 0),
        ("giường bệnh", "GIUONG_BENH", 0),
        ("thửa", "THUA_DAT", 0),
        ("thôn, bản", "THON", 0),
        ("hợp tác xã", "HTX", 0),
        # a denominator behind a measure belongs elsewhere
        ("m3/năm", "M3", 0),
        ("tạ/ha", "DT", 0),
        ("triệu đồng/người", "VND", 6),
    ],
)
def test_a_written_unit_has_one_code_and_a_power_of_ten(written: str, measure: str, multiplier: int) -> None:
    assert read_unit(written) == Unit(measure, multiplier)


@pytest.mark.parametrize("written", ["", "  ", "2", "(USD)", "...", "日本"])
def test_what_can_be_no_unit_is_refused_with_its_name(written: str) -> None:
    with pytest.raises(LookupRefused, match="no unit"):
        read_unit(written)


def test_every_unit_of_the_gold_records_comes_out_as_its_readers_coded_it() -> None:
    if not GOLD.is_dir():
        pytest.skip("the gold records (../shared/facts/gold) are not beside this checkout")
    records = [json.loads(line) for file in GOLD.rglob("*.jsonl") for line in file.read_text("utf-8").splitlines()]
    coded = {(r["unit"], r["unit_measure"], r["unit_mult"]) for r in records if r["kind"] in ("target", "observation")}
    read = {(unit, read_unit(unit).measure, read_unit(unit).multiplier) for unit, _, _ in coded}
    assert coded
    assert read - coded == set()


@pytest.mark.parametrize(
    ("value", "source", "target", "result"),
    [
        ("2202.4", Unit("VND", 9), Unit("VND", 6), "2202400"),
        ("3081.6", Unit("VND", 6), Unit("VND", 9), "3.0816"),
        ("1", Unit("KM2"), Unit("HA"), "100"),
        ("9000", Unit("HA"), Unit("M2"), "90000000"),
        ("52.6", Unit("DT"), Unit("KG"), "5260"),
        ("1.5", Unit("T", 3), Unit("DT"), "15000"),
        ("34.6", Unit("M"), Unit("MM"), "34600"),
        ("12", Unit("KM"), Unit("M"), "12000"),
        ("250", Unit("KWH", 6), Unit("GWH"), "250"),
        ("7", Unit("XA"), Unit("XA"), "7"),
    ],
)
def test_units_of_one_thing_convert_exactly(value: str, source: Unit, target: Unit, result: str) -> None:
    assert convert(Decimal(value), source, target) == Decimal(result)


@pytest.mark.parametrize(
    ("source", "target"),
    [("VND", "USD"), ("PT", "PP"), ("HA", "M"), ("XA", "THON"), ("LUOT", "NGUOI"), ("T", "M3")],
)
def test_units_of_different_things_refuse_in_both_languages(source: str, target: str) -> None:
    assert not comparable(Unit(source), Unit(target))
    with pytest.raises(IncompatibleUnits, match=f"{source} cannot be converted to {target}") as refused:
        convert(Decimal(1), Unit(source), Unit(target))
    assert f"Không đổi được {source} sang {target}" in refused.value.vi


def test_a_value_that_is_no_number_is_refused() -> None:
    with pytest.raises(LookupRefused, match="finite"):
        convert(Decimal("NaN"), Unit("HA"), Unit("M2"))


AREAS = st.builds(Unit, st.sampled_from(["M2", "HA", "KM2"]), st.integers(0, 9))


@given(st.decimals(allow_nan=False, allow_infinity=False, places=40), AREAS, AREAS)
def test_there_and_back_is_the_same_number_to_the_last_digit(value: Decimal, source: Unit, target: Unit) -> None:
    back = convert(convert(value, source, target), target, source)
    assert back.compare_total(value) == 0


@given(
    st.lists(st.sampled_from(sorted(MULTIPLIER_WORDS)), max_size=3),
    st.sampled_from([*MEASURE_WORDS, *COUNTED_NOUNS]),
)
def test_multipliers_add_up_whatever_the_capitals_and_spaces(multipliers: list[str], noun: str) -> None:
    power = sum(MULTIPLIER_WORDS[word] for word in multipliers)
    expected = Unit(read_unit(noun).measure, power)
    assert read_unit(f" {'  '.join([*multipliers, noun]).upper()} ") == expected


def test_the_word_lists_put_the_longest_first_so_that_it_wins() -> None:
    for words in (MEASURE_WORDS, COUNTED_NOUNS):
        assert [len(word) for word in words] == sorted((len(word) for word in words), reverse=True)
    assert COUNTED_NOUNS.index("trạm y tế") < COUNTED_NOUNS.index("trạm")


@pytest.mark.parametrize("noun", ["xã", "hợp tác xã", "HTX", "điểm quan trắc", "cụm công nghiệp", "thủ tục hành chính"])
def test_what_plans_count_is_on_the_list(noun: str) -> None:
    assert noun in COUNTED_NOUNS
