"""Says what a number is about: the noun phrase before it, or the counted noun phrase behind it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tiendo.extraction.alternation import whole
from tiendo.extraction.number_phrases import NumberPhrase
from tiendo.extraction.phrases import (
    ADVERB,
    ADVERB_ENDS,
    BEHIND_END,
    BEHIND_END_WIDE,
    CHANGE_VERB,
    CONNECTIVE,
    DIRECTION,
    DIRECTION_ENDS,
    EQUATING,
    HEAD,
    LEADING_CHANGE,
    LINK,
    LINK_ENDS,
    MODAL,
    NO_NOUN,
    PARTS,
)
from tiendo.extraction.times import TimeMention

Span = tuple[int, int]

_OPENING = "([“\"'-–+*,;:"
# How far left of a verb the words before it are looked at.
_REACH = 40
# A list of this many words without a verb is one name ("Nông, lâm nghiệp và thủy sản").
_LONGEST_LIST = 14
_LONGEST_MEMBER = 5
# A subject behind a percentage is a whole clause; beyond this many words it tells no more.
_LONGEST_CLAUSE = 45
_LONGEST_PIECE = 7
_PIECE_END = re.compile(r"[,;:.()]|(?<!\w)với(?!\w)")
# A piece behind a comma that starts with one of these is a clause of its own.
_PIECE_VERBS = frozenset(
    """đáp hoàn tạo nâng góp kết khởi xử tổ trả ban hành điều công tăng giảm đạt bằng vượt khai đưa phấn xây thu thành
    nhất""".split()
)
# "hàng giả" is goods, "hàng năm" is each year.
_GOODS = re.compile(r"hàng\s+(?:giả|cấm|lậu|hóa|hoá)(?!\w)")
# A counted noun before one of these is not narrowed down by what follows.
_UNMODIFYING = frozenset("và hoặc trong tại trên ở cho theo từ với để so bằng vào là tăng giảm".split())
_VERB_CUE = re.compile(
    whole(
        """đã | được | tiếp tục | góp phần | ổn định | phát triển | có | không | nhằm | bảo đảm | đảm bảo | thực hiện
        | triển khai | tăng cường | gặp | diễn ra"""
    )
)
_TRAILING = re.compile(r"(?:[\s,;.:\-–\"”“'(]|(?<!\w)(?:và|hoặc|là|với|của|cho|(?<!việc )làm|khiến|đạt|có)(?=\s*$))+$")
_LEADING_HAVE = re.compile(r"^\s*có\s")
# A piece behind a comma that begins no name ("lao động có bằng cấp, chứng chỉ").
_NO_START = re.compile(r"(?:không|chưa|được|nhằm|góp phần|chứng chỉ)(?!\w)")
_WORD = re.compile(r"\w+")
# "Xây dựng X với tổng vốn 5 tỷ đồng": the measure begins behind "với".
_BEARER = re.compile(rf".*(?<!\w)(?:với|có)\s+(?:mục tiêu\s+|chỉ tiêu\s+)?(?={HEAD.pattern})")
_BEARS = re.compile(r"với |có ")
# "do giá giảm nên tổng thu …", "số dự án tương đương nhưng số vốn …": the name stands behind the turn.
_TURN = re.compile(r"(?<!\w)(?:nhưng|(?<!trở )(?<!tạo )(?<!làm )(?<!xây dựng )nên)\s(?=.)")
# Words of change and rest that belong to a name where a verb of its own follows ("vốn bổ sung đạt …").
_PARTICIPLE = re.compile(r"(?<=\w\s)(?:bổ\s+sung|còn\s+lại|tăng\s+thêm)$")
_STATES = re.compile(r"\s+(?:ước\s+)?(?:đạt|là|chiếm|lên)(?!\w)")
# Nouns that hold a number but measure nothing by themselves: "… , với giá trị 5 tỷ đồng".
GENERIC_NAME = re.compile(r"(?:với\s+|có\s+)*(?:tổng\s+)?giá trị(?:\s+là)?")
# Names of cited documents in front of a number are never its subject.
_CITED = re.compile(r"(?:nghị quyết|quyết định|kế hoạch|chỉ thị|thông tư|nghị định|công văn|luật)\s+số(?!\w)")


@dataclass(frozen=True, slots=True)
class Before:
    """The clause before a number, taken apart: the name, the enclosing name, the verb, the direction."""

    subject: Span | None
    within: Span | None
    direction: str | None  # "up", "down"
    equates: bool
    opens_parts: bool
    colon: bool  # the name is a lead-in: "Tại địa bàn đô thị: 100% …"


def read_before(lower: str, start: int, end: int, times: list[TimeMention], *, in_list: bool = False) -> Before:
    """Takes apart the text between the last number's end (or the sentence's start) and this number.

    `in_list` says that a number stands before `start`: what follows it is one member of a list.
    """
    limit, direction, equates = _strip_right(lower, start, end, times)
    parts = _last_parts(lower, start, end)
    left = parts if parts is not None and parts < limit else start
    left, within = _strong_boundary(lower, left, limit, times)
    segment = _choose_segment(lower, left, limit, in_list=in_list)
    bearer = _BEARER.search(lower, segment, limit) if _BEARS.search(lower, segment, limit) else None
    name = bearer.end() if bearer is not None else segment
    if GENERIC_NAME.fullmatch(lower[name:limit].strip(" ,")):
        outer, _, _ = _strip_right(lower, left, name, times)
        if any(c.isalpha() for c in lower[left:outer]):
            name, limit = _choose_segment(lower, left, outer, in_list=in_list), outer
    left = name
    for turn in _TURN.finditer(lower, name, limit):
        left = turn.end()
    left, leading = _strip_left(lower, left, limit, times)
    if direction is None and leading is not None and not equates:
        direction = leading
    subject = (left, limit) if left < limit and any(c.isalpha() for c in lower[left:limit]) else None
    subject = _without_modal(lower, subject)
    colon = ":" in lower[limit:end]
    return Before(subject, within, direction, equates, parts is not None, colon)


_CAN = re.compile(r"\s(?:có thể|có khả năng|có nguy cơ)\s")


def _without_modal(lower: str, subject: Span | None) -> Span | None:
    """`nợ công có thể đến ngưỡng …` is about `nợ công`."""
    if subject is None:
        return None
    found = _CAN.search(lower, subject[0], subject[1])
    return (subject[0], found.start()) if found is not None else subject


def _last_parts(lower: str, start: int, end: int) -> int | None:
    """Where the last "trong đó", "gồm" outside brackets ends; "chưa bao gồm" opens nothing."""
    last = None
    for found in PARTS.finditer(lower, start, end):
        before = lower[start : found.start()]
        if before.count("(") <= before.count(")") and not before.rstrip().endswith(("chưa", "không")):
            last = found.end()
    return last


def _ends_with_time(end: int, times: list[TimeMention]) -> TimeMention | None:
    for time in times:
        if time.start < end <= time.end:
            return time
    return None


def _strip_right(lower: str, start: int, end: int, times: list[TimeMention]) -> tuple[int, str | None, bool]:
    """Takes verbs, adverbs and dates off the right end; gives the new end, direction, and whether a verb equates."""
    direction: str | None = None
    equates = False
    position = end
    while position > start:
        char = lower[position - 1]
        if char in " ,“”\"'-–":
            position -= 1
            continue
        time = _ends_with_time(position, times)
        if time is not None and time.start >= start:
            position = time.start
            continue
        floor = max(start, position - _REACH)
        piece = lower[floor:position]
        word = piece[piece.rfind(" ") + 1 :].lstrip(_OPENING)
        if _STATES.match(lower, position, end) and _PARTICIPLE.search(piece):
            break
        found = DIRECTION.search(piece) if word in DIRECTION_ENDS else None
        if found is not None and not (equates and found.group().startswith("tăng trưởng")):
            direction = direction if equates else direction or found.lastgroup
            position = floor + found.start()
            continue
        found = ADVERB.search(piece) if word in ADVERB_ENDS else None
        if found is not None:
            position = floor + found.start()
            continue
        found = LINK.search(piece) if word in LINK_ENDS or char in ":=" else None
        if found is not None:
            equates = equates or EQUATING.search(piece) is not None
            position = floor + found.start()
            continue
        break
    return position, direction, equates


def _strong_boundary(lower: str, left: int, limit: int, times: list[TimeMention]) -> tuple[int, Span | None]:
    """Cuts at the last `;`, `:` or open bracket; what stands before a colon encloses what follows."""
    within: Span | None = None
    cut = left
    depth_open: list[int] = []
    for position in range(left, limit):
        char = lower[position]
        if char == "(":
            depth_open.append(position)
        elif char == ")":
            if depth_open:
                depth_open.pop()
        elif char in ";:" and not depth_open:
            within = _name_before_colon(lower, cut, position, times) if char == ":" else None
            cut = position + 1
    if depth_open:
        cut = max(cut, depth_open[-1] + 1)
        within = None
    return cut, within


def _name_before_colon(lower: str, left: int, colon: int, times: list[TimeMention]) -> Span | None:
    right, _, _ = _strip_right(lower, left, colon, times)
    begin, _ = _strip_left(lower, _choose_segment(lower, left, right), right, times)
    return (begin, right) if begin < right and len(_WORD.findall(lower, begin, right)) <= _LONGEST_LIST else None


def _choose_segment(lower: str, left: int, limit: int, *, in_list: bool = False) -> int:
    """The start of the last comma-separated piece that can begin a name."""
    commas = [left]
    depth = 0
    for position in range(left, limit):
        char = lower[position]
        depth += (char == "(") - (char == ")")
        if char == "," and depth <= 0:
            commas.append(position + 1)
    if len(commas) == 1:
        return left
    ends = [*commas[1:], limit + 1]
    for begin in reversed(commas):
        bare = _skip_space(lower, begin, limit)
        if HEAD.match(lower, bare, limit):
            return begin
    chosen = len(commas) - 1
    while chosen > 0 and _CITED.match(lower, _skip_space(lower, commas[chosen], limit)):
        chosen -= 1
    while chosen > 0 and _NO_START.match(lower, _skip_space(lower, commas[chosen], limit)):
        chosen -= 1
    longest_member = _LONGEST_LIST if in_list else _LONGEST_MEMBER
    words = len(_WORD.findall(lower, commas[chosen], limit))
    while chosen > 0:
        member = lower[commas[chosen - 1] : ends[chosen - 1] - 1]
        count = len(_WORD.findall(member))
        words += count
        if count > longest_member or words > _LONGEST_LIST or any(c.isdigit() for c in member):
            break
        if _VERB_CUE.search(_LEADING_HAVE.sub("", member)):
            break
        if _VERB_CUE.match(lower[_skip_space(lower, commas[chosen], limit) : limit]):
            break
        chosen -= 1
    return commas[chosen]


def _skip_space(lower: str, position: int, limit: int) -> int:
    while position < limit and lower[position].isspace():
        position += 1
    return position


def _strip_left(lower: str, left: int, limit: int, times: list[TimeMention]) -> tuple[int, str | None]:
    """Takes connectives, dates and modal verbs off the left end; a leading verb of change gives the direction."""
    direction: str | None = None
    while left < limit:
        found = CONNECTIVE.match(lower, left, limit)
        if found is not None and found.end() > left:
            left = found.end()
            continue
        time = next((time for time in times if time.start <= left < time.end), None)
        if time is not None and time.end <= limit:
            left = time.end
            continue
        found = MODAL.match(lower, left, limit)
        if found is not None and found.end() > left:
            left = found.end()
            continue
        change = LEADING_CHANGE.match(lower, left, limit)
        if change is not None and direction is None:
            direction = change.lastgroup
        verb = CHANGE_VERB.match(lower, left, limit)
        if verb is not None and HEAD.match(lower, verb.end(), limit):
            left = verb.end()
            continue
        if change is not None and change.group().startswith(("giảm", "kéo", "hạ", "tăng")) and change.end() < limit:
            left = change.end()
            continue
        break
    return left, direction


def read_behind(
    lower: str, reading: str, phrase: NumberPhrase, end: int, times: list[TimeMention] | None = None
) -> Span | None:
    """The noun phrase behind a number, without a date at its end.

    It begins with the counted noun itself, or behind a measured unit.
    """
    start = phrase.tail_end if phrase.measured else _noun_start(lower, phrase)
    begin = start if not phrase.measured else _skip_space(lower, phrase.tail_end, end)
    if phrase.measured:
        word = _WORD.match(lower, begin, end)
        if word is None or word.group().isdigit() or begin == phrase.tail_end:
            return None
        if word.group() in NO_NOUN and _GOODS.match(lower, begin, end) is None:
            return None
    limit = _behind_end(lower, reading, phrase, begin, end)
    if not phrase.measured and limit <= phrase.tail_end:
        limit = min(limit, phrase.end)  # the denominator ("bác sĩ/vạn dân") is no part of the noun
    if limit == end and (joint := lower.rfind(" và ", max(begin, phrase.end), limit)) > 0:
        limit = joint  # "30 đề tài và nghiệm thu 06 đề tài": what is joined belongs to the next number
    words = list(_WORD.finditer(lower, begin, limit))
    if len(words) > _LONGEST_CLAUSE:
        limit = words[_LONGEST_CLAUSE - 1].end()
    trailing = _TRAILING.search(lower, begin, limit)
    limit = trailing.start() if trailing is not None else limit
    time = _ends_with_time(limit, times or [])
    if time is not None and time.start > phrase.end:
        limit = time.start
        while limit > begin and lower[limit - 1].isspace():
            limit -= 1
    return (begin, limit) if limit > begin else None


def narrows(lower: str, phrase: NumberPhrase, behind: Span | None) -> bool:
    """True where words behind a counted noun say which ones are counted (`xã đạt chuẩn …`, not `xã trong tỉnh`)."""
    if phrase.measured or behind is None or behind[1] <= phrase.end:
        return False
    word = _WORD.match(lower, _skip_space(lower, phrase.tail_end, behind[1]), behind[1])
    return word is not None and word.group() not in _UNMODIFYING


def _behind_end(lower: str, reading: str, phrase: NumberPhrase, begin: int, end: int) -> int:
    """Where the noun phrase that starts at `begin` ends."""
    pattern = BEHIND_END_WIDE if phrase.is_percent else BEHIND_END
    for stop in pattern.finditer(lower, max(begin + 1, phrase.tail_end), end):
        said = stop.group()
        if said == "(" and _short_gloss(lower, stop.start(), end):
            continue
        if said != "(" and _inside_brackets(lower, begin, stop.start()):
            continue
        if said.startswith(",") and _list_goes_on(lower, reading, stop.end(), end):
            continue
        return stop.start()
    return end


def _list_goes_on(lower: str, reading: str, start: int, end: int) -> bool:
    """`vụ buôn lậu, gian lận thương mại, hàng giả`: after a comma a short piece without a verb belongs to the noun."""
    stop = _PIECE_END.search(lower, start, end)
    if stop is None:
        return False  # the next number follows: a new item
    piece = lower[start : stop.start()]
    words = _WORD.findall(piece)
    if HEAD.match(piece.lstrip()):
        return False
    if not words or len(words) > _LONGEST_PIECE or any(c.isdigit() for c in piece):
        return bool(words) and reading[start].isupper() and not any(c.isdigit() for c in piece)
    names = words[0] not in NO_NOUN or _GOODS.match(piece.lstrip()) is not None
    return names and not _VERB_CUE.match(piece) and words[0] not in _PIECE_VERBS


def _noun_start(lower: str, phrase: NumberPhrase) -> int:
    """Where the noun of a unit begins, behind its multiplier (`triệu thửa đất` → `thửa đất`)."""
    found = re.compile(r"(?:(?:nghìn|ngàn|triệu|tỷ|tỉ|vạn)\s+)*").match(lower, phrase.unit_start, phrase.end)
    return found.end() if found is not None else phrase.unit_start


def _inside_brackets(lower: str, begin: int, position: int) -> bool:
    piece = lower[begin:position]
    return piece.count("(") > piece.count(")")


def _short_gloss(lower: str, bracket: int, end: int) -> bool:
    """`(FTA)`, `(Lạng Sơn Cloud)`: a gloss in the middle of a name, without numbers."""
    close = lower.find(")", bracket, min(end, bracket + 40))
    return close > 0 and not any(c.isdigit() for c in lower[bracket:close])
