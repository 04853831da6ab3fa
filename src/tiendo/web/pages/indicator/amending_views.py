"""Says that a target takes the place of another one in law, or takes that back."""

from __future__ import annotations

from datetime import date

from django.http import HttpResponse
from django.urls import reverse
from django.utils.http import urlencode

from tiendo.facts.errors import RecordRefused
from tiendo.facts.wording import Wording
from tiendo.ledger.commands.amend_target import amend_target, take_back_amendment
from tiendo.ledger.models import Target
from tiendo.ledger.permissions import Permission, Scope, require
from tiendo.ledger.selectors.series import Figure
from tiendo.ledger.standing import no_such_entry
from tiendo.web.pages.changing import Change, changes
from tiendo.web.pages.indicator.amending import Law
from tiendo.web.pages.indicator.asked import Asked, asked_for
from tiendo.web.pages.questions import LARGEST_NUMBER, WrongQuestion

_NO_REASON = Wording(
    "Việc này cần lý do; hãy ghi vì sao rồi gửi lại.", "This needs a reason; write why and send it again."
)


@changes
def amend(change: Change, code: str, target: int) -> HttpResponse:
    """The target takes the place of an earlier one from a day on."""
    asked, figure = _asked(change, code, target)
    amended = _number(change, "amends")
    if amended not in {one.last.value.id for one in Law(asked).choices(figure)}:
        raise no_such_entry(Target, amended)
    since, why = _day(change), _why(change)
    if not why:
        return change.refused(_page(asked, figure.last.value.entry), _NO_REASON)
    try:
        entry = amend_target(
            target=target, amends=amended, in_force_from=since, expected=_number(change, "entry"),
            by=change.actor, at=change.at, why=why,
        )  # fmt: skip
    except RecordRefused as fault:
        return change.refused(_page(asked, figure.last.value.entry), Wording(fault.vi, fault.en))
    return change.done(_page(asked, entry), "indicator.amend.done")


@changes
def take_back(change: Change, code: str, target: int) -> HttpResponse:
    """The target takes nobody's place after all."""
    asked, figure = _asked(change, code, target)
    why = _why(change)
    if not why:
        return change.refused(_page(asked, figure.last.value.entry), _NO_REASON)
    entry = take_back_amendment(
        target=target, expected=_number(change, "entry"), by=change.actor, at=change.at, why=why
    )
    return change.done(_page(asked, entry), "indicator.take-back.done")


def _asked(change: Change, code: str, target: int) -> tuple[Asked, Figure]:
    """The indicator, and the target among those that may be seen: others do not exist, whoever guesses their number."""
    asked = asked_for(change.reading(), code)
    for figure in asked.series.figures:
        if figure.is_target and not figure.is_withdrawn and figure.last.value.id == target:
            require(change.actor, Permission.AMEND_TARGET, Scope(territory=asked.territory))
            return asked, figure
    raise no_such_entry(Target, target)


def _number(change: Change, name: str) -> int:
    written = change.request.POST.get(name, "").strip()
    if not (written.isascii() and written.isdecimal() and len(written) <= len(str(LARGEST_NUMBER))):
        raise WrongQuestion(
            vi="Hãy chọn chỉ tiêu được thay trong danh sách.", en="Choose the target that is replaced from the list."
        )
    return int(written)


def _day(change: Change) -> date:
    try:
        return date.fromisoformat(change.request.POST.get("since", "").strip())
    except ValueError as fault:
        raise WrongQuestion(
            vi="Ngày có hiệu lực phải là một ngày; viết như 2022-03-31.",
            en="The day in force has to be a day; write it like 2022-03-31.",
        ) from fault


def _why(change: Change) -> str:
    """What was written; there is no usual reason."""
    return change.why("indicator.amend.send") if change.request.POST.get("why", "").strip() else ""


def _page(asked: Asked, entry: int) -> str:
    address = reverse("indicator", args=[asked.indicator.id])
    place = f"?{urlencode({'territory': asked.territory})}" if asked.territory else ""
    return f"{address}{place}#value-{entry}"
