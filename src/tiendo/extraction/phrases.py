"""The words by which a sentence says what a number is about: verbs, adverbs, connectives, heads of measures.

Plain lists as regular expressions over the lower-case reading copy, each beside the reason it is here.
Sources: language.md 7.2 to 7.7 and 7.11.
"""

from __future__ import annotations

import re

# Behind these a sentence has ended: a full stop before a capital, a digit or an opening quote.
SENTENCE_BREAK = re.compile(r"(?:[.!?…]+[\"”’)\]]*)\s+(?=[\"“(]?[A-ZĐÀ-ỸÁ-Ý])")
# "TP. Hồ Chí Minh", "v.v. …", "ThS. …": a full stop that ends no sentence.
ABBREVIATION = re.compile(r"(?:\b(?:TP|Tp|TX|TT|ThS|TS|PGS|GS|Đ/c|đ/c|Mr|St|Tr|Q|P|X|H)|\bv\.v|(?<!\w)\w)\.$")

# Verbs and marks that link a measure to its value: what stands before them is the subject.
LINK = re.compile(
    r"(?:(?<!\w)(?:ước thực hiện|thực hiện|mới đạt|ước đạt được|ước đạt|đạt được|đạt mức|đạt tỷ lệ|đạt|ước tính|ước khoảng|ước"
    r"|dự ước|dự kiến đạt|dự kiến|là|chiếm tỷ trọng|chiếm tỷ lệ|chiếm|duy trì ở mức|duy trì|giữ ở mức|ở mức|(?<!mặt )bằng"
    r"|lên đến|lên tới|lên thành|lên mức|lên|xuống còn|xuống dưới|xuống mức|xuống|còn lại|còn|được|tương đương|gồm|có|cho|với|đến|tới|thành|khoảng"
    r"|không vượt quá|không quá|trở thành|của|gấp|đảm bảo|bảo đảm|vượt mức|vượt|phấn đấu|hoàn thành|thu được|giao|bình quân đạt|trung bình)(?!\w)"
    r"|[:=])\s*$"
)
# Of these only the ones that really equate: "đạt 30% hồ sơ …" is about what stands before.
EQUATING = re.compile(
    r"(?:(?<!\w)(?:đạt|đạt được|đạt mức|ước đạt|ước thực hiện|ước|là|chiếm|duy trì|ở mức|(?<!mặt )bằng|lên|còn|xuống|đạt tỷ lệ"
    r"|lên đến|lên tới|xuống còn|xuống dưới|tương đương|dự kiến|ước tính|không vượt quá|không quá|khoảng)(?!\w)|[:=])$"
)

# Adverbs that may stand between a measure and its verb, or between verb and number; they belong to no name.
ADVERB = re.compile(
    r"(?<!\w)(?:bình quân hằng năm|bình quân hàng năm|bình quân mỗi năm|bình quân năm|bình quân|trung bình|hằng năm|hàng năm"
    r"|mỗi năm|mỗi tháng|cả năm|trong năm|cả giai đoạn|trong kỳ|trong quý|trong tháng|từ nay|đến nay|hiện nay|lũy kế|luỹ kế|cộng dồn|cơ bản|(?<!chứng )chỉ|đã|sẽ|cũng|đều"
    r"|thêm|ít nhất|tối thiểu|tối đa|khoảng|từ|trên|hơn|gần|dưới|xấp xỉ|phấn đấu|ước|đang|tiếp tục|phải|có thể|nhất|vẫn|cần|với mục tiêu|theo mục tiêu|mục tiêu|tổng số|tổng cộng|tất cả|toàn bộ)\s*$"
)
# Direction words directly before a number (adverbs between them were taken off already).
DIRECTION = re.compile(
    r"(?<!\w)(?P<up>tăng trưởng|tăng thêm|tăng cao|tăng mạnh|tăng nhẹ|tăng khá|tăng|thêm|bổ sung thêm|bổ sung|cao hơn|vượt|nhiều hơn)\s*$"
    r"|(?<!\w)(?P<down>giảm sâu|giảm mạnh|giảm nhẹ|giảm thêm|giảm bớt|cắt giảm|giảm|thấp hơn|hụt|ít hơn)\s*$"
)
# A verb of change at the head of the clause: "Giảm tỷ lệ hộ nghèo từ 3% trở lên".
LEADING_CHANGE = re.compile(
    r"(?P<up>(?:tăng|nâng|phát triển thêm|xây dựng thêm|bổ sung thêm|tăng thêm)(?!\s+(?:trưởng|cường|tốc|cấp|cao|dần|thu)))(?!\w)"
    r"|(?P<down>(?:giảm thiểu|giảm bớt|giảm dần|giảm|kéo giảm|cắt giảm)(?!\s+(?:nghèo|phát thải|trừ|nhẹ|tải)))(?!\w)"
)
# After these the number is a level again, whatever the verb was.
TO_LEVEL = re.compile(r"(?<!\w)(?:lên|xuống|còn|lên đến|lên tới|xuống còn|xuống dưới|thành|ở mức|đạt|là)(?!\w)")

# "thêm" makes every number of its list an increase (facts/README.md).
ADDED = re.compile(r"(?<!\w)(?:thêm|bổ sung)(?!\w)")

# What a percentage is a percentage of.
PLAN_AFTER = re.compile(
    r"\s*(?:so với\s+|của\s+|so\s+)?(?:kế hoạch|dự toán|kh(?!\w)|chỉ tiêu|mục tiêu (?:đề ra|kế hoạch|năm|nghị quyết)|nghị quyết (?:hđnd|giao|đề ra|đại hội)|kế hoạch vốn"
    r"|số vốn (?:kế hoạch|được giao|giao)|tổng kế hoạch|tổng dự toán|tổng vốn (?:kế hoạch|được giao|giao)|so với kế hoạch)(?!\w)[^,;.()]{0,80}"
)
_SAME_PERIOD = r"(?:cùng kỳ|cùng thời điểm|cùng giai đoạn)(?: năm (?:trước|ngoái|\d{4}))?"
BASE_SAME_PERIOD = re.compile(rf"[^,;.()]{{0,40}}?\s*(?:so với|so|với|hơn|bằng|gấp)?\s*{_SAME_PERIOD}")
INDEX_SAME_PERIOD = re.compile(rf"\s*(?:so với\s+|so\s+|của\s+)?{_SAME_PERIOD}")
BASE_LAST_YEAR = re.compile(r"\s*so (?:với )?(?:thực hiện |kết quả )?(?:năm trước|năm ngoái)")
# "so với cùng kỳ giảm 5 vụ, giảm 2 người chết": the base stands in front and holds for what follows.
LEADING_BASE = re.compile(rf"(?<!\w)so (?:với )?{_SAME_PERIOD}(?=\s|,|:)")
BASE_OTHER = re.compile(r"[^,;.()]{0,40}?(?<!\w)so (?:với )?(?!cùng)[^,;.()]{0,60}?(?=[,;()]|\.(?!\d)|\s(?:và|đồng thời|trong khi)\s|$)")
ANY_BASE = re.compile(r"(?<!\w)so (?:với )?(?P<same>cùng)?|(?P<index>cùng kỳ)")

OBSERVED = re.compile(
    r"(?<!\w)(?:ước đạt|ước thực hiện|ước tính|đã|hiện nay|hiện có|hiện tại|hiện đang|hiện hữu|đến nay|lũy kế|luỹ kế|cùng kỳ|tính đến|vừa qua|năm trước|thực trạng|mới đạt|(?<!chứng )chỉ đạt)(?!\w)"
)
PLANNED = re.compile(
    r"(?<!\w)(?:phấn đấu|(?<!chương trình )mục tiêu(?! quốc gia)|chỉ tiêu kế hoạch|chỉ tiêu giao|để\s*$|dự kiến|kế hoạch giao|đảm bảo đạt|bảo đảm đạt|cần đạt|phải đạt|định hướng|tầm nhìn|yêu cầu)(?!\w)"
)
ESTIMATED = re.compile(r"(?<!\w)(?:ước|dự ước|ước tính|ước đạt)(?!\w)")
CUMULATIVE = re.compile(r"(?<!\w)(?:lũy kế|luỹ kế|cộng dồn|cả giai đoạn|tổng cả giai đoạn|toàn giai đoạn)(?!\w)")
ANNUAL = re.compile(r"(?<!\w)(?:hằng năm|hàng năm|mỗi năm|bình quân năm|bình quân/năm|từng năm|bình quân một năm|bình quân 1 năm)(?!\w)|/năm")
AVERAGE_GROWTH = re.compile(r"(?<!\w)bình quân(?!\w)(?! (?:đầu|một|1|01|mỗi|cả nước|chung|toàn))")

# "đến nay có 14.640 sản phẩm": what exists is the noun behind the number.
EXISTS = re.compile(r"(?<!\w)(?:có|gồm|bao gồm|có thêm|hiện có)\s*$")
# Verbs that bring a thing about but name no measure: the counted noun behind the number does.
GENERIC_ACTION = re.compile(
    r"(?:(?:tập trung|hỗ trợ|xây dựng|phát triển|hình thành|quản lý|theo dõi|và|tiếp nhận|tổ chức|hoàn thành|triển khai|thực hiện"
    r"|thêm|được|đầu tư|bố trí|thu hút|tiếp tục|phấn đấu|rà soát|đối thoại|duy trì|tu bổ|sửa chữa|tiến hành|trang bị|củng cố|nhân rộng"
    r"|mở|lập|lắp đặt|bổ sung|đưa|nâng|tăng|giảm|ít nhất|khoảng|trên)(?:[\s,]+|$))+$"
)

# The parts of a total follow.
PARTS = re.compile(r"(?<!\w)(?:trong đó có|trong đó|bao gồm|gồm có|gồm|cụ thể là|cụ thể|chia ra|riêng)(?!\w)\s*:?")
# Words that join clauses and name nothing.
CONNECTIVE = re.compile(
    r"(?:[,;:.()\-–\s“”\"']|(?<!\w)(?:và|đồng thời|ngoài ra|tuy nhiên|còn|trong khi|bên cạnh đó|nhất là|đặc biệt là|đặc biệt|qua đó|từ đó"
    r"|trong đó có|trong đó|bao gồm|gồm có|gồm|cụ thể là|cụ thể|chia ra|riêng|là|kết quả|theo đó|nhằm|để|với mục tiêu|mục tiêu|nên|do đó|vì vậy|như|nếu|tổng cộng)(?!\w))+"
)
# Verbs and particles before a name that are no part of it.
MODAL = re.compile(
    r"(?:(?<!\w)(?:phấn đấu đạt được|phấn đấu đạt|phấn đấu có|phấn đấu|đã|đang|sẽ|có|với|được|toàn tỉnh có|toàn tỉnh|trên địa bàn tỉnh có|cả tỉnh có|cả nước có|lũy kế|luỹ kế"
    r"|ước|dự ước|ước tính|dự kiến|hiện nay|hiện có|hiện|đến nay|đảm bảo|bảo đảm|duy trì|giữ vững|giữ|tiếp tục duy trì|tiếp tục|phải|cần|thực hiện|triển khai|kết quả thực hiện|trong kỳ|trong quý"
    r"|trong tháng|trong năm|mới|qua|cơ bản|ít nhất|tối thiểu|đạt|tổ chức|sơ bộ|đưa vào khai thác|mục tiêu đưa vào khai thác|hoàn thành mục tiêu|bằng|cho|từ|tại|trên|thì|đã và đang|về)(?!\w)\s*)+"
)
# The same with verbs that raise or lower, which are taken off where a measure's head follows.
CHANGE_VERB = re.compile(
    r"(?:tập trung\s+)?(?:tăng|giảm|nâng|hạ|kéo giảm|giảm dần|nâng dần|nâng cao|tăng dần|đưa|phát triển|xây dựng|hoàn thành|đẩy mạnh|thu hút|huy động|bố trí|tiết kiệm|thúc đẩy|điều chỉnh)\s+(?:thêm\s+)?"
)

# Nouns that begin the name of a measure; the last one before a number starts its subject.
HEAD = re.compile(
    r"(?:tỷ lệ|tỉ lệ|tỷ trọng|tỉ trọng|tổng|số|chỉ số|kim ngạch|thu|chi|doanh thu|giá trị|sản lượng|diện tích|tốc độ|tăng trưởng|cơ cấu|vốn|mức|lượng|quy mô"
    r"|năng suất|thu nhập|dân số|độ che phủ|tỷ suất|tỉ suất|công suất|chiều dài|chiều sâu|grdp|gdp|kinh phí|nguồn|dư nợ|lạm phát|nợ|bội chi|xuất khẩu|nhập khẩu|lãi suất|khối lượng|chi phí"
    r"|tuổi thọ|hệ số|kết quả|giải ngân|thiệt hại|kế hoạch vốn|huy động vốn|tiến độ|công nghiệp|nông nghiệp|dịch vụ|khách|hàng|đất|chỉ tiêu|nhu cầu|năng lực|thời lượng|tiền|phạm pháp|tai nạn|tốc)(?!\w)"
)

# Where the noun phrase behind a number ends.
BEHIND_END = re.compile(
    r"[;:.()]|,\s|(?<!\w)(?:so với|nhằm|để|với|trong khi|trong đó|đồng thời|tăng|giảm|chiếm|theo quy định|trước khi|phục vụ|mỗi năm|hằng năm|hàng năm|làm (?=\d)|khiến (?=\d)|năm \d{4}|lên (?=\d)|xuống (?=\d|còn)|và (?=\d|ít nhất|trên|khoảng|tăng|giảm|gần|hơn))"
)
BEHIND_END_WIDE = re.compile(r"[;:.]|(?<!\w)(?:nhằm|để|trong đó|từ đó|góp phần|so với|và (?=\d|ít nhất|trên \d|khoảng|gần|hơn|tăng|giảm))|,\s(?=(?:ít nhất|trên|khoảng|gần|hơn)?\s*\d)"
    r"|,\s(?=(?:đáp ứng|ứng dụng|bảo đảm|đảm bảo|phù hợp|nhất là|từng bước|góp phần|đặc biệt|tăng cường|tạo)(?!\w))")
# A word behind a measured unit that starts no noun phrase.
NO_NOUN = frozenset(
    "từ cho để trong so và với được bằng trên tại của ở vào theo do đến tới nhằm là gồm bao đạt tăng giảm chiếm trở kể chưa không thuộc mỗi hoặc"
    " qua cùng như thì nhưng còn đã sẽ có bình mà khi nếu vì trước sau nên ( ) , . ; : - – / vượt thêm hằng hàng cả đối xuống lên thành sang năm ước lũy thấp cao gấp tương".split()
)
EACH = re.compile(r"(?<!\w)mỗi\s+(?P<each>xã|phường|huyện|tỉnh|năm|tháng|quý|tuần|đơn vị|tổ chức|hộ|người|thôn|bản|cơ sở|doanh nghiệp|trường|lớp|địa phương|cơ quan|sở|ngành|dự án)(?!\w)")
FROM_TO = re.compile(r"\s*(?:\([^)]*\)\s*)?(?:năm \d{4}\s+)?(?:tăng\s+|giảm\s+|nâng\s+|điều chỉnh\s+)?(?:lên|xuống|thành|sang)(?:\s+(?:còn|đến|tới|thành|mức))?\s*$")
COMPARED = re.compile(r"(?<!\w)(?:bình quân (?:cả nước|chung|toàn quốc|vùng|toàn vùng)|mức (?:tăng|bình quân)[^,;.]{0,20}cả nước|cả nước|toàn quốc)(?!\w)")
