"""language.md 7.1: numerals, scale words and units, patterns 1 to 30."""

from __future__ import annotations

import pytest

from tests.spec.reading import Case, lines_read, plan, result

CASES = [
    result(1, "Sản lượng lúa đạt 12.480 tấn.", "12.480 tấn | 12480 | T | about Sản lượng lúa"),
    result(2, "Tỷ lệ che phủ rừng đạt 64,7%.", "64,7% | 64.7 | PT | about Tỷ lệ che phủ rừng"),
    result(3, "Tổng chi ngân sách địa phương là 3.215,46 tỷ đồng.", "3.215,46 tỷ đồng | 3215.46 | VND+9"),
    result(4, "Lượng khách du lịch đạt 4.120 nghìn lượt khách.", "4.120 nghìn lượt khách | 4120 | LUOT+3"),
    result(5, "Vốn đầu tư toàn xã hội đạt khoảng 18 nghìn tỷ đồng.", "18 nghìn tỷ đồng | 18 | VND+12 | approximate"),
    result(6, "Tổng mức bán lẻ hàng hóa đạt 9,5 ngàn tỷ đồng.", "9,5 ngàn tỷ đồng | 9.5 | VND+12"),
    result(7, "Vận tải hành khách đạt 2,4 triệu lượt.", "2,4 triệu lượt | 2.4 | LUOT+6"),
    # The declared unit is kept: 3.081,6 million, not 3,08 billion.
    result(8, "Kinh phí thực hiện là 3.081,6 triệu đồng.", "3.081,6 triệu đồng | 3081.6 | VND+6"),
    # A bare "tỷ" is a billion đồng.
    result(9, "Kinh phí bố trí cho trường học là 145 tỷ.", "145 tỷ | 145 | VND+9"),
    result(10, "Doanh thu dịch vụ đạt 210 tỉ đồng.", "210 tỉ đồng | 210 | VND+9"),
    result(11, "Khởi công mới 03 dự án giao thông.", "03 dự án | 3 | DU_AN"),
    result(12, "Diện tích rừng trồng mới đạt 1.000 ha.", "1.000 ha | 1000 | HA"),
    # A comma is a decimal mark as long as the document does not group thousands with commas …
    result(13, "Diện tích vườn ươm đạt 1,000 ha.", "1,000 ha | 1 | HA"),
    # … which it does where a number can be read in no other way.
    result(
        13, "Diện tích vườn ươm đạt 1,000 ha, sản lượng đạt 2,345.6 tấn.",
        "1,000 ha | 1000 | HA", "2,345.6 tấn | 2345.6 | T",
    ),
    result(14, "Giá tiêu dùng giảm 2,0%.", "2,0% | 2 | decrease"),
    result(15, "Giá trị sản xuất công nghiệp tăng 6,3 %.", "6,3 % | 6.3 | PT | increase"),
    # Half a number is worse than none.
    result(16, "Hỗ trợ sửa chữa nhà ở cho 1.2\n50 hộ nghèo."),
    result(16, "Hỗ trợ sửa chữa nhà ở cho 1.250\nhộ nghèo.", "1.250\nhộ | 1250 | HO"),
    # Small numbers in words are left to the reader: nothing in the contract makes them records.
    result(17, "Thành lập hai trung tâm và sắp xếp lại mười hai xã."),
    result(18, "Một số dự án chậm tiến độ."),
    result(19, "Lễ hội thu hút hàng nghìn lượt người tham dự."),
    result(20, "Bố trí tái định cư cho vài chục hộ, hơn chục hộ tự di dời."),
    result(21, "Toàn tỉnh có 11,4 bác sĩ/vạn dân.", "11,4 bác sĩ | 11.4 | BAC_SI | per vạn dân | about bác sĩ"),
    result(22, "Năng suất ngô đạt 52,6 tạ/ha.", "52,6 tạ | 52.6 | per ha | about Năng suất ngô"),
    result(22, "Sản lượng lương thực có hạt đạt 412 kg/người.", "412 kg | 412 | KG | per người"),
    result(23, "Công suất cấp nước sạch đạt 1.850 m3/ngày đêm.", "1.850 m3 | 1850 | M3 | per ngày đêm"),
    result(23, "Công suất thủy điện đạt 45 MW.", "45 MW | 45 | MW"),
    result(23, "Sản lượng điện đạt 12,5 triệu kWh.", "12,5 triệu kWh | 12.5 | KWH+6"),
    result(
        23, "Diện tích sàn nhà ở đạt 25,5 m² sàn/người.",
        "25,5 m² | 25.5 | M2 | per người",
    ),
    result(24, "Diện tích chè đạt 720 héc ta.", "720 héc ta | 720 | HA"),
    result(25, "Kim ngạch xuất khẩu đạt 410 triệu USD.", "410 triệu USD | 410 | USD+6"),
    result(25, "GRDP bình quân đầu người đạt 3.900 đô la Mỹ.", "3.900 đô la Mỹ | 3900 | USD"),
    # An equivalent in another currency is a record of its own, with the same subject.
    result(
        26, "GRDP bình quân đầu người đạt 98 triệu đồng (tương đương 3.900 USD).",
        "98 triệu đồng | VND+6 | about GRDP bình quân đầu người",
        "3.900 USD | 3900 | USD | about GRDP bình quân đầu người",
    ),
    result(27, "Khu di tích đón 8.200 lượt khách.", "8.200 lượt khách | 8200 | LUOT"),
    result(27, "Khám bệnh được 9.150 lượt người.", "9.150 lượt người | 9150 | LUOT"),
    result(28, "Phát hiện 41 vụ, 57 đối tượng.", "41 vụ | 41 | VU", "57 đối tượng | 57 | DOI_TUONG"),
    result(29, "Cứu đói cho 312 hộ (1.104 khẩu).", "312 hộ | 312 | HO", "1.104 khẩu | 1104"),
    # The length of a list that follows is no result.
    plan(30, "Tập trung thực hiện 7 nhóm nhiệm vụ sau đây."),
]  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_numerals_scale_words_and_units_are_read_as_printed(case: Case) -> None:
    assert lines_read(case) == case.expected
