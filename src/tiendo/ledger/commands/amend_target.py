"""Say that one target amends another one in law."""

from __future__ import annotations

from datetime import date, datetime

from tiendo.facts.errors import InvalidChange
from tiendo.ledger.actors import Actor
from tiendo.ledger.chain import recording
from tiendo.ledger.models import Target
from tiendo.ledger.permissions import Permission, Scope, require
from tiendo.ledger.standing import standing_entry


def amend_target(
    *,
    target: int,
    amends: int,
    in_force_from: date | None = None,
    expected: int | None = None,
    by: Actor,
    at: datetime,
    why: str,
    rehearsal: bool = False,
) -> int:
    """Record that the target with the root `target` takes the place of the one with the root `amends`.

    From `in_force_from` on (by default the day of issue of its document) the new value holds; the old one holds
    until the day before, in every scoreboard that asks of such a day. The entry of the target as it now stands.
    """
    with recording("amend_target", by=by.name, at=at, why=why, rehearsal=rehearsal) as recorder:
        new = standing_entry(Target, target, expected=expected)
        old = standing_entry(Target, amends)
        require(by, Permission.AMEND_TARGET, Scope(territory=new.territory))
        if new.root == old.root or (new.indicator, new.territory) != (old.indicator, old.territory):
            raise InvalidChange(
                vi="Chỉ tiêu điều chỉnh phải cùng chỉ tiêu và địa bàn với chỉ tiêu được điều chỉnh.",
                en="A target amends another one of the same indicator and territory.",
            )
        start = in_force_from or new.in_force_from
        if start is None:
            raise InvalidChange(
                vi="Cần ngày có hiệu lực (in_force_from): văn bản không ghi ngày.",
                en="The day in force (in_force_from) is needed: the document has no date.",
            )
        if old.in_force_from is not None and start < old.in_force_from:
            raise InvalidChange(
                vi=f"Ngày {start} trước ngày chỉ tiêu cũ có hiệu lực ({old.in_force_from}).",
                en=f"The day {start} is before the old target came into force ({old.in_force_from}).",
            )
        return recorder.supersede(new, amends=old.root, in_force_from=start)
