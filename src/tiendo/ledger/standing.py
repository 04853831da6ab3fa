"""Finds the one entry that a change starts from, under the lock of the chain."""

from __future__ import annotations

from typing import TypeVar

from tiendo.facts.errors import NoSuchEntry
from tiendo.ledger.chain import superseded_meanwhile
from tiendo.ledger.models import Entry, kind_of

E = TypeVar("E", bound=Entry)

FOREVER = 2**63 - 1  # a horizon that no entry lies beyond


def standing_entry(model: type[E], root: int, *, expected: int | None = None) -> E:
    """The entry that holds now for the thing with that root.

    `expected` is the entry that the caller saw: where another one holds by now, somebody else was quicker, and
    `SupersededMeanwhile` is raised. Raises `NoSuchEntry` where nothing holds.
    """
    entry: E | None = model.objects.standing(FOREVER).filter(root=root).order_by("-id").first()
    if entry is None:
        raise no_such_entry(model, root)
    if expected is not None and entry.id != expected:
        raise superseded_meanwhile()
    return entry


def no_such_entry(model: type[Entry], number: object) -> NoSuchEntry:
    """The error for a number behind which nothing stands."""
    kind = kind_of(model)
    return NoSuchEntry(
        vi=f"Sổ không có {_KINDS.get(kind, f'mục {kind}')} số {number} (hoặc mục đó đã bị rút).",
        en=f"The record has no {kind} {number} (or it was withdrawn).",
    )


# What people meet on the pages; the other kinds are named in errors of programs only.
_KINDS = {
    "document": "văn bản",
    "fact": "dữ kiện",
    "target": "chỉ tiêu",
    "observation": "kết quả",
    "task": "nhiệm vụ",
    "finding": "kết quả kiểm tra",
    "submission": "lần gửi số liệu",
    "review_decision": "quyết định",
}
