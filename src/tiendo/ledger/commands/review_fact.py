"""What a person decides about a fact that was read: accept, correct, reject, merge, choose or make its indicator."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from tiendo.facts.contract import kind_of
from tiendo.facts.decisions import Matched
from tiendo.facts.errors import InvalidChange
from tiendo.facts.exchange import decision_to_json, record_from_json, record_to_json
from tiendo.ledger.actors import Actor
from tiendo.ledger.catalogues import catalogue_at, read_definition
from tiendo.ledger.chain import Recorder, recording
from tiendo.ledger.corrections import corrected
from tiendo.ledger.derivation import COUNTING, Derived, row_of_fact, settle
from tiendo.ledger.models import Document, Fact, FactState, Indicator, IndicatorName, ReviewChoice, ReviewDecision
from tiendo.ledger.permissions import Permission, Scope, require
from tiendo.ledger.standing import FOREVER, standing_entry

PERSON = "person"  # what stands instead of a reader's version where a person said it
CHOSEN_BY_PERSON = "chosen-by-person"  # the reason of a match that a reviewer made


def accept_fact(*, fact: int, expected: int | None = None, by: Actor, at: datetime, why: str = "") -> int:
    """Say that the fact with that root was read rightly; the entry of the fact as it now stands.

    `expected` is the entry that the reviewer saw, here and below.
    """
    with _review("accept_fact", fact, expected, by, at, why) as review:
        return review.decide(ReviewChoice.ACCEPT, {}, state=FactState.ACCEPTED, reasons=[])


def correct_fact(
    *, fact: int, changes: Mapping[str, Any], expected: int | None = None, by: Actor, at: datetime, why: str = ""
) -> int:
    """Say what the text says instead: `changes` are fields of the contract, see `corrections.corrected`."""
    with _review("correct_fact", fact, expected, by, at, why) as review:
        record = corrected(record_from_json(review.fact.record), changes)
        return review.decide(
            ReviewChoice.CORRECT,
            {"changes": dict(changes)},
            kind=kind_of(record),
            record=record_to_json(record),
            state=FactState.ACCEPTED,
            reasons=[],
            reader_version=PERSON,
        )


def reject_fact(*, fact: int, expected: int | None = None, by: Actor, at: datetime, why: str = "") -> int:
    """Say that the text does not say this at all; it counts no longer."""
    with _review("reject_fact", fact, expected, by, at, why) as review:
        return review.decide(ReviewChoice.REJECT, {}, state=FactState.REJECTED, reasons=[])


def merge_fact(*, fact: int, into: int, expected: int | None = None, by: Actor, at: datetime, why: str = "") -> int:
    """Say that the fact says the same as another one (by its root), which counts for both."""
    with _review("merge_fact", fact, expected, by, at, why) as review:
        other = standing_entry(Fact, into)
        if other.root == fact or other.kind != review.fact.kind or other.state not in COUNTING:
            raise InvalidChange(
                vi="Chỉ nhập được vào một mục khác, cùng loại và đang được tính.",
                en="A fact is merged into another one of its kind that counts.",
            )
        return review.decide(ReviewChoice.MERGE, {"into": into}, state=FactState.MERGED, reasons=[])


def choose_indicator(
    *,
    fact: int,
    indicator: str,
    remember: bool = True,
    expected: int | None = None,
    by: Actor,
    at: datetime,
    why: str = "",
) -> int:
    """Say which indicator the fact is a value of; with `remember` its name means this indicator from now on."""
    with _review("choose_indicator", fact, expected, by, at, why) as review:
        known = catalogue_at()
        if indicator not in known:
            raise InvalidChange(
                vi=f"Danh mục không có chỉ tiêu {indicator!r}.", en=f"The catalogue has no indicator {indicator!r}."
            )
        if remember:
            require(by, Permission.TEACH_INDICATOR, Scope(territory=review.fact.territory))
            names = (known[indicator].names.vi, *known[indicator].aliases)
            if review.subject not in names:
                review.recorder.add(IndicatorName, code=indicator, name=review.subject)
        return review.settle_on(indicator, ReviewChoice.CHOOSE_INDICATOR)


def make_indicator(
    *,
    fact: int,
    definition: Mapping[str, Any],
    expected: int | None = None,
    by: Actor,
    at: datetime,
    why: str = "",
) -> int:
    """Make the indicator that the fact is a value of; `definition` is what its file in the catalogue would say."""
    with _review("make_indicator", fact, expected, by, at, why) as review:
        require(by, Permission.TEACH_INDICATOR, Scope(territory=review.fact.territory))
        code = str(definition.get("id", ""))
        _, problems = read_definition(code, dict(definition))
        if problems:
            raise InvalidChange(
                vi="; ".join(one.sentence("vi") for one in problems),
                en="; ".join(one.sentence("en") for one in problems),
            )
        if code in catalogue_at():
            raise InvalidChange(vi=f"Đã có chỉ tiêu {code!r}.", en=f"There is an indicator {code!r} already.")
        review.recorder.add(Indicator, code=code, definition=dict(definition), of_catalogue=False)
        return review.settle_on(code, ReviewChoice.MAKE_INDICATOR)


@dataclass(frozen=True, slots=True)
class _Review:
    """A fact under review, inside the act."""

    recorder: Recorder
    fact: Fact
    issued: date | None

    @property
    def subject(self) -> str:
        """What the fact measures, as written."""
        subject = self.fact.record.get("subject")
        if not subject:
            raise InvalidChange(
                vi="Chỉ chỉ tiêu và kết quả mới gắn với chỉ tiêu của danh mục.",
                en="Only targets and results belong to an indicator.",
            )
        return str(subject)

    def settle_on(self, indicator: str, choice: ReviewChoice) -> int:
        """The fact is accepted as a value of that indicator."""
        decision = decision_to_json(Matched(indicator, (CHOSEN_BY_PERSON,)))
        details = {"indicator": indicator, "name": self.subject}
        return self.decide(
            choice, details, indicator=indicator, decision=decision, state=FactState.ACCEPTED, reasons=[]
        )

    def decide(self, choice: ReviewChoice, details: dict[str, Any], **changes: Any) -> int:
        """Record the decision, the fact as it stands by it, and what counts because of it."""
        self.recorder.add(ReviewDecision, fact=self.fact.root, choice=choice, details=details)
        entry = self.recorder.supersede(self.fact, **changes)
        content = {name: getattr(self.fact, name) for name in _CONTENT} | changes
        settle(
            Derived(self.recorder, self.issued),
            Fact(id=entry, root=self.fact.root, **content),
            row_of_fact(self.fact.root),
        )
        return entry


_CONTENT = (
    *("document", "kind", "start", "end", "quote", "record", "decision", "bodies", "indicator", "territory"),
    *("confidence", "reasons", "state", "reader_version"),
)


@contextmanager
def _review(command: str, fact: int, expected: int | None, by: Actor, at: datetime, why: str) -> Iterator[_Review]:
    with recording(command, by=by.name, at=at, why=why) as recorder:
        entry = standing_entry(Fact, fact, expected=expected)
        document = Document.objects.known(FOREVER).get(id=entry.document)
        require(by, Permission.REVIEW_FACT, Scope(territory=document.territory))
        yield _Review(recorder, entry, document.issued_date)
