"""language.md 7.7: composition, nesting and sharing, patterns 145 to 164."""

from __future__ import annotations

import pytest

from tests.spec.reading import Case, lines_read, plan, result

CASES = [
    result(
        145, "Tổng thu ngân sách đạt 900 tỷ đồng, trong đó: thu nội địa 350 tỷ đồng; thu hải quan 550 tỷ đồng.",
        "900 tỷ đồng | about Tổng thu ngân sách | within nothing",
        "350 tỷ đồng | about thu nội địa | within Tổng thu ngân sách",
        "550 tỷ đồng | about thu hải quan | within Tổng thu ngân sách",
    ),
    result(
        146, "Triển khai 60 dự án, gồm 40 dự án khởi công mới và 20 dự án chuyển tiếp.",
        "60 dự án | about dự án", "40 dự án | about dự án khởi công mới | within dự án",
        "20 dự án | about dự án chuyển tiếp | within dự án",
    ),
    result(147, "Xuất khẩu nông sản chiếm 34% tổng kim ngạch.", "34% | 34 | about Xuất khẩu nông sản"),
    result(
        148, "Khu vực dịch vụ đóng góp 2,9 điểm phần trăm vào tăng trưởng.",
        "2,9 điểm phần trăm | 2.9 | PP | about Khu vực dịch vụ",
    ),
    plan(
        149, "Có 80% số xã đạt chuẩn nông thôn mới, trong đó 30% số xã đạt chuẩn nâng cao.",
        "80% | about số xã đạt chuẩn nông thôn mới",
        "30% | about số xã đạt chuẩn nâng cao | within số xã đạt chuẩn nông thôn mới",
    ),
    plan(
        150, "Tỷ lệ thu gom chất thải đạt 92% (trong đó chất thải y tế 100%, chất thải đô thị 96%).",
        "92% | about Tỷ lệ thu gom chất thải", "100% | about chất thải y tế", "96% | about chất thải đô thị",
    ),
    # Names and numbers in two lists: no record rather than one with the wrong name.
    result(151, "Ba xã An Lập, Bình Lâm, Cao Sơn đạt lần lượt 15, 17, 19 tiêu chí."),
    plan(152, "Mỗi huyện xây dựng 2 mô hình.", "2 mô hình | 2 | per huyện"),
    plan(
        153, "Toàn tỉnh có 9 bác sĩ và 28 giường bệnh trên 1 vạn dân.",
        "9 bác sĩ | per vạn dân", "28 giường bệnh | per vạn dân",
    ),
    plan(154, "Có 92% xã và 70% thôn có đường cứng.", "92% | about xã", "70% | about thôn có đường cứng"),
    plan(
        155, "Cơ cấu kinh tế: dịch vụ chiếm 50%; xây dựng 22%; nông nghiệp 28%.",
        "50% | about dịch vụ | within Cơ cấu kinh tế", "22% | about xây dựng | within Cơ cấu kinh tế",
        "28% | about nông nghiệp | within Cơ cấu kinh tế",
    ),
    result(
        156, "Tiếp nhận 11 đơn (4 đơn khiếu nại, 7 đơn tố cáo).",
        "11 đơn | about đơn", "4 đơn | about đơn khiếu nại | within đơn", "7 đơn | about đơn tố cáo | within đơn",
    ),
    # Without the repeated unit the parts are no quantities.
    result(156, "Tiếp nhận 11 đơn (4 khiếu nại, 7 tố cáo).", "11 đơn | 11"),
    result(157, "Đã cấp giấy chứng nhận cho 180/260 thửa.", "180/260 thửa | 180 | of 260"),
    result(158, "Đã kết luận 02/05 cuộc thanh tra.", "02/05 cuộc | 2 | of 5"),
    # The share of the cases settled is no percentage of a plan.
    result(159, "Đã giải quyết 45/50 đơn, đạt 90%.", "45/50 đơn | 45 | of 50", "90% | 90 | no plan"),
    # Behind a count "trên" means "out of", not "more than".
    result(160, "Có 95 hộ trên 100 hộ được khảo sát hài lòng.", "95 hộ | 95"),
    result(161, "Bình quân một xã đạt 15,2 tiêu chí.", "15,2 tiêu chí | 15.2 | TIEU_CHI | per xã"),
    result(162, "Số tiêu chí đạt chuẩn là 15,2 tiêu chí/xã.", "15,2 tiêu chí | 15.2 | TIEU_CHI | per xã"),
    result(
        163, "Cấp gạo cho 300 hộ (1.050 khẩu) với 15.750 kg.",
        "300 hộ | HO", "1.050 khẩu | 1050", "15.750 kg | 15750 | KG",
    ),
    result(
        164, "Tổng thu phí, lệ phí đạt 40 tỷ đồng: phí 25 tỷ đồng, lệ phí 15 tỷ đồng.",
        "40 tỷ đồng | about Tổng thu phí, lệ phí", "25 tỷ đồng | about phí", "15 tỷ đồng | about lệ phí",
    ),
    # Who has them tells the parts apart.
    result(
        145, "Toàn tỉnh có 43 trường đạt chuẩn. Trong đó, vùng cao có 31 trường, vùng thấp có 12 trường.",
        "43 trường | about trường đạt chuẩn", "31 trường | about vùng cao", "12 trường | about vùng thấp",
    ),
    # A share goes with its value: planned with what is planned.
    result(
        147, "Ngành phấn đấu có 60 trường đạt chuẩn, chiếm 48% tổng số trường.", "60 trường | target",
        "48% | target | within tổng số trường",
    ),
    result(157, "Có 1.250/2.040 hộ tham gia hợp tác xã.", "1.250/2.040 hộ | 1250 | of 2040"),
    # A count without a unit is no part of the name.
    result(
        156, "Số trường đạt chuẩn bậc mầm non là 120 (51,5%), tiểu học 200 (75%).",
        "51,5% | about Số trường đạt chuẩn bậc mầm non", "75% | about tiểu học",
    ),
    # What narrows a condition names nothing behind it.
    result(
        149, "Có 14 tỉnh có 100% số xã có chợ, trong đó có 3 tỉnh vùng cao.", "14 tỉnh | about tỉnh",
        "3 tỉnh | about tỉnh vùng cao",
    ),
    result(
        146, "Có 90 cơ sở giáo dục mầm non, phổ thông với 1.200 lớp.", "90 cơ sở | CO_SO", "1.200 lớp | about lớp",
    ),
]  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_parts_and_lists_give_every_number_its_own_subject(case: Case) -> None:
    assert lines_read(case) == case.expected
