"""A fact under review as text: its words, how they were read, and why a person has to look."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tiendo.cli.messages import Messages
from tiendo.cli.terminal import printable
from tiendo.facts.contract import kind_of, to_contract
from tiendo.facts.records import Measurement

if TYPE_CHECKING:
    from tiendo.ledger.selectors.review_queue import ReviewItem


def item_text(item: ReviewItem, say: Messages) -> str:
    """Some lines for the terminal, in the language of `say`."""
    lines = [
        say(
            "review-item",
            root=item.root,
            document=printable(item.document_title),
            kind=say(f"kind-{kind_of(item.record)}"),
            before=printable(item.before),
            quote=printable(item.record.quote),
            behind=printable(item.behind),
            reading=printable(_reading(item)),
            reasons=" ".join(_reasons(item, say.language)),
        )
    ]
    if item.candidates:
        lines.append(say("review-candidates", candidates=", ".join(item.candidates)))
    if item.addressed_to_software:
        lines.append(say("review-warned"))
    return "\n".join(lines)


def _reading(item: ReviewItem) -> str:
    """The fields of the contract that say something, as a reviewer names them to correct them."""
    fields = to_contract(item.record)
    hidden = {"kind", "start", "end", "quote", "provision"}
    told = {name: value for name, value in fields.items() if name not in hidden and value not in (None, False, [], 0)}
    if isinstance(item.record, Measurement):
        told = {"subject": told.pop("subject"), **told}
    return ", ".join(f"{name}={value}" for name, value in told.items())


def _reasons(item: ReviewItem, language: str) -> list[str]:
    from tiendo.intake.certainty import REASONS

    return [REASONS[code].sentence(language) if code in REASONS else code for code in item.reasons]
