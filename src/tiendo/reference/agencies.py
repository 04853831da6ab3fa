"""Bodies in time: which body a name means on a day, and who carries on when it is gone.

A name such as `Sở Tài chính` exists in every province. It resolves to Lạng Sơn's body only where the caller
or the name itself says that province.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from tiendo.facts.decisions import Ambiguous, Decision, Matched, Rejected, Unknown
from tiendo.reference.committees import committee_name, find_committee, heirs_of_committee
from tiendo.reference.provinces import province_code, without_province
from tiendo.reference.tables import day, parts, read_table
from tiendo.reference.territories import LANG_SON
from tiendo.reference.validity import Validity, printed
from tiendo.text.folding import fold, name_key

_TITLE = re.compile(
    r"^(?:đồng chí\s+)?(?:các\s+)?(?:phó\s+)?(?:tổng giám đốc|giám đốc|chủ tịch|bộ trưởng|thủ trưởng|lãnh đạo|chánh án"
    r"|viện trưởng|cục trưởng|chi cục trưởng|trưởng ban|người đứng đầu)\s+(?=\S)",
    re.IGNORECASE,
)
_SECTOR = re.compile(r"^(?:các\s+)?ngành\s+(?=\S)", re.IGNORECASE)
_CACHED_NAMES = 4096  # a plan names some dozens of bodies hundreds of times
_UNCONFIRMED = "D"  # general knowledge: nobody confirmed the dates


@dataclass(frozen=True, slots=True)
class Agency:
    """A body. `level` is `province` (of Lạng Sơn) or `central`; `groups` are the sets that phrases expand to.

    `confidence` runs from A (official text) to D (general knowledge, to be confirmed).
    """

    code: str
    name: str
    aliases: tuple[str, ...]
    level: str
    groups: tuple[str, ...]
    validity: Validity
    successors: tuple[str, ...]
    source: str
    confidence: str


@dataclass(frozen=True, slots=True)
class _Register:
    """The tables, indexed for look-ups."""

    by_code: dict[str, Agency] = field(default_factory=dict)
    by_name: dict[str, list[Agency]] = field(default_factory=lambda: defaultdict(list))
    merged_into: dict[str, list[Agency]] = field(default_factory=lambda: defaultdict(list))
    collisions: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = field(default_factory=dict)


@lru_cache(maxsize=1)
def all_agencies() -> tuple[Agency, ...]:
    """Every body that the list holds, in force or not, in the order of the list; committees derive from territories."""
    return tuple(
        Agency(
            row["code"], row["name"], parts(row["aliases"]), row["level"], tuple(row["groups"].split()),
            Validity(day(row["valid_from"]), day(row["valid_to"])), tuple(row["successors"].split()),
            row["source"], row["confidence"],
        )
        for row in read_table("agencies.tsv")
    )  # fmt: skip


# What an installation knows beside the list, or otherwise than it; see `supplement`.
_own: tuple[Agency, ...] = ()


def supplement(bodies: tuple[Agency, ...]) -> None:
    """Let all look-ups of this process know these bodies too, or instead of those of the list with their codes.

    Departments are renamed between two versions of the list. What was supplemented before is forgotten.
    """
    global _own
    if bodies != _own:
        _own = bodies
        _decision.cache_clear()


def supplemented() -> tuple[Agency, ...]:
    """The bodies that this installation knows beside the list, or otherwise than it."""
    return _own


def _register() -> _Register:
    return _register_with(_own)


@lru_cache(maxsize=2)
def _register_with(own: tuple[Agency, ...]) -> _Register:
    register = _Register()
    for body in {body.code: body for body in (*all_agencies(), *own)}.values():
        register.by_code[body.code] = body
        for key in dict.fromkeys(key for name in (body.name, *body.aliases) for key in _keys(name, body.level)):
            register.by_name[key].append(body)
        for heir in body.successors:
            register.merged_into[heir].append(body)
    for row in read_table("abbreviations.tsv"):
        register.collisions[fold(row["abbreviation"])] = (parts(row["codes"]), parts(row["other_meanings"]))
    return register


def _keys(name: str, level: str) -> tuple[str, ...]:
    """A provincial body is found with and without its province: `Công an tỉnh`, `Công an`."""
    key = name_key(name)
    return (key,) if level == "central" else (key, without_province(key).rest)


def agencies_in(group: str, on: date) -> tuple[Agency, ...]:
    """The bodies of a group that are in force on that day, in the order of the table."""
    return tuple(body for body in _register().by_code.values() if group in body.groups and body.validity.covers(on))


def agency_name(code: str, on: date) -> str | None:
    """The official name of a body, also of a committee or council (`UBND-183`), or `None`."""
    body = _register().by_code.get(code)
    return body.name if body else committee_name(code, on)


def find_agency(name: str, on: date, *, province: str | None = None) -> Decision:
    """The body that a name means on that day.

    `province` is the name or code of the province whose document it is. Without it, and where the name
    does not say `Lạng Sơn` either, a provincial body is `Unknown`. A body that has ended is `Matched` with
    a warning that names its successors; one that does not exist yet is `Rejected`; an abbreviation with
    several meanings is `Ambiguous`.
    """
    return _decision(name.strip(), on, province)


@lru_cache(maxsize=_CACHED_NAMES)
def _decision(name: str, on: date, province: str | None) -> Decision:
    decision = _named(name, on, province) or _led(name, on, province) or _of_sector(name, on, province)
    return decision or Unknown((f"không có cơ quan nào tên {name!r} trong danh mục",))


def _named(name: str, on: date, province: str | None) -> Decision | None:
    return _collision(name, on) or _listed(name, on, province) or find_committee(name, on, province=province)


def _collision(name: str, on: date) -> Decision | None:
    found = _register().collisions.get(fold(name))
    if found is None:
        return None
    codes, others = found
    in_force = tuple(code for code in codes if _register().by_code[code].validity.covers(on))
    also = f"; còn có nghĩa: {', '.join(others)}" if others else ""
    return Ambiguous(in_force or codes, (f"chữ viết tắt {name!r} có thể chỉ nhiều cơ quan{also}",))


def _listed(name: str, on: date, province: str | None) -> Decision | None:
    key = name_key(name)
    said = without_province(key)
    register = _register()
    bodies = register.by_name.get(key) or register.by_name.get(said.rest)
    if not bodies:
        return None
    if said.provincial:
        bodies = [body for body in bodies if body.level != "central"] or bodies
    bodies = [body for body in bodies if body.validity.covers(on)] or bodies
    central = [body for body in bodies if body.level == "central"]
    if central and not said.provincial:
        return _decided(name, central, on)
    if central == bodies:
        return None
    return _foreign(name, said.province or (province and province_code(province, on))) or _decided(name, bodies, on)


def _foreign(name: str, province: str | None) -> Unknown | None:
    if province == LANG_SON:
        return None
    if province is None:
        return Unknown((f"tỉnh nào cũng có {name!r}; cần biết tỉnh của văn bản",))
    return Unknown((f"{name!r} là cơ quan của tỉnh khác (mã tỉnh {province}); danh mục chỉ có cơ quan của Lạng Sơn",))


def _decided(name: str, bodies: list[Agency], on: date) -> Decision:
    if len(bodies) > 1:
        return Ambiguous(
            tuple(body.code for body in bodies),
            (f"{name!r} có thể là: {'; '.join(body.name for body in bodies)}",),
        )
    body = bodies[0]
    if body.validity.begins_after(on):
        return Rejected(body.code, (f"{body.name} chỉ có từ {printed(body.validity.start or on)}",))
    return Matched(body.code, (f"{name!r} là {body.name}",), tuple(_warnings(name, body, on)))


def _warnings(name: str, body: Agency, on: date) -> list[str]:
    warnings = []
    key = name_key(name)
    if not without_province(key).provincial and key not in {name_key(known) for known in (body.name, *body.aliases)}:
        warnings.append(f"{name!r} không ghi cấp; hiểu là {body.name}")
    if body.validity.ended_before(on):
        heirs = ", ".join(agency_name(code, on) or code for code in successors(body.code, on))
        warnings.append(f"{body.name} kết thúc ngày {printed(body.validity.end or on)}; kế tiếp: {heirs or 'không rõ'}")
    for former in _register().merged_into.get(body.code, ()):
        if former.validity.ended_before(on):
            warnings.append(f"sau {printed(former.validity.end or on)} nhận thêm nhiệm vụ của {former.name}")
    if body.confidence == _UNCONFIRMED and (body.validity.start or body.validity.ended_before(on)):
        warnings.append(f"thời gian hoạt động của {body.name} chưa được xác nhận")
    return warnings


def _led(name: str, on: date, province: str | None) -> Decision | None:
    """The body behind a title: `Giám đốc Sở Y tế`."""
    return _reached(name, _TITLE.sub("", name, count=1), "người đứng đầu đại diện cho cơ quan", on, province)


def _of_sector(name: str, on: date, province: str | None) -> Decision | None:
    """The department of a sector: `ngành Y tế`."""
    return _reached(name, _SECTOR.sub("Sở ", name, count=1), "ngành là lĩnh vực của sở", on, province)


def _reached(name: str, body_name: str, why: str, on: date, province: str | None) -> Decision | None:
    if body_name == name:
        return None
    decision = _named(body_name, on, province)
    if not isinstance(decision, Matched):
        return None
    return Matched(decision.code, (f"{name!r}: {why}", *decision.reasons), decision.warnings)


def successors(code: str, on: date) -> tuple[str, ...]:
    """The codes of the bodies that do the work of `code` on that day: itself while it is in force.

    Empty where the code is unknown, has not begun or ended without heirs. A committee (`UBND-06103`) is the
    one that bears the code on that day; communes' codes were put to new use in 2025.
    """
    body = _register().by_code.get(code)
    if body is None:
        return heirs_of_committee(code, on)
    if not body.validity.ended_before(on):
        return (code,) if body.validity.covers(on) else ()
    return tuple(dict.fromkeys(heir for successor in body.successors for heir in successors(successor, on)))
