"""Which bodies the leads and coordinators of a task are, on the day of the document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from tiendo.facts.decisions import Decision, Matched, Unknown
from tiendo.reference import expand, find_agency


def match_bodies(names: Iterable[str], on: date, *, province: str | None = None) -> tuple[Decision, ...]:
    """One decision for each body that the names mean on that day, in their order.

    A collective phrase of a closed set (`UBND các huyện, thành phố`) gives one `Matched` for each
    member; one that nobody can list (`các cơ quan liên quan`) gives `Unknown`. `province` is the name or
    code of the document's province (see `document_province`): without it a provincial body is `Unknown`.
    """
    return tuple(decision for name in names for decision in _bodies(name, on, province))


def _bodies(name: str, on: date, province: str | None) -> Iterator[Decision]:
    expansion = expand(name, on, province=province)
    if expansion is None:
        yield find_agency(name, on, province=province)
    elif not expansion.codes:
        yield Unknown((f"{name!r}", *expansion.reasons))
    else:
        warnings = ("tập cơ quan này chưa có danh sách chính thức xác nhận",) if expansion.to_confirm else ()
        for code in expansion.codes:
            yield Matched(code, (f"thuộc {name!r}", *expansion.reasons), warnings)
