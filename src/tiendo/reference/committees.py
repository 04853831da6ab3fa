"""People's committees and councils, which derive from the territories: `UBND huyện Cao Lộc` is `UBND-183`."""

from __future__ import annotations

import re
from datetime import date

from tiendo.facts.decisions import Ambiguous, Decision, Matched, Rejected, Unknown
from tiendo.reference.provinces import province_code
from tiendo.reference.territories import LANG_SON, Territory, find_territory, heirs, namesakes, territory
from tiendo.reference.validity import printed
from tiendo.text.folding import name_key
from tiendo.text.unicode_forms import to_nfc

COMMITTEE, COUNCIL = "UBND", "HDND"
_OWN_PROVINCE_KEY = "lang son"
_NAMES = {COMMITTEE: "Ủy ban nhân dân", COUNCIL: "Hội đồng nhân dân"}

_BODY = re.compile(
    rf"(?:(?P<{COMMITTEE}>UBND|(?:Ủy|Uỷ) ban nhân dân)|(?P<{COUNCIL}>HĐND|Hội đồng nhân dân))\s+", re.IGNORECASE
)
_SEVERAL = re.compile(r"các\s+", re.IGNORECASE)
_KIND = re.compile(r"(?:tỉnh|thành phố|TP|huyện|thị xã|xã|phường|thị trấn|TT)\b[ .]", re.IGNORECASE)
_THE_PROVINCE = re.compile(r"tỉnh", re.IGNORECASE)
_BARE_LEVEL = re.compile(r"(?:cấp\s+)?(?:huyện|thành phố|xã|phường|thị trấn)(?:\s+trực thuộc)?", re.IGNORECASE)


def find_committee(name: str, on: date, *, province: str | None) -> Decision | None:
    """The committee or council that a name means; `None` where the name speaks of no such body.

    A territory in the place of a body (`huyện Bình Gia` leads a task) means its committee.
    """
    name = to_nfc(name)
    body = _BODY.match(name)
    kind = body.lastgroup if body else COMMITTEE
    place = _SEVERAL.sub("", name[body.end() if body else 0 :], count=1)
    if kind is None or not (body or _KIND.match(place)) or not place:
        return None
    if _THE_PROVINCE.fullmatch(place):
        return _of_the_province(name, kind, on, province)
    if _BARE_LEVEL.fullmatch(place):
        return Unknown((f"{name!r} không nói rõ đơn vị hành chính nào",))
    return _of_territory(name, kind, place, on, province) if body else _if_known(name, kind, place, on, province)


def _if_known(name: str, kind: str, place: str, on: date, province: str | None) -> Decision | None:
    """Without `UBND` before it, a phrase that names no territory names no committee either."""
    return _of_territory(name, kind, place, on, province) if namesakes(place) else None


def _of_the_province(name: str, kind: str, on: date, province: str | None) -> Decision:
    code = province_code(province, on) if province else None
    unit = territory(code, on) if code else None
    if unit is None:
        return Unknown((f"tỉnh nào cũng có {name!r}; cần biết tỉnh của văn bản",))
    return Matched(f"{kind}-{unit.code}", (f"{name!r} trong văn bản của {unit.title}",))


def _of_territory(name: str, kind: str, place: str, on: date, province: str | None) -> Decision:
    decision = find_territory(place, on)
    if isinstance(decision, Unknown):
        return Unknown((f"không xác định được {name!r}", *decision.reasons))
    codes = decision.codes if isinstance(decision, Ambiguous) else (decision.code,)
    if not (_names_a_province(codes) or _speaks_of_lang_son(name, on, province)):
        return Unknown((f"{name!r}: chỉ nhận huyện, xã trong văn bản của Lạng Sơn; cần biết tỉnh",))
    if isinstance(decision, Ambiguous):
        return Ambiguous(tuple(f"{kind}-{code}" for code in codes), decision.reasons)
    code = f"{kind}-{decision.code}"
    if isinstance(decision, Matched):
        return Matched(code, decision.reasons, decision.warnings)
    ended = [unit for unit in namesakes(place) if unit.code == decision.code and unit.validity.ended_before(on)]
    if not ended:
        return Rejected(code, decision.reasons)
    return Matched(code, (f"{name!r} là cơ quan của {ended[-1].title}",), (_ended(kind, ended[-1], on),))


def _names_a_province(codes: tuple[str, ...]) -> bool:
    return all(len(code) == len(LANG_SON) for code in codes)


def _speaks_of_lang_son(name: str, on: date, province: str | None) -> bool:
    if province is not None:
        return province_code(province, on) == LANG_SON
    return _OWN_PROVINCE_KEY in name_key(name)


def _ended(kind: str, unit: Territory, on: date) -> str:
    next_ones = ", ".join(f"{kind}-{code}" for code in heirs(unit, on))
    return f"{unit.title} không còn sau {printed(unit.validity.end or on)}; kế tiếp: {next_ones or 'không rõ'}"


def committee_name(code: str, on: date) -> str | None:
    """The full name of a committee or council on that day (or at its end), `None` where there is none."""
    kind, unit = _read(code, on)
    return f"{_NAMES[kind]} {unit.title}" if unit else None


def heirs_of_committee(code: str, on: date) -> tuple[str, ...]:
    """The committees or councils that do the work of `code` on that day: itself while it is in force."""
    kind, unit = _read(code, on)
    if unit is None:
        return ()
    return tuple(f"{kind}-{heir}" for heir in heirs(unit, on))


def _read(code: str, on: date) -> tuple[str, Territory | None]:
    kind, _, place = code.partition("-")
    if kind not in _NAMES:
        return kind, None
    ended = [unit for unit in namesakes(place) if unit.validity.ended_before(on)]
    return kind, territory(place, on) or (ended[-1] if ended else None)
