"""Reads who is told to do what in one sentence: leads, coordinators, and how the sentence addresses them.

Rules: language.md 8.1 and the rulings "Tasks" of the record contract.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from tiendo.extraction.action_words import ACTIONS, DUTIES, ORDERS, PHRASE_ENDS
from tiendo.extraction.alternation import any_of
from tiendo.extraction.bodies import BodyList, read_bodies
from tiendo.extraction.words import first_key


@dataclass(frozen=True, slots=True)
class Roles:
    """The bodies of a sentence and what it says of them.

    `ordered` is true where a body is told ("giao …", "… cần", "… có trách nhiệm"), `acts` where a body is
    the subject of an action, `reports` where it is the subject of a result. `directed` are bodies that
    somebody unnamed is to direct: they lead where no other body does. `names_only` is true where nothing
    but names stands in the sentence, `holds_below` where the roles stand before a colon. `end` is where
    the names of the leads end.
    """

    leads: tuple[str, ...] = ()
    coordinators: tuple[str, ...] = ()
    directed: tuple[str, ...] = ()
    ordered: bool = False
    acts: bool = False
    reports: bool = False
    names_only: bool = False
    holds_below: bool = False
    end: int = 0


_BEFORE_ORDER = r"(?:(?:sẽ|cũng|xin|trân trọng|tiếp tục|và|tỉnh)\s+)*"
_ORDER_WORD = rf"{any_of(ORDERS)}(?:\s+cho)?"
_ORDER = re.compile(rf"{_BEFORE_ORDER}{_ORDER_WORD}\s+(?=\w)", re.IGNORECASE)
_ORDER_OF_SUBJECT = re.compile(rf"\s*,?\s*{_BEFORE_ORDER}{_ORDER_WORD}(?=\W)\s*", re.IGNORECASE)
# "Sở Y tế giao quyền tự chủ …": these take things too, and are then actions like others.
_GIVES = re.compile(r"giao|phân công|quyền", re.IGNORECASE)
# An order later in the sentence stands behind a mark or a joining word.
_LATER_ORDER = re.compile(rf"(?:[,;:]\s*|(?<!\w)(?:và|sẽ|đồng thời|vậy)\s+){_ORDER_WORD}\s+(?=\w)", re.IGNORECASE)
_ORDER_BEHIND_SEMICOLON = re.compile(rf";\s*{_ORDER_WORD}\s+(?=\w)", re.IGNORECASE)
_DIRECTS = re.compile(
    r"\s*(?:(?:trực tiếp|tập trung|tiếp tục|khẩn trương|chủ động)\s+)*chỉ đạo\s+(?=\w)", re.IGNORECASE
)
_DIRECTED = re.compile(r"(?:^|[,;]\s|tập trung\s)chỉ đạo\s+(?=\w)", re.IGNORECASE)
_TOGETHER = re.compile(
    r"(?<!\w)(?:phối (?:kết )?hợp(?:,?\s+(?:chặt chẽ|tốt|đồng bộ|thường xuyên|hiệu quả|trực tiếp|kịp thời|hướng dẫn))*"
    r"(?:\s+(?:cùng\s+với|với|cùng))?"
    r"|(?:làm việc|trao đổi)(?:,?\s+(?:cụ thể|trực tiếp|trao đổi|làm việc|thống nhất))*\s+với"
    r"|với sự (?:phối hợp|tham gia) của)\s+(?=\w)",
    re.IGNORECASE,
)
_CORE = re.compile(r"trong đó(?: có)?\s+(?=\w)", re.IGNORECASE)
_IS_CORE = re.compile(r"\s*(?:đóng|giữ|phát huy) vai trò", re.IGNORECASE)
_NAMED_AS_LEAD = re.compile(r"(?:\(|(?<!\w)do\s+)(?=\w)", re.IGNORECASE)
_IS_LEAD = re.compile(r"\s*(?:chủ trì|(?:làm|là) (?:cơ quan |đơn vị )?(?:chủ trì|đầu mối))", re.IGNORECASE)

# The first words of a part that only says when, why or where; the body stands behind a later comma.
_OPENERS = frozenset(
    "để nhằm trong trên căn theo với đối về quá khi trường bên từ đến ngoài đồng riêng trước tại sau năm"
    " quý tháng nếu do vì qua thay bằng nhân cùng như chậm ngày giai tùy tuỳ xét trên".split()
)
_RECURRING = re.compile(r"(?:(?:hằng|hàng)\s+(?:năm|quý|tháng|tuần|ngày)|định\s+kỳ)(?!\w)", re.IGNORECASE)
# "Thực hiện Nghị quyết …, UBND tỉnh yêu cầu …": the start looks like an action and only says why.
_CARRIES_OUT = re.compile(
    r"thực hiện\s+(?:các\s+)?(?:nghị quyết|chỉ thị|kế hoạch|công điện|công văn|kết luận|thông báo|chương trình"
    r"|quyết định|ý kiến|chỉ đạo|đề nghị|văn bản)(?!\w)",
    re.IGNORECASE,
)
# "Thống nhất chủ trương …, giao Sở …": what is agreed first, then the order.
_APPROVES = re.compile(
    r"(?:cơ bản\s+)?(?:thống nhất|đồng ý|nhất trí|chấp thuận|tán thành|ghi nhận)(?!\w)", re.IGNORECASE
)
_TOPIC = re.compile(r"(?:về|đối với|riêng)\s(?:[^.]|\.(?=\S))*?:\s+", re.IGNORECASE)
_TOPIC_GOES_ON = re.compile(r"[^.:]*:\s+")
# "Lĩnh vực y tế: Sở Y tế …": a label before the clause; longer ones are clauses themselves.
_LABEL = re.compile(r"[^:,;.()]{3,60}:\s+")
_CONNECTIVE = re.compile(
    r"(?:(?:đồng thời|do vậy|vì vậy|do đó|theo đó|trong đó|riêng|ngoài ra|bên cạnh đó|trước mắt|tuy nhiên|và|cụ thể"
    r"|cùng với đó|song song với đó|trước hết|đặc biệt|mặt khác)"
    r"[,:]?\s+)*",
    re.IGNORECASE,
)
_MARK = re.compile(r"[,:]\s+")
_MARK_OR_SEMICOLON = re.compile(r"[,;]\s+")
_SEMICOLON = re.compile(r";\s+")
_MUST = re.compile(r"\s*(?:phải|cần|có trách nhiệm|chịu trách nhiệm)\s", re.IGNORECASE)
# A place by its bare name, where it must do something: "Thanh Hóa cần …".
_PLACE_MUST = re.compile(r"((?:[^\W\d_a-zà-ỹ]\w+\s){2,4}?)(?=(?:cần|phải)\s)")

_REPORTS = re.compile(
    r"\s*,?\s*(?:cũng\s+|cơ bản\s+|luôn\s+)?(?:đã|đang|được|bị|là(?! cơ quan| đầu mối| đơn vị)|gồm|bao gồm"
    r"|có(?! trách nhiệm| nhiệm vụ| kế hoạch| giải pháp| biện pháp| phương án| văn bản| nghĩa vụ)"
    r"|ghi nhận|đánh giá cao|biểu dương|nhận thấy|thấy rằng|hoan nghênh|vẫn|còn|chưa|gửi lời|gửi thư|chúc mừng"
    r"|chia buồn)(?!\w)",
    re.IGNORECASE,
)
# "HĐND tỉnh cơ bản nhất trí với …": a body agrees or judges, and nobody is told anything.
_AGREES = re.compile(
    r"\s*(?:cơ bản\s+|hoàn toàn\s+)?(?:nhất trí|tán thành|đồng ý|thống nhất (?:với|cao|đánh giá|nhận định)|đánh giá:"
    r"|nhận định)(?!\w)",
    re.IGNORECASE,
)
_STATES = re.compile(
    r"\s*(?:ban hành|xây dựng|thông báo|báo cáo|quyết nghị|quyết định|quy định|kết luận|trân trọng|thống nhất|tán thành"
    r"|cơ bản|hoàn toàn|đồng ý|chúc|thông qua|nhất trí|công bố)(?!\w)",
    re.IGNORECASE,
)
# What stands between a body and its verb: "căn cứ Kế hoạch này, theo chức năng …".
_BETWEEN = re.compile(
    r"\s*,?\s*(?:[:(]|(?:căn cứ|theo|trong|với|trên cơ sở|tùy|tuỳ|trước|khi|định kỳ|hằng|hàng|bằng"
    r"|thông qua|nếu|tại|nhất là)(?!\w))",
    re.IGNORECASE,
)
_UNKNOWN = re.compile(r"\s(?!và(?!\w))(?=[a-zà-ỹ])")
_NOTHING = " .:;,/"
# Beyond these a sentence is a list of its own; looking on would find bodies that do nothing.
_MOST_MARKS = 16
_MOST_CLAUSES = 60
_OPENING_REACH = 900


def read_roles(sentence: str) -> Roles:
    """The roles of a sentence in single-spaced text, without its bullet or number."""
    topic = topic_end(sentence)
    # "Đối với Sở Công Thương: …": a topic may be the body itself.
    for start in (*((0,) if topic else ()), *_clause_starts(sentence, topic)):
        roles = _roles_at(sentence, start)
        if roles is not None:
            return _with_others(sentence, roles)
    orders = _LATER_ORDER if _APPROVES.match(sentence) else _ORDER_BEHIND_SEMICOLON
    return _with_others(sentence, _later_order(sentence, 0, orders) or Roles())


def topic_end(sentence: str) -> int:
    """Where the sentence begins behind its topic: "Về kinh phí: …", "Về đề nghị …: giao …"."""
    topic = _TOPIC.match(sentence)
    end = 0
    while topic is not None:
        end = topic.end()
        if _roles_at(sentence, end) is not None:
            break
        topic = _TOPIC_GOES_ON.match(sentence, end)
    return end


def _clause_starts(sentence: str, position: int) -> Iterator[int]:
    """Where the main clause may begin: at the start, or behind the marks that end its opening parts."""
    position = behind_connectives(sentence, position)
    yield position
    acts = ACTIONS.begins(sentence, position)
    opens = first_key(sentence, position) in _OPENERS and not acts
    if not (opens or _RECURRING.match(sentence, position) or _CARRIES_OUT.match(sentence, position)):
        label = None if acts else _LABEL.match(sentence, position)
        if label is not None:
            yield label.end()
        return
    for mark in islice(_MARK.finditer(sentence, position, position + _OPENING_REACH), _MOST_MARKS):
        yield behind_connectives(sentence, mark.end())


def behind_connectives(sentence: str, position: int) -> int:
    """Where the sentence begins behind words that only join it to the one before: "Đồng thời, …", "Cụ thể, …"."""
    found = _CONNECTIVE.match(sentence, position)
    return found.end() if found else position


def _roles_at(sentence: str, start: int) -> Roles | None:
    """The roles of a clause that begins at `start` with an order or with a body that acts."""
    order = _ORDER.match(sentence, start)
    if order is not None:
        return _ordered(sentence, order.end())
    bodies = read_bodies(sentence, start)
    if bodies is not None:
        return _with_subject(sentence, bodies)
    place = _PLACE_MUST.match(sentence, start)
    return Roles(leads=(place[1].strip(),), ordered=True, end=place.end()) if place else None


def _ordered(sentence: str, position: int) -> Roles | None:
    """`giao Bộ A …`; in `đề nghị A chỉ đạo B làm` it is B that has to act."""
    bodies = read_bodies(sentence, position)
    if bodies is None:
        return None
    directs = _DIRECTS.match(sentence, bodies.end)
    told = (read_bodies(sentence, directs.end()) if directs else None) or bodies
    nothing_else = not sentence[told.end :].strip(_NOTHING)
    return Roles(
        leads=told.names, ordered=True, names_only=nothing_else, holds_below=sentence.endswith(":"), end=told.end
    )


def _with_subject(sentence: str, bodies: BodyList) -> Roles | None:
    """The roles where `bodies` are the subject: they order, act, must act, report, or are only named."""
    order = _ORDER_OF_SUBJECT.match(sentence, bodies.end)
    if order is not None:
        told = _ordered(sentence, order.end())
        if told is not None or not _GIVES.search(order.group()):
            return told or _ordered_nobody(sentence, order.end())
    if not sentence[bodies.end :].strip(_NOTHING):
        return Roles(leads=bodies.names, names_only=True, holds_below=sentence.endswith(":"), end=bodies.end)
    if _REPORTS.match(sentence, bodies.end):
        return Roles(reports=True)
    if _STATES.match(sentence, bodies.end) and (later := _later_order(sentence, bodies.end, _LATER_ORDER)) is not None:
        return later
    if _AGREES.match(sentence, bodies.end):
        return Roles(reports=True)
    if DUTIES.begins(sentence, bodies.end):
        return Roles(leads=bodies.names, ordered=True, acts=True, end=bodies.end)
    if _BETWEEN.match(sentence, bodies.end) or ACTIONS.begins(sentence, bodies.end):
        return Roles(leads=bodies.names, acts=True, end=bodies.end)
    # A verb that the lists do not know; a small word would open another part of the sentence.
    unknown = _UNKNOWN.match(sentence, bodies.end) is not None and not PHRASE_ENDS.begins(sentence, bodies.end)
    return Roles(leads=bodies.names, end=bodies.end) if unknown else None


def _ordered_nobody(sentence: str, position: int) -> Roles:
    """`Thủ tướng Chính phủ yêu cầu:` – whom, the items below say."""
    nothing_else = not sentence[position:].strip(_NOTHING)
    return Roles(ordered=True, names_only=nothing_else, holds_below=sentence.endswith(":"), end=position)


def _later_order(sentence: str, position: int, orders: re.Pattern[str]) -> Roles | None:
    """`… tán thành các nhiệm vụ, đồng thời, đề nghị Chính phủ …`: an order that comes in the end."""
    for order in orders.finditer(sentence, position):
        told = _ordered(sentence, order.end())
        if told is not None:
            return told
    return None


def _with_others(sentence: str, roles: Roles) -> Roles:
    """Adds bodies with a duty of their own, coordinators and bodies that are directed."""
    must = tuple(_further_duties(sentence, roles.end))
    directed = () if roles.leads or must else _directed(sentence)
    actors = tuple(_further_actors(sentence)) if roles.leads or directed else ()
    leads = _union(roles.leads, must, () if directed else actors) or _named_as_lead(sentence)
    coordinators, before_colon = _coordinators(sentence)
    return Roles(
        leads=leads,
        coordinators=tuple(name for name in coordinators if name not in leads),
        directed=_union(directed, actors) if directed else (),
        ordered=roles.ordered,
        acts=roles.acts or bool(must),
        reports=roles.reports,
        names_only=roles.names_only,
        holds_below=roles.holds_below or before_colon,
        end=roles.end,
    )


def _union(*groups: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for group in groups for name in group))


def _further_duties(sentence: str, position: int) -> Iterator[str]:
    """`…, chính quyền phải vào cuộc`: bodies that must do something later in the sentence."""
    if not any(word in sentence for word in (" phải ", " cần ", "trách nhiệm")):
        return
    for mark in islice(_MARK_OR_SEMICOLON.finditer(sentence, position), _MOST_CLAUSES):
        bodies = read_bodies(sentence, mark.end()) if mark.start() >= position else None
        if bodies is not None and _MUST.match(sentence, bodies.end):
            yield from bodies.names
            position = bodies.end  # marks inside this list open no list of their own


def _further_actors(sentence: str) -> Iterator[str]:
    """`…; Bộ B hướng dẫn …`: bodies that act behind a semicolon."""
    for mark in islice(_SEMICOLON.finditer(sentence), _MOST_CLAUSES):
        roles = _roles_at(sentence, mark.end())
        if roles is not None and (roles.acts or roles.ordered) and not roles.names_only:
            yield from roles.leads


def _directed(sentence: str) -> tuple[str, ...]:
    """`chỉ đạo huyện A chuẩn bị …`: the bodies that act under direction."""
    for found in _DIRECTED.finditer(sentence) if "hỉ đạo " in sentence else ():
        bodies = read_bodies(sentence, found.end())
        if bodies is not None and ACTIONS.begins(sentence, bodies.end):
            return bodies.names
    return ()


def _named_as_lead(sentence: str) -> tuple[str, ...]:
    """`… (Sở Tài chính chủ trì)`, `do Sở Tài chính chủ trì`."""
    for found in _NAMED_AS_LEAD.finditer(sentence) if "chủ trì" in sentence or "đầu mối" in sentence else ():
        bodies = read_bodies(sentence, found.end())
        if bodies is not None and _IS_LEAD.match(sentence, bodies.end):
            return bodies.names
    return ()


def _coordinators(sentence: str) -> tuple[tuple[str, ...], bool]:
    """The bodies that take part, and whether their list ends in a colon: "Chủ trì, phối hợp với …: Triển khai …"."""
    names: dict[str, None] = {}
    before_colon = False
    for found in _TOGETHER.finditer(sentence) if "hợp" in sentence or " với " in sentence else ():
        bodies = read_bodies(sentence, found.end())
        if bodies is not None:
            names.update(dict.fromkeys(bodies.names))
            before_colon = before_colon or sentence.startswith(":", bodies.end)
    for found in _CORE.finditer(sentence) if "vai trò" in sentence else ():
        bodies = read_bodies(sentence, found.end())
        if bodies is not None and _IS_CORE.match(sentence, bodies.end):
            names.update(dict.fromkeys(bodies.names))
    return tuple(names), before_colon
