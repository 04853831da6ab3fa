"""Say that one target amends another one in law, or that it does not after all."""

from __future__ import annotations

from datetime import date, datetime

from tiendo.facts.errors import InvalidChange
from tiendo.ledger.actors import Actor
from tiendo.ledger.chain import recording
from tiendo.ledger.models import Document, Target
from tiendo.ledger.permissions import Permission, Scope, require
from tiendo.ledger.standing import FOREVER, standing_entry


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
        _require_open(new, old)
        start = _start(new, old, in_force_from)
        return recorder.supersede(new, amends=old.root, in_force_from=start)


def take_back_amendment(
    *, target: int, expected: int | None = None, by: Actor, at: datetime, why: str, rehearsal: bool = False
) -> int:
    """Record that the target with the root `target` takes nobody's place: both hold again, as if nothing had been said.

    It is in force from the day of issue of its document again. The entry of the target as it now stands.
    """
    with recording("take_back_amendment", by=by.name, at=at, why=why, rehearsal=rehearsal) as recorder:
        entry = standing_entry(Target, target, expected=expected)
        require(by, Permission.AMEND_TARGET, Scope(territory=entry.territory))
        if entry.amends is None:
            raise InvalidChange(
                vi="Chỉ tiêu này không điều chỉnh chỉ tiêu nào.", en="This target does not amend another one."
            )
        issued = Document.objects.filter(id=entry.document or 0).values_list("issued_date", flat=True).first()
        return recorder.supersede(entry, amends=None, in_force_from=issued)


def _require_open(new: Target, old: Target) -> None:
    """A target is amended by one other, and never by one that it amends itself, over however many steps."""
    targets = Target.objects.standing(FOREVER).filter(indicator=old.indicator, territory=old.territory)
    amends = dict(targets.exclude(amends=None).values_list("root", "amends"))
    if any(amended == old.root and root != new.root for root, amended in amends.items()):
        raise InvalidChange(
            vi="Chỉ tiêu cũ đã được một chỉ tiêu khác điều chỉnh; hãy chọn chỉ tiêu đang thay cho nó.",
            en="The old target is amended by another one already; choose the one that holds in its place.",
        )
    step, seen = amends.get(old.root), {old.root}
    while step is not None and step not in seen:
        if step == new.root:
            raise InvalidChange(
                vi="Hai chỉ tiêu không thể điều chỉnh lẫn nhau; hãy bỏ điều chỉnh kia trước.",
                en="Two targets cannot amend each other; take the other amendment back first.",
            )
        seen.add(step)
        step = amends.get(step)


def _start(new: Target, old: Target, in_force_from: date | None) -> date:
    """The day from which the amendment holds."""
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
    return start
