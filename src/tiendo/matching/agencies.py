"""Which bodies the leads and coordinators of a task are, when the document was issued."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from tiendo.facts.decisions import Decision, Matched, Unknown
from tiendo.matching.dating import Days
from tiendo.reference import expand, find_agency
from tiendo.reference.validity import printed


def match_bodies(names: Iterable[str], on: date, *, province: str | None = None) -> tuple[Decision, ...]:
    """One decision for each body that the names mean on that day, in their order.

    A collective phrase of a closed set (`UBND các huyện, thành phố`) gives one `Matched` for each
    member; one that nobody can list (`các cơ quan liên quan`) gives `Unknown`. `province` is the name or
    code of the document's province (see `document_province`): without it a provincial body is `Unknown`.
    """
    return tuple(decision for name in names for decision in _bodies(name, on, province))


def match_bodies_within(names: Iterable[str], days: Days, *, province: str | None = None) -> tuple[Decision, ...]:
    """The same for a document of which only the days are known between which it was issued, see `DATING`.

    A name that does not mean the same body through all of that time is `Unknown`.
    """
    return tuple(decision for name in names for decision in _bodies_within(name, days, province))


def _bodies_within(name: str, days: Days, province: str | None) -> tuple[Decision, ...]:
    decided = [tuple(_bodies(name, day, province)) for day in days.looked_at]
    if all(_meant(one) == _meant(decided[0]) for one in decided):
        return decided[-1]
    between = f"từ {printed(days.first)} đến {printed(days.last)}"
    return (Unknown((f"văn bản không ghi đủ ngày; {between} {name!r} không luôn chỉ một cơ quan",)),)


def _meant(decisions: Iterable[Decision]) -> tuple[tuple[str, str | None], ...]:
    return tuple((type(one).__name__, getattr(one, "code", None)) for one in decisions)


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
