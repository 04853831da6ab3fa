"""Tells from the form of a sentence whether it sets a task, given what the section holds."""

from __future__ import annotations

import re

from tiendo.extraction.action_words import ACTIONS, ENACTMENTS
from tiendo.extraction.sections import Stance
from tiendo.extraction.task_roles import Roles, behind_connectives, topic_end

# Formulas that close a document, and its entry into force.
_CLOSING = re.compile(
    r"thông báo (?:để|đến)\b.{0,120}\bbiết"
    r"|trân trọng (?:thông báo|cảm ơn|báo cáo|kính)[^,;]{0,80}$"
    r"|^chương trình(?: hành động)? này (?:được phổ biến|có hiệu lực)"
    r"|^trên đây là\b(?!.*\byêu cầu\b)"
    r"|\b(?:tại|theo) (?:các )?(?:phụ lục|biểu)\b.{0,60}kèm theo"
    r"|^(?:nghị quyết|quyết định|chỉ thị|kế hoạch|thông tư|nghị định|quy định|luật|quy chế|văn bản)(?: này)?\b.{0,80}"
    r"\b(?:có hiệu lực|được .{0,80}thông qua)",
    re.IGNORECASE | re.DOTALL,
)
_CLOSING_WORDS = (
    "biết",
    "trân trọng",
    "Trên đây",
    "hiệu lực",
    "thông qua",
    "kèm theo",
    "phổ biến",
)  # quicker to look for than the formulas
# The act of deciding or issuing: "UBND tỉnh ban hành Kế hoạch … như sau:".
_ACT = re.compile(
    r"\b(?:ban hành|xây dựng|quyết nghị|quyết định|quy định|thông báo|báo cáo|kết luận|đánh giá|thông qua|phê duyệt"
    r"|cung cấp|có ý kiến|thống nhất|nhất trí|tán thành)\b"
    r"(?:(?!\b(?:thực hiện các|tập trung|khẩn trương)\b)[^;])*\b(?:như sau|sau đây|sau|gồm)\s*[:.]?$",
    re.IGNORECASE,
)
# A benefit for those who do something: "Hợp tác xã thành lập mới được nhà nước hỗ trợ …".
_PERMITS = re.compile(
    r"(?<!\w)được (?:[^\W\d_]+ ){0,4}?(?:hỗ trợ|hưởng|miễn|giảm|quyết định|phép|vay)(?!\w)", re.IGNORECASE
)
# The first words of sentences that tell how things are, under a heading of tasks too.
_STATEMENT = re.compile(
    r"(?:hiện nay|hiện|đến nay|(?:trong )?thời gian qua|những năm qua|nhìn chung|tính đến|tổng (?:số|diện tích)|kết quả"
    r"|qua (?:tổng hợp|kiểm tra|rà soát|theo dõi)|theo (?:báo cáo|thống kê|số liệu)|nguyên nhân|chi tiết|số liệu"
    r"|(?:nguồn )?kinh phí\b(?!.*\bbố trí)|ghi chú|phụ lục|biểu|lưu:|nơi nhận|kèm theo|ghi nhận|biểu dương sự"
    r"|(?:cùng |tham )?(?:dự|gia) [^:]{0,100}?\bcó (?:các )?(?:đồng chí|lãnh đạo|đại diện|đại biểu|ông|bà|phó"
    r"|bộ trưởng))(?!\w)",
    re.IGNORECASE,
)
# "Công tác … đã hoàn thành …": somebody tells of a result. A sentence that begins with a verb may hold "đã" too.
_DONE = re.compile(
    r"(?:công tác|việc|tình hình|hoạt động|đội ngũ|hệ thống|tổng|chương trình|dự án|đề án|kinh tế|chất lượng|đời sống"
    r"|môi trường|các|nhiều|một số|những|toàn|đến|trong|qua|tỉnh|nhân dân|thu|tỷ lệ|số|kết quả|cơ sở|hạ tầng"
    r"|phong trào)(?!\w)[^,;:]{0,120}?(?<!\w)(?:đã|đang được|vừa)\s",
    re.IGNORECASE,
)
_TIME_OPENING = re.compile(
    r"(?:(?:đến|tới|trong|từ|vào|trước|hết|đầu|cuối)?\s*(?:hết\s+)?(?:năm|quý|tháng|ngày|giai đoạn)\b"
    r"[^,;:]{0,30}?(?:,\s*|\s+))",
    re.IGNORECASE,
)
# "Tiến độ thực hiện: lập báo cáo …, hoàn thành dự án …": a project's schedule obliges its owner.
_SCHEDULE = re.compile(
    r"(?:thời gian,? )?(?:tiến độ|lộ trình)(?: thực hiện| triển khai)?\s*:.*\bhoàn thành\b", re.IGNORECASE
)
# A lead-in to a list of bodies is not longer; beyond it the sentence says something of its own.
_LONGEST_LEAD_IN = 400
# "- Tuyên truyền;" in a list is a heading of a thing, although its word is a verb too.
_WORDS_OF_A_NAME = 3
# What a lead-in that only assigns roles may hold beside the names.
_ROLE_WORDS = frozenset(
    "chủ trì phối hợp với cùng và có trách nhiệm các giao yêu cầu đề nghị đồng chí chịu cho sở được là cơ quan "
    "đầu mối"
    " cần phải thực hiện nhiệm vụ sau đây một số nội dung những".split()
)
# A lead-in of such words alone tells nobody what to do: "Tập trung thực hiện tốt các nhiệm vụ sau:".
_LEAD_IN_WORDS = frozenset(
    "cần phải tập trung tiếp tục triển khai tổ chức thực hiện tốt có hiệu quả đồng bộ nghiêm túc các một số "
    "những nhóm"
    " nội dung nhiệm vụ giải pháp công việc biện pháp chủ yếu trọng tâm cụ thể dưới và như sau đây".split()
)
_WORD = re.compile(r"\w+")


def is_task(sentence: str, stance: Stance, roles: Roles, *, listed: bool = False) -> bool:
    """Whether a sentence of a section sets a task; `listed` for a bullet below a lead-in that ends in a colon."""
    if stance is Stance.NEVER or roles.names_only or is_fragment(sentence, roles) or _is_formula(sentence):
        return False
    if sentence.endswith(":") and _LEAD_IN_WORDS.issuperset(_WORD.findall(sentence.lower())):
        return False
    if listed and len(sentence.split()) <= _WORDS_OF_A_NAME:
        return False
    if roles.ordered:
        return True
    if stance is Stance.REPORT or roles.reports:
        return False
    if roles.acts:
        return not (is_act(sentence) or _PERMITS.search(sentence))
    if _DONE.match(sentence):
        return False
    return _is_task_without_body(sentence, stance, roles, listed=listed)


def _is_task_without_body(sentence: str, stance: Stance, roles: Roles, *, listed: bool) -> bool:
    starts = starts_with_action(sentence)
    if stance is Stance.TASKS:
        takes_part = bool(roles.coordinators or roles.directed)
        return starts or takes_part or not (listed or _STATEMENT.match(sentence))
    if _SCHEDULE.match(sentence):
        return True
    enacts = ENACTMENTS.begins(sentence, topic_end(sentence))
    return stance is Stance.OPEN and starts and not (enacts or is_act(sentence) or _STATEMENT.match(sentence))


def starts_with_action(sentence: str) -> bool:
    """True where the sentence, behind its topic and time, begins with a verb of action."""
    position = behind_connectives(sentence, topic_end(sentence))
    if ACTIONS.begins(sentence, position):
        return True
    opening = _TIME_OPENING.match(sentence, position)
    return opening is not None and ACTIONS.begins(sentence, opening.end())


def is_fragment(sentence: str, roles: Roles) -> bool:
    """A lead-in that names bodies and no action: "Chủ trì, phối hợp với các sở, ban, ngành:"."""
    names = (*roles.leads, *roles.coordinators)
    if not names or not sentence.endswith(":") or len(sentence) > _LONGEST_LEAD_IN:
        return False
    rest = sentence
    for name in names:
        rest = rest.replace(name, " ")
    return _ROLE_WORDS.issuperset(_WORD.findall(rest.lower()))


def is_act(sentence: str) -> bool:
    """True for the act of deciding or issuing itself: "UBND tỉnh ban hành Kế hoạch … như sau:"."""
    return _ACT.search(sentence) is not None


def _is_formula(sentence: str) -> bool:
    closes = any(word in sentence for word in _CLOSING_WORDS) and _CLOSING.search(sentence) is not None
    return closes or (sentence.startswith("(") and sentence.rstrip(" .;").endswith(")"))
