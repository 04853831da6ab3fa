"""language.md 7.9: what looks like a quantity and is none, patterns 175 to 205."""

from __future__ import annotations

import pytest

from tests.spec.reading import PLAN, RESULTS, Case, lines_read, plan, read, result

TRAPS = [
    (175, "Thực hiện Quyết định số 52/2025/QĐ-UBND, Nghị quyết số 96/NQ-CP và Nghị quyết số 49-NQ/TU."),
    (176, "Họp ngày 15/3/2022, báo cáo trước 03/2025 và 6/2025."),
    (177, "Hoàn thành trong tháng 6/2022."),
    (178, "Phê duyệt quy hoạch chi tiết tỷ lệ 1/500, quy hoạch chung 1/2000."),
    (179, "Chỉnh trang đường 3/2 nhân dịp 30/4."),
    (180, "Sửa chữa Quốc lộ 4B, QL1A, tỉnh lộ 241, các quốc lộ 1A, 1B, 3B, 31, 279."),
    (181, "Mở rộng đoạn Km3+700, đoạn Km18 - Km80."),
    (182, "Tuần tra khu vực mốc 1088/2-1089."),
    (183, "Thay sách giáo khoa lớp 3, lớp 7, lớp 10 và khối 12."),
    (184, "Đường cấp V, cấp V-VI, khách sạn hạng II, đơn vị loại I."),
    (185, "Nâng thị trấn lên đô thị loại V, xóa nhà cấp 4."),
    (186, "Phòng, chống dịch COVID-19, quản lý F0, cúm H5N1, phủ sóng 3G, 4G, 5G."),
    (187, "Thực hiện phương châm 4 tại chỗ, 5 rõ và 5 trụ cột của chuyển đổi số."),
    (187, "Giảm cả 3 tiêu chí về tai nạn giao thông."),
    (188, "Trực cấp cứu 24/24 giờ, 24/7."),
    (189, "Kỳ họp thứ bảy, khóa XVII; Đại hội XIII; hội nghị lần thứ 9, kỳ họp thứ 12."),
    (190, "Xem Phụ lục 1,2; khu tái định cư Hợp Lâm 1, 2; dự án thành phần 2; nhánh 2."),
    (191, "Theo Điều 12, khoản 5, điểm a; mục 2.1 của Quy chế."),
    (192, "2.1. Phát triển công nghiệp\n3.4. Phát triển dịch vụ"),
    (193, "Tổng kết năm 2022 và giai đoạn 2021 - 2025."),
    (194, "Tuyên truyền Luật số 16/2023/QH15, Luật 59/2020/QH14."),
    (195, "Gọi điện thoại 02053812345, đường dây nóng 1022 hoặc tổng đài 19001075."),
    (196, "Mã số thuế 4900123456-001, số định danh 020099001234."),
    (197, "Xử lý xe biển số 12C-000.00."),
    (198, "Mã định danh H37, 000.00.00.H37; thủ tục 1.011442.000.00.00.H37."),
    (199, "Áp dụng ISO 9001:2015 và TCVN 6909:2001."),
    (201, "Thanh niên đủ 18 tuổi; kỷ niệm 47 năm ngày giải phóng."),
    (202, "Kế hoạch số 23/KH-UBND; Số:      /BC-UBND."),
    (205, "Các việc cần làm: 1. Rà soát hồ sơ. 2. Lập kế hoạch."),
]  # fmt: skip

CASES = [
    # "100%" is meant as a target even where it emphasises.
    plan(
        200, "100% hệ thống thông tin được bảo vệ theo cấp độ.",
        "100% | 100 | about hệ thống thông tin được bảo vệ theo cấp độ",
    ),
    # A scale word behind the number makes it a quantity, a line start without one a heading.
    result(203, "Vận chuyển 2,3 triệu lượt khách.", "2,3 triệu lượt khách | 2.3 | LUOT+6"),
    result(203, "2.3 Phát triển du lịch\nVận chuyển 2,3 triệu lượt khách.", "2,3 triệu lượt khách | 2.3"),
    # A page number stands alone on its line, also in the middle of a sentence.
    result(
        204, "Tổng diện tích rừng trồng mới của tỉnh,\n\n17\n\nkể cả cây phân tán, đạt 5.600 ha.",
        "5.600 ha | 5600",
    ),
    plan(201, "Không còn xã dưới 12 tiêu chí."),
    # Words of a proper name that look like verbs.
    result(
        179, "Diện tích lúa của các địa phương: Long Thành 300 ha, Cần Thơ 200 ha.", "300 ha | about Long Thành",
        "200 ha | about Cần Thơ",
    ),
    # The name stands behind the turn of a sentence.
    result(
        200, "Do giá bán giảm nên doanh thu của làng nghề chỉ đạt 12 tỷ đồng.",
        "12 tỷ đồng | about doanh thu của làng nghề",
    ),
    result(
        200, "Vốn bổ sung đạt 15 tỷ đồng, các nguồn còn lại đạt 4 tỷ đồng.", "15 tỷ đồng | about Vốn bổ sung",
        "4 tỷ đồng | about các nguồn còn lại",
    ),
    plan(200, "90% hộ kinh doanh và 50% hàng hóa được dán tem.", "90% | 90", "50% | about hàng hóa được dán tem"),
]  # fmt: skip


@pytest.mark.parametrize("heading", [RESULTS, PLAN], ids=["in a report", "in a plan"])
@pytest.mark.parametrize(("pattern", "sentence"), TRAPS, ids=[f"pattern {pattern}" for pattern, _ in TRAPS])
def test_a_trap_is_no_quantity_in_plan_or_report(pattern: int, sentence: str, heading: str) -> None:
    assert [record.quote for record in read(f"{heading}\n{sentence}\n", "2024")] == []


@pytest.mark.parametrize("case", CASES)
def test_what_only_resembles_a_trap_is_read(case: Case) -> None:
    assert lines_read(case) == case.expected
