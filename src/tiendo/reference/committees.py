"""People's committees and councils, which derive from the territories: `UBND huyện Cao Lộc` is `UBND-183`."""

from __future__ import annotations

import re
from datetime import date

from tiendo.facts.decisions import Ambiguous, Decision, Matched, Rejected, Unknown
from tiendo.reference.provinces import province_code
from tiendo.reference.territories import (
    LANG_SON,
    Territory,
    children_at_end,
    find_territory,
    heirs,
    namesakes,
    territory,
)
from tiendo.reference.validity import printed
from tiendo.text.unicode_forms import to_nfc

COMMITTEE, COUNCIL = "UBND", "HDND"
_NAMES = {COMMITTEE: "Ủy ban nhân dân", COUNCIL: "Hội đồng nhân dân"}

_BODY = re.compile(
    rf"(?:(?P<{COMMITTEE}>UBND|[UỦ][ỷỶyY]?ỷ? ?ban nhân dân)|(?P<{COUNCIL}>HĐND|Hội đồng nhân dân))\s+", re.IGNORECASE
)
_SEVERAL = re.compile(r"các\s+", re.IGNORECASE)
_KIND = re.compile(r"(?:tỉnh|thành phố|TP|huyện|thị xã|xã|phường|thị trấn|TT)\b[ .]", re.IGNORECASE)
_THE_PROVINCE = re.compile(r"tỉnh(?:\s+ta)?", re.IGNORECASE)
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
    decision = find_territory(place, on)
    if isinstance(decision, Unknown):
        return Unknown((f"{name!r}: {decision.reasons[0]}",)) if body else None
    return _of_territory(name, kind, place, decision, on, province)
