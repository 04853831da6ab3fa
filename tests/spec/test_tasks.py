"""What a task is, who leads it, who takes part and when it is due: documents of every kind, and their tasks.

A document is drawn as it is printed; behind it stand its tasks, one a line, as
`first words | lead & lead | coordinator & coordinator | deadline`, with `-` for nothing.
"""

from __future__ import annotations

import pytest

from tiendo.documents.lines import reading_copy
from tiendo.documents.model import Document, Metadata
from tiendo.documents.outline import outline
from tiendo.extraction.tasks import extract_tasks
from tiendo.facts.period import Period
from tiendo.facts.records import Task


def tasks_of(text: str, year: int = 2025) -> list[Task]:
    document = Document("x.txt", "txt", text, outline(text), metadata=Metadata(period=Period.of_year(year)))
    return extract_tasks(document, reading_copy(text))


def drawn(task: Task, like: str) -> str:
    """The task in the form of the expectation `like`, with as many of its first words."""
    words = like.split(" | ")[0]
    quote = " ".join(task.quote.split())
    parts = (quote[: len(words)], " & ".join(task.lead), " & ".join(task.coordinators), str(task.deadline or ""))
    return " | ".join(part or "-" for part in parts)


def assert_tasks(text: str, expected: str) -> None:
    lines = [line.strip() for line in expected.strip().splitlines()]
    found = tasks_of(text)
    assert [drawn(task, line) for task, line in zip(found, lines, strict=False)] == lines
    assert len(found) == len(lines), [task.quote for task in found[len(lines) :]]


DIRECTIVE = """\
CHỈ THỊ
Về việc tăng cường phòng cháy, chữa cháy rừng

Thời gian qua, công tác bảo vệ rừng đã đạt được nhiều kết quả.
Thực hiện Công điện số 22/CĐ-TTg ngày 05/3/2025, Chủ tịch UBND tỉnh yêu cầu các sở, ban, ngành, UBND các xã, phường \
tập trung thực hiện các nội dung sau:
1. Sở Nông nghiệp và Môi trường
a) Chủ trì, phối hợp với Công an tỉnh, Bộ Chỉ huy Quân sự tỉnh kiểm tra các địa bàn; báo cáo trước ngày 30/4.
b) Chỉ đạo Chi cục Kiểm lâm tổ chức trực 24/24 giờ.
2. Công an tỉnh: Điều tra, xử lý nghiêm các vụ cháy; phối hợp với Sở Tư pháp tuyên truyền pháp luật.
3. Sở Tài chính cân đối kinh phí, trình UBND tỉnh trong quý II/2025.
4. Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh vận động Nhân dân.
Yêu cầu các sở, ban, ngành nghiêm túc thực hiện Chỉ thị này./.
Nơi nhận:
- Như trên;
"""
DIRECTIVE_TASKS = """
Thực hiện Công điện số 22/CĐ-TTg | các sở, ban, ngành & UBND các xã, phường | - | -
Chủ trì, phối hợp | Sở Nông nghiệp và Môi trường | Công an tỉnh & Bộ Chỉ huy Quân sự tỉnh | ../2025-04-30
Chỉ đạo Chi cục Kiểm lâm | Sở Nông nghiệp và Môi trường | - | -
Công an tỉnh: Điều tra | Công an tỉnh | Sở Tư pháp | -
Sở Tài chính cân đối | Sở Tài chính | - | 2025-Q2
Đề nghị Ủy ban Mặt trận | Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh | - | -
Yêu cầu các sở, ban, ngành | các sở, ban, ngành | - | -
"""

DISPATCH = """\
CÔNG ĐIỆN
THỦ TƯỚNG CHÍNH PHỦ điện:
- Bộ trưởng các Bộ;
- Chủ tịch Ủy ban nhân dân các tỉnh, thành phố.
Theo báo cáo của Bộ Tài chính, đến ngày 30/6/2025 tỷ lệ giải ngân đạt 32,5% kế hoạch. Để hoàn thành mục tiêu, \
Thủ tướng Chính phủ yêu cầu:
1. Chủ tịch Ủy ban nhân dân các tỉnh, thành phố:
a) Rà soát, điều chuyển vốn của các dự án chậm trước ngày 15/11/2025.
2. Bộ Tài chính:
- Báo cáo Thủ tướng Chính phủ trước ngày 05 hằng tháng.
- Chủ trì, phối hợp với các bộ, cơ quan liên quan tháo gỡ vướng mắc.
3. Bộ Xây dựng, Bộ Nông nghiệp và Môi trường đẩy nhanh các dự án, phấn đấu hoàn thành trong quý IV năm 2025.
"""
DISPATCH_TASKS = """
Rà soát, điều chuyển vốn | Chủ tịch Ủy ban nhân dân các tỉnh, thành phố | - | ../2025-11-15
Báo cáo Thủ tướng | Bộ Tài chính | - | -
Chủ trì, phối hợp | Bộ Tài chính | các bộ, cơ quan liên quan | -
Bộ Xây dựng, Bộ | Bộ Xây dựng & Bộ Nông nghiệp và Môi trường | - | 2025-Q4
"""

DECISION = """\
QUYẾT ĐỊNH
Về việc phê duyệt Đề án phát triển du lịch
Căn cứ Luật Du lịch ngày 19 tháng 6 năm 2017;
QUYẾT ĐỊNH:
Điều 1. Phê duyệt Đề án phát triển du lịch với các nội dung chủ yếu sau:
1. Mục tiêu
Đến năm 2030, xây dựng 20 điểm du lịch.
2. Nhiệm vụ và giải pháp
- Xây dựng cơ chế hỗ trợ du lịch cộng đồng.
3. Kinh phí thực hiện: Từ ngân sách tỉnh.
4. Thời gian thực hiện: Từ năm 2025 đến năm 2030.
Điều 2. Tổ chức thực hiện
1. Sở Văn hóa, Thể thao và Du lịch là cơ quan thường trực, phối hợp với các đơn vị liên quan triển khai Đề án.
2. UBND các xã, phường:
a) Xây dựng kế hoạch triển khai trong năm 2025.
Điều 3. Quyết định này có hiệu lực kể từ ngày ký.
Điều 4. Chánh Văn phòng UBND tỉnh; Giám đốc các Sở: Tài chính, Nội vụ và Thủ trưởng các đơn vị liên quan \
chịu trách nhiệm thi hành Quyết định này./.
"""
DECISION_TASKS = """
Xây dựng cơ chế | - | - | -
Sở Văn hóa, Thể thao | Sở Văn hóa, Thể thao và Du lịch | các đơn vị liên quan | -
Xây dựng kế hoạch | UBND các xã, phường | - | 2025
Chánh Văn phòng | Chánh Văn phòng UBND tỉnh & Tài chính & Nội vụ & Thủ trưởng các đơn vị liên quan | - | -
"""

PLAN = """\
KẾ HOẠCH
Chuyển đổi số năm 2025
I. MỤC ĐÍCH, YÊU CẦU
- Các cơ quan phải xác định rõ trách nhiệm.
II. NỘI DUNG THỰC HIỆN
1. Hoàn thiện thể chế
1.1. Xây dựng quy chế khai thác dữ liệu dùng chung
- Cơ quan chủ trì: Sở Khoa học và Công nghệ.
- Cơ quan phối hợp: Các sở, ban, ngành; UBND cấp xã.
- Thời gian hoàn thành: Quý II/2025.
2. Phát triển hạ tầng
a) Phủ sóng 5G ở trung tâm các xã. Đơn vị chủ trì: Sở Khoa học và Công nghệ. Thời hạn: Trước 31/12/2025.
b) Nâng cấp Trung tâm dữ liệu (Văn phòng UBND tỉnh chủ trì).
III. TỔ CHỨC THỰC HIỆN
1. Trách nhiệm của Sở Nội vụ
Tham mưu công tác thi đua, khen thưởng. Đưa kết quả vào xếp loại thi đua năm 2025.
2. Các sở, ban, ngành căn cứ Kế hoạch này xây dựng kế hoạch của đơn vị, gửi Sở Khoa học và Công nghệ.
Trong quá trình thực hiện, nếu có vướng mắc, các cơ quan, đơn vị kịp thời phản ánh về Sở Khoa học và Công nghệ./.
"""
PLAN_TASKS = """
Xây dựng quy chế | Sở Khoa học và Công nghệ | Các sở, ban, ngành & UBND cấp xã | 2025-Q2
Phủ sóng 5G | Sở Khoa học và Công nghệ | - | ../2025-12-31
Nâng cấp Trung tâm | Văn phòng UBND tỉnh | - | -
Tham mưu công tác | Sở Nội vụ | - | -
Đưa kết quả vào | Sở Nội vụ | - | -
Các sở, ban, ngành căn cứ | Các sở, ban, ngành | - | -
Trong quá trình thực hiện | các cơ quan, đơn vị | - | -
"""

NOTICE = """\
THÔNG BÁO
Kết luận của Chủ tịch UBND tỉnh tại cuộc họp về dự án đường ven biển

Ngày 12/8/2025, Chủ tịch UBND tỉnh đã chủ trì cuộc họp. Tham dự cuộc họp có lãnh đạo các Sở: Xây dựng, Tài chính.
Sau khi nghe báo cáo, Chủ tịch UBND tỉnh kết luận như sau:
1. Ghi nhận sự nỗ lực của các đơn vị. Tuy nhiên, tiến độ giải phóng mặt bằng còn chậm.
2. Giao Ban Quản lý dự án đầu tư xây dựng công trình giao thông hoàn thành đoạn tuyến trước ngày 30/9/2025.
3. Về giải phóng mặt bằng: UBND xã Bình Minh giải quyết dứt điểm vướng mắc; Sở Tài chính hướng dẫn giá đất.
4. Thống nhất chủ trương điều chỉnh nút giao; giao Sở Xây dựng thẩm định trong tháng 8/2025.
5. Thủ tướng Chính phủ đã giao chỉ tiêu. Đề nghị Bộ Tài chính chỉ đạo Kho bạc Nhà nước khu vực VI thanh toán kịp thời.
Văn phòng UBND tỉnh thông báo để các cơ quan biết, thực hiện./.
"""
NOTICE_TASKS = """
Giao Ban Quản lý dự án | Ban Quản lý dự án đầu tư xây dựng công trình giao thông | - | ../2025-09-30
Về giải phóng mặt bằng | UBND xã Bình Minh & Sở Tài chính | - | -
Thống nhất chủ trương | Sở Xây dựng | - | 2025-08
Đề nghị Bộ Tài chính | Kho bạc Nhà nước khu vực VI | - | -
"""

REPORT = """\
BÁO CÁO
Tình hình kinh tế - xã hội 9 tháng năm 2025
I. TÌNH HÌNH KINH TẾ - XÃ HỘI
Tiếp tục triển khai các giải pháp phát triển. Các sở, ngành chủ động tháo gỡ khó khăn cho doanh nghiệp.
II. TỒN TẠI, HẠN CHẾ
Bên cạnh kết quả đạt được, Sở Xây dựng cần rút kinh nghiệm trong giải ngân. Tiến độ còn chậm.
III. NHIỆM VỤ TRỌNG TÂM QUÝ IV
1. Tiếp tục thực hiện các nghị quyết của Tỉnh ủy. Phấn đấu hết tháng 10/2025 giải ngân trên 70% kế hoạch.
2. Hiện nay khối lượng còn lại của dự án rất lớn. Công an tỉnh bảo đảm an ninh trật tự.
3. Khởi công các công trình sau:
- Đường vành đai phía Tây;
- Trạm y tế xã Tân Lập;
IV. ĐỀ XUẤT, KIẾN NGHỊ
Đề nghị Chính phủ bổ sung vốn cho dự án đường ven biển.
Trên đây là báo cáo tình hình 9 tháng, UBND tỉnh trân trọng báo cáo./.
"""
REPORT_TASKS = """
Bên cạnh kết quả đạt được | Sở Xây dựng | - | -
Tiếp tục thực hiện | - | - | -
Phấn đấu hết tháng 10/2025 | - | - | ../2025-10
Công an tỉnh bảo đảm | Công an tỉnh | - | -
Khởi công các công trình | - | - | -
Đề nghị Chính phủ | Chính phủ | - | -
"""

HEADINGS = """\
NHIỆM VỤ VÀ GIẢI PHÁP
1. Sở Công Thương chủ trì, phối hợp với các sở, ngành
- Thu hút đầu tư vào các cụm công nghiệp.
- Phối hợp với Sở Tài chính bố trí vốn.
2. Sở Y tế
Chủ trì, phối hợp với UBND các xã: Kiện toàn y tế cơ sở. Nâng cao chất lượng khám bệnh.
Đẩy mạnh tự chủ ở các bệnh viện.
3. Sở Nội vụ phối hợp cùng Công an tỉnh sắp xếp bộ máy. Xây dựng đề án vị trí việc làm.
"""
HEADINGS_TASKS = """
Thu hút đầu tư | Sở Công Thương | các sở, ngành | -
Phối hợp với Sở Tài chính | Sở Công Thương | các sở, ngành & Sở Tài chính | -
Chủ trì, phối hợp | Sở Y tế | UBND các xã | -
Nâng cao chất lượng | Sở Y tế | UBND các xã | -
Đẩy mạnh tự chủ | Sở Y tế | UBND các xã | -
Sở Nội vụ phối hợp | Sở Nội vụ | Công an tỉnh | -
Xây dựng đề án | Sở Nội vụ | - | -
"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(DIRECTIVE, DIRECTIVE_TASKS, id="directive"),
        pytest.param(DISPATCH, DISPATCH_TASKS, id="official-dispatch"),
        pytest.param(DECISION, DECISION_TASKS, id="decision"),
        pytest.param(PLAN, PLAN_TASKS, id="plan-with-assignment-lines"),
        pytest.param(NOTICE, NOTICE_TASKS, id="conclusion-notice"),
        pytest.param(REPORT, REPORT_TASKS, id="report"),
        pytest.param(HEADINGS, HEADINGS_TASKS, id="headings-that-name-bodies"),
    ],
)
def test_a_document_sets_these_tasks(text: str, expected: str) -> None:
    assert_tasks(text, expected)


TELEGRAM = """\
CÔNG ĐIỆN
Về việc ứng phó mưa lớn

CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH điện:
- Giám đốc các sở: Y tế, Công Thương;
- Chủ tịch UBND các xã.

Hồi 7 giờ, mực nước sông đang lên.
1. Sở Y tế chuẩn bị thuốc.
Cụ thể, UBND tỉnh giao Sở Công Thương dự trữ hàng. Trong đó, ưu tiên xã vùng cao.
"""
LETTER = """\
SỞ NỘI VỤ
Về rà soát biên chế năm nay.
Kính gửi :
- Các phòng chuyên môn.

Sở Nội vụ đề nghị thủ trưởng các đơn vị thực hiện các nội dung sau :
1. Lập danh sách viên chức.
"""


def test_those_whom_a_telegram_addresses_are_told_nothing_yet() -> None:
    assert_tasks(
        TELEGRAM,
        """
        Sở Y tế chuẩn bị | Sở Y tế | - | -
        Cụ thể, UBND tỉnh giao | Sở Công Thương | - | -
        Trong đó, ưu tiên | Sở Công Thương | - | -
        """,
    )


def test_a_letter_goes_on_behind_its_addressees() -> None:
    assert_tasks(LETTER, "Lập danh sách | thủ trưởng các đơn vị | - | -")


NO_TASKS = [
    ("Nguyên tắc", "Các cơ quan phải bảo đảm công khai, minh bạch."),
    ("Mục tiêu", "Xây dựng tỉnh phát triển toàn diện."),
    ("Quan điểm", "Quy hoạch phải phù hợp với chiến lược quốc gia."),
    ("Nhiệm vụ", "Công tác tuyên truyền đã được triển khai rộng khắp."),
    ("Nhiệm vụ", "Hiện nay tổng khối lượng đạt khoảng 61%."),
    ("Nhiệm vụ", "(Chi tiết tại Phụ lục kèm theo Kế hoạch này)."),
    ("Nhiệm vụ", "Tập trung thực hiện tốt các nhiệm vụ trọng tâm sau:"),
    ("Nhiệm vụ", "HĐND tỉnh cơ bản nhất trí với báo cáo của UBND tỉnh."),
    ("Nhiệm vụ", "Chính phủ thống nhất đánh giá: sản xuất phục hồi."),
    ("Cuộc họp", "Tham dự cuộc họp tại trụ sở có các Phó Chủ tịch UBND tỉnh."),
    ("Tổ chức thực hiện", "Chương trình hành động này được phổ biến đến chi bộ."),
    ("Cơ chế đặc thù", "Thủ tướng Chính phủ được quyết định việc phát hành trái phiếu."),
    ("Chính sách", "Hợp tác xã thành lập mới được nhà nước hỗ trợ 30 triệu đồng."),
]


@pytest.mark.parametrize(("heading", "sentence"), NO_TASKS)
def test_these_sentences_set_no_task(heading: str, sentence: str) -> None:
    assert tasks_of(f"I. {heading.upper()}\n1. {sentence}\n") == []


DEADLINES = [
    ("Hoàn thành quy hoạch trước tháng 6/2026.", "../2026-06"),
    ("Khởi công chậm nhất trong tháng 6/2026.", "2026-06"),
    ("Tổ chức Đại hội Thể dục thể thao tỉnh năm 2026.", "2026"),
    ("Năm 2026 có thêm 01 đơn vị tự chủ.", "2026"),
    ("Sửa nhà trước ngày 31/12/2025; xây lại nhà trước ngày 31/01/2026.", "../2026-01-31"),
    ("Thành lập thị xã Hữu Lũng (giai đoạn 2026 - 2030).", "../2030"),
    ("Đánh giá kỳ trước (2021 - 2025), gửi báo cáo trước ngày 10/4/2025.", "../2025-04-10"),
    ("Triển khai Kế hoạch cải cách hành chính năm 2025.", ""),
    ("Thực hiện Đề án đào tạo nghề đến năm 2030, tầm nhìn đến năm 2045.", ""),
    ("Triển khai Chương trình xây dựng nông thôn mới giai đoạn 2021 - 2025.", ""),
    ("Báo cáo trước ngày 20 hằng tháng.", ""),
    ("Thực hiện Quyết định số 5/QĐ-TTg ngày 09/3/2026 của Thủ tướng Chính phủ.", ""),
    ("Cắt giảm 10% chi thường xuyên so với dự toán năm 2025.", ""),
    ("Giải ngân hết vốn còn dư của năm 2024.", ""),
]


@pytest.mark.parametrize(("sentence", "deadline"), DEADLINES)
def test_the_deadline_is_the_date_of_the_action_and_not_of_a_plan(sentence: str, deadline: str) -> None:
    (task,) = tasks_of(f"I. NHIỆM VỤ\n1. {sentence}\n")
    assert str(task.deadline or "") == deadline
