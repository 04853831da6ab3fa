"""What a reviewer decides about a fact, and what follows: the record, the next fact, and the audit at the end."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.http import HttpResponse
from django.template.loader import render_to_string

from tiendo.facts.errors import InvalidChange, LookupRefused, SupersededMeanwhile
from tiendo.facts.wording import Wording
from tiendo.intake.auditing import audit_around
from tiendo.ledger.commands import review_fact as commands
from tiendo.ledger.commands.take_back_review import take_back_review
from tiendo.ledger.models import Fact, ReviewDecision
from tiendo.ledger.selectors.document_facts import FactInText, fact_in_text, waiting_places
from tiendo.ledger.selectors.document_text import text_version
from tiendo.ledger.selectors.review_desk import last_decision
from tiendo.ledger.selectors.viewing import Viewer, known_at
from tiendo.ledger.standing import no_such_entry
from tiendo.web.pages.changing import Change, changes
from tiendo.web.pages.document.desk import Desk, desk_address, desk_of
from tiendo.web.pages.document.forms import Correction
from tiendo.web.pages.document.new_indicator import NewIndicator
from tiendo.web.pages.questions import WrongQuestion
from tiendo.web.words import say

_LARGEST_ENTRY = 2**63 - 1


@dataclass(frozen=True)
class Done:
    """What the page says was done: a key of the words and the values in it."""

    key: str
    values: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class _Decided:
    """A decision that is being made: the change, the document and the fact as the reviewer saw it."""

    change: Change
    number: int
    fact: FactInText

    def said(self, usual: str) -> dict[str, Any]:
        """What every command is told."""
        return {
            "fact": self.fact.root,
            "expected": _expected(self.change),
            "by": self.change.actor,
            "at": self.change.at,
            "why": self.change.why(usual),
        }

    def make(self, decide: Callable[[], int], key: str) -> HttpResponse:
        """Record it and go on to the next fact; what is refused is said at the same fact."""
        try:
            decide()
        except (InvalidChange, SupersededMeanwhile) as fault:
            return _answer(self.change, self.number, self.fact.root, refused=Wording(fault.vi, fault.en))
        return self.go_on(key)

    def go_on(self, key: str) -> HttpResponse:
        """To the next fact that waits."""
        _audit_where_done(self.change, self.number)
        done = Done(key, {"title": _title(self.fact)})
        return _answer(self.change, self.number, None, done=done, after=self.fact.start)


@changes
def accept(change: Change, number: int, fact: int) -> HttpResponse:
    """It was read rightly."""
    decided = _decided(change, number, fact)
    said = decided.said("review.accept.usual")
    return decided.make(lambda: commands.accept_fact(**said), "review.accept.done")


@changes
def reject(change: Change, number: int, fact: int) -> HttpResponse:
    """The text does not say this."""
    decided = _decided(change, number, fact)
    said = decided.said("review.reject.usual")
    return decided.make(lambda: commands.reject_fact(**said), "review.reject.done")


@changes
def correct(change: Change, number: int, fact: int) -> HttpResponse:
    """The text says something else; a form that cannot be taken comes back with what is wrong."""
    decided = _decided(change, number, fact)
    form = Correction(decided.fact, change.language, change.request.POST)
    corrected = form.changes() if form.is_valid() else {}
    if not form.errors:
        try:
            commands.correct_fact(changes=corrected, **decided.said("review.correct.usual"))
        except (InvalidChange, SupersededMeanwhile) as fault:
            form.add_error(None, fault.sentence(change.language))
    if form.errors:
        return _answer(change, number, fact, done=Done("review.correct.refused"), form=form)
    return decided.go_on("review.correct.done")


@changes
def choose(change: Change, number: int, fact: int) -> HttpResponse:
    """It is a value of that indicator."""
    decided = _decided(change, number, fact)
    chosen = change.request.POST.get("indicator", "")
    remember = change.request.POST.get("remember") == "yes"
    said = decided.said("review.choose.usual")
    return decided.make(
        lambda: commands.choose_indicator(indicator=chosen, remember=remember, **said), "review.choose.done"
    )


@changes
def make(change: Change, number: int, fact: int) -> HttpResponse:
    """It is a value of an indicator that the catalogue does not have yet."""
    decided = _decided(change, number, fact)
    form = NewIndicator(decided.fact, change.language, change.request.POST)
    if form.is_valid():
        try:
            commands.make_indicator(definition=form.definition(), **decided.said("review.make.usual"))
        except (InvalidChange, LookupRefused, SupersededMeanwhile) as fault:
            form.add_error(None, fault.sentence(change.language))
    if form.errors:
        return _answer(change, number, fact, done=Done("review.correct.refused"), new=form)
    return decided.go_on("review.make.done")


@changes
def undo(change: Change, number: int) -> HttpResponse:
    """The last decision of this reviewer in this document holds no longer."""
    viewer, known = Viewer(change.actor), known_at()
    text_version(number, viewer, known)
    last = last_decision(number, change.actor.name, known)
    if last is None or str(last.root) != change.request.POST.get("decision", ""):
        raise no_such_entry(ReviewDecision, change.request.POST.get("decision", "")[:20])
    try:
        take_back_review(decision=last.root, by=change.actor, at=change.at, why=change.why("review.undo.usual"))
    except InvalidChange as fault:
        return _answer(change, number, last.fact, refused=Wording(fault.vi, fault.en))
    return _answer(change, number, last.fact, done=Done("review.undo.done"))


@changes
def check_again(change: Change, number: int) -> HttpResponse:
    """Recompute what the documents of this territory claim: decisions may have settled findings, or made some."""
    text_version(number, Viewer(change.actor), known_at())
    audit_around(number, by=change.actor, at=change.at, why=change.why("review.check.usual"))
    return _answer(change, number, None, done=Done("review.check.done"))


def _decided(change: Change, number: int, fact: int) -> _Decided:
    """Raises `NoSuchEntry` for a fact that does not stand in this document, or that one may not see."""
    version = text_version(number, Viewer(change.actor), known_at())
    found = fact_in_text(version, fact)
    if found is None:
        raise no_such_entry(Fact, fact)
    return _Decided(change, number, found)


def _expected(change: Change) -> int | None:
    """The entry that the reviewer saw."""
    written = change.request.POST.get("expected", "")
    if written and not (written.isascii() and written.isdecimal() and int(written) <= _LARGEST_ENTRY):
        raise WrongQuestion(vi="expected không phải là số của một mục.", en="expected is no number of an entry.")
    return int(written) if written else None


def _audit_where_done(change: Change, number: int) -> None:
    """The audit looks at a whole territory, so it waits until the queue of the document is empty."""
    version = text_version(number, Viewer(change.actor), known_at())
    if not waiting_places(version):
        audit_around(number, by=change.actor, at=change.at, why=say("review.check.usual", "vi"))


def _answer(
    change: Change,
    number: int,
    fact: int | None,
    *,
    done: Done | None = None,
    refused: Wording | None = None,
    after: int | None = None,
    form: Correction | None = None,
    new: NewIndicator | None = None,
) -> HttpResponse:
    """The desk as it is now, for an open page; else to its page, where a form that was refused is shown again."""
    desk = desk_of(change.reading(), number, fact, after=after, form=form, new=new)
    is_fragment = "HX-Request" in change.request.headers
    if is_fragment or form is not None or new is not None:
        words = refused.sentence(change.language) if refused else ""
        words = say(done.key, change.language, **done.values) if done else words
        return _shown(change, desk, words, is_fragment=is_fragment)
    address = desk_address(number, desk.current.root if desk.current else None)
    if refused is not None:
        return change.refused(address, refused)
    told = done or Done("review.undo.done")
    return change.done(address, told.key, **told.values)


def _shown(change: Change, desk: Desk, words: str, *, is_fragment: bool) -> HttpResponse:
    template = "document/desk.html" if is_fragment else "document/review.html"
    context = {**desk.context(), "reading": desk.reading, "said": words}
    answer = HttpResponse(render_to_string(template, context, change.request))
    if is_fragment:
        answer["HX-Trigger-After-Swap"] = json.dumps({"announce": words})
        current = desk.current.root if desk.current else None
        answer["HX-Replace-Url"] = desk_address(desk.opened.version.root, current).partition("#")[0]
    return answer


def _title(fact: FactInText) -> str:
    return " ".join(fact.record.quote.split())[:60]
