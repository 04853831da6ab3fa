"""Which province, or the country, a document speaks of, told by who issued it and where."""

from __future__ import annotations

import re
from datetime import date

from tiendo.documents.model import Document
from tiendo.reference.provinces import province_code, without_province
from tiendo.reference.territories import NATIONAL
from tiendo.text.folding import name_key

_CENTRAL_BODY = re.compile(
    r"(?:Văn phòng\s+)?(?:Chính phủ|Thủ tướng|Quốc hội|Ủy ban Thường vụ Quốc hội|Chủ tịch nước|Bộ |Ban Bí thư"
    r"|Ban Chấp hành Trung ương|Ngân hàng Nhà nước|Thanh tra Chính phủ|Tổng cục|Cục Thống kê$)",
    re.IGNORECASE,
)


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
