"""The check `long-plans`: targets of several years against those of single years. Nothing here is ever asserted."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from tests.spec.checks.audit import plan, texts, worst_verdict

FIVE_YEARS = {"time": "5 năm 2016 - 2020", "day": "10/12/2015"}


def plans(*sentences: str) -> dict[str, str]:
    """One plan of many years that holds all sentences."""
    return {"ke-hoach.txt": plan(*sentences, **FIVE_YEARS)}


def with_year(long: str, year: str, time: str = "năm 2018", **frame: str) -> dict[str, str]:
    """A plan of five years and one of a single year."""
    return {
        "5-nam.txt": plan(long, **FIVE_YEARS),
        "1-nam.txt": plan(year, **({"time": time, "day": "10/12/2017"} | frame)),
    }


CASES = [
    # Levels on their way.
    texts(
        "a level that rises",
        "consistent",
        with_year("Đến năm 2020, tỷ lệ che phủ rừng đạt 60%.", "Tỷ lệ che phủ rừng đạt 58%."),
    ),
    texts(
        "a level that goes back",
        "question",
        with_year("Đến năm 2020, tỷ lệ che phủ rừng đạt 60%.", "Tỷ lệ che phủ rừng đạt 68%."),
    ),
    texts(
        "khoảng leaves room",
        "consistent",
        with_year("Đến năm 2020, tỷ lệ che phủ rừng đạt khoảng 60%.", "Tỷ lệ che phủ rừng đạt 62%."),
    ),
    texts(
        "trên is open above",
        "consistent",
        with_year("Đến năm 2020, tỷ lệ che phủ rừng đạt trên 60%.", "Tỷ lệ che phủ rừng đạt 68%."),
    ),
    texts(
        "a level that has to fall",
        "consistent",
        with_year("Đến năm 2020, tỷ lệ hộ nghèo còn 10%.", "Tỷ lệ hộ nghèo còn 15%."),
    ),
    texts(
        "a level that has to fall and rises",
        "question",
        with_year("Đến năm 2020, tỷ lệ hộ nghèo còn 10%.", "Tỷ lệ hộ nghèo còn 8%."),
    ),
    texts(
        "another province",
        "-",
        with_year("Đến năm 2020, tỷ lệ che phủ rừng đạt 60%.", "Tỷ lệ che phủ rừng đạt 68%.", place="Cao Bằng"),
    ),
    texts(
        "a definition that moved in between",
        "unknown",
        with_year(
            "Đến năm 2020, tỷ lệ hộ nghèo còn 10%.",
            "Tỷ lệ hộ nghèo còn 15%.",
            time="năm 2023",
            day="10/12/2022",
        ),
    ),
    # Means over years.
    texts(
        "one year of a mean says nothing",
        "unknown",
        with_year("Tốc độ tăng trưởng GRDP bình quân hằng năm đạt 8 - 9%.", "Tốc độ tăng trưởng GRDP đạt 7%."),
    ),
    texts(
        "all years give the mean",
        "consistent",
        {
            "dai-han.txt": plan("Tốc độ tăng trưởng GRDP bình quân giai đoạn 2016 - 2018 đạt 8%.", **FIVE_YEARS),
            "2016.txt": plan("Tốc độ tăng trưởng GRDP đạt 7%.", time="năm 2016", day="10/12/2015"),
            "2017.txt": plan("Tốc độ tăng trưởng GRDP đạt 8%.", time="năm 2017", day="10/12/2016"),
            "2018.txt": plan("Tốc độ tăng trưởng GRDP đạt 9%.", time="năm 2018", day="10/12/2017"),
        },
    ),
    texts(
        "all years miss the mean",
        "question",
        {
            "dai-han.txt": plan("Tốc độ tăng trưởng GRDP bình quân giai đoạn 2016 - 2018 đạt 8%.", **FIVE_YEARS),
            "2016.txt": plan("Tốc độ tăng trưởng GRDP đạt 5%.", time="năm 2016", day="10/12/2015"),
            "2017.txt": plan("Tốc độ tăng trưởng GRDP đạt 5%.", time="năm 2017", day="10/12/2016"),
            "2018.txt": plan("Tốc độ tăng trưởng GRDP đạt 6%.", time="năm 2018", day="10/12/2017"),
        },
    ),
    # Flows of a period.
    texts(
        "one year of a period's flow",
        "consistent",
        with_year("Giai đoạn 2016 - 2020, trồng rừng mới 45.000 ha.", "Trồng rừng mới 9.000 ha."),
    ),
    texts(
        "one year above the whole period",
        "question",
        with_year("Giai đoạn 2016 - 2020, trồng rừng mới 45.000 ha.", "Trồng rừng mới 49.000 ha."),
    ),
    texts(
        "a quarter of a year",
        "consistent",
        {"a.txt": plan("Trồng rừng mới 9.000 ha.", "Quý I năm 2022, trồng rừng mới 2.000 ha.")},
    ),
    texts(
        "a quarter above its year",
        "question",
        {"a.txt": plan("Trồng rừng mới 9.000 ha.", "Quý I năm 2022, trồng rừng mới 12.000 ha.")},
    ),
    # A stock and what is added.
    texts(
        "the schools added explain the stock",
        "consistent",
        {
            "a.txt": plan("Đến hết năm 2021 có 200 trường học đạt chuẩn quốc gia.", time="năm 2021", day="10/12/2020"),
            "b.txt": plan("Số trường học đạt chuẩn quốc gia đạt 215 trường học."),
            "c.txt": plan("Công nhận mới 15 trường học đạt chuẩn quốc gia."),
        },
    ),
    texts(
        "the schools added do not explain the stock",
        "question",
        {
            "a.txt": plan("Đến hết năm 2021 có 200 trường học đạt chuẩn quốc gia.", time="năm 2021", day="10/12/2020"),
            "b.txt": plan("Số trường học đạt chuẩn quốc gia đạt 225 trường học."),
            "c.txt": plan("Công nhận mới 15 trường học đạt chuẩn quốc gia."),
        },
    ),
]


@pytest.mark.parametrize(("expected", "documents"), CASES)
def test_targets_of_several_years_fit_those_of_single_years(expected: str, documents: Mapping[str, str]) -> None:
    assert worst_verdict("long-plans", documents) == expected
