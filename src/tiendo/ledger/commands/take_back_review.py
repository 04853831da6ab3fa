"""Take back what somebody decided about a fact: it stands again as it stood before, and the record keeps both."""

from __future__ import annotations

from datetime import datetime

from tiendo.facts.errors import InvalidChange
from tiendo.ledger.actors import Actor
from tiendo.ledger.chain import Recorder, recording
from tiendo.ledger.derivation import Derived, row_of_fact, settle, withdraw_rows
from tiendo.ledger.models import Document, Fact, Indicator, IndicatorName, ReviewDecision
from tiendo.ledger.models.entry import content_columns
from tiendo.ledger.permissions import Permission, Scope, require
from tiendo.ledger.standing import FOREVER, standing_entry


def take_back_review(*, decision: int, by: Actor, at: datetime, why: str = "") -> int:
    """Take back the decision with that root; the entry of its fact as it now stands.

    Only what was decided last about a fact can be taken back. Names and indicators that the decision taught are
    unlearnt. Raises `InvalidChange` where something else rests on it by now.
    """
    with recording("take_back_review", by=by.name, at=at, why=why) as recorder:
        decided = standing_entry(ReviewDecision, decision)
        fact = standing_entry(Fact, decided.fact)
        document = Document.objects.known(FOREVER).get(id=fact.document)
        require(by, Permission.REVIEW_FACT, Scope(territory=document.territory))
        if fact.act != decided.act or fact.supersedes is None:
            raise _changed_since()
        _unlearn(recorder, decided.act, fact.root)
        recorder.withdraw(decided)
        before = Fact.objects.get(id=fact.supersedes)
        return _restore(recorder, fact, before, Derived(recorder, document.issued_date))


def _restore(recorder: Recorder, fact: Fact, before: Fact, derived: Derived) -> int:
    content = {column.attname: getattr(before, column.attname) for column in content_columns(Fact)}
    entry = recorder.supersede(fact, **content)
    settle(derived, Fact(id=entry, root=fact.root, **content), row_of_fact(fact.root))
    return entry


def _unlearn(recorder: Recorder, act: int, fact: int) -> None:
    """What a decision taught the catalogue lies in its act."""
    withdraw_rows(recorder, IndicatorName.objects.standing(FOREVER).filter(act=act))
    made = list(Indicator.objects.standing(FOREVER).filter(act=act, of_catalogue=False))
    codes = [one.code for one in made]
    if Fact.objects.standing(FOREVER).filter(indicator__in=codes).exclude(root=fact).exists():
        raise InvalidChange(
            vi=f"Chỉ tiêu {codes[0]!r} đã được dùng cho số liệu khác; hãy sửa những số liệu đó trước.",
            en=f"The indicator {codes[0]!r} is used for other figures by now; correct these first.",
        )
    withdraw_rows(recorder, made)


def _changed_since() -> InvalidChange:
    return InvalidChange(
        vi="Mục này đã đổi sau quyết định đó nên không hoàn tác được; hãy rà soát lại mục này.",
        en="This was changed after that decision, which cannot be taken back any more; review it again.",
    )
