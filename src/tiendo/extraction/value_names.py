"""Chooses what a value is about: the name before the number, the noun behind it, or what a list left out."""

from __future__ import annotations

import re

from tiendo.extraction.alternation import any_of
from tiendo.extraction.number_phrases import NumberPhrase
from tiendo.extraction.phrases import CHANGE_VERB, EXISTS, GENERIC_ACTION, HEAD
from tiendo.extraction.sentence import Draft, Sentence, Step
from tiendo.extraction.subjects import GENERIC_NAME, Before, Span, narrows, read_before

# A name that begins so is a measure, whatever noun stands behind the number.
_QUANTITY_HEAD = re.compile(
    r"(?:tổng|số|lượng|tỷ lệ|tỉ lệ|kim ngạch|giá trị|sản lượng|diện tích|quy mô|doanh thu)(?!\w)"
)
# "Công trình hoàn thành 60% khối lượng" is about the works.
_WORK = re.compile(r"(?:khối lượng|công việc|hạng mục|tiến độ)(?!\w)")
# "18 trường đạt chuẩn, chiếm 60% tổng số trường": a share of what stands behind it.
SHARE = re.compile(r"(?<!\w)(?:chiếm|chiếm\s+(?:tỷ|tỉ)\s+(?:lệ|trọng)|tương\s+đương|bằng)\s*$")
_EACH_TIME = re.compile(
    r"[\s,(]*(?:bình\s+quân\s+|trung\s+bình\s+)?(?:(?:mỗi|hằng|hàng|một)\s+(?:năm|quý|tháng))?"
    r"(?:\s*(?:đạt|là|khoảng|trên|gần|hơn))*\s*"
)
_BARE_ACTION = re.compile(r"\W*(?P<action>bổ sung|điều chỉnh|phân bổ|thu hồi)(?!\w)")
# "Cơ quan hành chính tiếp 563 lượt công dân": what a body does is the name, not the body.
_ACTOR = re.compile(
    r"(?:(?:các|toàn|những)\s+)?"
    + any_of(
        """sở | ngành | cơ quan | cơ sở | đơn vị | lực lượng | ubnd | ủy ban | công an | cổng | tòa án | viện | ban
        | hội | cục | chi cục | trung tâm | bệnh viện"""
    )
    + r"[\s,].*?(?<!\w)(?:(?:đang|đã|sẽ)\s+)?(?P<action>"
    + any_of(
        """tiếp | nhận | tiếp nhận | quản lý | khám | cho tra cứu | giải quyết | xử lý | phát hiện | bắt giữ | khởi tố
        | cấp | kiểm tra | thanh tra | tiến hành | (?<!cho )tổ chức | thụ lý | xét xử | thi hành | đào tạo | điều trị
        | cung cấp | phục vụ | đón"""
    )
    + r")$"
)
# "số trường đạt chuẩn là 141 (51,8%)": a count without a unit in front of the bracket.
_BARE_COUNT = re.compile(r"\s(?:là\s+)?\d[\d.,]*\s*(?=$|\()")
_PREDICATE = re.compile(r"\s(?:được|đã|đang|phải|cần|có thể)\s")
_PRODUCTS = ("gdp", "grdp", "tổng sản phẩm")


def is_headed(sentence: Sentence, name: Span | None) -> bool:
    """True where a name begins like the name of a measure (`tỷ lệ …`, `tổng …`)."""
    return name is not None and HEAD.match(sentence.lower, name[0], name[1]) is not None


def choose(sentence: Sentence, step: Step) -> tuple[Span | None, Span | None]:
    """(subject, within) of a value; the subject is None where nothing says what it is about."""
    phrase, before, behind = step.phrase, step.before, step.behind
    bracketed = _opens_bracket(step.gap)
    name = _name(sentence, before)
    within = _enclosing(sentence, before, bracketed, closed=step.gap.count(")") > step.gap.count("("))
    noun = behind or (None if phrase.measured else (phrase.unit_start, phrase.end))
    if name is None and sentence.last is not None and _is_same_each_time(sentence.last, step):
        return sentence.last.subject, within
    if name is None and phrase.is_percent and behind is not None and sentence.last and SHARE.search(step.gap):
        return sentence.last.subject, behind
    if name is None:
        if noun is None or (bracketed and phrase.per is not None):
            inherited = sentence.last.subject if sentence.last is not None else _bare_action(sentence, step)
            return _around_bracket(sentence, step.gap) or inherited, within
        return noun, within
    narrowed = narrows(sentence.lower, phrase, behind)
    if behind is not None and _is_share_of_product(sentence, phrase, behind):
        return name, behind
    if before.colon and behind is not None and (narrowed or phrase.measured):
        return behind, name
    if before.equates or _QUANTITY_HEAD.match(sentence.lower, name[0], name[1]):
        return name, within or (behind if phrase.is_percent and before.equates else None)
    if phrase.measured:
        return (behind if behind is not None and _WORK.match(sentence.lower, *behind) is None else name), within
    name = _last_action(sentence, name)
    exists = EXISTS.search(step.gap.rstrip()) is not None and not _is_member(sentence, step)
    if narrowed or exists or GENERIC_ACTION.fullmatch(sentence.text(name)):
        return noun, within
    return name, within


def _is_same_each_time(last: Draft, step: Step) -> bool:
    """`tạo việc làm cho 60.000 người, mỗi năm 12.000 người`: the bare noun again, of what the total is of."""
    is_bare = step.behind is None or step.behind[1] <= step.phrase.end
    return is_bare and last.phrase.unit == step.phrase.unit and _EACH_TIME.fullmatch(step.gap) is not None


def _is_member(sentence: Sentence, step: Step) -> bool:
    """`Trong đó, cấp A có 43 trường, cấp B có 109 trường`: who has them tells the parts apart."""
    last = sentence.last
    again = last is not None and last.phrase.unit == step.phrase.unit and not last.counts_what_follows
    return step.before.opens_parts or again


def _bare_action(sentence: Sentence, step: Step) -> Span | None:
    """`Bổ sung thêm 45 tỷ đồng cho chương trình`: the action itself is what the text calls the value."""
    found = _BARE_ACTION.match(sentence.lower, sentence.boundary, step.phrase.lead_start)
    return found.span("action") if found is not None else None


def _name(sentence: Sentence, before: Before) -> Span | None:
    """The name before the number; `với giá trị …` names no measure of its own, but the bearer before it."""
    name = before.subject
    if name is None or sentence.last is None or GENERIC_NAME.fullmatch(sentence.text(name).strip(" ,")) is None:
        return name
    return _bearer(sentence, sentence.last)


def _bearer(sentence: Sentence, last: Draft) -> Span:
    """What a generic value belongs to: the last name together with its number."""
    start = min(last.subject[0], last.phrase.start)
    verb = CHANGE_VERB.match(sentence.lower, start)
    start = verb.end() if verb is not None and verb.end() < last.phrase.start else start
    return start, max(last.phrase.end, last.subject[1])


def _enclosing(sentence: Sentence, before: Before, bracketed: bool, *, closed: bool) -> Span | None:
    """The total, list heading or bearer that a value stands under; what a list sets holds to its end."""
    if before.within is not None:
        sentence.list_within = before.within
        return before.within
    if before.opens_parts and sentence.last is not None:
        sentence.parts_of = sentence.last.subject
    if bracketed and sentence.last is not None:
        sentence.bracket_of = sentence.last.subject
    elif closed:
        sentence.bracket_of = None
    return sentence.bracket_of or sentence.parts_of or sentence.list_within


def _last_action(sentence: Sentence, name: Span) -> Span:
    """`phê duyệt thiết kế và khởi công mới 15 dự án`: the number belongs to the last action, whoever acts."""
    if is_headed(sentence, name):
        return name
    for mark in (" để ", " và "):
        at = sentence.lower.rfind(mark, name[0], name[1])
        name = (at + len(mark), name[1]) if at > 0 else name
    acts = _ACTOR.match(sentence.lower, name[0], name[1])
    return acts.span("action") if acts is not None else name


def _opens_bracket(gap: str) -> bool:
    return gap.rfind("(") > gap.rfind(")")


def _around_bracket(sentence: Sentence, gap: str) -> Span | None:
    """The name in front of a bracket: `Đội ngũ cán bộ … được bố trí hợp lý (trung bình 64 người/xã)`."""
    if not _opens_bracket(gap):
        return None
    start, limit = sentence.boundary, sentence.boundary + gap.rindex("(")
    counted = _BARE_COUNT.search(sentence.lower, start, limit)
    limit = counted.start() if counted is not None else limit
    predicate = _PREDICATE.search(sentence.lower, start, limit)
    if predicate is not None and sentence.lower[start : predicate.start()].strip(" ,;"):
        limit = predicate.start()
    return read_before(sentence.lower, start, limit, sentence.names, in_list=start > sentence.start).subject


def _is_share_of_product(sentence: Sentence, phrase: NumberPhrase, behind: Span) -> bool:
    """`30% GDP`: the product encloses, and the subject is who contributes."""
    return phrase.is_percent and sentence.lower.startswith(_PRODUCTS, behind[0])
