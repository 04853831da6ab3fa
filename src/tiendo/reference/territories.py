"""Territories in time: the provinces of Viet Nam, the districts and communes of Lạng Sơn, and what became of them.

Codes were put to new use on 1 July 2025 and names moved between levels, so every look-up takes a date.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import lru_cache

from tiendo.facts.decisions import Ambiguous, Decision, Matched, Rejected, Unknown
from tiendo.facts.errors import LookupRefused
from tiendo.reference.tables import day, parts, read_table
from tiendo.reference.validity import Validity, printed
from tiendo.text.folding import name_key

LANG_SON = "20"
NATIONAL = "VN"  # the whole country; ISO 3166-1
WHOLE = "whole"  # the basis of a change in which nothing is split; the weights of all others are estimates
BORDER_DISTRICTS = ("180", "182", "183", "188", "189")  # they share the border with China; not from an official list

# Kinds as a document may write them, by the key of the word.
_KINDS = {
    "tinh": "tỉnh", "thanh pho": "thành phố", "huyen": "huyện", "h": "huyện", "xa": "xã",
    "phuong": "phường", "p": "phường", "thi tran": "thị trấn", "tt": "thị trấn",
}  # fmt: skip
_WRITTEN_KIND = re.compile(rf"({'|'.join(_KINDS)}) (?=\S)")
_CODE = re.compile(r"\d{2}(?:\d|\d{3})?")  # 2 digits a province, 3 a district, 5 a commune
_ENCLOSING = re.compile(r"[,(]")
_NAME_EDGES = " \t\n)"
_LEVEL_OF_LENGTH = {2: "province", 3: "district", 5: "commune"}
_LEVELS = tuple(_LEVEL_OF_LENGTH.values())  # from the widest to the narrowest


@dataclass(frozen=True, slots=True)
class Territory:
    """One unit under one code for one stretch of time. `kind` is `tỉnh`, `huyện`, `xã` and so on."""

    code: str
    kind: str
    name: str
    parent: str | None
    validity: Validity
    aliases: tuple[str, ...] = ()

    @property
    def level(self) -> str:
        """`province`, `district` or `commune`."""
        return _LEVEL_OF_LENGTH[len(self.code)]

    @property
    def title(self) -> str:
        """Kind and name: `xã Chi Lăng`."""
        return f"{self.kind} {self.name}"


@dataclass(frozen=True, slots=True)
class Share:
    """Where a unit's total goes: `weight` of it (0 to 1) to `code`.

    `estimated` marks a weight that no official figure gives.
    """

    code: str
    weight: Decimal
    estimated: bool = False


@dataclass(frozen=True, slots=True)
class _Register:
    """The tables, indexed for look-ups."""

    by_code: dict[str, list[Territory]] = field(default_factory=lambda: defaultdict(list))
    by_name: dict[str, list[Territory]] = field(default_factory=lambda: defaultdict(list))
    by_parent: dict[str, list[Territory]] = field(default_factory=lambda: defaultdict(list))
    changes: dict[tuple[date, str], list[Share]] = field(default_factory=lambda: defaultdict(list))


@lru_cache(maxsize=1)
def _register() -> _Register:
    register = _Register()
    for row in read_table("territories.tsv"):
        validity = Validity(day(row["valid_from"]), day(row["valid_to"]))
        unit = Territory(row["code"], row["kind"], row["name"], row["parent"] or None, validity, parts(row["aliases"]))
        register.by_code[unit.code].append(unit)
        register.by_parent[unit.parent or ""].append(unit)
        for name in dict.fromkeys(name_key(name) for name in (unit.name, *unit.aliases)):
            register.by_name[name].append(unit)
    for row in read_table("territory_changes.tsv"):
        share = Share(row["to_code"], Decimal(row["weight"]), row["basis"] != WHOLE)
        register.changes[date.fromisoformat(row["date"]), row["from_code"]].append(share)
    return register


def territory(code: str, on: date) -> Territory | None:
    """The unit that bears this code on that day, or `None`."""
    return next((unit for unit in _register().by_code.get(code, ()) if unit.validity.covers(on)), None)


def children(code: str, on: date) -> tuple[Territory, ...]:
    """The units directly below `code` on that day, in the order of their codes.

    Before 1 July 2025 Lạng Sơn (`20`) has 11 districts below it, since then 65 communes. Communes before
    2020 and the insides of other provinces are not held: the answer is empty.
    """
    below = _register().by_parent.get(code, ())
    return tuple(sorted((unit for unit in below if unit.validity.covers(on)), key=lambda unit: unit.code))


def all_provinces() -> tuple[Territory, ...]:
    """Every province of Viet Nam that the list holds, in force or not, in the order of their codes."""
    return tuple(unit for unit in _register().by_parent[""] if unit.level == "province")


def bearers(code: str) -> tuple[Territory, ...]:
    """Every unit that ever bore this code; codes of communes were put to new use in 2025."""
    return tuple(_register().by_code.get(code, ()))


def all_territories() -> tuple[Territory, ...]:
    """Every unit that the list holds, in force or not, in the order of the list."""
    return tuple(unit for units in _register().by_code.values() for unit in units)


def find_territory(name_or_code: str, on: date, within: str | None = None) -> Decision:
    """The unit of that name or code on that day.

    `within` is the name or code of a unit around it; `xã Chi Lăng, huyện Tràng Định` names it itself.
    A bare name goes to the highest level that bears it (`Cao Lộc` in 2022 is the district), units of
    Lạng Sơn first. Several at one level are `Ambiguous`; a unit that is not in force that day is
    `Rejected`, because its code and name may mean another place by then.
    """
    candidates = namesakes(name_or_code, within)
    in_force = [unit for unit in candidates if unit.validity.covers(on)]
    if in_force:
        return _decided(name_or_code, _preferred(in_force), in_force, on)
    return _not_in_force(name_or_code, candidates, on, within)


def namesakes(name_or_code: str, within: str | None = None) -> tuple[Territory, ...]:
    """Every unit that bears or ever bore the name or code, inside the unit around it where one is named."""
    written = [name_or_code, *([within] if within else [])]
    innermost, *around = [name.strip(_NAME_EDGES) for text in written for name in _ENCLOSING.split(text)]
    wider: set[str] | None = None
    for name in reversed([innermost, *around]):
        units = [unit for unit in _candidates(name) if wider is None or wider & {unit.code, *_codes_around(unit)}]
        wider = {unit.code for unit in units}
    return tuple(units)


def _candidates(written: str) -> list[Territory]:
    register = _register()
    if _CODE.fullmatch(written):
        return register.by_code.get(written, [])
    key = name_key(written)
    units = register.by_name.get(key, [])
    kind = _WRITTEN_KIND.match(key)
    if not units and kind:
        units = [unit for unit in register.by_name.get(key[kind.end() :], []) if unit.kind == _KINDS[kind[1]]]
    return [unit for unit in units if _spelling(unit.name) <= _spelling(written)] or units


def _spelling(name: str) -> set[str]:
    """The words with their marks in any order: `Hòa` and `Hoà` are equal, `Tân Thanh` and `Tân Thành` are not."""
    return {"".join(sorted(unicodedata.normalize("NFD", word))) for word in name.lower().replace(".", " ").split()}


def _codes_around(unit: Territory) -> Iterator[str]:
    """The codes of the district and province that a unit lies in."""
    if unit.parent:
        yield unit.parent
        for above in _register().by_code[unit.parent]:
            yield from _codes_around(above)


def _preferred(units: list[Territory]) -> list[Territory]:
    own = [unit for unit in units if LANG_SON in (unit.code, *_codes_around(unit))] or units
    highest = min(_LEVELS.index(unit.level) for unit in own)
    return [unit for unit in own if _LEVELS.index(unit.level) == highest]


def _decided(written: str, best: list[Territory], all_units: list[Territory], on: date) -> Decision:
    codes = tuple(sorted({unit.code for unit in best}))
    if len(codes) > 1:
        where = "; ".join(f"{described(unit, on)} ({unit.code})" for unit in sorted(best, key=lambda unit: unit.code))
        return Ambiguous(codes, (f"ngày {printed(on)} có {len(codes)} đơn vị tên {written!r}: {where}",))
    others = tuple(f"cùng tên với {described(unit, on)} ({unit.code})" for unit in all_units if unit.code not in codes)
    return Matched(codes[0], (f"{written!r} là {described(best[0], on)} vào ngày {printed(on)}",), others)


def _not_in_force(written: str, candidates: tuple[Territory, ...], on: date, within: str | None) -> Decision:
    if not candidates:
        place = f" trong {within!r}" if within else ""
        return Unknown((f"không có đơn vị hành chính nào tên hoặc mã {written!r}{place} trong danh mục",))
    reasons = tuple(_why_not(unit, on) for unit in candidates)
    codes = {unit.code for unit in candidates}
    return Rejected(codes.pop(), reasons) if len(codes) == 1 else Unknown(reasons)


def _why_not(unit: Territory, on: date) -> str:
    if not unit.validity.ended_before(on):
        return f"{unit.title} ({unit.code}) chỉ có trong danh mục từ {printed(unit.validity.start or on)}"
    went_to = ", ".join(f"{heir.title} ({heir.code})" for code in heirs(unit, on) if (heir := territory(code, on)))
    ending = f"{unit.title} ({unit.code}) không còn sau {printed(unit.validity.end or on)}"
    return f"{ending}; nay thuộc {went_to}" if went_to else ending


def described(unit: Territory, on: date) -> str:
    """Title with the unit around it: `xã Chi Lăng, huyện Tràng Định`."""
    above = territory(unit.parent, on) if unit.parent else None
    return f"{unit.title}, {above.title}" if above else unit.title


def mapped(code: str, from_date: date, to_date: date) -> tuple[Share, ...]:
    """Where the total of the unit that bore `code` on `from_date` stands on `to_date`; the weights add up to 1.

    Raises `LookupRefused` where the code was not in force on `from_date`, where `to_date` is earlier
    (parts of a merged unit are not known), or where the unit ended without a successor of its own level
    (a district: ask for its `children`).
    """
    unit = territory(code, from_date)
    if unit is None:
        raise LookupRefused(
            vi=f"Ngày {printed(from_date)} không có đơn vị hành chính mã {code}. Hãy kiểm tra mã và ngày.",
            en=f"No territory has the code {code} on {from_date}. Check the code and the date.",
        )
    if to_date < from_date:
        raise LookupRefused(
            vi=f"Không quy đổi ngược từ {printed(from_date)} về {printed(to_date)}: không rõ tỷ trọng từng phần.",
            en=f"There is no way back from {from_date} to {to_date}: the shares of the parts are not known.",
        )
    shares = _became(code, from_date, to_date)
    if not shares:
        raise LookupRefused(
            vi=f"{unit.title} ({code}) kết thúc mà không có đơn vị kế tiếp cùng cấp. Hãy quy đổi từng xã.",
            en=f"{unit.title} ({code}) ended without a successor of its level. Map the communes in it one by one.",
        )
    return shares


def heirs(unit: Territory, on: date) -> tuple[str, ...]:
    """The codes of the units that hold the unit's ground on that day; for a district those of its communes' heirs."""
    end = unit.validity.end
    if end is None or end >= on:
        return (unit.code,)
    shares = _became(unit.code, end, on)
    if not shares:
        shares = tuple(share for child in children(unit.code, end) for share in _became(child.code, end, on))
    return tuple(sorted({share.code for share in shares}))


def _became(code: str, from_date: date, to_date: date) -> tuple[Share, ...]:
    steps = sorted({when for when, _ in _register().changes if from_date < when <= to_date})
    shares = {code: Share(code, Decimal(1))}
    for step in steps:
        shares = _one_step(shares, step)
    return tuple(shares[key] for key in sorted(shares) if territory(key, to_date))


def _one_step(shares: dict[str, Share], step: date) -> dict[str, Share]:
    result: dict[str, Share] = {}
    for share in shares.values():
        for part in _register().changes.get((step, share.code)) or [Share(share.code, Decimal(1))]:
            known = result.get(part.code, Share(part.code, Decimal(0)))
            weight = known.weight + share.weight * part.weight
            result[part.code] = Share(part.code, weight, known.estimated or share.estimated or part.estimated)
    return result
