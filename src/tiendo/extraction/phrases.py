"""The words by which a sentence says what a number is about: verbs, adverbs, connectives, heads of measures.

Plain lists, each beside the reason it is here, over the lower-case reading copy.
Sources: language.md 7.2 to 7.7 and 7.11.
"""

from __future__ import annotations

import re

from tiendo.extraction.alternation import any_of, last_words, whole

# -- between a measure and its number

# Verbs and marks that link a measure to its value: what stands before them is the subject. The first
# list equates ("đạt 30% hồ sơ …" is about what stands before), the second only connects.
_EQUATING = """đạt | đạt được | đạt mức | đạt tỷ lệ | ước đạt | ước đạt được | mới đạt | ước thực hiện | ước
    | ước tính | là | chiếm | chiếm tỷ trọng | chiếm tỷ lệ | duy trì | duy trì ở mức | giữ ở mức | ở mức
    | (?<!mặt )bằng | lên | lên đến | lên tới | lên thành | lên mức | còn | còn lại | xuống | xuống còn | xuống dưới
    | xuống mức | tương đương | dự kiến | dự kiến đạt | không vượt quá | không quá | khoảng | ước khoảng | dự ước
    | bình quân đạt"""
_CONNECTING = """(?<!kinh phí )(?<!nguồn lực )thực hiện | được | gồm | có | cho | với | đến | tới
    | (?<!hình )(?<!hoàn )thành | trở thành | của | gấp | đảm bảo | bảo đảm
    | vượt | vượt mức | đóng góp | phấn đấu | hoàn thành | thu được | giao | trung bình"""
LINK = re.compile(rf"(?:(?<!\w){any_of(_EQUATING + ' | ' + _CONNECTING)}(?!\w)|[:=])\s*$")
LINK_ENDS = last_words(f"{_EQUATING} | {_CONNECTING}")
EQUATING = re.compile(rf"(?:(?<!\w){any_of(_EQUATING)}(?!\w)|[:=])$")

# Adverbs that may stand between a measure and its verb, or between verb and number; they belong to no name.
_ADVERBS = """bình quân hằng năm | bình quân hàng năm | bình quân mỗi năm | bình quân năm | bình quân | trung bình
    | hằng năm | hàng năm | mỗi năm | mỗi tháng | cả năm | trong năm | cả giai đoạn | trong kỳ | trong quý
    | trong tháng | từ nay | đến nay | hiện nay | lũy kế | luỹ kế | cộng dồn | cơ bản | (?<!chứng )chỉ | đã | sẽ
    | cũng | đều | thêm | ít nhất | tối thiểu | tối đa | khoảng | từ | trên | hơn | gần | dưới | xấp xỉ
    | phấn đấu | ước | đang | tiếp tục | phải | có thể | so
    | (?<!lớn )(?<!cao )(?<!nhiều )(?<!thấp )nhất | vẫn | cần | với mục tiêu | theo mục tiêu
    | mục tiêu | tổng số | tổng cộng | tất cả | toàn bộ"""
ADVERB = re.compile(rf"(?<!\w){any_of(_ADVERBS)}\s*$")
ADVERB_ENDS = last_words(_ADVERBS)

# Direction words directly before a number (adverbs between them were taken off already).
_UP = """tăng trưởng | tăng thêm | tăng cao | tăng khá cao | tăng rất cao | tăng mạnh | tăng nhẹ | tăng khá | tăng
    | thêm | bổ sung thêm | bổ sung
    | cao hơn | vượt | nhiều hơn"""
_DOWN = r"""giảm sâu | giảm mạnh | giảm nhẹ | giảm thêm | giảm bớt | cắt giảm | giảm | thấp hơn | hụt | ít hơn
    | tăng trưởng âm | âm | giảm cả (?:3|ba) (?:tiêu chí|mặt)"""
# "tốc độ tăng trưởng" and "mức tăng" are names of measures.
DIRECTION = re.compile(rf"(?<!\w)(?<!tốc độ )(?<!mức )(?:(?P<up>{any_of(_UP)})|(?P<down>{any_of(_DOWN)}))\s*$")
DIRECTION_ENDS = last_words(f"{_UP} | {_DOWN}") | {"chí", "mặt"}  # "giảm cả 3 tiêu chí"
# A verb of change at the head of the clause ("Giảm tỷ lệ hộ nghèo từ 3% trở lên"), not at the head of a
# compound ("tăng cường", "giảm nghèo").
LEADING_CHANGE = re.compile(
    rf"(?P<up>{any_of('tăng | nâng | phát triển thêm | xây dựng thêm | bổ sung thêm | tăng thêm')}"
    rf"(?!\s+{any_of('trưởng | cường | tốc | cấp | cao | dần | thu')}))(?!\w)"
    rf"|(?P<down>{any_of('giảm thiểu | giảm bớt | giảm dần | giảm | kéo giảm | cắt giảm')}"
    rf"(?!\s+{any_of('nghèo | phát thải | trừ | nhẹ | tải')}))(?!\w)"
)
# "thêm" makes every number of its list an increase (facts/README.md).
ADDED = re.compile(whole("thêm | bổ sung"))
# "từ A lên B": what stands between the two values.
_GOES_ON = (
    r"\s*(?:\([^()]*\)\s*)?(?:(?:vào\s+|của\s+)?(?:(?:cuối|đầu)\s+)?(?:năm|kỳ)(?:\s+(?:\d{4}|trước))?\s+)?"
    r"(?:(?:tăng|giảm|nâng|điều\s+chỉnh)\s+)?(?:lên|xuống|thành|sang)(?!\w)"
)
GOES_ON = re.compile(_GOES_ON)
FROM_TO = re.compile(_GOES_ON + r"(?:\s+(?:còn|đến|tới|thành|mức))?\s*$")

# -- what a number is compared with

_PLANS = """kế hoạch | kế hoạch vốn | dự toán | kh | chỉ tiêu | mục tiêu đề ra | mục tiêu kế hoạch | mục tiêu năm
    | mục tiêu nghị quyết | nghị quyết hđnd | nghị quyết giao | nghị quyết đề ra | nghị quyết đại hội
    | số vốn kế hoạch | số vốn được giao | số vốn giao | tổng kế hoạch | tổng dự toán | tổng vốn kế hoạch
    | tổng vốn được giao | tổng vốn giao | hđnd tỉnh giao | hđnd huyện giao | hđnd giao | ubnd tỉnh giao
    | trung ương giao | tw giao"""
# What describes the plan ends before the next verb or number: "bằng 61% dự toán và tăng 15% …".
_NEXT_CLAIM = r"\s+(?:(?:và|đồng\s+thời)\s+)?(?:(?:tăng|giảm|bằng|đạt|vượt|cao|thấp)(?!\w)|\d+(?:[.,]\d+)*\s*%)"
PLAN_AFTER = re.compile(rf"\s*(?:(?:so\s+với|của|so)\s+)?{any_of(_PLANS)}(?!\w)(?:(?!{_NEXT_CLAIM})[^,;.()]){{0,80}}")
# The plan itself follows at once: "vượt 4,9% so với kế hoạch đề ra là 45.000 ha".
PLAN_IS = re.compile(
    r"(?<!\w)(?:(?:là|:)|(?:kế\s+hoạch|dự\s+toán|chỉ\s+tiêu)"
    r"(?:\s+(?:được\s+giao|giao|đề\s+ra|cả\s+năm|năm(?:\s+\d{4})?))*)\s*$"
)
_SAME = "cùng kỳ | thời điểm cùng kỳ | cùng thời điểm | cùng giai đoạn"
_SAME_PERIOD = rf"{any_of(_SAME)}(?:\s+năm\s+(?:trước|ngoái|\d{{4}}))?"
# "tăng 2% so với tháng trước và tăng 14% so với cùng kỳ": no other base or claim stands in between.
BASE_SAME_PERIOD = re.compile(
    rf"(?:(?!{_NEXT_CLAIM}|\s+so\s)[^,;.()]){{0,40}}?\s*(?:so\s+với|so|với|hơn|bằng|gấp)?\s*{_SAME_PERIOD}"
)
BASE_LAST_YEAR = re.compile(r"\s*so\s+(?:với\s+)?(?:(?:thực\s+hiện|kết\s+quả)\s+)?năm\s+(?:trước|ngoái)")
INDEX_SAME_PERIOD = re.compile(rf"\s*(?:(?:so\s+với|so|của)\s+)?{_SAME_PERIOD}|{BASE_LAST_YEAR.pattern}")
# "so với cùng kỳ giảm 5 vụ, giảm 2 người chết": the base stands in front and holds for what follows.
LEADING_BASE = re.compile(rf"(?<!\w)so\s+(?:với\s+)?{_SAME_PERIOD}(?=\s|,|:)")
BASE_OTHER = re.compile(
    r"[^,;.()]{0,40}?(?<!\w)so\s+(?:với\s+)?(?!cùng)[^,;.()]{0,60}?"
    r"(?=[,;()]|\.(?!\d)|\s(?:và|đồng\s+thời|trong\s+khi)\s|$)"
)
# "so kế hoạch giảm 90 ha": another base in front.
LEADING_OTHER_BASE = re.compile(
    r"so\s+(?:với\s+)?"
    + any_of(f"{_PLANS} | đầu năm | đầu kỳ | tháng trước | quý trước | kỳ trước | vụ trước | năm | tháng | quý | ngày")
    + r"(?!\w)[^,;.()\d]{0,40}"
)
# "A đạt 40 ha, bằng 98%; B đạt 30 ha, bằng 103% so với cùng kỳ": the base stands at one member of the list.
LISTED_INDEX = re.compile(rf"(?<!\w)bằng\s+\d+(?:[.,]\d+)*\s*%(?:{INDEX_SAME_PERIOD.pattern})")
ANY_BASE = re.compile(r"(?<!\w)so\s+(?:với\s+)?(?P<same>cùng)?|(?P<index>cùng\s+kỳ)")
COMPARED = re.compile(
    r"(?:(?:cao|thấp)\s+hơn\s+)?"
    + whole("""bình quân cả nước | bình quân chung | bình quân toàn quốc | bình quân vùng | bình quân toàn vùng
        | cả nước | toàn quốc""")
    + r"|(?<!\w)mức\s+(?:tăng|bình\s+quân)[^,;.]{0,20}cả\s+nước"
)

# -- plan or result, and for how long

OBSERVED = re.compile(
    whole(
        """ước đạt | ước thực hiện | ước tính | đã | hiện nay | hiện có | hiện tại | hiện đang | hiện hữu | đến nay
        | lũy kế | luỹ kế | cùng kỳ | tính đến | vừa qua | năm trước | thực trạng | mới đạt | (?<!chứng )chỉ đạt"""
    )
)
PLANNED = re.compile(
    whole(
        """phấn đấu | (?<!chương trình )mục tiêu(?! quốc gia) | chỉ tiêu kế hoạch | chỉ tiêu giao | dự kiến
        | kế hoạch giao | đảm bảo đạt | bảo đảm đạt | cần đạt | phải đạt | định hướng | tầm nhìn | yêu cầu"""
    )
)
# "để 95% hộ được dùng nước sạch": the purpose of a plan, right before the number.
PURPOSE = re.compile(r"(?<!\w)để\s*$")
ESTIMATED = re.compile(whole("ước | dự ước | ước tính | ước đạt"))
CUMULATIVE = re.compile(whole("lũy kế | luỹ kế | cộng dồn | cả giai đoạn | tổng cả giai đoạn | toàn giai đoạn"))
ANNUAL = re.compile(
    whole(
        """hằng năm | hàng năm | mỗi năm | từng năm | bình quân năm | bình quân/năm | bình quân một năm
        | bình quân 1 năm"""
    )
    + "|/năm"
)
AVERAGE_GROWTH = re.compile(
    r"(?<!\w)(?<!thu\snhập\s)(?<!lương\s)bình\s+quân(?!\w)(?!\s+(?:đầu|của|một|1|01|mỗi|cả\s+nước|chung|toàn))"
)
EACH = re.compile(
    r"(?<!\w)(?:mỗi|bình\s+quân\s+(?:một|0?1))\s+(?P<each>"
    + any_of(
        """xã | phường | huyện | tỉnh | năm | tháng | quý | tuần | đơn vị | tổ chức | hộ | người | thôn | bản | cơ sở
        | doanh nghiệp | trường | lớp | địa phương | cơ quan | sở | ngành | dự án"""
    )
    + r")(?!\w)"
)

# -- where a name begins

# The parts of a total follow.
_PARTS = "trong đó có | trong đó | bao gồm | gồm có | gồm | cụ thể là | cụ thể | chia ra | riêng"
PARTS = re.compile(whole(_PARTS) + r"\s*:?")
# Words that join clauses and name nothing.
CONNECTIVE = re.compile(
    r"(?:[,;:.()\-–\s“”\"']|"
    + whole(
        _PARTS
        + """ | và | đồng thời | ngoài ra | tuy nhiên | còn | trong khi | bên cạnh đó | nhất là | đặc biệt là
        | đặc biệt | qua đó | từ đó | là | kết quả | theo đó | nhằm | để | với mục tiêu | mục tiêu | nên | do đó
        | vì vậy | như | nếu | tổng cộng | tức là | tức | nghĩa là
        | tiếp đến là | tiếp theo là | kế đến là | tiếp đến | tiếp theo | thứ hai là
        | thứ ba là"""
    )
    + ")+"
)
# Verbs and particles before a name that are no part of it.
MODAL = re.compile(
    "(?:"
    + whole(
        """phấn đấu đạt được | phấn đấu đạt | phấn đấu có | ph[ấâầ]n đấu | đã | đang | sẽ | có | với | được
        | toàn tỉnh có | toàn tỉnh | trên địa bàn tỉnh có | cả tỉnh có | cả nước có | lũy kế | luỹ kế | ước | dự ước
        | ước tính | dự kiến | hiện nay | hiện có | hiện | đến nay | đảm bảo | bảo đảm | duy trì | giữ vững | giữ
        | tiếp tục duy trì | tiếp tục | phải | cần(?! thơ) | thực hiện | triển khai | kết quả thực hiện | trong kỳ
        | trong quý | trong tháng | trong năm | mới | qua | cơ bản | ít nhất | tối thiểu | đạt | tổ chức | sơ bộ
        | đưa vào khai thác | mục tiêu đưa vào khai thác | hoàn thành mục tiêu | bằng(?! cấp) | cho | từ | tại | trên
        | thì | đã và đang | về | mỗi năm | hằng năm | hàng năm"""
    )
    + r"\s*|\d{1,2}\s+tháng\s+(?!\d))+"
)
# Verbs that raise, lower or bring about, taken off where the head of a measure follows.
CHANGE_VERB = re.compile(
    r"(?:tập\s+trung\s+)?"
    + any_of(
        """tăng | giảm | nâng | hạ | kéo giảm | giảm dần | nâng dần | nâng cao | tăng dần | đưa | phát triển | xây dựng
        | hoàn thành | đẩy mạnh | thu hút | huy động | bố trí | tiết kiệm | thúc đẩy | điều chỉnh
        | phát hiện"""
    )
    + r"\s+(?:(?:thêm|đáng\s+kể|mạnh|nhanh|dần)\s+)?"
)
# Nouns that begin the name of a measure; the last one before a number starts its subject.
HEAD = re.compile(
    any_of(
        """tỷ lệ | tỉ lệ | tỷ trọng | tỉ trọng | tổng | số | chỉ số | kim ngạch | thu | chi | doanh thu | giá trị
        | sản lượng | diện tích | tốc độ | tăng trưởng | cơ cấu | vốn | mức | lượng | quy mô | năng suất | thu nhập
        | dân số | độ che phủ | tỷ suất | tỉ suất | công suất | chiều dài | chiều sâu | grdp | gdp | kinh phí
        | nguồn | dư nợ | lạm phát | nợ | bội chi | xuất khẩu | nhập khẩu | lãi suất | khối lượng | chi phí
        | tuổi thọ | hệ số | kết quả | giải ngân | thiệt hại | kế hoạch vốn | huy động vốn | tiến độ | công nghiệp
        | nông nghiệp | dịch vụ | khách | hàng(?! giả)(?! cấm)(?! lậu) | đất | chỉ tiêu | nhu cầu | năng lực
        | thời lượng | tiền | phạm pháp | tai nạn"""
    )
    + r"(?!\w)"
)
# "đến nay có 14.640 sản phẩm": what exists is the noun behind the number.
EXISTS = re.compile(rf"(?<!\w){any_of('có | gồm | bao gồm | có thêm | hiện có')}\s*$")
# Verbs that bring a thing about but name no measure: the counted noun behind the number does.
GENERIC_ACTION = re.compile(
    "(?:"
    + any_of(
        """tập trung | hỗ trợ | xây dựng | phát triển | hình thành | quản lý | theo dõi | và | tiếp nhận | tiếp
        | cho tra cứu | tổ chức | hoàn thành | triển khai | thực hiện | thêm | được | đầu tư | bố trí | thu hút
        | tiếp tục | phấn đấu | rà soát | đối thoại | duy trì | tu bổ | sửa chữa | tiến hành | trang bị | củng cố
        | nhân rộng | mở | lập | lắp đặt | bổ sung | mới | đưa | nâng | tăng | giảm | ít nhất | khoảng | trên"""
    )
    + r"(?:[\s,]+|$))+$"
)

# -- where the noun phrase behind a number ends

_AND_NEXT = r"và\s+(?=\d|ít\s+nhất|trên(?:\s+\d)|khoảng|tăng|giảm|gần|hơn)"
BEHIND_END = re.compile(
    r"[;:.()]|,\s|(?<=[^\W\d])/(?=\d)|(?<!\w)(?:"
    + any_of(
        r"""so với | nhằm | để | (?<!dương tính )với | trong khi | trong đó | đồng thời | tăng | giảm | chiếm
        | theo quy định | cùng (?=các|với|\d)
        | trước khi | phục vụ | mỗi năm | hằng năm | hàng năm | làm (?=\d) | khiến (?=\d) | năm \d{4} | lên (?=\d)
        | xuống (?=\d|còn)"""
    )
    + rf"|{_AND_NEXT})"
)
# Behind a percentage stands a whole clause, with commas of its own.
BEHIND_END_WIDE = re.compile(
    rf"[;:.]|(?<!\w)(?:{any_of('nhằm | để | trong đó | từ đó | góp phần | so với')}|{_AND_NEXT})"
    r"|,\s(?=(?:(?:ít\s+nhất|trên|khoảng|gần|hơn)\s+)?\d)"
    r"|,\s(?=(?:cắt\s+giảm|giảm|tăng|nâng|vượt)(?!\w)[^,;.]{0,30}(?:\d|$))|,\s(?="
    + any_of(
        """đáp ứng | ứng dụng | bảo đảm | đảm bảo | phù hợp | nhất là | từng bước | góp phần | đặc biệt
        | tăng cường | tạo"""
    )
    + r"(?!\w))"
)
# Words behind a measured unit that start no noun phrase.
NO_NOUN = frozenset(
    """từ cho để trong so và với được bằng trên tại của ở vào theo do đến tới nhằm là gồm bao đạt tăng giảm chiếm
    trở kể chưa không thuộc mỗi hoặc qua cùng như thì nhưng còn đã sẽ có bình mà khi nếu vì trước sau nên vượt thêm hằng
    hàng cả đối xuống lên thành sang năm ước lũy thấp cao gấp tương""".split()
)
