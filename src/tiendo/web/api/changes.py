"""Changes of the record over HTTP: who asks, whether it is a rehearsal, and what it is answered."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Annotated, Any

from django.db import transaction
from django.http import HttpResponse
from ninja import Header, Query, Schema
from pydantic import ConfigDict, Field
from pydantic.alias_generators import to_camel

from tiendo.ledger.actors import Actor
from tiendo.ledger.chain import turn
from tiendo.web.api.authentication import Asking, signed_in
from tiendo.web.api.idempotency import once

LONGEST_REASON = 2_000  # characters: a long paragraph

Key = Annotated[
    str | None,
    Header(
        None,
        alias="Idempotency-Key",
        pattern=r"^[\x21-\x7e]{1,200}$",
        description="A text of your own choice, new for each change. Within 24 hours the same request under the same "
        "key is not made again and gets the same answer.",
    ),
]


class ChangeQuestion(Schema):
    """How a change is asked for."""

    model_config = ConfigDict(alias_generator=to_camel, populate_by_name=True, extra="forbid")

    dry_run: bool = Field(
        False, description="Check everything and say what would happen, and record nothing; numbers are those of then."
    )


Asked = Annotated[ChangeQuestion, Query()]


class Taken(Schema):
    """Something that is taken in: its fields are named, and others are refused."""

    model_config = ConfigDict(alias_generator=to_camel, populate_by_name=True, extra="forbid")


class Sent(Taken):
    """What every change says."""

    why: str = Field(
        pattern=r"^[^\x00-\x08\x0b-\x1f\x7f]*[^\s\x00-\x1f\x7f][^\x00-\x08\x0b-\x1f\x7f]*$",
        max_length=LONGEST_REASON,
        description="The reason; the record keeps it.",
        examples=["Báo cáo quý I đã được phê duyệt"],
    )


Make = Callable[[Actor, datetime], dict[str, Any]]


def make_change(request: Asking, key: str | None, asked: ChangeQuestion, status: int, make: Make) -> HttpResponse:
    """The answer of a change; raises a `Problem` for the public, and what the command raises.

    `make` is given who asks and when, and gives what is answered. All that it records is one transaction. A
    rehearsal is taken back and not remembered under its key.
    """
    actor = signed_in(request)

    def change() -> HttpResponse:
        said = make(actor, datetime.now(UTC))
        content = json.dumps({**said, "dryRun": asked.dry_run}, ensure_ascii=False)
        return HttpResponse(content, status=200 if asked.dry_run else status, content_type="application/json")

    if not asked.dry_run:
        return once(request, key, change)
    with turn():
        answer = change()
        transaction.set_rollback(True)
    return answer
