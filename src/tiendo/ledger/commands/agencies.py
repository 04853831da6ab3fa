"""Agencies in time: one is added, takes another name from a day on, or ends with successors.

An agency is known by its code, and a code has one name: who is called otherwise from a day on is a successor with a
code of its own, so that documents of before keep the name that they were written under.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime, timedelta

from tiendo.facts.errors import InvalidChange, NoSuchEntry
from tiendo.ledger.actors import Actor
from tiendo.ledger.chain import Recorder, recording
from tiendo.ledger.models import Agency, Grant
from tiendo.ledger.permissions import Permission, require
from tiendo.ledger.standing import FOREVER

LEVELS = ("province", "central")
_CODE = re.compile(r"[A-Z0-9Đ][A-Z0-9Đ_]{1,59}")
_LONGEST_NAME = 300  # characters; the longest official name has about 120
_DAY = timedelta(days=1)


def add_agency(
    *,
    code: str,
    name: str,
    level: str,
    valid_from: date | None,
    by: Actor,
    at: datetime,
    why: str,
    rehearsal: bool = False,
) -> int:
    """Record an agency that the lists do not have; the entry."""
    require(by, Permission.KEEP_RECORD)
    if level not in LEVELS:
        raise InvalidChange(vi=f"Cấp {level!r} không có.", en=f"There is no level {level!r}.")
    with recording("add_agency", by=by.name, at=at, why=why, rehearsal=rehearsal) as recorder:
        return _added(recorder, code, _name(name), level, valid_from)


def rename_agency(
    *, agency: str, code: str, name: str, since: date, by: Actor, at: datetime, why: str, rehearsal: bool = False
) -> int:
    """Let an agency go by another code and name from a day on; the entry of the new one.

    Who may speak for the agency, or work within it, may do so for its successor too.
    """
    require(by, Permission.KEEP_RECORD)
    with recording("rename_agency", by=by.name, at=at, why=why, rehearsal=rehearsal) as recorder:
        held = _in_force(agency, since - _DAY)
        entry = _added(recorder, code, _name(name), held.level, since)
        recorder.supersede(held, valid_to=since - _DAY, successors=[code])
        for grant in Grant.objects.standing(FOREVER).filter(agency=agency):
            recorder.add(Grant, account=grant.account, role=grant.role, agency=code, territory=grant.territory)
        return entry


def end_agency(
    *,
    agency: str,
    last_day: date,
    successors: Sequence[str],
    by: Actor,
    at: datetime,
    why: str,
    rehearsal: bool = False,
) -> int:
    """Let an agency end with a day; `successors` are the agencies that carry on. The entry that says so."""
    require(by, Permission.KEEP_RECORD)
    with recording("end_agency", by=by.name, at=at, why=why, rehearsal=rehearsal) as recorder:
        held = _in_force(agency, last_day)
        for heir in successors:
            if heir == agency:
                raise InvalidChange(
                    vi="Cơ quan không thể tự kế thừa chính mình.", en="An agency cannot be its own successor."
                )
            _standing(heir)
        return recorder.supersede(held, valid_to=last_day, successors=list(dict.fromkeys(successors)))


def _added(recorder: Recorder, code: str, name: str, level: str, valid_from: date | None) -> int:
    if not _CODE.fullmatch(code):
        raise InvalidChange(
            vi=f"Mã {code[:60]!r} không dùng được: từ 2 chữ in hoa không dấu, chữ số hoặc _.",
            en=f"The code {code[:60]!r} cannot be used: two or more capital letters, digits or _.",
        )
    if Agency.objects.standing(FOREVER).filter(code=code).exists():
        raise InvalidChange(vi=f"Mã {code!r} đã có cơ quan dùng.", en=f"The code {code!r} is in use already.")
    return recorder.add(Agency, code=code, name=name, level=level, valid_from=valid_from, successors=[])


def _name(written: str) -> str:
    name = " ".join(written.split())
    if not name or len(name) > _LONGEST_NAME:
        raise InvalidChange(
            vi=f"Tên cơ quan cần từ 1 đến {_LONGEST_NAME} ký tự.",
            en=f"The name of an agency needs 1 to {_LONGEST_NAME} characters.",
        )
    return name


def _standing(code: str) -> Agency:
    found: Agency | None = Agency.objects.standing(FOREVER).filter(code=code).first()
    if found is None:
        raise NoSuchEntry(
            vi=f"Danh mục không có cơ quan mã {code[:60]!r}.", en=f"The lists have no agency {code[:60]!r}."
        )
    return found


def _in_force(code: str, on: date) -> Agency:
    held = _standing(code)
    if (held.valid_from and on < held.valid_from) or (held.valid_to and on > held.valid_to):
        raise InvalidChange(
            vi=f"{held.name} không hoạt động vào ngày {on:%d/%m/%Y}; hãy chọn ngày khác.",
            en=f"{held.name} was not in force on {on.isoformat()}; choose another day.",
        )
    return held
