"""The check `sums`: totals and the parts that a sentence, a list or a table names for them."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from tests.spec.checks.audit import first_suggestion, plan, row, texts, worst_verdict

TABLE = """Đơn vị: tỷ đồng

| STT | Nguồn vốn | Kế hoạch vốn |
|---|---|---|
| 1 | Vốn ngân sách trung ương | 420,5 |
| 2 | Vốn ngân sách tỉnh | 310,2 |
| 3 | Vốn vay | 69,3 |
| | Tổng cộng | {total} |
"""

CASES = [
    # "Gồm": the parts are all there is.
    row(
        "gồm, all parts",
        "consistent",
        "Thu ngân sách nhà nước đạt 1.250,5 tỷ đồng, gồm: thu nội địa 450,2 tỷ đồng, thu từ xuất nhập khẩu "
        "800,3 tỷ đồng.",
    ),
    row(
        "gồm, one part too large",
        "inconsistent",
        "Thu ngân sách nhà nước đạt 1.250,5 tỷ đồng, gồm: thu nội địa 450,2 tỷ đồng, thu từ xuất nhập khẩu "
        "830,3 tỷ đồng.",
    ),
    row(
        "gồm, the rounding of the parts explains it",
        "consistent",
        "Thu ngân sách nhà nước đạt 1.250,9 tỷ đồng, gồm: thu nội địa 450 tỷ đồng, thu từ xuất nhập khẩu 800 tỷ đồng.",
    ),
    row(
        "gồm, just beyond the rounding of the parts",
        "inconsistent",
        "Thu ngân sách nhà nước đạt 1.251,2 tỷ đồng, gồm: thu nội địa 450 tỷ đồng, thu từ xuất nhập khẩu 800 tỷ đồng.",
    ),
    row(
        "gồm, parts in another power of ten",
        "consistent",
        "Đã huy động 1,2 tỷ đồng, gồm: ngân sách 750 triệu đồng, nhân dân đóng góp 450 triệu đồng.",
    ),
    row(
        "gồm, parts in another power of ten that miss",
        "inconsistent",
        "Đã huy động 1,2 tỷ đồng, gồm: ngân sách 750 triệu đồng, nhân dân đóng góp 650 triệu đồng.",
    ),
    row("gồm, counts are exact", "consistent", "Đã mở 73 cuộc kiểm tra, gồm 62 cuộc định kỳ và 11 cuộc đột xuất."),
    row(
        "gồm, counts that miss by one",
        "inconsistent",
        "Đã mở 73 cuộc kiểm tra, gồm 62 cuộc định kỳ và 12 cuộc đột xuất.",
    ),
    row(
        "theo kế hoạch names a part, no plan",
        "inconsistent",
        "Đã mở 73 cuộc kiểm tra, gồm 62 cuộc theo kế hoạch và 12 cuộc đột xuất.",
    ),
    row("bao gồm in a bracket", "consistent", "Đã xử lý 95 vụ vi phạm (bao gồm 60 vụ hành chính, 35 vụ hình sự)."),
    row(
        "bao gồm in a bracket that misses",
        "inconsistent",
        "Đã xử lý 95 vụ vi phạm (bao gồm 60 vụ hành chính, 45 vụ hình sự).",
    ),
    row(
        "gồm with members that have no number",
        "consistent",
        "Đã trồng 500 ha rừng, gồm 200 ha keo, 150 ha hồi và các loại cây khác.",
    ),
    row(
        "gồm with others, but the named ones are too many",
        "inconsistent",
        "Đã trồng 300 ha rừng, gồm 200 ha keo, 150 ha hồi và các loại cây khác.",
    ),
    row("gồm with ranges", "consistent", "Đã trồng 55 ha rừng, gồm 20 - 25 ha keo và 30 - 35 ha hồi."),
    row(
        "gồm with ranges that cannot reach", "inconsistent", "Đã trồng 75 ha rừng, gồm 20 - 25 ha keo, 30 - 35 ha hồi."
    ),
    row(
        "gồm with khoảng",
        "consistent",
        "Đã huy động 455 tỷ đồng, gồm khoảng 150 tỷ đồng vốn vay và 300 tỷ đồng vốn ngân sách.",
    ),
    row(
        "gồm with gần",
        "consistent",
        "Đã huy động 445 tỷ đồng, gồm gần 150 tỷ đồng vốn vay và 300 tỷ đồng vốn ngân sách.",
    ),
    row(
        "gồm with trên",
        "consistent",
        "Đã huy động 480 tỷ đồng, gồm trên 150 tỷ đồng vốn vay và 300 tỷ đồng vốn ngân sách.",
    ),
    row(
        "gồm with trên that is already too much",
        "inconsistent",
        "Đã huy động 420 tỷ đồng, gồm trên 150 tỷ đồng vốn vay và 300 tỷ đồng vốn ngân sách.",
    ),
    # "Bao gồm cả", "chưa bao gồm": one of several, or none of it.
    row("bao gồm cả names one of several", "-", "Tổng chi đạt 500 tỷ đồng, bao gồm cả 120 tỷ đồng chuyển nguồn."),
    row(
        "chưa bao gồm is outside",
        "-",
        "Tổng chi đạt 500 tỷ đồng, chưa bao gồm 620 tỷ đồng chi chuyển nguồn.",
    ),
    row(
        "không bao gồm is outside",
        "-",
        "Tổng chi đạt 500 tỷ đồng, không bao gồm 620 tỷ đồng chuyển nguồn.",
    ),
    # "Trong đó": no more than the whole.
    row("trong đó, one part", "consistent", "Đã trồng mới 850 ha rừng, trong đó trồng rừng tập trung 600 ha."),
    row("trong đó, a part above the whole", "inconsistent", "Đã trồng mới 850 ha rừng, trong đó rừng sản xuất 900 ha."),
    row(
        "trong đó, parts that leave a rest",
        "consistent",
        "Đã trồng mới 850 ha rừng, trong đó rừng sản xuất 500 ha, rừng phòng hộ 100 ha.",
    ),
    row(
        "trong đó, areas together above the whole",
        "inconsistent",
        "Đã trồng mới 850 ha rừng, trong đó rừng sản xuất 600 ha, rừng phòng hộ 400 ha.",
    ),
    row(
        "trong đó, people can be in two parts",
        "consistent",
        "Đã đào tạo 500 người, trong đó 300 người là nữ, 280 người là dân tộc thiểu số.",
    ),
    row(
        "trong đó, more people than all",
        "inconsistent",
        "Đã đào tạo 500 người, trong đó 520 người là nữ.",
    ),
    row(
        "trong đó in a sentence of its own",
        "inconsistent",
        "Tổng vốn thực hiện đạt 640 tỷ đồng. Trong đó vốn nước ngoài 700 tỷ đồng.",
    ),
    row(
        "the same period of last year is no part",
        "consistent",
        "Đã trồng mới 850 ha rừng (cùng kỳ 900 ha), trong đó rừng sản xuất 600 ha.",
    ),
    row(
        "a plan in between is no part",
        "consistent",
        "Đã trồng mới 850 ha rừng, trong đó rừng sản xuất 600 ha, đạt 60% kế hoạch giao 1.000 ha.",
    ),
    row(
        "trong đó, a small rest is no slip",
        "consistent",
        "Tổng thu đạt 2.502,4 tỷ đồng, trong đó thu nội địa 700,6 tỷ đồng, thu xuất nhập khẩu 1.800 tỷ đồng.",
    ),
    row(
        "a part behind the change of another part",
        "inconsistent",
        "Tổng kim ngạch đạt 800 triệu USD, gồm: xuất khẩu 230 triệu USD, tăng 5% so với cùng kỳ, nhập khẩu "
        "670 triệu USD.",
    ),
    # Shares of one whole.
    row(
        "cơ cấu that gives a hundred",
        "consistent",
        "Cơ cấu kinh tế: nông nghiệp 22,5%, công nghiệp 24,5%, dịch vụ 48,0%, thuế sản phẩm 5,0%.",
    ),
    row(
        "cơ cấu within rounding",
        "consistent",
        "Cơ cấu kinh tế: nông nghiệp 22,5%, công nghiệp 24,5%, dịch vụ 48,1%, thuế sản phẩm 5,0%.",
    ),
    row(
        "cơ cấu above a hundred",
        "inconsistent",
        "Cơ cấu kinh tế: nông nghiệp 22,5%, công nghiệp 24,5%, dịch vụ 58,0%, thuế sản phẩm 5,0%.",
    ),
    row(
        "cơ cấu of ranges",
        "consistent",
        "Cơ cấu kinh tế: nông nghiệp 20 - 21%, công nghiệp 24 - 25%, dịch vụ 54 - 55%.",
    ),
    row(
        "cơ cấu of ranges that start above a hundred",
        "inconsistent",
        "Cơ cấu kinh tế: nông nghiệp 30 - 31%, công nghiệp 24 - 25%, dịch vụ 54 - 55%.",
    ),
    row(
        "trong đó behind a cơ cấu is another way to cut the whole",
        "consistent",
        "Cơ cấu lao động: nông nghiệp 60%, công nghiệp 15%, dịch vụ 25%; trong đó lao động nữ chiếm 48%.",
    ),
    # A list without a word that says so.
    row(
        "a plain list that adds up",
        "consistent",
        "Thu hồi 5.612,40 triệu đồng, nộp ngân sách 5.400,15 triệu đồng, giảm trừ 212,25 triệu đồng.",
    ),
    row(
        "a plain list of which one member is too many",
        "question",
        "Phát hiện sai phạm 5.612,40 triệu đồng, nộp ngân sách 5.400,15 triệu đồng, hoàn trả 37,6 triệu đồng, "
        "giảm trừ 212,25 triệu đồng.",
    ),
    row("a plain list of other things", "-", "Đã chi 540 tỷ đồng, vay mới 210 tỷ đồng, trả nợ 95 tỷ đồng."),
    # Bullets.
    row(
        "bullets below gồm",
        "consistent",
        "Tổng vốn đã giải ngân 350,6 tỷ đồng, gồm:\n- Vốn trong nước: 300,1 tỷ đồng;\n- Vốn nước ngoài: 50,5 tỷ đồng.",
    ),
    row(
        "bullets below gồm that miss",
        "inconsistent",
        "Tổng vốn đã giải ngân 350,6 tỷ đồng, gồm:\n- Vốn trong nước: 300,1 tỷ đồng;\n- Vốn nước ngoài: 55,5 tỷ đồng.",
    ),
    row(
        "bullets below trong đó",
        "consistent",
        "Tổng vốn đã giải ngân 350,6 tỷ đồng, trong đó:\n- Vốn trong nước: 200,1 tỷ đồng;\n"
        "- Vốn nước ngoài: 50,5 tỷ đồng.",
    ),
    # Tables.
    row("a table with its total", "consistent", TABLE.format(total="800,0")),
    row("a table whose total misses", "inconsistent", TABLE.format(total="808,0")),
    # Plans are exact.
    texts(
        "whole plan figures are exact",
        "inconsistent",
        {"ke-hoach.txt": plan("Phấn đấu trồng mới 9.000 ha rừng, gồm: rừng sản xuất 8.500 ha, rừng phòng hộ 501 ha.")},
    ),
    texts(
        "whole plan figures that add up",
        "consistent",
        {"ke-hoach.txt": plan("Phấn đấu trồng mới 9.000 ha rừng, gồm: rừng sản xuất 8.500 ha, rừng phòng hộ 500 ha.")},
    ),
    # What is left over is the last part; times in a bracket have no unit of their own.
    row(
        "còn lại closes the list",
        "consistent",
        "Tiếp nhận 1.385 đơn, trong đó 1.302 đơn đủ điều kiện, còn lại 83 đơn phải lưu.",
    ),
    row(
        "còn lại that misses",
        "inconsistent",
        "Tiếp nhận 1.385 đơn, trong đó 1.302 đơn đủ điều kiện, còn lại 85 đơn phải lưu.",
    ),
    row(
        "còn lại that is divided again",
        "consistent",
        "Có 200 xã, trong đó 104 xã đạt chuẩn, còn lại 77 xã đạt từ 15 đến 18 tiêu chí và 19 xã dưới 15 tiêu chí.",
    ),
    row(
        "còn lại in another clause",
        "inconsistent",
        "Có 1.385 đơn. Trong đó 1.302 đơn đủ điều kiện, chiếm 94,0%; số còn lại 85 đơn trùng lặp.",
    ),
    row(
        "years in a bracket",
        "consistent",
        "Thu 3 năm đạt 17.429 tỷ đồng (năm 2016: 5.412; năm 2017: 6.087; năm 2018: 5.930).",
    ),
    row(
        "years in a bracket, two digits swapped",
        "question",
        "Thu 3 năm đạt 17.429 tỷ đồng (năm 2016: 5.412; năm 2017: 6.078; năm 2018: 5.930).",
    ),
    row(
        "the total said again is no part",
        "consistent",
        "Giá trị sản xuất đạt 18.642,5 tỷ đồng. Phân theo ngành: khai khoáng 1.908,6 tỷ đồng, "
        "chế biến 13.227,1 tỷ đồng, điện 3.164,9 tỷ đồng, nước 341,9 tỷ đồng, cộng lại đúng bằng 18.642,5 tỷ đồng.",
    ),
]

SLIPS = [
    row(
        "two digits swapped in a part",
        ("1.845,6 tỷ đồng", "1.854,6 tỷ đồng", "swapped-digits"),
        "Tổng chi đạt 2.016,9 tỷ đồng, gồm: chi cân đối 1.845,6 tỷ đồng, chi chương trình 162,3 tỷ đồng.",
    ),
    row(
        "a digit lost in a part",
        ("62,3 tỷ đồng", "162,3 tỷ đồng", "lost-digit"),
        "Tổng chi đạt 2.016,9 tỷ đồng, gồm: chi cân đối 1.854,6 tỷ đồng, chi chương trình 62,3 tỷ đồng.",
    ),
    row(
        "a digit lost with the dot behind it",
        ("253 ha", "2.530 ha", "lost-digit"),
        "Đã trồng 3.130 ha rừng, gồm 253 ha keo và 600 ha hồi.",
    ),
    row(
        "the decimal mark moved",
        ("1.623 tỷ đồng", "162,3 tỷ đồng", "decimal-mark"),
        "Tổng chi đạt 2.016,9 tỷ đồng, gồm: chi cân đối 1.854,6 tỷ đồng, chi chương trình 1.623 tỷ đồng.",
    ),
    row(
        "a wrong unit",
        ("750 tỷ đồng", "750 triệu đồng", "unit"),
        "Đã huy động 1,27 tỷ đồng, gồm: ngân sách 750 tỷ đồng, nhân dân đóng góp 520 triệu đồng.",
    ),
]


@pytest.mark.parametrize(("expected", "documents"), CASES)
def test_a_total_is_compared_with_the_parts_that_the_text_names(expected: str, documents: Mapping[str, str]) -> None:
    assert worst_verdict("sums", documents) == expected


@pytest.mark.parametrize(("expected", "documents"), SLIPS)
def test_the_number_that_was_mistyped_is_suggested_first(
    expected: tuple[str, str, str], documents: Mapping[str, str]
) -> None:
    assert first_suggestion("sums", documents) == expected
