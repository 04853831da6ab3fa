"""The check `dates-and-words`: numbers that are said twice, announced lists, dates that cannot be."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from tests.spec.checks.audit import first_suggestion, plan, report, row, texts, worst_verdict

CASES = [
    # From one value to another.
    row("points", "consistent", "Tỷ lệ hộ nghèo giảm từ 12,5% xuống 9,2%, tương đương giảm 3,3%."),
    row("points that miss", "inconsistent", "Tỷ lệ hộ nghèo giảm từ 12,5% xuống 9,2%, tương đương giảm 5,3%."),
    row(
        "percent of the first percentage",
        "consistent",
        "Tỷ lệ hộ nghèo giảm từ 12,5% xuống 10,0%, tương đương giảm 20%.",
    ),
    row("percentage points by name", "consistent", "Tỷ lệ hộ nghèo giảm từ 12,5% xuống 9,2%, giảm 3,3 điểm phần trăm."),
    row("an amount", "consistent", "Số vụ cháy giảm từ 22 vụ xuống 18 vụ, giảm 4 vụ."),
    row("an amount that misses", "inconsistent", "Số vụ cháy giảm từ 22 vụ xuống 18 vụ, giảm 6 vụ."),
    row("an amount in percent", "consistent", "Vốn vay tăng từ 400 tỷ đồng lên 500 tỷ đồng, tương đương tăng 25%."),
    row("an amount in percent, missing", "inconsistent", "Vốn vay tăng từ 400 tỷ đồng lên 500 tỷ đồng, tức tăng 52%."),
    row("the wrong direction", "inconsistent", "Số vụ cháy giảm từ 22 vụ xuống 18 vụ, tương đương tăng 4 vụ."),
    row(
        "khoảng leaves room",
        "consistent",
        "Vốn vay tăng từ 400 tỷ đồng lên 500 tỷ đồng, tương đương tăng khoảng 24%.",
    ),
    row("no change is said", "-", "Số vụ cháy giảm từ 22 vụ xuống 18 vụ."),
    # A number and its words.
    row(
        "money in words",
        "consistent",
        "Kinh phí hỗ trợ là 21.500.000.000 đồng (Bằng chữ: Hai mươi mốt tỷ năm trăm triệu đồng).",
    ),
    row(
        "money in other words",
        "inconsistent",
        "Kinh phí hỗ trợ là 21.500.000.000 đồng (Bằng chữ: Hai mươi hai tỷ năm trăm triệu đồng).",
    ),
    row(
        "money with its unit in words",
        "consistent",
        "Kinh phí hỗ trợ là 21,5 tỷ đồng (bằng chữ: hai mươi mốt tỷ năm trăm triệu đồng).",
    ),
    row("a count in words", "consistent", "Thành lập 05 (năm) đoàn kiểm tra."),
    row("a count in other words", "inconsistent", "Thành lập 05 (bảy) đoàn kiểm tra."),
    row("a bracket that is no number", "-", "Thành lập 05 (trong tỉnh) đoàn kiểm tra."),
    # Announced lists.
    row(
        "a list below",
        "consistent",
        "Tập trung thực hiện 3 nhiệm vụ sau:\n- Rà soát quy hoạch.\n- Đôn đốc giải ngân.\n- Cải cách thủ tục.",
    ),
    row(
        "a list below with one too few",
        "inconsistent",
        "Tập trung thực hiện 4 nhiệm vụ sau:\n- Rà soát quy hoạch.\n- Đôn đốc giải ngân.\n- Cải cách thủ tục.",
    ),
    row(
        "a list in the sentence",
        "consistent",
        "Tập trung ba khâu đột phá: (1) hạ tầng cửa khẩu; (2) nguồn nhân lực; (3) chuyển đổi số.",
    ),
    row(
        "a list in the sentence with one too many",
        "inconsistent",
        "Tập trung hai khâu đột phá: (1) hạ tầng cửa khẩu; (2) nguồn nhân lực; (3) chuyển đổi số.",
    ),
    row(
        "Roman numbers",
        "inconsistent",
        "Tập trung 4 nhóm giải pháp: (i) hạ tầng cửa khẩu; (ii) nguồn nhân lực; (iii) chuyển đổi số.",
    ),
    row("a number without a list", "-", "Tập trung thực hiện 4 nhiệm vụ trọng tâm trong quý II."),
    # Dates.
    texts(
        "a deadline before the document",
        "question",
        {"a.txt": plan("II. NHIỆM VỤ", "Sở Tài chính chủ trì rà soát nguồn thu, hoàn thành trước ngày 30/6/2021.")},
    ),
    texts(
        "a deadline behind the document",
        "-",
        {"a.txt": plan("II. NHIỆM VỤ", "Sở Tài chính chủ trì rà soát nguồn thu, hoàn thành trước ngày 30/6/2022.")},
    ),
    texts(
        "a result from after the document",
        "question",
        {"a.txt": report("Tháng 9 năm 2022, thu nội địa đã đạt 210 tỷ đồng.")},
    ),
    texts(
        "a result from before the document", "-", {"a.txt": report("Tháng 3 năm 2022, thu nội địa đã đạt 210 tỷ đồng.")}
    ),
    texts(
        "a target for a time long over",
        "question",
        {"a.txt": plan("Phấn đấu đến năm 2012 trồng rừng mới đạt 9.000 ha.")},
    ),
    texts("a target for the time to come", "-", {"a.txt": plan("Phấn đấu đến năm 2025 trồng rừng mới đạt 9.000 ha.")}),
    row(
        "a way with its times", "consistent", "Tỷ lệ hộ nghèo giảm từ 9,8% đầu năm xuống 7,5%, giảm 2,3 điểm phần trăm."
    ),
    row(
        "a way with its times, missing",
        "inconsistent",
        "Tỷ lệ hộ nghèo giảm từ 9,8% đầu năm xuống 7,5%, giảm 3,2 điểm phần trăm.",
    ),
]

SLIPS = [
    row(
        "digits of the change swapped",
        ("52%", "25%", "swapped-digits"),
        "Vốn vay tăng từ 400 tỷ đồng lên 500 tỷ đồng, tương đương tăng 52%.",
    ),
    row(
        "the direction",
        ("4 vụ", "giảm 4 vụ", "sign"),
        "Số vụ cháy giảm từ 22 vụ xuống 18 vụ, tương đương tăng 4 vụ.",
    ),
]


@pytest.mark.parametrize(("expected", "documents"), CASES)
def test_what_is_said_twice_agrees_and_dates_can_be(expected: str, documents: Mapping[str, str]) -> None:
    assert worst_verdict("dates-and-words", documents) == expected


@pytest.mark.parametrize(("expected", "documents"), SLIPS)
def test_the_number_that_was_mistyped_is_suggested_first(
    expected: tuple[str, str, str], documents: Mapping[str, str]
) -> None:
    assert first_suggestion("dates-and-words", documents) == expected
