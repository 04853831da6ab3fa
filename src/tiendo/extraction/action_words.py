"""The verbs, duties and small words of administrative Vietnamese that tell where an action begins.

Plain lists: a name ends before them, and a sentence that starts with one of them says what is to be done.
Sources: language.md 8.1 to 8.3 and the usual wording of plans, directives and conclusion notices.
"""

from __future__ import annotations

import re

from tiendo.extraction.alternation import any_of
from tiendo.extraction.words import Phrases

_VERBS = """
    chủ trì | phối hợp | tham mưu | tổ chức | triển khai | thực hiện | xây dựng | hoàn thiện | hoàn thành
    ban hành | phê duyệt | thẩm định | trình | đề xuất | đề nghị | kiến nghị | yêu cầu | hướng dẫn
    kiểm tra | giám sát | thanh tra | đôn đốc | theo dõi | tổng hợp | báo cáo | cung cấp | cung ứng
    bảo đảm | đảm bảo | bố trí | cân đối | phân bổ | huy động | phát huy | nâng cao | phát triển | mở rộng
    rà soát | nghiên cứu | xem xét | quyết định | chỉ đạo | lãnh đạo | quán triệt | tuyên truyền
    truyền thông | phổ biến | vận động | khuyến khích | hỗ trợ | tạo điều kiện | tháo gỡ | xử lý | xử phạt
    giải quyết | ngăn chặn | phòng ngừa | phòng chống | phòng, chống | đấu tranh | trấn áp | kiểm soát
    quản lý | sử dụng | khai thác | vận hành | duy trì | giữ vững | giữ gìn | củng cố | kiện toàn | sắp xếp
    bổ sung | điều chỉnh | sửa đổi | cập nhật | công bố | công khai | công nhận | niêm yết | lồng ghép
    gắn kết | gắn với | kết hợp | đổi mới | cải cách | cải thiện | chuyển đổi | ứng dụng | áp dụng
    tiếp nhận | tiếp thu | giải trình | lựa chọn | thành lập | bổ nhiệm | đào tạo | bồi dưỡng | tập huấn
    tuyển dụng | thu hút | xúc tiến | quảng bá | kêu gọi | đầu tư | nâng cấp | cải tạo | sửa chữa | bảo trì
    bảo dưỡng | khởi công | khánh thành | nghiệm thu | quyết toán | giải ngân | thanh toán | thu hồi
    giải phóng | đền bù | bồi thường | chuẩn bị | ký kết | hợp tác | liên kết | kết nối | chia sẻ | tích hợp
    số hóa | chấn chỉnh | khắc phục | chấp hành | tuân thủ | đáp ứng | ưu tiên | quan tâm | chú trọng
    chú ý | lưu ý | coi trọng | đề cao | đẩy lùi | thúc đẩy | khơi thông | tận dụng | tranh thủ | khôi phục
    phục hồi | ổn định | bình ổn | điều hành | điều phối | phân công | phân cấp | phân quyền | ủy quyền
    giao | thống nhất | thống kê | đánh giá | phân tích | dự báo | cảnh báo | xác định | xác minh | xác nhận
    điều tra | khảo sát | truy tố | xét xử | thi hành | biểu dương | tôn vinh | khen thưởng | phát động
    hưởng ứng | tham gia | tham dự | đăng ký | kê khai | nộp | gửi | tham khảo | bám sát | nắm bắt
    nắm chắc | nắm tình hình | phản ánh | phản bác | thông tin | thông báo | đưa | chuyển | làm | lập | mở
    tạo | rút ngắn | rút kinh nghiệm | cắt giảm | đơn giản hóa | giảm thiểu | hạn chế | chấm dứt | xóa bỏ
    loại bỏ | loại trừ | tiết kiệm | chống | bảo vệ | bảo tồn | tôn tạo | gìn giữ | trồng | chăm sóc
    chăm lo | cụ thể hóa | làm việc | trao đổi | thảo luận | đàm phán | gặp gỡ | đối thoại | tiếp công dân
    tiếp xúc | nhân rộng | thí điểm | đa dạng hóa | hiện đại hóa | xã hội hóa | cơ cấu | tái cơ cấu
    hình thành | quy hoạch | thiết kế | thi công | bàn giao | mua sắm | đấu giá | đấu thầu | cấp phát | miễn
    thu gom | phân loại | vận chuyển | di dời | sơ tán | cứu trợ | dự trữ | chi trả | chi viện | điều động
    huấn luyện | diễn tập | tuần tra | canh gác | ứng phó | ứng trực | thường trực | cứu hộ | khoanh vùng
    tiêm | khám | giới thiệu | trưng bày | tư vấn | kết luận | quy định | hợp nhất | sáp nhập | tinh giản
    luân chuyển | nêu gương | nêu cao | tăng thu | tăng tốc | gương mẫu | xung kích | chịu trách nhiệm | có trách nhiệm
    có kế hoạch | có giải pháp | có biện pháp | có phương án | có văn bản | đóng vai trò | tự tổ chức
    vào cuộc | động viên | đoàn kết | trang bị | tích lũy | chứng nhận | cấp phép | cấp bách | đi đầu
    tiến hành | ra quân | dọn dẹp | vệ sinh | học tập | thi đua | khuyến cáo | khuyến nghị | khẳng định
    cam kết | kéo dài | cứng hóa | trả lời | điều tiết | lấp đầy | quan trắc | soạn thảo | lắp đặt | kiểm kê
    kiểm đếm | đo đạc | đối chiếu | làm rõ | lấy ý kiến | nhắc nhở | phê bình | đặt hàng | định giá | xác lập
    xếp hạng | truy thu | thanh lý | nạo vét | phủ sóng | phân luồng | gia hạn | khen ngợi | phát hiện | phát hành
    triệt phá | bắt giữ | tiêu hủy | tiêu thụ | gieo trồng | chăn nuôi | trồng mới | cấp mới | mở mới | thay thế
    sửa sang | tu bổ | phục dựng | số hoá | kê biên | lưu trữ | cải tiến | đơn giản hoá | chi tiết hóa | hợp lý hóa
    nhập liệu | đồng bộ | làm sạch | xây mới | san lấp | đối soát | hoàn trả | hoàn thuế | bình chọn | ra mắt
    lan tỏa | siết chặt | quy tụ | hòa giải | trợ giúp | cho vay | đình chỉ
"""
_MANNERS = """
    chủ động | tích cực | khẩn trương | tiếp tục | tăng cường | đẩy mạnh | đẩy nhanh | tập trung
    thường xuyên | định kỳ | kịp thời | kiên quyết | kiên trì | nghiêm túc | nhanh chóng | sớm | trực tiếp
    từng bước | quyết liệt | quyết tâm | triệt để | phấn đấu | nỗ lực | cố gắng | dứt khoát | tuyệt đối
    thần tốc | nghiêm cấm | tất cả vì | chủ yếu | luôn | luôn luôn | cơ bản | trước mắt | ngay | hết sức
    bằng mọi biện pháp | hằng năm | hàng năm | hằng quý | hằng tháng | hàng tháng | mạnh mẽ | rứt khoát
    mạnh dạn | không ngừng | thận trọng | đồng thời | cùng nhau | tích cực tham gia | khai thác tối đa
    hướng tới | tiến tới | quan trọng
"""
# Verbs of one syllable that names hold too: they begin an action and end no name.
_SHORT_VERBS = """
    nâng | giữ | đo | mở | xóa | xoá | gỡ | kéo | trả | mua | bán | đón | dạy | dọn | dừng | duyệt | ký | kê
    lắp | nạo | phủ | rải | tách | tìm | tưới | ươm | vay | viết | xếp | cắt | giảm | tăng | đổi | đặt | đóng
"""
_DUTIES = """
    cần | phải | có trách nhiệm | chịu trách nhiệm | có nhiệm vụ | có nghĩa vụ | chủ trì | là cơ quan | là đơn vị
    | làm đầu mối | là đầu mối
"""
# Verbs by which one body tells another what to do.
ORDERS = "giao nhiệm vụ | giao | đề nghị | yêu cầu | phân công | kêu gọi | kiến nghị | ủy quyền | uỷ quyền"
# What is approved, changed or granted in a decision's own text, where nobody is told to do anything.
_ENACTMENTS = """
    điều chỉnh | bổ sung | sửa đổi | bãi bỏ | thay thế | giữ nguyên | quy định | thông qua | phê duyệt
    quyết định | ban hành | nhất trí | thống nhất | tán thành | hỗ trợ | bố trí | áp dụng | công nhận
    phân bổ | chi | miễn | giảm | cấp | thành lập | cho phép | chấp thuận | đồng ý | giao | tặng | trợ cấp
    chuyển | đặt tên | đổi tên | sử dụng | phát hành | đầu tư | xếp | trích | thưởng | kéo dài | bãi miễn
    huy động | ủy quyền | cơ bản nhất trí | cơ bản thống nhất | cơ bản tán thành | cơ bản đồng ý | hoàn toàn nhất trí
"""

ACTIONS = Phrases(_VERBS, _MANNERS, _SHORT_VERBS)
"""Verbs of action, and the words of manner that stand before them."""

DUTIES = Phrases(_DUTIES)
"""What makes a sentence about a body an order to it."""

TELLING = re.compile(any_of(f"{ORDERS} | {_DUTIES} | phối hợp | phối kết hợp | chỉ đạo"))
"""What stands, in lower case, in every sentence that tells a body something: orders, duties, joint work."""

ENACTMENTS = Phrases(_ENACTMENTS)
"""Verbs by which a document itself decides; at the head of a clause they order nothing by themselves."""

PHRASE_ENDS = Phrases(
    _VERBS,
    _MANNERS,
    """
    quyết nghị | tán thành | nhất trí | thông qua | kính | chúc | hoan nghênh | đồng ý | cần | phải | sẽ
    đã | đang | được | bị | để | nhằm | khi | nếu | thì | là | mà | do | bởi | bằng | theo | căn cứ | về
    với | cho | từ | đến | tới | trước | sau | không | chưa | cũng | vẫn | còn | lại | chịu | có | trong
    ngoài | trên | dưới | tại | ở | như | gồm | bao gồm | giúp | cùng | tự | nhất là | đặc biệt | song
    nhưng | vì | nên | hay | ra | vào | lên | xin | hãy | đều | sao | qua | dự kiến | ước | đạt
    tăng | giảm | chiếm | gây | làm cho | kể từ | phù hợp | nhận | thấy | biết | xảy ra | diễn ra | quý
    năm | tháng | ngày | dẫn | thuận lợi | thống nhất | kể cả | vượt | trân trọng | ghi nhận | chỉ | thu
    tùy | tuỳ | dành | lấy | hoặc | thuộc diện | giữa | dựa | trở | rút | bớt | nói | coi | kêu
    """,
)
"""Where the name of a body ends: verbs, manners and the small words that open another part of the sentence."""
