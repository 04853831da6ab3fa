from __future__ import annotations

import pytest

from tiendo.documents.title_period import title_period

TITLES = [
    ("Kế hoạch phát triển kinh tế - xã hội năm 2022", "2022"),
    ("VỀ MỤC TIÊU, NHIỆM VỤ NĂM 2022", "2022"),
    ("Về Kế hoạch phát triển 5 năm 2016 - 2020 tỉnh Lạng Sơn", "2016/2020"),
    ("Nâng cao năng lực cán bộ giai đoạn 2026-2030", "2026/2030"),
    ("Quy hoạch tỉnh thời kỳ 2021 – 2030, tầm nhìn đến năm 2050", "2021/2030"),
    ("Đề án từ năm 2023 đến năm 2025", "2023/2025"),
    ("Tình hình quý I năm 2022, nhiệm vụ trọng tâm quý II năm 2022", "2022-Q1"),
    ("Tình hình quý I, nhiệm vụ trọng tâm quý II năm 2022", "2022-Q1"),
    ("Kết quả công tác QUÝ IV/2021", "2021-Q4"),
    ("Kết quả quý 3 năm 2024", "2024-Q3"),
    ("Tình hình kinh tế - xã hội 6 tháng đầu năm 2023", "2023-H1"),
    ("Nhiệm vụ 06 tháng cuối năm 2023", "2023-H2"),
    ("Kết quả 6 tháng đầu năm, nhiệm vụ 6 tháng cuối năm 2023", "2023-H1"),
    ("Tình hình chín tháng năm 2022", "2022-M09"),
    ("Tình hình 9 tháng đầu năm 2022", "2022-M09"),
    ("Tình hình 12 tháng năm 2022", "2022"),
    ("Tình hình tháng 3 và quý I năm 2022", "2022-Q1"),
    ("Công tác tháng 11/2022", "2022-11"),
    ("Chiến lược phát triển đến năm 2030, tầm nhìn đến năm 2045", "../2030"),
    ("Quy hoạch đến năm 2025, định hướng đến năm 2030", "../2025"),
    ("Mục tiêu đến hết năm 2026", "../2026"),
    ("Kế hoạch thực hiện Chương trình nông thôn mới giai đoạn 2021 - 2025 năm 2023", "2023"),
    ("Kế hoạch thực hiện chương trình giai đoạn 2021 - 2025, tầm nhìn 2030", "2021/2025"),
    ("Kết quả năm 2021 và nhiệm vụ năm 2022", "2021"),
    ("Kế hoạch 23/KH-UBND năm 2023 về phát triển vùng đến năm 2030", "../2030"),
    ("Thực hiện Nghị quyết số 96/NQ-CP ngày 01/8/2022 trong năm 2023", "2023"),
    ("Thực hiện Nghị quyết 11-NQ/TW ngày 10 tháng 02 năm 2022", None),
    ("Thi hành Luật Đất đai năm 2024", None),
    ("Kế hoạch năm học 2022 - 2023", None),
    ("Giai đoạn 2030 - 2026", None),
    ("Công tác tháng 13 năm 2022", None),
    ("Tình hình quý I", None),
    ("Quy chế làm việc", None),
]


@pytest.mark.parametrize(("title", "period"), TITLES)
def test_the_period_of_a_title(title: str, period: str | None) -> None:
    found = title_period(title)

    assert (None if found is None else str(found)) == period
