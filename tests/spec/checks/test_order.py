"""The check `order`: parts and wholes of the catalogue, written ratios, running totals over the year."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from tests.spec.checks.audit import report, row, texts, worst_verdict

SECOND = {"time": "6 tháng đầu năm 2022", "day": "05/7/2022"}


def two_reports(first: str, second: str, **frame: str) -> dict[str, str]:
    """Reports on the first quarter and on the first half of one year."""
    return {"quy-1.txt": report(first), "6-thang.txt": report(second, **(SECOND | frame))}


CASES = [
    # What the catalogue orders.
    row(
        "a part of the catalogue",
        "consistent",
        "Thu nội địa đạt 600 tỷ đồng. Tổng thu ngân sách nhà nước trên địa bàn đạt 2.200 tỷ đồng.",
    ),
    row(
        "a part above its whole",
        "inconsistent",
        "Thu nội địa đạt 6.000 tỷ đồng. Tổng thu ngân sách nhà nước trên địa bàn đạt 2.200 tỷ đồng.",
    ),
    row(
        "second doses",
        "consistent",
        "Tỷ lệ dân số trên 18 tuổi tiêm mũi 1 đạt 99,8%; tỷ lệ dân số trên 18 tuổi tiêm đủ 2 mũi đạt 98,9%.",
    ),
    row(
        "more second doses than first ones",
        "inconsistent",
        "Tỷ lệ dân số trên 18 tuổi tiêm mũi 1 đạt 88,9%; tỷ lệ dân số trên 18 tuổi tiêm đủ 2 mũi đạt 98,9%.",
    ),
    row(
        "equal within rounding",
        "consistent",
        "Tỷ lệ dân số trên 18 tuổi tiêm mũi 1 đạt 98,9%; tỷ lệ dân số trên 18 tuổi tiêm đủ 2 mũi đạt 98,91%.",
    ),
    row(
        "money paid out",
        "consistent",
        "Khối lượng thực hiện vốn đầu tư công đạt 420 tỷ đồng; giải ngân vốn đầu tư công đạt 413 tỷ đồng.",
    ),
    row(
        "more paid out than done is unusual, no contradiction",
        "question",
        "Khối lượng thực hiện vốn đầu tư công đạt 420 tỷ đồng; giải ngân vốn đầu tư công đạt 431 tỷ đồng.",
    ),
    # What a sentence calls begun and finished.
    row(
        "what is finished of what was begun",
        "consistent",
        "Trong kỳ khởi công 15 công trình, hoàn thành 12 công trình.",
    ),
    row(
        "more finished than begun is unusual, no contradiction",
        "question",
        "Trong kỳ khởi công 12 công trình, hoàn thành 15 công trình.",
    ),
    row(
        "finished of what was left of the year before",
        "-",
        "Năm trước chuyển sang 20 vụ, trong kỳ thụ lý 50 vụ, đã giải quyết 61 vụ.",
    ),
    row(
        "to be finished is not finished",
        "-",
        "Trong kỳ khởi công 12 công trình, còn phải hoàn thành 15 công trình.",
    ),
    row(
        "khoảng leaves room",
        "consistent",
        "Khối lượng thực hiện vốn đầu tư công đạt khoảng 420 tỷ đồng; giải ngân vốn đầu tư công đạt 425 tỷ đồng.",
    ),
    texts(
        "a target of the part and a result of the whole are not compared",
        "-",
        {
            "bao-cao.txt": report(
                "Thu nội địa phấn đấu đạt 6.000 tỷ đồng trong năm 2022; tổng thu ngân sách đạt 2.200 tỷ đồng."
            )
        },
    ),
    # Written ratios.
    row("a written ratio", "consistent", "Đã cấp giấy chứng nhận cho 261/411 thửa đất."),
    row("a written ratio above one", "inconsistent", "Đã cấp giấy chứng nhận cho 461/411 thửa đất."),
    row("a plan may be exceeded", "-", "Đã hoàn thành 66/60 công trình, đạt 110% kế hoạch."),
    # Reports of one year.
    texts("a flow grows", "consistent", two_reports("Thu nội địa đạt 600 tỷ đồng.", "Thu nội địa đạt 1.300 tỷ đồng.")),
    texts("a flow falls", "inconsistent", two_reports("Thu nội địa đạt 600 tỷ đồng.", "Thu nội địa đạt 510 tỷ đồng.")),
    texts(
        "an estimate may have been too high",
        "question",
        two_reports("Thu nội địa ước đạt 600 tỷ đồng.", "Thu nội địa đạt 590 tỷ đồng."),
    ),
    texts(
        "the quarters of one year do not run on",
        "-",
        two_reports(
            "Thu nội địa đạt 600 tỷ đồng.", "Thu nội địa đạt 510 tỷ đồng.", time="quý II năm 2022", day="05/7/2022"
        ),
    ),
    texts(
        "another province",
        "-",
        two_reports("Thu nội địa đạt 600 tỷ đồng.", "Thu nội địa đạt 510 tỷ đồng.", place="Cao Bằng"),
    ),
    texts(
        "another year",
        "-",
        two_reports(
            "Thu nội địa đạt 600 tỷ đồng.", "Thu nội địa đạt 510 tỷ đồng.", time="6 tháng đầu năm 2023", day="05/7/2023"
        ),
    ),
    texts(
        "a level may fall",
        "-",
        two_reports("Tỷ lệ che phủ rừng đạt 63,5%.", "Tỷ lệ che phủ rừng đạt 63,1%."),
    ),
]


@pytest.mark.parametrize(("expected", "documents"), CASES)
def test_nothing_exceeds_what_holds_it(expected: str, documents: Mapping[str, str]) -> None:
    assert worst_verdict("order", documents) == expected
