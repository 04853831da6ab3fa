"""Which bodies the leads and coordinators of a task are, on the day of the document."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date

from tiendo.documents.model import Document
from tiendo.facts.decisions import Decision, Matched, Unknown
from tiendo.reference import expand, find_agency
from tiendo.reference.provinces import province_code, without_province
from tiendo.reference.territories import NATIONAL
from tiendo.text.folding import name_key

_CENTRAL_BODY = re.compile(
    r"(?:Văn phòng\s+)?(?:Chính phủ|Thủ tướng|Quốc hội|Ủy ban Thường vụ Quốc hội|Chủ tịch nước|Bộ |Ban Bí thư"
    r"|Ban Chấp hành Trung ương|Ngân hàng Nhà nước|Thanh tra Chính phủ|Tổng cục|Cục Thống kê$)",
    re.IGNORECASE,
)


def match_bodies(names: Iterable[str], on: date, *, province: str | None = None) -> tuple[Decision, ...]:
    """One decision for each body that the names mean on that day, in their order.

    A collective phrase of a closed set (`UBND các huyện, thành phố`) gives one `Matched` for each
    member; one that nobody can list (`các cơ quan liên quan`) gives `Unknown`. `province` is the name or
    code of the document's province (see `document_province`): without it a provincial body is `Unknown`.
    """
    return tuple(decision for name in names for decision in _bodies(name, on, province))


def document_province(document: Document, on: date) -> str | None:
    """The code of the province whose body issued the document, else of the place it is dated from."""
    metadata = document.metadata
    said = without_province(name_key(metadata.issuer or "")).province
    return said or (province_code(metadata.place, on) if metadata.place else None)


def document_territory(document: Document) -> str | None:
    """The code of the province that the document speaks of, `NATIONAL` for central bodies, `None` where nothing says.

    The figures of a ministry are the country's: they must not stand beside a province's.
    """
    metadata = document.metadata
    if _CENTRAL_BODY.match(metadata.issuer or ""):
        return NATIONAL
    day = metadata.date or (metadata.period.last_day if metadata.period else date.max)
    return document_province(document, day)


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
