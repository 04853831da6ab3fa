"""Addresses of documents by the Akoma Ntoso naming convention: `/akn/vn-20/act/nghi-quyet/2021/62-nq-hdnd`."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from datetime import date

from tiendo.documents.document_number import year_in
from tiendo.documents.document_types import ENACTED
from tiendo.facts.wording import Wording
from tiendo.reference.territories import NATIONAL
from tiendo.text.folding import fold

KINDS = Wording(
    "Nghị quyết, quyết định, luật và các văn bản buộc thi hành khác là act; thông cáo, thông báo, công điện là "
    "statement; kế hoạch, chương trình, báo cáo và các loại còn lại là doc.",
    "Resolutions, decisions, laws and what else binds are an act; communiqués, notices and dispatches are a "
    "statement; plans, programmes, reports and all others are a doc.",
)

COUNTRY = "vn"
NO_YEAR = "0000"
"""The year in the address of a document that states none, so that nothing is guessed."""

_BINDING = ENACTED | {"Hiến pháp", "Chỉ thị", "Quy chế", "Quy định", "Văn bản hợp nhất"}
_SAID = frozenset(("Thông cáo", "Thông cáo báo chí", "Thông báo", "Công điện", "Kết luận"))
_UNTYPED = "van-ban"  # "document": what stands where a document does not name its type
_LAST_SYMBOL = re.compile(r"[^\W\d_]+\d*$")
_OF_A_PROVINCE = frozenset(("HĐND", "UBND", "TU", "HU"))
_OF_THE_STATE = re.compile(r"QH\d*|UBTVQH\d*|CP|TTg|TW|CTN|BCT|B[A-ZĐ]{1,7}|TANDTC|VKSNDTC|NHNN|TTCP")
_LONGEST_NAME = 60  # characters of a subject in an address
_DIGITS_OF_NAME = 8  # enough to tell documents without a number apart


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """A document as a work: `locality` is the code of its province, `None` for the State; all parts are in ASCII."""

    locality: str | None
    kind: str
    subtype: str
    year: str
    number: str

    @property
    def uri(self) -> str:
        """The address of the work."""
        country = f"{COUNTRY}-{self.locality}" if self.locality else COUNTRY
        return f"/akn/{country}/{self.kind}/{self.subtype}/{self.year}/{self.number}"


def work_of(
    *,
    type_name: str | None,
    number: str | None,
    issued: date | None,
    year: int | None,
    territory: str | None,
    subject: str,
    identity: str,
) -> Work:
    """The work that a document of the record is.

    A document without a number is named by its subject and by a digest of `identity`, which tells it from others.
    `year` is that of a draft that leaves its day blank.
    """
    return Work(
        locality=None if territory == NATIONAL else territory,
        kind=kind_of(type_name),
        subtype=slug(type_name or "") or _UNTYPED,
        year=str(issued.year if issued else year_in(number) or year or NO_YEAR),
        number=slug(number) if has_number(number) and number else _named(subject, identity),
    )


def cited_work(*, type_name: str, number: str | None, year: int | None, province: str | None) -> Work | None:
    """The work that a citation names: `None` where its year or whose it is cannot be told.

    `province` is that of the citing document, or the one that the citation names: its council, committee and Party
    committee are meant where their symbols stand alone. `year` is that of its date.
    """
    year = year or year_in(number)
    if not has_number(number) or number is None or year is None:
        return None
    last = _LAST_SYMBOL.search(number)
    symbol = last.group() if last else ""
    is_of_state = _OF_THE_STATE.fullmatch(symbol) is not None
    if not is_of_state and (symbol not in _OF_A_PROVINCE or province in (None, NATIONAL)):
        return None
    return Work(
        locality=None if is_of_state else province,
        kind=kind_of(type_name),
        subtype=slug(type_name) or _UNTYPED,
        year=str(year),
        number=slug(number),
    )


def kind_of(type_name: str | None) -> str:
    """`act`, `statement` or `doc`, see `KINDS`."""
    if type_name in _BINDING:
        return "act"
    return "statement" if type_name in _SAID else "doc"


def has_number(number: str | None) -> bool:
    """Whether a number was filled in; "/TC-UBND" is a draft's."""
    return number is not None and number[:1].isdecimal()


def slug(text: str) -> str:
    """A text as a part of an address: `62/NQ-HĐND` gives `62-nq-hdnd`."""
    return re.sub(r"[^a-z0-9]+", "-", fold(text)).strip("-")


def _named(subject: str, identity: str) -> str:
    digest = hashlib.sha256(identity.encode("utf-8", "replace")).hexdigest()[:_DIGITS_OF_NAME]
    name = slug(subject)
    if len(name) > _LONGEST_NAME:
        name = name[: _LONGEST_NAME + 1].rpartition("-")[0] or name[:_LONGEST_NAME]
    return f"{name}-{digest}" if name else digest
