"""A fact under review as text: its words, how they were read, and why a person has to look."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tiendo.cli.messages import Messages
from tiendo.facts.contract import kind_of, to_contract
from tiendo.facts.records import Measurement

if TYPE_CHECKING:
    from tiendo.ledger.selectors.review_queue import ReviewItem

_SPACE = re.compile(r"\s+")
# Control characters of a document must not reach the terminal.
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069]")


def item_text(item: ReviewItem, say: Messages) -> str:
    """Some lines for the terminal, in the language of `say`."""
    lines = [
        say(
            "review-item",
            root=item.root,
            document=line(item.document_title),
            kind=say(f"kind-{kind_of(item.record)}"),
            before=line(item.before),
            quote=line(item.record.quote),
            behind=line(item.behind),
            reading=line(_reading(item)),
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


def line(text: str) -> str:
    """Text of a document as one line that a terminal can be given."""
    return _SPACE.sub(" ", _CONTROL.sub(" ", text)).strip()
