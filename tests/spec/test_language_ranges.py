"""language.md 7.2: ranges and comparators, patterns 31 to 60."""

from __future__ import annotations

import pytest

from tests.spec.reading import Case, lines_read, plan, result

CASES = [
    plan(31, "Giá trị xuất khẩu tăng 6 - 6,5%.", "6 - 6,5% | 6..6.5 | increase"),
    plan(32, "Số xã đạt chuẩn từ 25 đến 30 xã.", "25 đến 30 xã | 25..30 | XA"),
    # "từ" in front of a range makes no lower bound.
    plan(33, "Tốc độ tăng trưởng bình quân từ 8 - 9%.", "8 - 9% | 8..9 | level"),
    plan(34, "Huy động vốn đầu tư 40 - 45 nghìn tỷ đồng.", "40 - 45 nghìn tỷ đồng | 40..45 | VND+12"),
    plan(35, "Thu ngân sách tăng 12 – 13%.", "12 – 13% | 12..13 | increase"),
    plan(35, "Thu ngân sách tăng 12~13%.", "12~13% | 12..13 | increase"),
    plan(35, "Thu ngân sách tăng 12% - 13%.", "12% - 13% | 12..13 | increase"),
    # The vocabulary has no half-open ranges: the excluded end is given as printed.
    plan(36, "Sản lượng đạt từ 10 đến dưới 15 tấn.", "10 đến dưới 15 tấn | 10..15 | T"),
    plan(37, "Diện tích cây dược liệu đạt trên 5 đến 10 ha.", "5 đến 10 ha | 5..10 | HA"),
    plan(38, "Tỷ lệ hài lòng đạt 70% trở lên.", "70% | 70.. | about Tỷ lệ hài lòng"),
    plan(39, "Giảm tai nạn giao thông từ 4% trở lên.", "4% | 4.. | decrease | about tai nạn giao thông"),
    # "3 sao" says which products count; it is a grade.
    plan(40, "Có thêm 20 sản phẩm OCOP từ 3 sao trở lên.", "20 sản phẩm | 20 | SAN_PHAM | increase"),
    plan(41, "Tỷ lệ dân số dùng nước sạch đạt trên 85%.", "85% | 85.. | not approximate"),
    # "hơn" and "gần" round a point; they open no side.
    result(42, "Hỗ trợ gạo cho hơn 1.200 hộ.", "1.200 hộ | 1200 | approximate"),
    result(42, "Toàn tỉnh có hơn 2,3 triệu lượt khách.", "2,3 triệu lượt khách | 2.3 | LUOT+6 | approximate"),
    result(43, "Cứng hóa gần 300 km đường thôn.", "300 km | 300 | KM | approximate"),
    result(44, "Kinh tế số chiếm xấp xỉ 15%.", "15% | 15 | approximate"),
    result(44, "Diện tích cây ăn quả đạt khoảng 1.500 ha.", "1.500 ha | 1500 | approximate"),
    result(44, "Thu hút chừng 40 doanh nghiệp.", "40 doanh nghiệp | 40 | approximate"),
    # "độ" ends nouns too ("mật độ"), and nobody reports with it: it rounds nothing.
    result(44, "Rừng trồng có mật độ 1.600 cây/ha.", "1.600 cây | 1600 | per ha | not approximate"),
    result(45, "Sản lượng hồi khô đạt trên dưới 500 tấn.", "500 tấn | 500 | approximate"),
    plan(46, "Có ít nhất 2 huyện đạt chuẩn nông thôn mới.", "2 huyện | 2.. | HUYEN"),
    plan(46, "Mở mới tối thiểu 5 tuyến xe buýt.", "5 tuyến | 5.."),
    plan(47, "Thu nhập bình quân đầu người không dưới 60 triệu đồng.", "60 triệu đồng | 60.. | VND+6"),
    # A term of days is no fact.
    plan(48, "Thời gian giải quyết hồ sơ không quá 5 ngày làm việc."),
    plan(48, "Tỷ lệ hồ sơ quá hạn không quá 2%.", "2% | ..2"),
    plan(48, "Tỷ lệ thất nghiệp không vượt quá 3%.", "3% | ..3"),
    plan(48, "Tỷ lệ hao hụt tối đa 4%.", "4% | ..4"),
    plan(49, "Duy trì tỷ lệ sinh con thứ ba dưới 1,2%.", "1,2% | ..1.2"),
    plan(50, "Tỷ lệ quá hạn ≤ 2%.", "2% | ..2"),
    plan(50, "Tỷ lệ quá hạn dưới hoặc bằng 2%.", "2% | ..2"),
    plan(51, "Số trung tâm dạy nghề đạt chuẩn: ≥ 03 trung tâm.", "03 trung tâm | 3.. | TRUNG_TAM"),
    plan(51, "Tỷ lệ thanh toán không dùng tiền mặt >= 30%.", "30% | 30.."),
    # As written; that more is welcome is for the assessment to know.
    plan(52, "Tỷ lệ lao động qua đào tạo đạt 55%.", "55% | 55 | target"),
    plan(53, "Thu ngân sách: 6.200 tỷ đồng.", "6.200 tỷ đồng | 6200 | about Thu ngân sách"),
    plan(54, "Cơ bản hoàn thành việc cấp giấy chứng nhận trong năm."),
    plan(55, "Đường huyện đạt tối thiểu cấp IV, đường tỉnh đạt cấp III trở lên."),
    plan(56, "Chỉ số cải cách hành chính nằm trong nhóm 15 tỉnh dẫn đầu."),
    plan(56, "Phấn đấu nằm trong tốp 20 tỉnh của cả nước."),
    # Three shares without their names: nobody can say which is whose.
    plan(57, "Cơ cấu kinh tế chuyển dịch theo hướng 30-25-45%."),
    plan(58, "Lập quy hoạch phân khu tỷ lệ 1/2000 và quy hoạch chi tiết tỷ lệ 1/500."),
    plan(59, "Nâng cấp các tuyến 1A, 1B và 4A."),
    # Either number may be meant.
    plan(60, "Chuẩn bị 2 hoặc 3 mô hình chuyển đổi số cấp xã."),
]


@pytest.mark.parametrize("case", CASES)
def test_ranges_and_comparators_give_bounds(case: Case) -> None:
    assert lines_read(case) == case.expected
