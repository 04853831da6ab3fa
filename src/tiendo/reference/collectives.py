"""Phrases that name several bodies at once: closed sets become codes, open ones stay text.

Nobody can list `các cơ quan liên quan`; a phrase of that kind is kept as it is written.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from tiendo.reference.agencies import Agency, agencies_in, supplemented
from tiendo.reference.committees import COMMITTEE
from tiendo.reference.provinces import province_code, without_province
from tiendo.reference.tables import Row, parts, read_table
from tiendo.reference.territories import BORDER_DISTRICTS, LANG_SON, Territory, all_provinces, children
from tiendo.reference.validity import printed
from tiendo.text.folding import name_key

OPEN = "open"
BORDER = "border"
_CACHED_PHRASES = 1024  # a plan repeats a dozen of them hundreds of times
_COMMITTEES = f"{COMMITTEE}:"
_COUNTRYWIDE = ("UBND:tỉnh", "ministries")  # sets that do not depend on whose document it is
_OPEN_MARKS = (" lien quan", " chuc nang", " huu quan")
_PLURALS = ("cac ", "nhung ", "tung ", "moi ")


@dataclass(frozen=True, slots=True, kw_only=True)
class Expansion:
    """The bodies that a phrase names. `closed` is false for a set that nobody can list; it has no codes.

    `to_confirm` marks a set that no official list confirms. `reasons` also say why a closed set is empty.
    """

    phrase: str
    codes: tuple[str, ...]
    closed: bool
    to_confirm: bool
    reasons: tuple[str, ...]


@lru_cache(maxsize=1)
def _rows() -> dict[str, Row]:
    return {_key(row["phrase"]): row for row in read_table("collectives.tsv")}


def expand(phrase: str, on: date, *, province: str | None = None) -> Expansion | None:
    """The set that a collective phrase means on that day; `None` where the phrase is no collective.

    `province` is the name or code of the province whose document it is. Without it a set of provincial
    bodies is closed but has no codes: `các sở, ban, ngành` exist in every province.
    """
    return _expanded(phrase, on, province, supplemented())


@lru_cache(maxsize=_CACHED_PHRASES)
def _expanded(phrase: str, on: date, province: str | None, _own: tuple[Agency, ...]) -> Expansion | None:
    row = _rows().get(_key(phrase))
    if row is None:
        return _open(phrase) if _is_open(phrase) else None
    members = parts(row["members"])
    if members == (OPEN,):
        return _open(phrase)
    whose = without_province(name_key(phrase)).province or (province and province_code(province, on))
    if whose != LANG_SON and not all(member in _COUNTRYWIDE for member in members):
        reason = "cần biết tỉnh của văn bản" if whose is None else "danh mục chỉ có cơ quan của Lạng Sơn"
        return Expansion(phrase=phrase, codes=(), closed=True, to_confirm=True, reasons=(reason,))
    codes = tuple(dict.fromkeys(code for member in members for code in _members(member, on)))
    reason = f"{len(codes) or 'không có'} cơ quan vào ngày {printed(on)}"
    to_confirm = row["to_confirm"] == "yes"
    return Expansion(phrase=phrase, codes=codes, closed=True, to_confirm=to_confirm, reasons=(reason,))


def _open(phrase: str) -> Expansion:
    reason = "tập mở: văn bản không cho biết gồm những ai"
    return Expansion(phrase=phrase, codes=(), closed=False, to_confirm=False, reasons=(reason,))


def _is_open(phrase: str) -> bool:
    key = name_key(phrase)
    return key.startswith((*_PLURALS, "co quan ", "don vi ", "luc luong ")) and any(mark in key for mark in _OPEN_MARKS)


def _key(phrase: str) -> str:
    key = without_province(name_key(phrase)).rest
    for plural in _PLURALS:
        key = key.removeprefix(plural)
    return key


def _members(member: str, on: date) -> tuple[str, ...]:
    if not member.startswith(_COMMITTEES):
        return tuple(body.code for body in agencies_in(member, on))
    kind = member.removeprefix(_COMMITTEES)
    return tuple(f"{COMMITTEE}-{unit.code}" for unit in _territories(kind, on))


def _territories(kind: str, on: date) -> list[Territory]:
    if kind == "tỉnh":
        return [unit for unit in all_provinces() if unit.validity.covers(on)]
    below = children(LANG_SON, on)
    if kind == BORDER:
        return [unit for unit in below if unit.code in BORDER_DISTRICTS]
    every = [*below, *(commune for unit in below for commune in children(unit.code, on))]
    return [unit for unit in every if unit.kind == kind]
