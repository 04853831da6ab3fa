"""How time expressions are read: the words, the period, and the part it plays (the document's year is 2022).

A row gives the text, with the expression that is expected to be found between ⟨ and ⟩, and its reading.
"""

from __future__ import annotations

import re

import pytest

from tiendo.extraction.times import TimeRole, find_times

DOCUMENT_YEAR = 2022
_MARK = re.compile(r"[⟨⟩]")

DURING = [
    ("⟨năm 2022⟩ thu 900 tỷ đồng", "2022"),
    ("hoàn thành ⟨trong năm 2025⟩", "2025"),
    ("thành đô thị loại II ⟨vào năm 2020⟩", "2020"),
    ("⟨quý I/2022⟩ tăng 6%", "2022-Q1"),
    ("⟨quý I năm 2023⟩", "2023-Q1"),
    ("⟨Quý II/2025⟩", "2025-Q2"),
    ("⟨QUÝ IV NĂM 2022⟩", "2022-Q4"),
    ("⟨quý 3/2024⟩", "2024-Q3"),
    ("⟨trong quý I⟩ khởi công 3 dự án", "2022-Q1"),
    ("⟨tháng 6/2022⟩", "2022-06"),
    ("⟨trong tháng 12 năm 2025⟩", "2025-12"),
    ("khởi công ⟨chậm nhất trong tháng 6/2022⟩", "2022-06"),
    ("⟨tháng 03⟩ giảm 2%", "2022-03"),
    ("thời gian hoàn thành: ⟨6/2025⟩", "2025-06"),
    ("⟨6 tháng đầu năm 2021⟩", "2021-H1"),
    ("⟨6 tháng cuối năm⟩", "2022-H2"),
    ("⟨sáu tháng đầu năm 2022⟩", "2022-H1"),
    ("⟨nửa đầu năm 2024⟩", "2024-H1"),
    ("⟨3 tháng đầu năm⟩", "2022-Q1"),
    ("⟨9 tháng⟩ của tỉnh ước đạt 8%", "2022-M09"),
    ("công nghiệp tăng cao, ⟨10 tháng⟩ tăng 15,5%", "2022-M10"),
    ("⟨10 tháng năm 2025⟩", "2025-M10"),
    ("⟨12 tháng năm 2021⟩", "2021"),
    ("⟨cả năm⟩ ước đạt 95%", "2022"),
    ("⟨trong năm⟩, tỉnh có thêm 8 xã", "2022"),
    ("⟨năm nay⟩ trồng 9.000 ha", "2022"),
    ("⟨trong\nnăm  2025⟩", "2025"),
    ("Kế hoạch ⟨2025⟩", "2025"),
    ("Ước thực hiện ⟨2024⟩", "2024"),
    ("từ 12 xã ⟨năm 2020⟩ lên 31 xã", "2020"),
]
BY = [
    ("⟨đến năm 2030⟩ đạt 60%", "../2030"),
    ("⟨Đến\nnăm 2030⟩", "../2030"),
    ("⟨đến 2025⟩ có 72 xã", "../2025"),
    ("⟨trước năm 2025⟩", "../2025"),
    ("⟨đến hết năm 2026⟩", "../2026"),
    ("⟨từ nay đến hết năm 2025⟩", "../2025"),
    ("⟨chậm nhất vào năm 2030⟩", "../2030"),
    ("⟨đến cuối năm⟩", "../2022"),
    ("⟨hết quý II/2022⟩", "../2022-Q2"),
    ("⟨trước quý IV/2025⟩", "../2025-Q4"),
    ("⟨trước tháng 6/2022⟩", "../2022-06"),
    ("⟨trước 6/2025⟩", "../2025-06"),
    ("⟨đến hết tháng 10 năm 2025⟩", "../2025-10"),
    ("⟨trước ngày 27/7/2022⟩", "../2022-07-27"),
    ("⟨trước ngày 15/11⟩", "../2022-11-15"),
    ("⟨chậm nhất là ngày 05 tháng 12 năm 2025⟩", "../2025-12-05"),
    ("⟨đến hết ngày 31/12/2025⟩", "../2025-12-31"),
    ("tăng so với kế hoạch, ⟨đến năm 2025⟩", "../2025"),
]
AS_OF = [
    ("⟨tính đến ngày 15/3/2022⟩", "2022-03-15"),
    ("⟨Tính đến 31/3/2022⟩", "2022-03-31"),
    ("nguồn vốn ⟨ước đến 31/3/2022⟩ đạt", "2022-03-31"),
    ("⟨đến thời điểm 30/6/2023⟩", "2023-06-30"),
    ("lũy kế giải ngân ⟨đến 31/10/2025⟩", "2025-10-31"),
    ("⟨tính đến hết quý I/2022⟩", "2022-03-31"),
    ("⟨tính đến hết năm 2021⟩", "2021"),
]
SPAN = [
    ("⟨giai đoạn 2021 - 2025⟩", "2021/2025"),
    ("⟨Trong giai đoạn\n2026 – 2030⟩", "2026/2030"),
    ("⟨thời kỳ 2021-2030⟩", "2021/2030"),
    ("kế hoạch ⟨5 năm 2016 - 2020⟩", "2016/2020"),
    ("⟨các năm 2021 - 2023⟩", "2021/2023"),
    ("thời gian: ⟨2025 - 2026⟩", "2025/2026"),
    ("⟨từ năm 2021 đến năm 2025⟩", "2021/2025"),
    ("⟨từ 2021 đến hết năm 2025⟩", "2021/2025"),
    ("⟨từ tháng 3 đến tháng 6 năm 2022⟩", "2022-03/2022-06"),
    ("⟨tháng 7 - 9/2022⟩", "2022-07/2022-09"),
    ("⟨02 tháng cuối năm 2025⟩", "2025-11/2025-12"),
    ("⟨từ ngày 15/12/2023 đến ngày 14/3/2024⟩", "2023-12-15/2024-03-14"),
    ("⟨Từ ngày 08 đến ngày 09 tháng 11 năm 2025⟩", "2025-11-08/2025-11-09"),
]
BASE = [
    ("tăng 4% ⟨so với năm 2020⟩", "2020"),
    ("⟨so với cùng kỳ năm 2019⟩", "2019"),
    ("⟨so với cùng kỳ⟩", "2021"),
    ("bằng 91% ⟨cùng kỳ năm trước⟩", "2021"),
    ("⟨so với năm trước⟩", "2021"),
    ("dư nợ tăng 1,4% ⟨so với 31/12/2021⟩", "2021-12-31"),
    ("⟨so với tháng 12/2023⟩", "2023-12"),
    ("⟨so với dự toán năm 2024⟩", "2024"),
    ("⟨so với bình quân giai đoạn 2016 - 2020⟩", "2016/2020"),
    ("bằng 104% ⟨năm 2021⟩", "2021"),
    ("gấp 2,4 lần ⟨năm 2020⟩", "2020"),
]
EVENT_DAY = [
    ("khởi công ⟨vào ngày 19 tháng 12 năm 2025⟩", "2025-12-19"),
    ("khánh thành ⟨dịp 19 tháng\n12 năm 2025⟩", "2025-12-19"),
    ("Nghị quyết ⟨ngày 09/12/2021⟩", "2021-12-09"),
    ("lễ kỷ niệm ⟨ngày 30 tháng 4⟩", "2022-04-30"),
]
HORIZON = [
    ("⟨tầm nhìn đến năm 2050⟩", "2050"),
    ("⟨định hướng đến năm 2030⟩", "2030"),
    ("⟨TẦM NHÌN 2045⟩", "2045"),
    ("⟨định hướng giai đoạn 2026 - 2030⟩", "2026/2030"),
]
NAMES = [
    (TimeRole.SCHOOL_YEAR, "⟨năm học 2021 - 2022⟩", "2021/2022"),
    (TimeRole.SCHOOL_YEAR, "⟨niên vụ 2021-2022⟩", "2021/2022"),
    (TimeRole.TERM, "⟨nhiệm kỳ 2020 - 2025⟩", "2020/2025"),
    (TimeRole.FROM, "⟨từ năm 2025⟩ lập báo cáo", "2025"),
    (TimeRole.FROM, "có hiệu lực ⟨kể từ ngày 01/01/2026⟩", "2026-01-01"),
]
ROWS = [
    (role, text, period)
    for role, rows in [
        (TimeRole.DURING, DURING),
        (TimeRole.BY, BY),
        (TimeRole.AS_OF, AS_OF),
        (TimeRole.SPAN, SPAN),
        (TimeRole.BASE, BASE),
        (TimeRole.EVENT_DAY, EVENT_DAY),
        (TimeRole.HORIZON, HORIZON),
    ]
    for text, period in rows
] + NAMES

SEVERAL = [
    ("quý I, II/2022", ["during 2022-Q1", "during 2022-Q2"]),
    ("quý I, II và III năm 2023", ["during 2023-Q1", "during 2023-Q2", "during 2023-Q3"]),
    ("quý I và quý II/2023", ["during 2023-Q1", "during 2023-Q2"]),
    ("tháng 02 và 2 tháng đầu năm", ["during 2022-02", "during 2022-M02"]),
    ("tháng 10, 11 và 12 năm 2025", ["during 2025-10", "during 2025-11", "during 2025-12"]),
    ("6 tháng đầu năm và cả năm 2021", ["during 2021-H1", "during 2021"]),
    ("các năm 2023, 2024 và 2025", ["during 2023", "during 2024", "during 2025"]),
    ("đến năm 2025 và năm 2030", ["by ../2025", "by ../2030"]),
    ("đến năm 2025, tầm nhìn 2045", ["by ../2025", "horizon 2045"]),
    ("so với năm 2020, năm 2021 tăng 3%", ["base 2020", "during 2021"]),
    ("giai đoạn 2021-2025 và 2026 -2030", ["span 2021/2025", "span 2026/2030"]),
    ("năm học 2021 - 2022 và 2022 - 2023", ["school-year 2021/2022", "school-year 2022/2023"]),
]

NO_TIMES = [
    *("Nghị quyết Đại hội khóa XVII", "kỷ niệm 92 năm Ngày thành lập", "trong 5 năm qua", "kế hoạch 5 năm"),
    *("trẻ dưới 24 tháng tuổi", "báo cáo hằng tháng", "trước ngày 20 hằng tháng", "sau 04 tháng vận hành"),
    *("trong thời hạn 6 tháng", "chỉ còn gần 2 tháng", "bảo hành 12 tháng.", "so với tháng trước"),
    *("Quyết định số 05/2025/QĐ-UBND", "Thông tư 12/2024", "tỷ lệ 1/500", "bản đồ 1/2000", "2020 hộ nghèo"),
    *("từ 1500 đến 2020 hộ", "quý công nhận 3 trường", "ngày   tháng 4 năm 2022", "ngày 15/8 âm lịch"),
    *("trong năm học", "các năm trước", "kể từ đầu năm", "Việt Nam 2022", "ngày 31/2", "tháng 13/2022"),
]


@pytest.mark.parametrize(("role", "text", "period"), ROWS)
def test_an_expression_has_its_period_and_role(role: TimeRole, text: str, period: str) -> None:
    expected = text[text.index("⟨") + 1 : text.index("⟩")]
    plain = _MARK.sub("", text)

    (found,) = find_times(plain, 0, len(plain), default_year=DOCUMENT_YEAR)

    assert (plain[found.start : found.end], found.role, str(found.period)) == (expected, role, period)


@pytest.mark.parametrize(("text", "readings"), SEVERAL)
def test_lists_give_one_time_for_each_member(text: str, readings: list[str]) -> None:
    found = find_times(text, 0, len(text), default_year=DOCUMENT_YEAR)

    assert [f"{time.role.value} {time.period}" for time in found] == readings


@pytest.mark.parametrize("text", NO_TIMES)
def test_what_only_looks_like_a_time_is_none(text: str) -> None:
    assert find_times(text, 0, len(text), default_year=DOCUMENT_YEAR) == []
