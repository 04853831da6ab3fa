"""What tables work out: percentages, shares, growth and differences, told by the numbers themselves."""

from __future__ import annotations

import pytest

from tests.spec.checks.audit import audit, report

PLANS = """| Chỉ tiêu | Đơn vị | Năm 2021 | Kế hoạch | Thực hiện | TH/KH (%) | So với năm 2021 (%) | Tăng, giảm |
|---|---|---|---|---|---|---|---|
| Sản lượng lúa | tấn | 28.400 | 29.100 | 29.050 | {of_plan} | 102,3 | 650 |
| Sản lượng ngô | tấn | 91.200 | 92.500 | 93.100 | 100,6 | {of_last_year} | 1.900 |
| Trồng rừng mới | ha | 9.120 | 9.000 | 9.375 | 104,2 | 102,8 | {gain} |
| Trồng cây ăn quả | ha | 1.240 | 1.300 | 1.262 | 97,1 | 101,8 | 22 |
"""
GROWTH = """| Chỉ tiêu | Đơn vị | 2017 | 2018 | 2019 | 2020 | 2021 |
|---|---|---|---|---|---|---|
| Giá trị sản xuất công nghiệp | tỷ đồng | 6.690 | {second} | 7.935 | 8.665 | 9.480 |
| Tốc độ tăng | % | 8,0 | 8,8 | 9,0 | {fourth} | 9,4 |
"""
SHARES = """| Loại hình | Số hộ | Cơ cấu (%) |
|---|---|---|
| Trồng trọt | 1.240 | 40,0 |
| Chăn nuôi | 1.550 | {second} |
| Dịch vụ | 310 | 10,0 |
| Tổng số | 3.100 | 100,0 |
"""
SOUND_PLANS = PLANS.format(of_plan="99,8", of_last_year="102,1", gain="255")


def wrong_numbers(table: str) -> list[str]:
    """The printed numbers in which contradictions show, in order."""
    findings = [one for one in audit({"bao-cao.md": report(table)}) if one.verdict == "inconsistent"]
    return sorted({finding.suggestions[0].place.quote for finding in findings if finding.suggestions})


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        pytest.param(SOUND_PLANS, [], id="percentages of plan and year that hold"),
        pytest.param(PLANS.format(of_plan="98,9", of_last_year="102,1", gain="255"), ["98,9"], id="of the plan"),
        pytest.param(PLANS.format(of_plan="99,8", of_last_year="101,2", gain="255"), ["101,2"], id="of last year"),
        pytest.param(PLANS.format(of_plan="99,8", of_last_year="102,1", gain="525"), ["525"], id="a difference"),
        pytest.param(GROWTH.format(second="7.280", fourth="9,2"), [], id="growth that holds"),
        pytest.param(GROWTH.format(second="7.280", fourth="2,9"), ["2,9"], id="growth"),
        pytest.param(SHARES.format(second="50,0"), [], id="shares that hold"),
        pytest.param(SHARES.format(second="55,0"), ["55,0"], id="a share of the total"),
    ],
)
def test_the_number_that_does_not_fit_its_column_is_named(table: str, expected: list[str]) -> None:
    assert wrong_numbers(table) == expected


def test_a_column_that_its_rows_do_not_confirm_means_something_else() -> None:
    of_another_plan = SOUND_PLANS.replace("99,8", "81,2").replace("100,6", "93,4").replace("104,2", "88,8")
    findings = audit({"bao-cao.md": report(of_another_plan)})
    assert [one for one in findings if one.verdict in ("inconsistent", "question")] == []


def test_a_number_that_two_columns_use_is_named_once() -> None:
    wrong = SOUND_PLANS.replace("29.050", "20.950")
    assert wrong_numbers(wrong) == ["20.950"]


def test_years_that_are_over_are_results_and_no_late_targets() -> None:
    past = """| Chỉ tiêu | Đơn vị | 2019 | 2020 | 2021 |
|---|---|---|---|---|
| Doanh thu lưu trú | tỷ đồng | 412 | 470 | 536 |
"""
    findings = audit({"bao-cao.md": report(past)})
    assert [one for one in findings if one.verdict == "question"] == []
