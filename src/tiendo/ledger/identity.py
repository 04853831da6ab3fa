"""Which document a file is a version of."""

from __future__ import annotations

import re

from tiendo.documents.model import Metadata
from tiendo.facts.wording import Wording
from tiendo.text.folding import fold

IDENTITY = Wording(
    "Hai tệp là hai bản của cùng một văn bản khi trùng số, ký hiệu, năm và địa phương ban hành; văn bản chưa có số "
    "thì trùng loại, trích yếu, cơ quan ban hành và kỳ; nếu cũng không có thì trùng tên tệp.",
    "Two files are versions of one document where number, symbol, year and place of issue agree; of a document "
    "without a number where type, title, issuer and period agree; without these where the file names agree.",
)

_LONGEST_PART = 240  # two of them fit the column of the record
_BLANK_NUMBER = re.compile(r"^\D")  # "/TC-UBND": a draft that leaves the number blank
_SPACE = re.compile(r"\s+")


def identity_of(metadata: Metadata, territory: str | None, name: str) -> str:
    """The name under which the record knows a document, see `IDENTITY`; `name` is that of its file."""
    if metadata.number and not _BLANK_NUMBER.match(metadata.number):
        year = metadata.date.year if metadata.date else None
        return number_key(metadata.number, year) + _key(territory or metadata.place or metadata.issuer or "")
    if metadata.title:
        period = str(metadata.period or metadata.date or metadata.partial_date or "")
        return "title:" + _key(metadata.type or "", metadata.title, metadata.issuer or "", period)
    return "file:" + _key(name)


def number_key(number: str, year: int | None) -> str:
    """What the identities of all documents of that number begin with; of all years where `year` is not known."""
    return "number:" + _key(number.replace(" ", "")) + "|" + (f"{year}|" if year else "")


def _key(*parts: str) -> str:
    return "|".join(_SPACE.sub(" ", fold(part)).strip() for part in parts)[:_LONGEST_PART]
