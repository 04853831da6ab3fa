"""language.md 7.10: errors of typing and scanning that the reader copes with."""

from __future__ import annotations

import pytest

from tests.spec.reading import Case, describe, lines_read, plan, read, result

CASES = [
    # The misread cue is no part of the subject, and the heading still makes it a target.
    plan("phân đấu", "Phân đấu tỷ lệ che phủ rừng đạt 60%.", "60% | target | about tỷ lệ che phủ rừng"),
    plan("phần đấu", "Phần đấu tỷ lệ che phủ rừng đạt 60%.", "60% | target | about tỷ lệ che phủ rừng"),
    # Words that the text has lost are not put back.
    result("lost word", "GRDP bình quân đầu đạt 75 triệu đồng.", "75 triệu đồng | about GRDP bình quân đầu"),
    result("line break", "Tổng vốn kết cấu hạ\ntầng đạt 75 tỷ đồng.", "75 tỷ đồng | about Tổng vốn kết cấu hạ tầng"),
    result("line break in the quote", "Thu ngân sách đạt 75\ntỷ đồng.", "75\ntỷ đồng | 75 | VND+9"),
    result("repeated words", "Đã thực hiện thực hiện trồng mới 25 ha rừng.", "25 ha | 25"),
    result("unclosed bracket", "Thu ngân sách (kể cả phí đạt 75 tỷ đồng.", "75 tỷ đồng | 75"),
    # A letter among the digits: not a number, and not half of one.
    result("letter O", "Thu ngân sách đạt 7O tỷ đồng, chi 1O5 tỷ đồng."),
    result("letter l", "Thu ngân sách đạt l5 tỷ đồng."),
    result("older tone marks", "Tỷ lệ đô thị hoá đạt 31%; có 12 bác sỹ.", "31% | 31", "12 bác sỹ | BAC_SI"),
    result("no blank before the unit", "Đường thôn cứng hóa đạt 1.700km.", "1.700km | 1700 | KM"),
    result("doubled blanks", "Thu  ngân  sách đạt  75  tỷ  đồng.", "75  tỷ  đồng | about Thu ngân sách"),
    result("no-break blank", "Thu ngân sách đạt 75\u00a0tỷ\u00a0đồng.", "75\u00a0tỷ\u00a0đồng | 75 | VND+9"),
    result("Markdown marks", "Thu ngân sách đạt **75 tỷ đồng**.", "75 tỷ đồng | 75 | VND+9"),
]


@pytest.mark.parametrize("case", CASES)
def test_a_slip_costs_no_record_and_makes_no_wrong_one(case: Case) -> None:
    assert lines_read(case) == case.expected


def test_capitals_read_like_small_letters() -> None:
    (record,) = read("I. KẾT QUẢ THỰC HIỆN\nTHU NGÂN SÁCH ĐẠT 75 TỶ ĐỒNG.\n", "2024")

    assert {"75 TỶ ĐỒNG", "75", "VND+9"} <= set(describe(record))
